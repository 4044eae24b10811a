"""What a review asks is a file that anybody can read, and that says what is wrong with it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from alongside.charter.framework import MOST_STATEMENTS, Audience, Framework
from alongside.charter.frameworks import SHIPPED, differences, frameworks, here, newest
from alongside.charter.mistakes import Unusable
from alongside.charter.reading import read, read_text
from alongside.people.cornerstones import choices
from alongside.words import profiles
from alongside.words.checking import check

OURS = (SHIPPED / "cornerstones-2026-11.toml").read_text(encoding="utf-8")
MANY = "".join(f'\n[[section.statement]]\nslug = "s{n}"\nstaff = "We do {n}."\n' for n in range(2000))


@pytest.fixture
def cornerstones() -> Framework:
    return newest("cornerstones")


def line_of(text: str) -> int:
    """Where this stands in our own file."""
    return OURS[: OURS.index(text)].count("\n") + 1


def wrong(text: str) -> list[str]:
    with pytest.raises(Unusable) as unusable:
        read_text(text, "ours.toml")
    return [str(one) for one in unusable.value.mistakes]


def test_ours_lay_every_cornerstone_and_ask_every_side(cornerstones: Framework) -> None:
    assert [section.cornerstone for section in cornerstones.sections] == [slug for slug, _ in choices()]
    for _section, one in cornerstones.statements():
        assert all(one.says(audience) for audience in Audience)
        assert one.evidence


def test_the_workshop_form_asks_three_open_questions(cornerstones: Framework) -> None:
    workshop = newest("workshop")
    assert workshop.is_open
    assert not cornerstones.is_open
    assert len(workshop.questions) == 3
    assert len(workshop.sections) == 4


@pytest.mark.parametrize("one", frameworks().values(), ids=str)
def test_our_statements_are_plain(one: Framework) -> None:
    said = [statement.says(audience) for _, statement in one.statements() for audience in Audience]
    for words in [*said, *(question.asks for question in one.questions)]:
        assert list(check(words, profiles.PLAIN)) == [], words


def test_what_is_missing_is_said_with_its_line() -> None:
    [said] = wrong(OURS.replace('label = "Mostly"\n', ""))
    at = line_of('slug = "mostly"') - 1
    assert said == f"ours.toml, line {at}: " + (
        "“label” is missing here. Add a line that begins with label ="
    )


def test_a_key_that_stands_twice_is_said_with_its_line() -> None:
    [said] = wrong(OURS.replace('slug = "heard"\n', 'slug = "heard"\nslug = "heard"\n'))
    at = line_of('slug = "heard"') + 1
    assert said == f"ours.toml, line {at}: This stands here twice. Keep one, and take the other out."


def test_an_unknown_cornerstone_is_said_with_those_there_are() -> None:
    [said] = wrong(OURS.replace('cornerstone = "value"', 'cornerstone = "valeu"'))
    at = line_of('cornerstone = "value"')
    assert said.startswith(f"ours.toml, line {at}: There is no cornerstone “valeu”.")
    assert "welcome, value, communicate, partnership" in said


def test_two_thousand_statements_are_too_many_for_anybody() -> None:
    began = time.monotonic()
    [said] = wrong(OURS + MANY)
    assert "There are 2,015 statements." in said
    assert f"Keep to {MOST_STATEMENTS}" in said
    assert said.startswith(f"ours.toml, line {OURS[: OURS.rindex('[[section]]')].count(chr(10)) + 1}: ")
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('slug = "safe"', 'slug = "heard"', 'slug = "safe"', "Another one has the slug “heard”."),
        ('slug = "safe"', f'slug = "{"s" * 61}"', 'slug = "safe"', "“slug” has 60 letters at most."),
        ('slug = "safe"', 'slug = "Safe!"', 'slug = "safe"', "small letters, figures and hyphens"),
        ("met = true\n\n[[question]]", "\n[[question]]", "[[level]]", "needs two levels or more"),
        ("met = true", 'met = "yes"', "met = true", "true or false, without quotes"),
        ('name = "Value', 'nmae = "Value', 'name = "Value', "We do not know “nmae”."),
        ('name = "Value and include"', 'name = ""', 'name = "Value', "a text in quotes, and not empty"),
        ('"How we greet', '"How we greet\n', '"How we greet', "cannot be read"),
        ('label = "Not yet"', 'label = "Not yet"\nmet = true', "[[level]]", "needs two levels or more"),
    ],
)
def test_each_slip_is_said_where_it_is(old: str, new: str, line: str, says: str) -> None:
    text = OURS.replace(old, new, 1)
    assert text != OURS
    said = wrong(text)
    assert any(f"line {line_of(line)}:" in one and says in one for one in said), said


def test_a_statement_that_asks_nobody_is_no_statement() -> None:
    [said] = wrong(OURS + '\n[[section.statement]]\nslug = "silence"\n')
    assert f"line {OURS.count(chr(10)) + 2}:" in said
    assert "Nobody is asked." in said


def test_all_mistakes_are_said_at_once() -> None:
    text = OURS.replace('label = "Mostly"\n', "").replace('cornerstone = "value"', 'cornerstone = "x"')
    assert len(wrong(text)) == 2


@pytest.mark.parametrize(
    "text", ["", "slug = 1", "section = 3", "[[section]]\nstatement = 2", "\x00", "[" * 500]
)
def test_anything_else_is_said_kindly_too(text: str) -> None:
    assert all(one.startswith("ours.toml, line ") for one in wrong(text))


def test_a_file_that_is_no_text_or_not_there_is_said_kindly(tmp_path: Path) -> None:
    (tmp_path / "photo.toml").write_bytes(b"\xff\xd8\xff")
    for file in ("photo.toml", "nowhere.toml"):
        with pytest.raises(Unusable) as unusable:
            read(tmp_path / file)
        assert str(unusable.value).startswith(f"{file}, line 1: ")


def test_two_files_of_one_version_cannot_both_be_meant(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(OURS, encoding="utf-8")
    with pytest.raises(Unusable, match="Give this one a new version"):
        frameworks(tmp_path)


def test_versions_stand_side_by_side_and_say_what_changed(tmp_path: Path) -> None:
    later = OURS.replace('"2026-11"', '"2027-01"').replace(
        "I feel safe here, and I like", "I feel safe, and like"
    )
    later = later.replace('label = "Always"', 'label = "Every time"')
    (tmp_path / "later.toml").write_text(later, encoding="utf-8")

    there = frameworks(tmp_path)

    assert newest("cornerstones", tmp_path).version == "2027-01"
    assert list(differences(there["cornerstones", "2026-11"], there["cornerstones", "2027-01"])) == [
        "the scale: Not yet, Sometimes, Mostly (met), Always (met) → "
        "Not yet, Sometimes, Mostly (met), Every time (met)",
        "changed: welcome / safe, young_people: I feel safe here, and I like coming. → "
        "I feel safe, and like coming.",
    ]


def test_the_command_lists_checks_and_compares(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(OURS.replace('slug = "heard"', 'slug = "listened-to"'), encoding="utf-8")

    call_command("frameworks")
    assert "cornerstones/2026-11  The four cornerstones: 15 statements, 4 levels" in capsys.readouterr().out
    call_command("frameworks", "--check", str(mine))
    assert "Nothing is wrong with it." in capsys.readouterr().out
    call_command("frameworks", "--difference", "cornerstones/2026-11", str(mine))
    out = capsys.readouterr().out
    assert "gone: welcome / heard, families:" in out
    assert "new: welcome / listened-to, families:" in out


def test_the_command_says_what_is_wrong_with_each_file(tmp_path: Path) -> None:
    for name in ("one.toml", "two.toml"):
        (tmp_path / name).write_text(OURS.replace('label = "Mostly"\n', ""), encoding="utf-8")
    with pytest.raises(CommandError) as refused:
        call_command("frameworks", "--check", *map(str, tmp_path.iterdir()))
    assert str(refused.value).count("“label” is missing here") == 2
    with pytest.raises(CommandError, match="There is: cornerstones/2026-11, workshop/2026-11"):
        call_command("frameworks", "--difference", "gold/1", "cornerstones/2026-11")


def test_a_framework_of_our_own_can_be_asked_at_once(tmp_path: Path, settings: Any) -> None:
    settings.FRAMEWORKS = tmp_path
    assert set(here()) == set(frameworks())
    text = (SHIPPED / "workshop-2026-11.toml").read_text(encoding="utf-8")
    (tmp_path / "ours.toml").write_text(text.replace('"workshop"', '"table-talk"'), encoding="utf-8")
    assert ("table-talk", "2026-11") in here()


def test_a_broken_one_is_left_out_and_named_and_no_page_breaks(
    tmp_path: Path, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.FRAMEWORKS = tmp_path
    (tmp_path / "broken.toml").write_text('slug = "broken', encoding="utf-8")
    (tmp_path / "again.toml").write_bytes((SHIPPED / "workshop-2026-11.toml").read_bytes())
    assert set(here()) == set(frameworks())
    assert "broken.toml, line 1" in caplog.text
    assert "workshop-2026-11.toml is workshop 2026-11 too" in caplog.text


def test_the_tenth_version_comes_after_the_ninth(tmp_path: Path) -> None:
    for version in ("9", "10"):
        text = OURS.replace('slug = "cornerstones"', 'slug = "mine"').replace(
            'version = "2026-11"', f'version = "{version}"'
        )
        (tmp_path / f"{version}.toml").write_text(text, encoding="utf-8")
    assert newest("mine", tmp_path).version == "10"


def test_brackets_without_end_and_a_mark_at_the_start_break_nothing(tmp_path: Path) -> None:
    file = tmp_path / "deep.toml"
    file.write_text("a = " + "[" * 100_000, encoding="utf-8")
    with pytest.raises(Unusable, match=r"deep.toml, line 1: "):
        read(file)
    file.write_text(OURS, encoding="utf-8-sig")
    assert read(file).slug == "cornerstones"


def test_a_statement_may_be_called_as_a_page_or_field_of_ours(tmp_path: Path) -> None:
    """Names of ours have a low line, which no slug has."""
    text = OURS.replace('slug = "safe"', 'slug = "sent"').replace('slug = "heard"', 'slug = "how"')
    assert {one.slug for _, one in read_text(text, "x.toml").statements()} >= {"sent", "how"}
