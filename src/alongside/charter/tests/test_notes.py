"""A place says in its own words what it does; nobody writes over somebody else's words."""

from __future__ import annotations

from datetime import datetime

import pytest

from alongside.charter.errors import NewerWords, NotFromHere, NothingWritten
from alongside.charter.models import Note
from alongside.journal.models import Event
from alongside.people.demo import Netherby

from .evidence_at import there


def test_each_save_is_a_note_of_its_own(netherby: Netherby, now: datetime) -> None:
    spot, farah = there(netherby), netherby.farah
    Note.write(spot, "We ring.", farah, now, after=0)
    Note.write(spot, "We ring on Tuesdays.", farah, now, after=1)
    assert [(one.number, one.text.body) for one in Note.objects.of(spot)] == [
        (2, "We ring on Tuesdays."),
        (1, "We ring."),
    ]
    assert not Note.objects.of(there(netherby, "safe")).exists()
    assert Event.objects.filter(what="note.written").count() == 2


def test_whoever_saves_second_hears_of_the_newer_words(netherby: Netherby, now: datetime) -> None:
    spot, farah = there(netherby), netherby.farah
    Note.write(spot, "We ring.", farah, now, after=0)
    with pytest.raises(NewerWords):
        Note.write(spot, "We write.", farah, now, after=0)
    assert Note.write(spot, "We ring and write.", farah, now, after=1).number == 2


def test_a_form_sent_twice_is_one_note(netherby: Netherby, now: datetime) -> None:
    spot, farah = there(netherby), netherby.farah
    first = Note.write(spot, "We ring.", farah, now, after=0)
    assert Note.write(spot, "We ring.", farah, now, after=0) == first
    assert Note.objects.count() == 1


def test_only_those_who_work_there_and_with_words(netherby: Netherby, now: datetime) -> None:
    with pytest.raises(NotFromHere):
        Note.write(there(netherby), "We ring.", netherby.jo, now, after=0)
    with pytest.raises(NothingWritten):
        Note.write(there(netherby), " \n ", netherby.farah, now, after=0)
    assert not Note.objects.exists()
