"""How to come to a form: as whom, by which page, and through which forms before it."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from django.db import transaction
from django.test import Client

from checks.house.access import expected, routes, table
from checks.house.crawl import kind_of
from checks.house.world import World

from .boxes import Form, forms_of, links_of

Key = tuple[str, ...]
BY_A_CODE = "owen, by a code"
"""Signed in, and asked for a second step wherever one is needed."""
FARTHEST = 9
"""So many forms one after the other: telling how it is has seven."""


@dataclass(frozen=True)
class Way:
    """As this person, from this page, through these forms and links, to the form with this key."""

    who: str
    path: str
    through: tuple[Key | str, ...]
    to: Key = ()


@contextmanager
def undone(browser: Client) -> Iterator[None]:
    """Whatever is done in here did not happen: not in the database, not in the browser."""
    kept = copy.deepcopy(browser.cookies)
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    browser.cookies = kept


@dataclass(frozen=True)
class Page:
    """What somebody has before them."""

    forms: list[Form]
    links: list[str]


def page_at(browser: Client, path: str) -> Page:
    """The page at this address, or the one where it leads."""
    answer = browser.get(path)
    while answer.status_code in (302, 303) and answer["Location"].startswith("/"):
        path = answer["Location"].partition("#")[0]
        answer = browser.get(path)
    if answer.streaming or not answer["Content-Type"].startswith("text/html"):
        return Page([], [])
    html = answer.content.decode()
    return Page(forms_of(path, html), links_of(html))


def end_of(browser: Client, way: Way) -> Page:
    """Go that way, filling in what lies on it as anybody would; the page where it ends."""
    page = page_at(browser, way.path)
    for step in way.through:
        if isinstance(step, str):
            page = page_at(browser, step)
            continue
        form = next(one for one in page.forms if one.key == step)
        answer = form.send(browser, form.usual())
        leads_on = answer.status_code in (302, 303) and answer["Location"].startswith("/")
        page = page_at(browser, answer["Location"]) if leads_on else Page([], [])
    return page


def walk(browser: Client, way: Way) -> Form:
    """The form to which this way leads."""
    return next(one for one in end_of(browser, way).forms if one.key == way.to)


def every_way(world: World) -> dict[Key, list[Way]]:
    """Each form of the house, with a way to it for each person who can come to it."""
    found: dict[Key, list[Way]] = {}
    for route in routes():
        for who in world.browsers:
            if _answer(route.name, who) == 200 or (who == BY_A_CODE and route.name.startswith("welcome:")):
                _explore(world, Way(who, world.path(route), ()), found)
    return found


def _answer(route: str, who: str) -> int:
    """What the page of a route says to somebody who comes straight to it."""
    return expected(table(), route, "GET", who.partition(",")[0]) if "GET" in table().get(route, {}) else 405


def _explore(world: World, way: Way, found: dict[Key, list[Way]]) -> None:
    """Note the forms at the end of this way, and go on through those that nobody came to before.

    Behind a form, links too are followed where one could not come straight to their page.
    """
    browser = world.browsers[way.who]
    new: list[Key | str] = []
    with undone(browser):
        page = end_of(browser, way)
    for form in page.forms:
        known = found.setdefault(form.key, [])
        if not known:
            new.append(form.key)
        if all(one.who != way.who for one in known):
            known.append(replace(way, to=form.key))
    if way.through and not isinstance(way.through[-1], str):
        new += [link for link in page.links if _answer(kind_of(link) or "", way.who) in (302, 404)]
    for step in new if len(way.through) < FARTHEST else ():
        _explore(world, replace(way, through=(*way.through, step)), found)
