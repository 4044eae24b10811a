"""A date is read the way people write dates, and a slip is said kindly."""

from __future__ import annotations

import datetime as dt

import pytest

from alongside.look import forms


class Asked(forms.Form):
    due = forms.Day(label="By when?")


def asked(day: str = "", month: str = "", year: str = "") -> Asked:
    return Asked({"due-day": day, "due-month": month, "due-year": year})


@pytest.mark.parametrize(
    "typed",
    [
        ("31", "3", "2026"),
        (" 31 ", "03", "26"),
        ("31st", "March", "2026"),
        ("31", "mar", "2026"),
        ("31/3/2026", "", ""),
        ("31 March 2026", "", ""),
        ("2026-03-31", "", ""),
    ],
)
def test_it_is_understood(typed: tuple[str, str, str]) -> None:
    form = asked(*typed)
    assert form.is_valid()
    assert form.cleaned_data["due"] == dt.date(2026, 3, 31)


@pytest.mark.parametrize(
    ("typed", "said", "leads_to"),
    [
        (("", "", ""), "Please write the date.", "#due-day"),
        (("", "3", "2026"), "Please add the day.", "#due-day"),
        (("1", "", ""), "Please add the month and the year.", "#due-month"),
        (("31", "2", "2026"), "Please check the day. That month does not have it.", "#due-day"),
        (("1", "13", "2026"), "Please check the month. It goes from 1 to 12.", "#due-month"),
        (("1", "soon", "2026"), "Please write the month like 3 or March.", "#due-month"),
        (("1", "1", "226"), "Please write the year in full, like 2026.", "#due-year"),
        (("9" * 400, "1", "2026"), "Please write the day like 12.", "#due-day"),
    ],
)
def test_a_slip_leads_to_its_box(typed: tuple[str, str, str], said: str, leads_to: str) -> None:
    form = asked(*typed)
    assert list(form.errors["due"]) == [said]
    assert form.problems()[0].href == leads_to


def test_what_was_typed_is_still_there() -> None:
    html = str(asked("31", "Febuary", "2026"))
    assert 'value="31"' in html
    assert 'value="Febuary"' in html


def test_it_may_be_left_empty_where_it_may() -> None:
    class Perhaps(forms.Form):
        due = forms.Day(required=False)

    form = Perhaps({})
    assert form.is_valid()
    assert form.cleaned_data["due"] is None


def test_a_date_known_before_is_filled_in() -> None:
    assert 'value="2026"' in str(Asked(initial={"due": dt.date(2026, 3, 31)}))


def test_a_mark_that_no_page_can_show_is_not_given_back() -> None:
    assert list(asked("3\x00rd of", "March", "2026")["due"].value()) == ["3rd of", "March", "2026"]
