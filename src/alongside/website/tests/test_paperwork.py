"""The papers say everything that the lists say, and nothing that they do not."""

from __future__ import annotations

import html
import io
import re
from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from alongside.journal.privacy import Field, Level
from alongside.people.demo import Netherby
from alongside.people.roles import TASKS
from alongside.website.endings import rules
from alongside.website.paperwork import facts
from alongside.website.paperwork.papers import PAPERS, papers
from alongside.website.rooms import modules

ON = date(2026, 3, 12)


@pytest.fixture
def drafted(netherby: Netherby) -> dict[str, str]:
    return {name.removesuffix(".html"): plain(text) for name, text in papers(netherby.area, ON).items()}


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text)))


def every_field() -> dict[str, Field]:
    return {name: one for room in modules("privacy") for name, one in room.FIELDS.items()}


def test_every_paper_says_what_it_is_and_who_answers(drafted: dict[str, str]) -> None:
    assert set(drafted) == set(PAPERS)
    for text in drafted.values():
        assert "A draft of Thursday 12 March 2026" in text
        assert "It is not advice" in text
        assert "Netherby Parent Carer Forum and Netherby Council, jointly" in text
        assert "privacy@netherby.example" in text
        assert "[fill in:" in text


def test_the_record_has_every_purpose_class_and_ending(drafted: dict[str, str]) -> None:
    record = drafted["record-of-processing"]
    for name, one in every_field().items():
        assert plain(one.why) in record, name
        assert f"({one.level})" in record, name
        assert plain(facts.until(one.keep)) in record, name
    assert all(words in record for words in facts.SEEN_BY.values())
    assert all(plain(task.may) in record for task in TASKS.values())


def test_every_field_stands_in_the_record_once(drafted: dict[str, str]) -> None:
    listed = [
        column
        for room in facts.rooms()
        for purpose in room.purposes
        for columns in purpose.things.values()
        for column in columns
    ]
    assert len(listed) == len(every_field())


def test_every_rule_stands_where_people_look_for_it(drafted: dict[str, str]) -> None:
    for name in ("retention", "privacy-notice", "privacy-notice-easy-read"):
        for rule in rules():
            assert plain(rule.sentence) in drafted[name], (name, rule.name)


def test_what_may_hurt_is_in_the_assessment_and_nothing_else(drafted: dict[str, str]) -> None:
    special = {one.why for one in every_field().values() if one.level == Level.SPECIAL}
    assert {purpose.why for _room, purpose in facts.special()} == special
    assert all(plain(why) in drafted["impact-assessment"] for why in special)


def test_the_agreement_names_who_works_there(drafted: dict[str, str], netherby: Netherby) -> None:
    for partner in (netherby.forum, netherby.council, netherby.centre, netherby.school):
        assert partner.name in drafted["agreement"]


def test_every_room_has_a_title_and_no_title_is_stale() -> None:
    assert {room.name for room in facts.rooms()} == set(facts.ROOMS)
    assert set(facts.SEEN_BY) == set(Level)


def test_a_purpose_that_nobody_wrote_down_would_be_seen(drafted: dict[str, str]) -> None:
    assert "so that we can sell it" not in drafted["record-of-processing"]
    assert facts.until("no such rule").startswith("[fill in:")


def test_a_place_left_empty_is_marked(netherby: Netherby) -> None:
    netherby.area.controller = netherby.area.privacy_contact = ""
    text = plain(papers(netherby.area, ON)["agreement.html"])
    assert "[fill in: who answers for it]" in text
    assert "[fill in: an address]" in text


def test_the_command_writes_them_and_says_that_they_are_drafts(netherby: Netherby, tmp_path: Path) -> None:
    said = io.StringIO()
    call_command("paperwork", tmp_path / "papers", stdout=said)
    assert {file.stem for file in (tmp_path / "papers").iterdir()} == set(PAPERS)
    assert "drafts" in said.getvalue()
    with pytest.raises(CommandError, match="netherby"):
        call_command("paperwork", tmp_path, area="nowhere")
