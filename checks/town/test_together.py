"""You said, together we did: newest first, filtered by what has an address, paged by a key."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from alongside.promises.models import Promise
from alongside.website import together
from alongside.website.demo_town import Town

from .conftest import promise

Read = Callable[..., str]
PATH = "/netherby/together/"


@pytest.fixture(autouse=True)
def _everything_on_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two years fill more than one page; who looks for the pages says so."""
    monkeypatch.setattr(together, "PAGE", 100)


def titles(page: str) -> list[str]:
    return re.findall(r'al-row__title"><a[^>]*>([^<]+)</a>', page)


def test_newest_first_and_only_what_was_taken_on(read: Read) -> None:
    shown = titles(read(PATH))
    months = [Promise.objects.get(title=title).month for title in shown]
    assert months == sorted(months, reverse=True)
    answered = Promise.objects.exclude(accepted=None, refusal=None)
    assert len(shown) == answered.count()
    assert "A shared page for each family" not in shown


def test_the_list_is_the_same_for_everyone(read: Read) -> None:
    assert titles(read(PATH)) == titles(read(PATH, "asha")) == titles(read(PATH, "ben"))


def test_by_cornerstone(read: Read) -> None:
    shown = titles(read(PATH, cornerstone="welcome"))
    assert shown
    assert {Promise.objects.get(title=title).cornerstone for title in shown} == {"welcome"}


def test_by_organisation(town: Town, read: Read) -> None:
    shown = titles(read(PATH, organisation=str(town.n.school.pk)))
    assert {Promise.objects.get(title=title).organisation for title in shown} == {town.n.school}


def test_pages_follow_each_other_without_a_gap(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = titles(read(PATH))
    monkeypatch.setattr(together, "PAGE", 5)
    found: list[str] = []
    older = ""
    while True:
        page = read(PATH + older)
        found += titles(page)
        link = re.search(r'href="(\?after=[^"]+)"', page)
        if link is None:
            break
        older = link[1]
    assert found == everything


def test_a_key_holds_no_day(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(together, "PAGE", 5)
    key = re.search(r"\?after=([^\"]+)", read(PATH))
    assert key is not None
    assert re.fullmatch(r"\d{4}-\d\d_[0-9a-f-]{36}", key[1])


@pytest.mark.parametrize("after", ["x", "2026-13_" + "0" * 36, "'; drop", "2026-01_zz", "\x00"])
def test_nonsense_in_the_address_shows_the_first_page(read: Read, after: str) -> None:
    assert titles(read(PATH, after=after)) == titles(read(PATH))


def test_nonsense_as_a_choice_shows_everything(read: Read) -> None:
    assert titles(read(PATH, organisation="nobody", cornerstone="x")) == titles(read(PATH))


def test_each_entry_opens_its_thread(read: Read) -> None:
    assert f"/promises/{promise('The small table').pk}/" in read(PATH)


def test_silence_shows_with_its_month(town: Town, read: Read) -> None:
    page = read(PATH)
    assert "Asked, and no answer yet" in page
    assert str(town.n.council) in page.split("Asked, and no answer yet")[1]
