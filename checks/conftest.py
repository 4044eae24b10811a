"""Which checks keep to one worker, and which say nothing of the database."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
TOGETHER = ("house", "town", "typed")
"""Folders whose tests stand on one world: one worker makes it, once."""
CRAWLS = (
    "test_access",
    "test_canaries",
    "test_not_yours",
    "test_queries",
    "test_responses",
    "test_told_that_minute",
)
"""Files of ``house`` that ask page after page as everybody."""


@pytest.hookimpl(tryfirst=True)  # before the tests are shared out
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of one such folder go to one worker. What is typed is tried on the stricter engine alone."""
    for item in items:
        folder = item.path.parent
        if folder.parent == HERE and folder.name in TOGETHER:
            item.add_marker(pytest.mark.xdist_group(folder.name))
            item.add_marker(pytest.mark.django_db)
        if folder == HERE / "house" and item.path.stem in CRAWLS:
            item.add_marker(pytest.mark.crawl)
        if folder == HERE / "typed":
            item.add_marker(pytest.mark.once_on_postgres)
