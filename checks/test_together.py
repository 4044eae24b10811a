"""Tests that stand on one world run on one worker, or each worker would make that world anew."""

from __future__ import annotations

import os

import pytest


@pytest.mark.xdist_group("together")
def test_a_group_of_tests_stays_on_one_worker(request: pytest.FixtureRequest) -> None:
    """Whoever shares them out reads the group off the end of a test's name; without it nobody is told."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        pytest.skip("one worker has nothing to share out")
    grouped = [one for one in request.session.items if one.get_closest_marker("xdist_group")]
    assert grouped
    assert [one.nodeid for one in grouped if not one.nodeid.endswith(f"@{group_of(one)}")] == []


def group_of(item: pytest.Item) -> str:
    """As it stands at the end of its name."""
    return "_".join(sorted({str(mark.args[0]) for mark in item.iter_markers("xdist_group")}))
