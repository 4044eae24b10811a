"""House rule: every field is classed, and what has an end really ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.apps import apps
from django.db import models

from alongside.journal.privacy import FOR_THE_RECORD, WITH_ITS_ROW, Field, Forget, Level

from .rooms import ROOMS, module


def stored_fields() -> Iterator[str]:
    """``room.Model.field`` for every column of ours."""
    for room in ROOMS:
        for model in apps.get_app_config(room).get_models(include_auto_created=True):
            for field in model._meta.concrete_fields:
                yield f"{room}.{model._meta.object_name}.{field.name}"


def classed_fields() -> dict[str, Field]:
    """What the rooms say of their fields, all in one."""
    said: dict[str, Field] = {}
    for room in ROOMS:
        table = module(room, "privacy")
        for name, field in getattr(table, "FIELDS", {}).items():
            assert name not in said, f"{name} is classed twice"
            assert name.startswith(f"{room}."), f"{name} is classed in the wrong room, {room}"
            said[name] = field
    return said


def rules() -> dict[str, Forget]:
    """Every rule of ``alongside forget``, by name."""
    found: dict[str, Forget] = {}
    for room in ROOMS:
        for rule in getattr(module(room, "forget"), "RULES", []):
            assert rule.name not in found, f"two rules are called {rule.name}"
            found[rule.name] = rule
    return found


def faults(stored: set[str], classed: Mapping[str, Field], rules: set[str]) -> list[str]:
    """A sentence for each field that nobody classed, that is gone, or whose end is nowhere a rule."""
    missing = [f"{name} is not classed" for name in sorted(stored - set(classed))]
    stale = [f"{name} is classed but is no field" for name in sorted(set(classed) - stored)]
    ends = {WITH_ITS_ROW, FOR_THE_RECORD} | rules
    endless = [f"{name}: no rule is called {f.keep!r}" for name, f in classed.items() if f.keep not in ends]
    why = [f"{name} says not what it is for" for name, f in classed.items() if len(f.why.split()) < 2]
    return missing + stale + endless + why


def test_every_field_is_classed_and_has_an_end() -> None:
    assert faults(set(stored_fields()), classed_fields(), set(rules())) == []


def test_every_rule_says_what_it_does() -> None:
    for rule in rules().values():
        assert len(rule.sentence.split()) >= 5, rule.name


def test_free_text_and_addresses_are_never_public_by_default() -> None:
    """Words people write are public only where a room says so on purpose, in this list."""
    on_purpose = {
        "people.Area.hours", "groups.Group.purpose", "promises.Reopened.why", "promises.Refusal.why",
        "charter.Edition.source", "charter.Finding.said",
    }  # fmt: skip
    classed = classed_fields()
    for room in ROOMS:
        for model in apps.get_app_config(room).get_models():
            for field in model._meta.concrete_fields:
                name = f"{room}.{model._meta.object_name}.{field.name}"
                if isinstance(field, models.TextField | models.JSONField | models.EmailField) and (
                    classed[name].level == Level.PUBLIC
                ):
                    assert name in on_purpose, f"{name} holds people’s words and is classed public"


KEPT_THOUGH_SPECIAL = {
    "voice.Story.happened": "its teller takes it back any day; until then it is what a forum is for",
    "voice.Story.good": "as what happened",
    "voice.Story.better": "as what happened",
    "groups.Seat.perspective": "what was agreed cannot be verified without knowing for whom somebody spoke",
    "safety.Concern.id": "that somebody was worried is kept; the words, and how to reach them, go",
    "safety.Concern.area": "as its id",
    "safety.Concern.at": "as its id",
}
"""Special fields that no rule forgets, each with the reason."""


def endless_secrets(classed: Mapping[str, Field]) -> set[str]:
    """Special fields that stay as long as there is a record."""
    return {name for name, f in classed.items() if f.level == Level.SPECIAL and f.keep == FOR_THE_RECORD}


def test_what_is_special_is_not_kept_for_ever_without_a_reason() -> None:
    assert endless_secrets(classed_fields()) == set(KEPT_THOUGH_SPECIAL)
    diagnosis = {"a.B.c": Field(Level.SPECIAL, "to know it", FOR_THE_RECORD)}
    assert endless_secrets(diagnosis) == {"a.B.c"}


def test_the_rule_bites() -> None:
    fine = Field(Level.PUBLIC, "so that people find it", WITH_ITS_ROW)
    assert faults({"a.B.c"}, {}, set()) == ["a.B.c is not classed"]
    assert faults(set(), {"a.B.c": fine}, set()) == ["a.B.c is classed but is no field"]
    endless = Field(Level.SECRET, "to know it again", "whenever")
    assert faults({"a.B.c"}, {"a.B.c": endless}, {"drafts"}) == ["a.B.c: no rule is called 'whenever'"]
    vague = Field(Level.SECRET, "because", WITH_ITS_ROW)
    assert faults({"a.B.c"}, {"a.B.c": vague}, set()) == ["a.B.c says not what it is for"]
