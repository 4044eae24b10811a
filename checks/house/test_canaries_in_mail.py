"""House rule: no mail and no file holds what its reader may not meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings

from alongside.messages.models import Message

from .canaries import Canary, plant
from .everything_said import say_everything, what_goes_out_later
from .test_canaries import strangers
from .who_sees import MAY_SEE, Who
from .world import World

KINDS = {
    "sign-in", "concern", "decision-opened", "agreement-given", "objection-made", "wording-written",
    "urgency-said", "decision-taken", "promise", "told", "silent", "review",
}  # fmt: skip
ADDRESSES = (
    "people.Organisation.email", "people.Person.email", "people.Person.phone", "messages.WayBack.address",
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """What was planted, and the files that came of it."""

    planted: dict[str, Canary]
    files: list[Path]

    def mails(self) -> Iterator[tuple[Message, str]]:
        """Each message, and the file that left."""
        for path in self.files:
            message = Message.objects.get(pk=path.stem[-36:])
            yield message, path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def said(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Said]:
    """A marker in everything, and then everything is said once."""
    folder = tmp_path_factory.mktemp("said")
    with override_settings(VAR=folder, OUTBOX="folder"), transaction.atomic():
        what_goes_out_later(world)
        planted = plant()
        say_everything(world)
        yield Said(planted, [path for path in folder.rglob("*") if path.is_file()])
        transaction.set_rollback(True)


def reader(message: Message) -> Who:
    """Whom it is for."""
    return message.person or message.way_back


def is_its_reader(who: Who, row: object) -> bool:
    """The address that a mail goes to stands on it."""
    return row in (who, getattr(who, "person", None), getattr(who, "organisation", None))


def test_no_mail_tells_what_its_reader_may_not_meet(said: Said) -> None:
    may_see = MAY_SEE | dict.fromkeys(ADDRESSES, is_its_reader)
    wrong = {
        f"{field} to {reader(message)}: {words}"
        for message, words in said.mails()
        for field in strangers(words, reader(message), said.planted, may_see)
    }
    assert wrong == set()


def test_everything_was_said(said: Said) -> None:
    assert {path.suffix for path in said.files} == {".eml", ".txt"}
    assert KINDS - {message.kind for message, _ in said.mails()} == set()


def test_the_look_into_mail_bites(said: Said) -> None:
    """To a stranger, the same mails would tell much."""
    met = {one for _, words in said.mails() for one in strangers(words, None, said.planted, {})}
    assert {"documents.Text.body", "people.Person.screen_name", "people.Person.email"} <= met
