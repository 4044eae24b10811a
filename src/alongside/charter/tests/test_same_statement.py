"""Two rounds are compared where both asked the same words on the same scale."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from alongside.charter.framework import Framework, Statement, same
from alongside.charter.frameworks import newest

Newer = Callable[[Framework], Framework]
OLDER = newest("cornerstones")
HEARD, SAFE = (next(one for _, one in OLDER.statements() if one.slug == slug) for slug in ("heard", "safe"))


def with_heard(**changed: object) -> Framework:
    """A newer version, in which one statement changed."""
    one = replace(HEARD, **changed)  # type: ignore[arg-type]
    first, *others = OLDER.sections
    inside = tuple(one if there.slug == "heard" else there for there in first.statements)
    return replace(OLDER, version="2027-01", sections=(replace(first, statements=inside), *others))


def with_levels(*levels: object) -> Framework:
    return replace(OLDER, version="2027-01", levels=levels)  # type: ignore[arg-type]


def test_a_new_version_with_the_same_words_is_the_same() -> None:
    for newer in (OLDER, replace(OLDER, version="2027-01", name="Another name"), with_heard(evidence=())):
        assert same(HEARD, OLDER, newer)


def test_it_may_stand_in_another_place() -> None:
    assert same(HEARD, OLDER, replace(OLDER, sections=tuple(reversed(OLDER.sections))))


@pytest.mark.parametrize("side", ["families", "young_people", "staff"])
def test_other_words_for_one_side_are_another_statement_and_the_rest_stays(side: str) -> None:
    newer = with_heard(**{side: "People listen."})
    assert not same(HEARD, OLDER, newer)
    assert same(SAFE, OLDER, newer)


@pytest.mark.parametrize(
    "newer",
    [
        with_levels(*OLDER.levels[:-1]),
        with_levels(*(replace(one, met=not one.met) for one in OLDER.levels)),
        with_levels(*(replace(one, label=f"{one.label}!") for one in OLDER.levels)),
        with_levels(*reversed(OLDER.levels)),
    ],
    ids=["shorter", "met from elsewhere", "other labels", "turned round"],
)
def test_another_scale_changes_every_statement(newer: Framework) -> None:
    assert not any(same(one, OLDER, newer) for _, one in OLDER.statements())


@pytest.mark.parametrize("name", ["new", ""])
def test_what_only_one_of_them_asks_is_not_the_same(name: str) -> None:
    new = Statement(name, families="We are heard.")
    assert not same(new, OLDER, OLDER)
    assert not same(HEARD, OLDER, with_heard(slug="listened-to"))
    assert not same(HEARD, with_heard(slug="listened-to"), OLDER)
