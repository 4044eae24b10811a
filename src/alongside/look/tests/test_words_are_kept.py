"""What people write is kept as they wrote it, or the page says what to do and shows it again."""

from __future__ import annotations

from uuid import UUID

import pytest

from alongside.look import forms


class Telling(forms.Form):
    good = forms.Words(label="What was good?", max_length=20)
    name = forms.Line(label="Your name", required=False, max_length=10)


def told(**typed: str) -> Telling:
    return Telling(typed)


def test_spaces_and_paragraphs_stay() -> None:
    form = told(good="  Warm.\r\n\r\nKind. ")
    assert form.is_valid()
    assert form.cleaned_data["good"] == "  Warm.\n\nKind. "


def test_nothing_but_spaces_is_nothing() -> None:
    assert "good" in told(good=" \r\n ").errors


def test_a_line_is_one_line() -> None:
    form = told(good="x", name=" Cara\n Lee ")
    assert form.is_valid()
    assert form.cleaned_data["name"] == "Cara Lee"


def test_too_long_says_by_how_much_and_keeps_it() -> None:
    form = told(good="a" * 21)
    assert list(form.errors["good"]) == ["Take out 1 character. Everything you wrote is still here."]
    assert "a" * 21 in str(form)
    assert form.problems_title() == "Your words are safe. Please look at one thing"


def test_a_new_line_counts_once() -> None:
    assert told(good="a" * 10 + "\r\n" + "a" * 9).is_valid()


@pytest.mark.parametrize("field", ["good", "name"])
def test_a_hidden_mark_is_taken_out_and_said(field: str) -> None:
    form = told(**{"good": "Warm", field: "Wa\x00rm"})
    assert "We took out a hidden mark" in form.errors[field][0]
    assert "\x00" not in str(form)
    assert "Warm" in str(form)


def test_words_are_shown_as_words() -> None:
    html = str(told(good="<script>alert(1)</script>" * 2))
    assert "<script>" not in html


def test_the_summary_says_which_question_it_means() -> None:
    class Asked(forms.Form):
        name = forms.Line(label="Your name")
        helped = forms.Choice(label="Did it help?", choices=[("yes", "Yes")])
        email = forms.Email(label="Your e-mail address")

    form = Asked({"email": "asha at example"})
    assert [problem.text for problem in form.problems()] == [
        "Your name: Please answer this one.",
        "Did it help? Please choose one.",
        "Please check this address. It should look like name@example.org.",
    ]
    assert form.problems_title() == "Nothing is lost. Please look at three things"


def test_an_error_about_all_of_it_leads_nowhere() -> None:
    form = told(good="Warm")
    form.add_error(None, "Somebody else has just changed this. Look again, then send.")
    assert form.problems() == [("Somebody else has just changed this. Look again, then send.", "")]


def test_a_code_is_its_digits() -> None:
    class Door(forms.Form):
        code = forms.Code(label="The code")

    form = Door({"code": " 123 – 456 "})
    assert form.is_valid()
    assert form.cleaned_data["code"] == "123456"


def test_a_key_comes_with_the_page_and_back_with_the_form() -> None:
    class Keyed(forms.Form):
        key = forms.FormKey()

    first = Keyed()["key"].value()
    form = Keyed({"key": first})
    assert form.is_valid()
    assert form.cleaned_data["key"] == UUID(first)


@pytest.mark.parametrize("spoiled", ["", "not a key", "\x00"])
def test_a_spoiled_key_stops_nobody(spoiled: str) -> None:
    class Keyed(forms.Form):
        key = forms.FormKey()

    form = Keyed({"key": spoiled})
    assert form.is_valid()
    assert isinstance(form.cleaned_data["key"], UUID)


def test_what_belongs_to_a_choice_stands_under_it_and_only_there() -> None:
    class Way(forms.Form):
        way = forms.Choice(choices=[("email", "By e-mail"), ("none", "Do not")], reveals={"email": "address"})
        address = forms.Email(required=False)

    html = str(Way({"way": "email", "address": "asha at example"}))
    assert html.count('name="address"') == 1
    assert html.index("By e-mail") < html.index('name="address"') < html.index("Do not")
