"""The whole list as a spreadsheet, at any time; each member can see that it was taken along."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
import time_machine
from django.test import Client
from openpyxl import load_workbook

from alongside.people.demo import Netherby
from alongside.people.models import Look, Member, Person
from alongside.welcome.members.as_text import read_text
from alongside.welcome.members.columns import guesses
from alongside.welcome.members.entries import entries
from alongside.welcome.members.given_out import give_out
from alongside.welcome.members.plan import Plan, What


@pytest.fixture(autouse=True)
def _today(now: datetime) -> Iterator[None]:
    with time_machine.travel(now, tick=False):
        yield


def taken(browser: Client, ending: str) -> bytes:
    answer: Any = browser.get(f"/netherby/members/all/{ending}/")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def test_it_is_a_table_without_formulas(client_of: Callable[..., Client], netherby: Netherby) -> None:
    Person.objects.filter(pk=netherby.cara.pk).update(screen_name="=1+1")
    rows = list(load_workbook(BytesIO(taken(client_of(netherby.jo), "xlsx"))).active.iter_rows())
    assert len(rows) == 7
    cell = next(row[0] for row in rows if row[0].value == "=1+1")
    assert cell.data_type == "s"
    assert b'"\'=1+1"' in taken(client_of(netherby.jo), "csv")


def test_what_went_out_comes_in_again_and_nothing_changes(
    client_of: Callable[..., Client], netherby: Netherby, now: datetime
) -> None:
    table = read_text(taken(client_of(netherby.jo), "csv"))
    rows = entries(table, guesses(table.head), now.date())
    lines = Plan(netherby.forum, rows, {}).lines
    assert [line.what for line in lines] == [What.KNOWN] * 6, [line.says for line in lines]


def test_it_is_one_look_that_every_member_sees(
    client_of: Callable[..., Client], netherby: Netherby, now: datetime
) -> None:
    browser = client_of(netherby.jo)
    for ending in ("csv", "xlsx"):
        taken(browser, ending)
    assert Look.objects.filter(what=Look.What.LIST).count() == 1
    page = client_of(netherby.cara).get("/my/data/", follow=True).content.decode()
    assert "the list of members" in page
    assert "the list of members" not in client_of(netherby.ben).get("/my/data/", follow=True).content.decode()


def test_who_is_at_home_elsewhere_is_named_and_no_more(netherby: Netherby, now: datetime) -> None:
    Member.join(netherby.dev, netherby.forum, now)
    line = next(line for line in give_out(netherby.forum, netherby.jo, now) if line[0] == "Dev")
    assert line[1:4] == ("", "", "")


def test_nobody_else_takes_it(client_of: Callable[..., Client], netherby: Netherby) -> None:
    for who in (netherby.dev, netherby.gwen, netherby.asha):
        assert client_of(who).get("/netherby/members/all/csv/").status_code == 404
    assert client_of(netherby.jo).get("/netherby/members/all/pdf/").status_code == 404
    assert not Look.objects.filter(what=Look.What.LIST).exists()
