"""The links of a page: at most five on top, and the whole map at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse

from alongside.people.models import Area, Role
from alongside.people.viewer import Viewer

ON_TOP = 5


@dataclass(frozen=True)
class Way:
    """Who is on the way, in which area, and on which page (``voice:story``)."""

    viewer: Viewer
    area: Area | None
    page: str


@dataclass(frozen=True)
class Link:
    """One link; ``current`` is "page" on that very page, "part" on a page that belongs to it."""

    text: str
    href: str
    current: str = ""


PARTS = {
    "website:together": ("website:thread", "website:story_thread"),
    "website:groups": ("website:group", "groups:"),
    "website:area": ("website:open_group",),
    "website:desk": ("website:journal", "website:asked", "website:wish", "messages:", "voice:teller"),
    "website:my_page": ("website:my_data", "website:my_wishes", "website:my_erasure"),
    "website:room": ("voice:replies", "promises:acceptance"),
    "voice:tell": ("voice:question", "voice:sent"),
    "voice:readings": ("voice:reading", "voice:change"),
    "safety:concerns": ("safety:acknowledgement",),
    "welcome:sign_in": ("welcome:code",),
}
"""Pages that lie under a link on top, whole or by the beginning of their names."""


def first_things(way: Way) -> list[Link]:
    """What this reader comes for most; the first five of it stand on top."""
    return list(_first_things(way))


def map_of_the_area(way: Way, first: Sequence[Link]) -> list[Link]:
    """Everything there is in the area for this reader: the first things, and the rest."""
    links = [_link(way, "The first page of the area", "website:area")] if way.area else []
    elsewhere = (_at("welcome:sign_in"), _at("words:glossary"))
    links += [link for link in first if link.href not in elsewhere]
    if way.viewer and way.area and _keeps_the_record(way):
        links.append(_link(way, "What happened", "website:journal"))
    if way.viewer and way.area and _answers_wishes(way):
        links.append(_link(way, "What people ask about themselves", "website:asked"))
    if way.area:
        links.append(_link(way, "I am worried someone is not safe", "safety:concern"))
    if not way.viewer:
        links.append(Link("Sign in", _at("welcome:sign_in"), _current(way, "welcome:sign_in")))
    else:
        links.append(Link("Sign out", _at("welcome:sign_out"), _current(way, "welcome:sign_out")))
    return links


def map_of_the_site(way: Way) -> list[Link]:
    """What is said about the site itself."""
    if way.area is None:
        return [_words(way)]
    return [
        _words(way),
        _link(way, "Help", "website:help"),
        _link(way, "Accessibility", "website:accessibility"),
        _link(way, "Who can see what", "website:who_sees_what"),
        _link(way, "What we keep about people", "website:privacy"),
    ]


def _first_things(way: Way) -> Iterator[Link]:
    if not way.viewer:
        yield from _for_everyone(way)
        yield _words(way)
        yield Link("Sign in", _at("welcome:sign_in"), _current(way, "welcome:sign_in"))
        return
    yield from _for_their_tasks(way)
    yield Link("My groups", _at("website:groups"), _current(way, "website:groups"))
    yield from reversed(list(_for_everyone(way)))


def _for_everyone(way: Way) -> Iterator[Link]:
    if way.area:
        yield _link(way, "Tell us how it is", "voice:tell")
        yield _link(way, "You said, together we did", "website:together")


def _for_their_tasks(way: Way) -> Iterator[Link]:
    """My page, and what goes with a role held in this very area or at work."""
    viewer, area, name = way.viewer, way.area, Role.Name
    if area and viewer.holds(name.COORDINATOR, name.KEEPER, area=area):
        yield _link(way, "My desk", "website:desk")
    yield Link("My page", _at("website:my_page"), _current(way, "website:my_page"))
    if area and viewer.holds(name.MODERATOR, area=area):
        yield _link(way, "Voices to read", "voice:readings")
    if area and viewer.holds(name.LEAD, name.DEPUTY, area=area):
        yield _link(way, "Concerns", "safety:concerns")
    for role in viewer.roles:
        if role.name == name.STAFF and role.organisation_id:
            href = _at("website:room", str(role.organisation_id))
            yield Link("My organisation", href, _current(way, "website:room"))
            break


def _words(way: Way) -> Link:
    return Link("Words we use", _at("words:glossary"), _current(way, "words:glossary"))


def _keeps_the_record(way: Way) -> bool:
    name = Role.Name
    return way.viewer.holds(name.COORDINATOR, name.KEEPER, name.MODERATOR, area=way.area)


def _answers_wishes(way: Way) -> bool:
    name = Role.Name
    keeps = way.viewer.holds(name.COORDINATOR, name.KEEPER, area=way.area)
    return keeps and not way.viewer.is_service_side


@lru_cache(maxsize=4096)
def _at(page: str, *names: str) -> str:
    """The address of a page. To work one out takes longer than the rest of its link, and it never changes."""
    return reverse(page, args=names)


def _link(way: Way, text: str, page: str) -> Link:
    assert way.area is not None  # noqa: S101 - every caller has asked
    return Link(text, _at(page, way.area.slug), _current(way, page))


def _current(way: Way, page: str) -> str:
    if way.page == page:
        return "page"
    return "part" if way.page.startswith(PARTS.get(page, ("\0",))) else ""
