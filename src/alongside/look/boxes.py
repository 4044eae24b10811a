"""Block tags: boxes with something inside. ``content`` is what stands between the tags, already escaped."""

from __future__ import annotations

from functools import cache

from django.template.defaultfilters import linebreaks_filter
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import slugify

from alongside.look.parts import part


def _paragraphs(content: str) -> SafeString:
    """Words with their paragraphs. The template has escaped them already, so that is not done twice."""
    return linebreaks_filter(content.strip(), autoescape=False)


def _named(title: str, id: str) -> str:
    """The id of a heading; one made of its words has a prefix, so that it is not a field's by chance."""
    return id or (f"about-{slugify(title, allow_unicode=True)}" if title else "")


def card(content: str, title: str = "", kind: str = "", level: int = 2, id: str = "") -> SafeString:
    """A raised box. With a title it is a section named by it; give an ``id`` if titles repeat on a page."""
    return part("card", content=content, title=title, kind=kind, level=level, id=_named(title, id))


def waiting(content: str, title: str, level: int = 2, id: str = "") -> SafeString:
    """What waits for you or for your partner. Nowhere else."""
    return card(content, title, "held", level, id)


def invite(content: str, title: str, level: int = 2, id: str = "") -> SafeString:
    """The large invitation in the shape of a voice."""
    return part("invite", content=content, title=title, level=level, id=_named(title, id))


def voice(content: str, by: str = "", kind: str = "") -> SafeString:
    """People's own words, as they said them, with who and which permission below."""
    return part("voice", words=_paragraphs(content), by=by, kind=kind)


def wording(content: str) -> SafeString:
    """The words of a decision: the only box with the brand's border."""
    return part("wording", words=_paragraphs(content))


def details(content: str, summary: str, open: bool = False) -> SafeString:
    """Something one may open; never around what matters."""
    return part("details", content=content, summary=summary, open=open)


def inset(content: str) -> SafeString:
    """A quiet aside in the text."""
    return part("inset", content=content)


def notice(content: str, title: str, kind: str = "", id: str = "notice", focus: bool = True) -> SafeString:
    """A notification banner. ``kind="success"`` says that it has worked, and takes the focus."""
    return part("notice", content=content, title=title, kind=kind, id=id, focus=focus)


@cache
def no_line() -> SafeString:
    """What a page shows by itself when there is no connection: waits in each, and is always the same."""
    return render_to_string("look/no_line.html")


def panel(content: str, title: str, level: int = 1) -> SafeString:
    """The page's heading after something was sent."""
    return part("panel", content=content, title=title, level=level, filled=bool(content.strip()))


def summary(content: str) -> SafeString:
    """A list of questions and answers, to look over."""
    return part("summary", content=content)


def answer(content: str, question: str, href: str = "", change: str = "Change") -> SafeString:
    """One row of a summary."""
    return part("answer", content=content, question=question, href=href, change=change)


def tasks(content: str) -> SafeString:
    """Rows of work between rules."""
    return part("tasks", content=content)


def task(content: str, title: str, href: str = "", level: int = 3) -> SafeString:
    """One thing to do: what, why, and beside it the button in ``al-task__do``."""
    return part("task", content=content, title=title, href=href, level=level)
