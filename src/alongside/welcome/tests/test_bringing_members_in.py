"""A co-ordinator's list comes in: all of it or nothing, nobody twice, and nobody is written to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from openpyxl import load_workbook

from alongside.journal.models import Event
from alongside.messages.models import Message
from alongside.people.demo import Netherby
from alongside.people.models import Member, Organisation, Person, Role
from alongside.welcome.forget import RULES
from alongside.welcome.models import BroughtIn, Saved

from .lists import HEAD, Lines, as_csv, as_xlsx

ANNA = ("Anna Bell", "Anna@Home.example", "01632 960 401", "S60 2AB", "yes", "3/5/2024")
BEA = ("Bea Hill", "bea@home.example", "", "S61", "", "")
CAL = ("Cal Moor", "", "01632 960 403", "", "no", "")


@pytest.fixture(autouse=True)
def _today(now: datetime) -> Iterator[None]:
    with time_machine.travel(now, tick=False):
        yield


@dataclass
class AtTheDesk:
    """Jo, with a spreadsheet."""

    browser: Client

    def sends(self, lines: Lines, name: str = "members.csv") -> str:
        """The address of the page on which the columns stand."""
        raw = as_xlsx(lines) if name.endswith("xlsx") else as_csv(lines)
        answer = self.browser.post("/netherby/members/", {"file": SimpleUploadedFile(name, raw)})
        assert answer.status_code == 302, answer.content.decode()
        return str(answer["Location"])

    def looks_over(self, lines: Lines, name: str = "members.csv", **columns: str) -> str:
        """With the columns as they were guessed; the address of the page that shows what would happen."""
        address = self.sends(lines, name)
        form = self.browser.get(address).context["form"]
        said = {name: form[name].initial for name in form.fields} | columns
        answer = self.browser.post(address, said)
        assert answer.status_code == 302, answer.content.decode()
        return str(answer["Location"])

    def brings_in(self, lines: Lines, name: str = "members.csv") -> Saved:
        """All of it."""
        address = self.looks_over(lines, name)
        answer = self.browser.post(address)
        assert answer.status_code == 302, answer.content.decode()
        return Saved.objects.get(pk=address.rstrip("/").rpartition("/")[2])

    def leaves_out(self, address: str) -> HttpResponse:
        return self.browser.post(f"{address}staying-out/", follow=True)


@pytest.fixture
def jo_sits(client_of: Callable[..., Client], netherby: Netherby) -> AtTheDesk:
    return AtTheDesk(client_of(netherby.jo))


def whole(saved: Saved) -> tuple[int, int, int, int]:
    return saved.new, saved.changed, saved.known, saved.stayed_out


def shown(answer: HttpResponse) -> str:
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize("name", ["members.csv", "members.xlsx"])
def test_everybody_comes_in(jo_sits: AtTheDesk, netherby: Netherby, name: str) -> None:
    saved = jo_sits.brings_in([HEAD, ANNA, BEA, CAL], name)
    assert whole(saved) == (3, 0, 0, 0)
    anna = Member.objects.get(person__email="anna@home.example")
    assert (anna.person.screen_name, anna.person.phone, anna.postcode_area) == (
        "Anna Bell", "+441632960401", "S60",
    )  # fmt: skip
    assert (anna.may_contact, anna.said_on) == (True, date(2024, 5, 3))
    assert anna.person.contact.channels == ["email", "text"]
    assert not Member.objects.get(person__screen_name="Bea Hill").may_contact
    assert not Member.objects.get(person__screen_name="Cal Moor").may_contact


def test_nobody_is_written_to(jo_sits: AtTheDesk) -> None:
    jo_sits.brings_in([HEAD, ANNA, BEA])
    assert not Message.objects.exists()


def test_the_journal_says_how_many_and_never_who(jo_sits: AtTheDesk) -> None:
    jo_sits.brings_in([HEAD, ANNA, BEA])
    event = Event.objects.get(what="members.brought_in")
    assert event.detail.body == {"new": 2, "changed": 0, "known": 0, "stayed_out": 0}
    assert "Anna" not in str(Event.objects.values_list("detail__body", "about"))


def test_the_same_list_again_brings_nobody_in_twice(jo_sits: AtTheDesk) -> None:
    jo_sits.brings_in([HEAD, ANNA, BEA, CAL])
    before = Person.objects.count()
    assert whole(jo_sits.brings_in([HEAD, ANNA, BEA, CAL, ANNA], "grown.xlsx")) == (0, 0, 4, 0)
    assert Person.objects.count() == before


def test_what_changed_is_changed_and_where_they_sign_in_is_not(jo_sits: AtTheDesk) -> None:
    jo_sits.brings_in([HEAD, ANNA])
    other = ("A. Bell", "anna@home.example", "01632 960 499", "S62", "no", "")
    address = jo_sits.looks_over([HEAD, other])
    assert "Known already, and something changes: postcode area, whether we may write." in shown(
        jo_sits.browser.get(address)
    )
    jo_sits.browser.post(address)
    anna = Member.objects.get(person__email="anna@home.example")
    assert (anna.person.screen_name, anna.person.phone) == ("Anna Bell", "+441632960401")
    assert (anna.postcode_area, anna.may_contact) == ("S62", False)


def test_an_older_yes_does_not_undo_a_no(jo_sits: AtTheDesk) -> None:
    jo_sits.brings_in([HEAD, ANNA])
    Member.objects.filter(person__email="anna@home.example").update(may_contact=False, said_on="2025-01-01")
    assert whole(jo_sits.brings_in([HEAD, ANNA])) == (0, 0, 1, 0)
    later = (*ANNA[:5], "2/2/2026")
    assert whole(jo_sits.brings_in([HEAD, later])) == (0, 1, 0, 0)


def test_one_bad_row_keeps_all_of_them_out(jo_sits: AtTheDesk) -> None:
    bad = ("Dot Fell", "dot at home", "", "", "", "")
    address = jo_sits.looks_over([HEAD, ANNA, bad])
    page = shown(jo_sits.browser.get(address))
    assert "Row 3: “dot at home” is not an e-mail address." in page
    answer = jo_sits.browser.post(address)
    assert answer.status_code == 422
    assert "nobody was brought in" in shown(answer)
    assert not Person.objects.filter(email="anna@home.example").exists()


def test_bad_rows_may_stay_out_on_purpose_and_be_mended(jo_sits: AtTheDesk) -> None:
    bad = ("Dot Fell", "dot at home", "=1+1", "", "", "")
    address = jo_sits.looks_over([HEAD, ANNA, bad])
    assert "Bring them in" in shown(jo_sits.leaves_out(address))
    jo_sits.browser.post(address)
    assert whole(Saved.objects.get()) == (1, 0, 0, 1)
    for ending in ("csv", "xlsx"):
        answer = jo_sits.browser.get(f"{address}to-mend/{ending}/")
        raw = b"".join(answer.streaming_content)
        if ending == "xlsx":
            head, row = load_workbook(BytesIO(raw)).active.iter_rows(values_only=True)
            assert head[1:] == HEAD
            assert row[0].startswith("Row 3: “dot at home” is not")
            assert row[3] == "=1+1"
        else:
            assert b'"\'=1+1"' in raw


def test_what_stayed_out_is_forgotten_after_a_day(jo_sits: AtTheDesk, now: datetime) -> None:
    bad = ("Dot Fell", "dot at home", "", "", "", "")
    waits = jo_sits.looks_over([HEAD, bad])
    rule = next(rule for rule in RULES if rule.name == "lists of members")
    assert rule.left(now + timedelta(days=1)) == 1
    rule.run(now + timedelta(days=1))
    assert rule.left(now + timedelta(days=1)) == 0
    assert "This list is forgotten" in shown(jo_sits.browser.get(waits))
    assert jo_sits.browser.get(f"{waits}to-mend/csv/").status_code == 404
    assert jo_sits.browser.post(waits).status_code == 200


def test_what_is_about_a_child_is_not_even_kept(jo_sits: AtTheDesk) -> None:
    lines = [(*HEAD, "Child's name", "DOB", "Shoe size"), (*ANNA, "Timmy", "1/1/2015", "7")]
    address = jo_sits.sends(lines)
    table = BroughtIn.objects.get().table
    assert table is not None
    assert "Timmy" not in str(table.rows)
    assert "Timmy" not in shown(jo_sits.browser.get(address))
    assert "nothing about children" in shown(jo_sits.browser.get(address))
    page = shown(jo_sits.browser.get(jo_sits.looks_over(lines)))
    assert "Left alone: Shoe size." in page


def test_what_a_column_is_was_remembered(jo_sits: AtTheDesk) -> None:
    head = ("Wer", "Wie", *HEAD[2:])
    jo_sits.looks_over([head, ANNA], **{"column-0": "name", "column-1": "email"})
    form = jo_sits.browser.get(jo_sits.sends([head, BEA])).context["form"]
    assert (form["column-0"].initial, form["column-1"].initial) == ("name", "email")


def test_two_columns_cannot_be_one_thing(jo_sits: AtTheDesk) -> None:
    address = jo_sits.sends([HEAD, ANNA])
    answer = jo_sits.browser.post(address, {"column-0": "name", "column-1": "name"})
    assert answer.status_code == 422
    assert "Two columns cannot be the same thing" in shown(answer)
    answer = jo_sits.browser.post(address, {"column-1": "email"})
    assert "which column holds the names" in shown(answer)


def test_two_rows_with_one_address_are_told_apart_by_her(jo_sits: AtTheDesk) -> None:
    page = shown(jo_sits.browser.get(jo_sits.looks_over([HEAD, ANNA, ("Ben Bell", *ANNA[1:])])))
    assert "Row 2 has this e-mail address too." in page


def test_alike_names_are_only_ever_suggested(jo_sits: AtTheDesk) -> None:
    jo_sits.brings_in([HEAD, ANNA, BEA])
    alike = ("anna bell", "", "", "S60", "", ""), ("Bea Hill", "", "", "S61", "", "")
    address = jo_sits.looks_over([HEAD, *alike])
    assert "Is it the same person?" in shown(jo_sits.browser.get(address))
    assert jo_sits.browser.post(address).status_code == 422
    for row, answer in ((2, "same"), (3, "other")):
        jo_sits.browser.post(f"{address}same/", {"row": row, "answer": answer})
    jo_sits.browser.post(address)
    assert whole(Saved.objects.exclude(new=2).get()) == (1, 0, 1, 0)


def test_who_has_left_is_not_brought_back(jo_sits: AtTheDesk, now: datetime) -> None:
    jo_sits.brings_in([HEAD, ANNA])
    Member.objects.get(person__email="anna@home.example").leave(now)
    assert whole(jo_sits.brings_in([HEAD, ANNA, BEA])) == (1, 0, 0, 1)
    assert not Member.objects.filter(person__email="anna@home.example", left_at=None).exists()


def test_who_is_here_from_elsewhere_joins_and_nothing_of_theirs_changes(
    jo_sits: AtTheDesk, netherby: Netherby
) -> None:
    line = ("Devon", netherby.dev.email, "", "S60", "yes", "")
    assert whole(jo_sits.brings_in([HEAD, line])) == (1, 0, 0, 0)
    netherby.dev.refresh_from_db()
    assert netherby.dev.screen_name == "Dev"
    assert Member.objects.get(person=netherby.dev).forum == netherby.forum


def test_pressed_twice_is_saved_once(jo_sits: AtTheDesk) -> None:
    address = jo_sits.looks_over([HEAD, ANNA])
    for _ in range(2):
        assert jo_sits.browser.post(address).status_code == 302
    assert Saved.objects.count() == 1
    assert "They are in" in shown(jo_sits.browser.get(address))


def test_the_form_sent_twice_is_one_list(jo_sits: AtTheDesk, now: datetime) -> None:
    key = "6b1c0f5e-8f0a-4f53-9b6e-0a6d5e7f2c11"
    for _ in range(2):
        sent: dict[str, Any] = {"file": SimpleUploadedFile("a.csv", as_csv([HEAD, ANNA])), "key": key}
        jo_sits.browser.post("/netherby/members/", sent)
    assert BroughtIn.objects.count() == 1


def test_only_the_forums_co_ordinator_can(
    client_of: Callable[..., Client], jo_sits: AtTheDesk, netherby: Netherby
) -> None:
    address = jo_sits.looks_over([HEAD, ANNA])
    for who in (netherby.dev, netherby.gwen, netherby.asha):
        browser = client_of(who)
        assert browser.get("/netherby/members/").status_code == 404
        for path in ("", "columns/", "to-mend/csv/"):
            assert browser.get(address + path).status_code == 404
        for path in ("", "staying-out/", "same/"):
            assert browser.post(address + path).status_code == 404
    Organisation.objects.create(area=netherby.elsewhere, name="Overfell Forum", kind="forum")
    assert jo_sits.browser.get(address.replace("netherby", "overfell")).status_code == 404


def test_a_keeper_sees_the_list_and_brings_nobody_in(
    client_of: Callable[..., Client], netherby: Netherby, now: datetime
) -> None:
    Role.objects.filter(person=netherby.jo, name=Role.Name.COORDINATOR).update(until=now)
    browser = client_of(netherby.jo)
    page = shown(browser.get("/netherby/members/"))
    assert "Take the whole list along" in page
    assert "Look at this list" not in page
    assert browser.post("/netherby/members/").status_code == 404
    assert browser.get("/netherby/newsletters/").status_code == 404


def test_a_phone_of_somebody_new_is_quiet_by_night(jo_sits: AtTheDesk) -> None:
    jo_sits.brings_in([HEAD, ANNA, CAL])
    assert Person.objects.get(screen_name="Cal Moor").contact.quiet_from is not None
    assert Person.objects.get(screen_name="Anna Bell").contact.quiet_from is None


def test_a_long_list_asks_no_more_than_a_short_one(
    jo_sits: AtTheDesk, django_assert_max_num_queries: Any
) -> None:
    many = [(f"Anna {n}", f"a{n}@home.example", "", "S60", "yes", "") for n in range(400)]
    address = jo_sits.looks_over([HEAD, *many])
    with django_assert_max_num_queries(20):
        jo_sits.browser.get(address)
    with django_assert_max_num_queries(45):
        assert jo_sits.browser.post(address).status_code == 302
