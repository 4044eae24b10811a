"""House rule: the list of tables in decision 0009 names each of our tables in its room's row."""

from __future__ import annotations

from collections.abc import Mapping

from django.apps import apps

from .committed import ROOT
from .rooms import ROOMS

LIST = ROOT / "docs" / "decisions" / "0009-what-is-expected-to-be-added.md"
Tables = Mapping[str, set[str]]


def ours() -> Tables:
    """Room → what its models are called, for rooms that have any."""
    found = {room: apps.get_app_config(room).get_models() for room in ROOMS}
    named = {
        room: {plain(str(model._meta.verbose_name)) for model in models} for room, models in found.items()
    }
    return {room: names for room, names in named.items() if names}


def listed(text: str) -> Tables:
    """Room → what stands under *Now* in its row."""
    rows = [line.split("|") for line in text.splitlines() if line.startswith("| ")]
    return {row[1].strip(): {plain(name) for name in row[2].split(",")} for row in rows}


def plain(name: str) -> str:
    """The words only: a sign-in code is a ``SignInCode``."""
    return name.strip().lower().replace("-", " ")


def faults(ours: Tables, listed: Tables) -> list[str]:
    """A sentence for each table that the list does not name, and for each name that is no table."""
    missing = [
        f"{room}: {name} is not in the list"
        for room, names in ours.items()
        for name in sorted(names - listed.get(room, set()))
    ]
    stale = [
        f"{room}: {name} is listed but is no table"
        for room, names in ours.items()
        for name in sorted(listed.get(room, set()) - names)
    ]
    return missing + stale


def test_each_table_is_in_the_row_of_its_room() -> None:
    assert faults(ours(), listed(LIST.read_text("utf-8"))) == []


def test_the_rule_bites() -> None:
    text = "| Room | Now | Expected |\n|---|---|---|\n| welcome | sign-in code, draft | spent |\n"
    tables = {"welcome": {"sign in code", "spent"}, "safety": {"draft"}}
    assert faults(tables, listed(text)) == [
        "welcome: spent is not in the list",
        "safety: draft is not in the list",
        "welcome: draft is listed but is no table",
    ]
