"""`alongside demo`: all or nothing, once, and never among real people."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone

from alongside.people.demo import CAST
from alongside.people.models import Area, Person
from alongside.website import demo
from alongside.website.demo_town import Town


def test_it_refuses_where_there_is_anyone_else(db: None) -> None:
    area = Area.objects.create(slug="real", name="Real")
    Person.join("Someone", area=area, at=timezone.now(), email="someone@real.example")
    with pytest.raises(CommandError, match="people here whom the demo did not make"):
        call_command("demo")
    assert Person.objects.count() == 1
    assert Area.objects.count() == 1


@pytest.mark.long
def test_it_is_all_or_nothing(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(town: Town) -> None:
        raise RuntimeError("the machine went off")

    monkeypatch.setattr(demo, "_letters_come_in_time", breaks)
    with pytest.raises(RuntimeError):
        demo.two_years(timezone.now())
    assert not Person.objects.exists()
    assert not Area.objects.exists()


def test_it_says_how_to_look_around(
    db: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo, "is_there", lambda: True)
    call_command("demo")
    said = capsys.readouterr().out
    assert "/netherby/" in said
    for name in CAST:
        assert name in said
