"""The only door for counts of what people said, need or are. Nobody is worked out from what leaves here.

The rules:

1. 1 to 7 people are hidden. 0 is shown. Other counts are rounded to the nearest 5.
2. A total is added up from what is shown; with a hidden part it is withheld.
3. A share gives away its rest. It is said in tenths only where part and rest are both 8 or more; otherwise
   "nearly all" or "hardly any" in groups of 20 or more; otherwise not at all.
4. A later snapshot could give away who came in between. So a number that has been shown stands, with its
   date, until even the smallest change it could mean is 8 people or more.

Why nothing can be put together from many publications: the gate looks at one exact number at a time, and
what it says of it depends on that number, and on what was published of it before, alone. Totals, filters
and shares of a table follow from these published cells. So every number that could stand behind a hidden
cell stays possible, whatever stands beside it. This holds as long as people are counted one way only, which
is why the gate asks for everything that was published about the same people, and refuses another cut.

Source: the rule of NHS England for hospital figures since September 2018 (1 to 7 hidden, nearest 5), made
stricter in points 2 to 4. What it cannot stop: a reader who already knows how all the others answered.
"""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar, overload

from alongside.figures.counts import GROUP, LEAST, STEP, Count, Publication, Share, Table
from alongside.figures.surveys import Answered, Findings, Survey

Published = TypeVar("Published", Publication, Findings)


class Refused(ValueError):
    """These numbers may not go out beside what has gone out before."""


class AnotherCut(Refused):
    """The same people were counted in another way. Both together could give someone away."""


@overload
def publishable(what: Table, *, on: date, earlier: Sequence[Publication]) -> Publication: ...
@overload
def publishable(what: Survey, *, on: date, earlier: Sequence[Findings]) -> Findings: ...
def publishable(
    what: Table | Survey, *, on: date, earlier: Sequence[Publication] | Sequence[Findings]
) -> Publication | Findings:
    """What may be shown of these counts, in people, as a snapshot of one day.

    earlier: all that was published about the same people so far; () for the first time. It has no default,
    because forgetting it is how people are given away.
    Raises Refused when it is about other people or later than this, AnotherCut when it was cut another way.
    """
    if any(publication.about != what.about for publication in earlier):
        raise Refused(f"What was published earlier is not about {what.about!r}.")
    if any(publication.on > on for publication in earlier):
        raise Refused(f"There is a snapshot after {on} already.")
    if isinstance(what, Table):
        return _table(what, on, _all(Publication, earlier))
    return _survey(what, on, _all(Findings, earlier))


def _all(kind: type[Published], earlier: Sequence[object]) -> list[Published]:
    same = [one for one in earlier if isinstance(one, kind)]
    if len(same) < len(earlier):
        raise AnotherCut("These people have been published both as counts and as shares.")
    return same


def _table(table: Table, on: date, earlier: Sequence[Publication]) -> Publication:
    for publication in earlier:
        if not _same_cut(table, publication):
            raise AnotherCut(f"{table.about!r} has been published by {', '.join(publication.axes)} before.")
    before = max(earlier, key=_day).cells if earlier else {}
    cells = {key: _shown(table.count(key), on, before.get(key)) for key in table.cells()}
    return Publication(about=table.about, on=on, axes=dict(table.axes), cells=cells, apart=table.apart)


def _same_cut(table: Table, publication: Publication) -> bool:
    """Same axes; a category may be new (a school joins), but none may go: merged, it would show its parts."""
    return (
        tuple(table.axes) == tuple(publication.axes)
        and table.apart == publication.apart
        and all(set(categories) <= set(table.axes[axis]) for axis, categories in publication.axes.items())
    )


def _survey(survey: Survey, on: date, earlier: Sequence[Findings]) -> Findings:
    """Published once. Only where too few had taken part may it come again, when many more have."""
    last = max(earlier, key=_day) if earlier else None
    people = _shown(survey.people, on, last.people if last else None)
    if last and (last.people.around or people is last.people):
        return last
    shares = {q: _share(answered) if people.around else Share() for q, answered in survey.answers.items()}
    return Findings(about=survey.about, on=on, people=people, shares=shares)


def _day(published: Publication | Findings) -> date:
    return published.on


def _share(answered: Answered) -> Share:
    if min(answered.part, answered.rest) >= LEAST:
        return Share.of(answered.part, answered.rest)
    if answered.people < GROUP:
        return Share()
    return Share(nearly_all=True) if answered.rest < LEAST else Share(hardly_any=True)


def _shown(count: int, on: date, before: Count | None) -> Count:
    """Rule 1, and rule 4: what was shown before stands unless the gap between the two is 8 or more."""
    now = Count(_rounded(count), on)
    if before is None:
        return now
    gap = max(now.low - before.high, before.low - now.high)
    return now if gap >= LEAST else before


def _rounded(count: int) -> int | None:
    if 0 < count < LEAST:
        return None
    return (count + STEP // 2) // STEP * STEP
