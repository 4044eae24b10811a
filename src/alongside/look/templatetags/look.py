"""The parts of a page as tags. Leaves are tags, boxes are block tags; /components/ shows each."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString

from alongside.look import assets, boxes, dates, journeys, lists, marks, shared
from alongside.look.parts import part

register = template.Library()

for word in (dates.day, dates.short_day, dates.month, dates.clock):
    register.filter(word.__name__, word)

for box in (
    boxes.answer,
    boxes.card,
    boxes.details,
    boxes.inset,
    boxes.invite,
    boxes.notice,
    boxes.panel,
    boxes.summary,
    boxes.task,
    boxes.tasks,
    boxes.voice,
    boxes.waiting,
    boxes.wording,
    journeys.checks,
    journeys.journey,
    journeys.knot,
    journeys.partner,
    journeys.partners,
    journeys.stands,
    journeys.thread,
):
    register.simple_block_tag(box)

for leaf in (
    assets.asset,
    boxes.no_line,
    journeys.check,
    journeys.course,
    journeys.digest,
    journeys.said_did,
    journeys.stage,
    journeys.stand,
    journeys.steps,
    journeys.wall,
    lists.facts,
    lists.nothing_yet,
    lists.pages,
    lists.table,
    lists.tally,
    lists.too_few,
    marks.mark,
    marks.sign,
    marks.stone,
):
    register.simple_tag(leaf)


register.simple_tag(shared.share_card)


@register.simple_tag
def chip(cornerstone: str) -> SafeString:
    """A stone in its tile, beside a row."""
    return part("chip", stone=cornerstone)


@register.simple_tag
def corner(cornerstone: str, label: str = "", stone: bool = True) -> SafeString:
    """A stone with its name; the name alone where the stone stands in the row already."""
    label = label or journeys.corner_name(cornerstone)
    return part("corner", cornerstone=cornerstone, label=label, with_stone=stone)


@register.simple_tag
def state(text: str, sign: str = "open", tone: str = "") -> SafeString:
    """Where something is: a word with a sign."""
    return part("state", text=text, sign=sign, tone=tone)


@register.simple_tag
def button(
    text: str,
    kind: str = "",
    small: bool = False,
    name: str = "",
    value: str = "",
    once: bool = True,
    about: str = "",
    disabled: bool = False,
) -> SafeString:
    """Sends the form it stands in. Says the deed: *I have rung her*."""
    return part(
        "button",
        text=text,
        kind=kind,
        small=small,
        name=name,
        value=value,
        once=once,
        about=about,
        disabled=disabled,
    )


@register.simple_tag
def button_link(text: str, href: str, kind: str = "", small: bool = False, about: str = "") -> SafeString:
    """A link that begins something, with the look of a button."""
    return part("button_link", text=text, href=href, kind=kind, small=small, about=about)


@register.simple_tag
def back(href: str, text: str = "Back") -> SafeString:
    """The way back, above the page."""
    return part("back", href=href, text=text)


@register.simple_tag
def leave_bar(href: str = "") -> SafeString:
    """*Leave this page*, for sensitive journeys."""
    return part("leave_bar", href=href)


@register.simple_tag
def errors(form: Any, focus: bool = True) -> SafeString | str:
    """The error summary of a form; nothing while there is nothing to say. It takes the focus."""
    problems = form.problems() if getattr(form, "is_bound", False) and hasattr(form, "problems") else []
    if not problems:
        return ""
    return part("errors", title=form.problems_title(), problems=problems, focus=focus)
