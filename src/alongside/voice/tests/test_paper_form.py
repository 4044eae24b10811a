"""The form for a pen asks what the journey asks, in large print and in Easy Read too."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from alongside.documents.tests.lying import cut_off, overlapping
from alongside.documents.tests.papers import Paper
from alongside.people.demo import Netherby
from alongside.people.viewer import NOBODY
from alongside.voice.consents import WHO
from alongside.voice.forms import MINE, STEPS
from alongside.voice.paper.easy_read import easy_read
from alongside.voice.paper.form import IN_DANGER, PROFILES, PaperForm, questions
from alongside.voice.readers import Reader
from alongside.voice.typed_in import ADDRESSES, NOT_ON_PAPER, TypedInForm

MOST_WORDS = 15
DAY = date(2026, 3, 12)
READERS = [Reader("Gwen"), Reader("Kit", "Netherby Council")]


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("profile", PROFILES)
def test_anybody_may_print_one_and_a_screen_reader_can_read_it(
    profile: str, netherby: Netherby, client: Client
) -> None:
    answer = client.get(f"/netherby/tell/form.pdf?as={profile}")
    read = Paper(b"".join(answer))
    assert read.lacks() == []
    assert read.headings("/H1") == [("/H1", "Tell us how it is")]
    assert f"netherby-tell-us-how-it-is{'-' * bool(profile)}{profile}.pdf" in answer["Content-Disposition"]
    assert "Netherby" in read.reader.metadata.title
    assert [found for page in read.reader.pages for found in (*overlapping(page), *cut_off(page))] == []
    for words in (IN_DANGER, "01632 960 142", "/netherby/tell/", "Gwen or Kit reads them"):
        assert squeezed(words) in squeezed(read.text)


def test_another_kind_is_not_there(netherby: Netherby, client: Client) -> None:
    assert client.get("/netherby/tell/form.pdf?as=audio").status_code == 404
    assert client.get("/nowhere/tell/form.pdf").status_code == 404


def test_paper_and_journey_ask_the_same_and_so_does_the_page_for_typing_in(netherby: Netherby) -> None:
    on_paper = {one.name: one for one in questions(netherby.area)}
    typed_in = TypedInForm(area=netherby.area).fields
    fields = {
        name: field
        for form in STEPS.values()
        for name, field in form(area=netherby.area, viewer=NOBODY).fields.items()
        if name not in ADDRESSES
    }
    assert list(on_paper) == list(fields)
    for name, field in fields.items():
        asked = on_paper[name]
        assert asked.asks == field.label == typed_in[name].label
        offered = {str(value) for value, _ in getattr(field, "choices", []) if value} - set(NOT_ON_PAPER)
        assert {one["value"] for one in asked.answers} == offered
        picked = {str(value) for value, _ in getattr(typed_in[name], "choices", []) if value}
        assert picked == offered
    assert MINE in NOT_ON_PAPER


@pytest.mark.parametrize("profile", ["", "large"])
def test_every_word_of_every_question_stands_on_the_paper(profile: str, netherby: Netherby) -> None:
    text = squeezed(Paper(PaperForm.of(netherby.area, READERS, profile).pdf(DAY)).text)
    for number, one in enumerate(questions(netherby.area), start=1):
        assert squeezed(f"{number}. {one.asks}") in text
        for words in (one.helps, *(each["label"] for each in one.answers)):
            assert squeezed(words) in text


def test_easy_read_has_words_for_every_question_and_every_answer_and_for_no_other(
    netherby: Netherby,
) -> None:
    said, asked = easy_read(), questions(netherby.area)
    names = {one.name for one in asked}
    assert set(said.asks) == names
    assert set(said.helps) <= names
    for one in asked:
        values = {each["value"] for each in one.answers}
        known = set(said.answers.get(one.name, {}))
        assert known <= values
        if one.name != "organisation":
            assert known == values
    assert set(said.answers["perspective"]) == {who.value for who in WHO}


def test_easy_read_sentences_are_short(netherby: Netherby) -> None:
    form = PaperForm.of(netherby.area, READERS, "easy-read")
    said = [form.in_danger, *form.who_reads, *form.back, form.where]
    said += [f"{one.asks} {one.helps}" for one in form.questions]
    said += [each["label"] for one in form.questions for each in one.answers]
    sentences = [one for words in said for one in re.split(r"(?<=[.?:]) ", words)]
    assert [one for one in sentences if len(one.split()) > MOST_WORDS] == []


@pytest.mark.parametrize("profile", ["large", "easy-read"])
def test_nothing_is_smaller_than_eighteen_points(profile: str, netherby: Netherby) -> None:
    sizes: dict[float, str] = {}

    def look(text: str, _cm: list[float], tm: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.setdefault(round(size * abs(tm[0] or 1), 1), text)

    for page in Paper(PaperForm.of(netherby.area, READERS, profile).pdf(DAY)).reader.pages:
        page.extract_text(visitor_text=look)
    assert {words for size, words in sizes.items() if size < 18} == set()


def test_where_nobody_can_be_rung_nobody_is_promised(netherby: Netherby) -> None:
    netherby.area.phone = netherby.area.person_to_ring = ""
    form = PaperForm.of(netherby.area, [])
    assert form.in_danger == IN_DANGER
    assert not [one for one in form.back if "Ring" in one]
    assert "Somebody at the forum types your words in, just as you wrote them." in form.who_reads
