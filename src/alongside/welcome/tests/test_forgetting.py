"""Codes, tries and sessions go when their time has come, and not before."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.apps import apps

from alongside.people.models import Person

from ..forget import RULES
from ..models import Session, SignInCode, Spent
from ..privacy import FIELDS
from .conftest import Browser, Inbox

RULE = {rule.name: rule for rule in RULES}


@pytest.mark.parametrize(
    ("name", "stays", "goes"),
    [
        ("sign-in codes", timedelta(hours=23), timedelta(days=1)),
        ("tries", timedelta(minutes=59), timedelta(hours=1)),
        ("sessions", timedelta(days=13), timedelta(days=14)),
    ],
)
def test_a_rule_leaves_nothing_behind(
    asha: Person, codes_sent: Inbox, now: datetime, name: str, stays: timedelta, goes: timedelta
) -> None:
    browser = Browser()
    browser.asks("asha@netherby.example")
    browser.types("000000")
    browser.types(codes_sent()[0])
    rule = RULE[name]

    assert rule.run(now + stays) == 0
    assert rule.left(now + goes) > 0
    assert rule.run(now + goes) > 0
    assert rule.left(now + goes) == 0


def test_after_all_rules_nothing_is_left(asha: Person, codes_sent: Inbox, now: datetime) -> None:
    browser = Browser()
    for _ in range(7):
        browser.asks("asha@netherby.example")
    browser.types(codes_sent()[-1])

    for rule in RULES:
        rule.run(now + timedelta(days=30))

    left = [model.objects.count() for model in (SignInCode, Spent, Session)]
    assert left == [0, 0, 0]


def test_every_field_is_classed() -> None:
    there = {
        f"welcome.{model.__name__}.{field.name}"
        for model in apps.get_app_config("welcome").get_models()
        for field in model._meta.concrete_fields
    }
    assert set(FIELDS) == there
