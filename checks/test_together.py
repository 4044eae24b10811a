"""Workers find the same tests, and what stands on one world runs on one worker."""

from __future__ import annotations

import os

import pytest

from conftest import pytest_make_parametrize_id


@pytest.mark.xdist_group("together")
def test_a_group_of_tests_stays_on_one_worker(request: pytest.FixtureRequest) -> None:
    """Whoever shares them out reads the group off the end of a test's name; without it nobody is told."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        pytest.skip("one worker has nothing to share out")
    grouped = [one for one in request.session.items if one.get_closest_marker("xdist_group")]
    assert grouped
    assert [one.nodeid for one in grouped if not one.nodeid.endswith(f"@{group_of(one)}")] == []


def test_no_test_is_named_by_the_bytes_of_a_file(request: pytest.FixtureRequest) -> None:
    """A ZIP made two seconds later has other bytes: the workers would disagree, and nothing would run."""
    of_bytes = [
        (one.name, argument)
        for one in request.session.items
        for argument, value in getattr(getattr(one, "callspec", None), "params", {}).items()
        if isinstance(value, bytes)
    ]
    assert [name for name, argument in of_bytes if argument not in name] == []
    assert isinstance(pytest_make_parametrize_id(b"PK", "raw"), str)


def group_of(item: pytest.Item) -> str:
    """As it stands at the end of its name."""
    return "_".join(sorted({str(mark.args[0]) for mark in item.iter_markers("xdist_group")}))
