"""Long after, nothing is left of what should go."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from alongside.website.demo_town import Town
from alongside.website.endings import forget, rules


def test_long_after_nothing_that_should_go_is_left(town: Town) -> None:
    later = timezone.now() + timedelta(days=365 * 10)
    due = {rule.name: rule.left(later) for rule in rules()}
    gone = {rule.name: number for rule, number in forget(later)}
    assert {rule.name: rule.left(later) for rule in rules() if rule.left(later)} == {}
    assert any(due.values())
    assert {name for name, number in due.items() if number and not gone[name]} == set()


def test_soon_after_what_is_needed_is_still_there(town: Town) -> None:
    forget(timezone.now())
    assert town.stories["letter"].parts
