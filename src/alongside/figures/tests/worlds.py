"""Small worlds to attack, and everything the pages would say of them."""

import json
from datetime import date
from functools import cache
from itertools import product

from alongside.figures.counts import Key, Publication, Table
from alongside.figures.disclosure import publishable
from alongside.figures.surveys import Answered, Findings, Survey

ROUNDS = (date(2026, 3, 1), date(2026, 6, 1), date(2026, 9, 1))


def table(*rows: tuple[int, ...]) -> Table:
    """A table of places by need; one row only makes it a table of needs."""
    places = tuple(f"place {i}" for i in range(len(rows)))
    needs = tuple(f"need {i}" for i in range(len(rows[0])))
    if len(rows) == 1:
        return Table("people", {"need": needs}, dict(zip([(need,) for need in needs], rows[0], strict=True)))
    counts: dict[Key, int] = {
        (place, need): rows[i][j] for i, place in enumerate(places) for j, need in enumerate(needs)
    }
    return Table("people", {"place": places, "need": needs}, counts)


def published(*rounds: Table) -> list[Publication]:
    """Each round through the gate, beside all rounds before it."""
    out: list[Publication] = []
    for on, counted in zip(ROUNDS, rounds, strict=False):
        out.append(publishable(counted, on=on, earlier=tuple(out)))
    return out


def everything_said(publication: Publication) -> str:
    """Every cell, every total, every filter and every share of it, as a reader could ask for them."""
    return _said_of(json.dumps(publication.kept()))


@cache
def _said_of(kept: str) -> str:
    publication = Publication.from_kept(json.loads(kept))
    choices = [(None, *categories) for categories in publication.axes.values()]
    wheres = [
        {axis: want for axis, want in zip(publication.axes, wanted, strict=True) if want is not None}
        for wanted in product(*choices)
    ]
    said = [f"{where}: {publication.count(**where)}" for where in wheres]
    for among in wheres:
        said += [
            f"{part} among {among}: {publication.share(part, among)}"
            for part in wheres
            if part and not set(part) & set(among)
        ]
    return "\n".join(said)


def survey(people: int, *answers: tuple[int, int]) -> Survey:
    return Survey("families", people, {f"question {i}": Answered(*one) for i, one in enumerate(answers)})


def all_findings(*rounds: Survey) -> list[Findings]:
    out: list[Findings] = []
    for on, asked in zip(ROUNDS, rounds, strict=False):
        out.append(publishable(asked, on=on, earlier=tuple(out)))
    return out


def all_said(findings: Findings) -> str:
    return f"{findings.people}; " + "; ".join(f"{q}: {share}" for q, share in findings.shares.items())
