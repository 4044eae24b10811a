"""The access table of the whole house, put together from what each room wrote by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from alongside.people.demo import CAST
from checks.rooms import ROOMS, module

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
WHO = ("nobody", *(name.lower() for name in CAST))


@dataclass(frozen=True)
class Route:
    """One address of the house: ``voice:story``, and the names in its path."""

    name: str
    pattern: str
    kwargs: tuple[str, ...]


def routes() -> list[Route]:
    """Every route that Django would answer, from the resolver itself."""
    return list(_walk(get_resolver(), "", ""))


def _walk(resolver: URLResolver, namespace: str, prefix: str) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry, inner, prefix + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield Route(
                f"{namespace}{entry.name}", prefix + str(entry.pattern), tuple(entry.pattern.converters)
            )


Table = dict[str, dict[str, dict[str, int]]]


def table() -> Table:
    """Route → method → who → status, as the rooms expect it."""
    whole: Table = {}
    for room in ROOMS:
        rows: Table = getattr(module(room, "access"), "ACCESS", {})
        for name, methods in rows.items():
            full = name if ":" in name else f"{room}:{name}"
            assert full not in whole, f"{full} is listed twice"
            whole[full] = methods
    return whole


def expected(table: Table, route: str, method: str, who: str) -> int:
    """What this person gets there. What is absent is refused: a method not listed is 405."""
    methods = table[route]
    answers = methods.get(method) or (methods.get("GET") if method == "HEAD" else None)
    if answers is None:
        return 405
    return answers.get(who, answers["*"]) if "*" in answers else answers[who]


def faults(found: list[Route], table: Table) -> list[str]:
    """A sentence for each route that nobody listed, each line that leads nowhere, each gap."""
    names = {route.name for route in found}
    unlisted = [f"{name} is not in any access table" for name in sorted(names - set(table))]
    stale = [f"{name} is listed but is no route" for name in sorted(set(table) - names)]
    gaps = [
        f"{name} {method}: nothing is said of {', '.join(sorted(set(WHO) - set(answers)))}"
        for name, methods in table.items()
        for method, answers in methods.items()
        if "*" not in answers and set(WHO) - set(answers)
    ]
    strangers = [
        f"{name} {method}: {who} is nobody we know"
        for name, methods in table.items()
        for method, answers in methods.items()
        for who in set(answers) - set(WHO) - {"*"}
    ]
    return unlisted + stale + gaps + strangers
