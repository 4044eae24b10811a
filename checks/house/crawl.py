"""Walk every page that somebody can reach by links, as a curious person would."""

from __future__ import annotations

import html
import re
from collections import Counter, deque
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve

LINK = re.compile(r'(?:href|action)="(/[^"]*)"')
AT_MOST_OF_A_KIND = 5
"""Pages of one route that are opened for one person: enough to meet every kind of thing."""

BEGINNINGS = (
    *("/", "/my/", "/groups/"),
    *(f"/netherby/{page}" for page in ("", "together/", "desk/", "readings/", "concerns/", "journal/")),
    *(f"/overfell/{page}" for page in ("", "together/", "desk/", "readings/", "concerns/", "journal/")),
)


def kind_of(path: str) -> str | None:
    """The name of the route behind an address, or nothing."""
    try:
        return resolve(unquote(urlsplit(path).path)).view_name
    except Resolver404:
        return None


def crawl(
    browser: Client, also: tuple[str, ...] = (), most: int = AT_MOST_OF_A_KIND
) -> Iterator[tuple[str, HttpResponse]]:
    """(address, answer) for every page within reach of this browser; never leaves, never signs out."""
    waiting, met, kinds = deque([*BEGINNINGS, *also]), set[str](), Counter[str]()
    while waiting:
        path = waiting.popleft().split("#")[0]
        kind = kind_of(path)
        if path in met or kind is None or kind == "safety:leave" or kinds[kind] >= most:
            continue
        met.add(path)
        kinds[kind] += 1
        answer = browser.get(path)
        if answer.streaming and answer.status_code == 200:  # a file to be put by is no page
            continue
        yield path, answer
        if answer.status_code == 200 and not answer.streaming:
            waiting.extend(html.unescape(link) for link in LINK.findall(answer.content.decode()))
        elif answer.status_code in (301, 302, 303) and answer["Location"].startswith("/"):
            waiting.append(answer["Location"])
