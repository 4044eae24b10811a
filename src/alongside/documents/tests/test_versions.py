"""A text keeps everything it ever was."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from alongside.documents.models import Text
from alongside.journal.tests.racing import together
from alongside.people.demo import Netherby


@pytest.fixture
def text(netherby: Netherby, now: datetime) -> Text:
    """What somebody wrote."""
    return Text.write("Mrs Hill was kind.\nThe letter was late.", area=netherby.area, at=now)


def test_the_first_words_are_the_first_version(text: Text) -> None:
    assert text.original == text.body == "Mrs Hill was kind.\nThe letter was late."


def test_a_rewrite_keeps_the_original(text: Text, now: datetime) -> None:
    text.rewrite("Somebody was kind.", why="A name was taken out.", at=now + timedelta(days=1))
    text.rewrite("Someone was kind.", why="Plainer.", at=now + timedelta(days=2))

    again = Text.objects.get(pk=text.pk)
    assert again.body == text.body == "Someone was kind."
    assert again.original == "Mrs Hill was kind.\nThe letter was late."
    assert [version.why for version in again.versions.all()] == ["", "A name was taken out.", "Plainer."]


def test_the_same_words_again_are_no_new_version(text: Text, now: datetime) -> None:
    text.rewrite(text.body, why="Pressed twice.", at=now)

    assert text.versions.count() == 1


@pytest.mark.race
@pytest.mark.django_db(transaction=True)
def test_many_who_rewrite_at_once_are_numbered_one_by_one(netherby: Netherby, now: datetime) -> None:
    text = Text.write("First.", area=netherby.area, at=now)

    together(8, lambda who: Text.objects.get(pk=text.pk).rewrite(f"Words {who}", why="", at=now))

    assert [version.number for version in text.versions.all()] == list(range(1, 10))
    assert Text.objects.get(pk=text.pk).body == text.versions.get(number=9).body
