"""Tags for things that take time and more than one side: threads, decisions, the wall."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.safestring import SafeString

from alongside.look.parts import part
from alongside.look.tokens import CORNERSTONES


def thread(content: str) -> SafeString:
    """Seven steps on one line."""
    return part("thread", content=content)


def knot(
    content: str,
    title: str,
    when: str = "",
    stone: str = "trust",
    reached: bool = True,
    now: bool = False,
    level: int = 3,
) -> SafeString:
    """One step of a thread; the last one reached is ringed, one to come says *not yet*."""
    state = "now" if now else "" if reached else "later"
    when = when or ("" if reached else "Not yet")
    return part("knot", content=content, title=title, when=when, stone=stone, state=state, level=level)


def checks(content: str) -> SafeString:
    """The things that must all be true."""
    return part("checks", content=content)


def check(text: str, far: str, sign: str = "open", tone: str = "") -> SafeString:
    """One thing that must be true, and how far it is."""
    return part("check", text=text, far=far, sign=sign, tone=tone)


def partners(content: str) -> SafeString:
    """Equal boxes next to each other, lived experience first."""
    return part("partners", content=content)


def partner(
    content: str, name: str, state: str = "", sign: str = "open", tone: str = "", level: int = 3
) -> SafeString:
    """One partner's box."""
    return part("partner", content=content, name=name, state=state, sign=sign, tone=tone, level=level)


def stands(content: str) -> SafeString:
    """Where the members of one partner stand."""
    return part("stands", content=content)


def stand(who: str, how: str = "", sign: str = "open", tone: str = "") -> SafeString:
    """One member: sign, name, words."""
    return part("stand", who=who, how=how, sign=sign, tone=tone)


def journey(content: str) -> SafeString:
    """The way to an award, stage by stage."""
    return part("journey", content=content)


def stage(title: str, when: str = "", done: bool = True) -> SafeString:
    """One stage of a journey."""
    return part("stage", title=title, when=when, done=done)


def said_did(entry: Any, level: int = 3) -> SafeString:
    """One row of *You said, together we did*."""
    return part("said_did", entry=entry, level=level)


def wall(rows: Iterable[Any], caption: str, note: str = "") -> SafeString:
    """The wall: one stone for one promise, set when those who asked say that it helped."""
    return part("wall", rows=rows, caption=caption, note=note)


def course(stones: Iterable[str]) -> SafeString:
    """The stones laid so far, on the bar of trust. Say their number in words beside it."""
    return part("course", stones=stones)


def steps(now: int, of: int, word: str = "Question") -> SafeString:
    """How far one is in a journey of pages."""
    return part("steps", numbers=range(1, of + 1), now=now, of=of, word=word)


def digest(past: int, of: int) -> SafeString:
    """Days to take papers in, as boxes. The words stand beside it."""
    return part("digest", days=range(of), past=past)


def corner_name(slug: str) -> str:
    """What a cornerstone is called where the area has no name of its own for it."""
    return CORNERSTONES.get(slug, slug)
