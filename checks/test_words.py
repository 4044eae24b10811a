"""Our own pages follow our own advice on words (the profile `interface`)."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from alongside.words.interface import Advice, check_interface, interface_files

HOUSE = Path(__file__).parent.parent / "src" / "alongside"
ALLOWED = Path(__file__).parent / "words_allowed.toml"
MOST_ALLOWED = 10


@pytest.fixture(scope="module")
def advice() -> list[Advice]:
    return check_interface(interface_files(HOUSE))


def allowed() -> set[tuple[str, str]]:
    entries = tomllib.loads(ALLOWED.read_text()).get("allowed", [])
    assert all(entry["reason"] for entry in entries)
    return {(entry["file"], entry["found"]) for entry in entries}


def place(one: Advice) -> tuple[str, str]:
    return one.path.relative_to(HOUSE).as_posix(), one.finding.found


def test_our_pages_speak_plainly_and_kindly(advice: list[Advice]) -> None:
    told = [str(one) for one in advice if place(one) not in allowed()]
    assert not told, "\n" + "\n".join(told)


def test_no_exception_outlives_its_reason(advice: list[Advice]) -> None:
    needed = {place(one) for one in advice}
    assert not allowed() - needed, "take these out of words_allowed.toml"


def test_exceptions_stay_few() -> None:
    assert len(allowed()) <= MOST_ALLOWED


def test_the_check_reads_the_whole_house() -> None:
    files = {path.relative_to(HOUSE).as_posix() for path in interface_files(HOUSE)}
    assert "look/templates/look/base.html" in files
    assert "words/forms.py" in files
    assert len(files) > 100


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("page.html", "<h1>Submit feedback</h1>", "Submit feedback"),
        ("page.html", '<a aria-label="Hard-to-reach groups" href="/">x</a>', "Hard-to-reach"),
        ("page.html", '{% button "Log in" %}', "Log in"),
        ("page.html", "<p>" + "Then we went on and " * 5 + "home.</p>", "a sentence of 26 words"),
        ("told.txt", "Dear {{ name }}, your case is closed.", "your case"),
        ("views.py", 'TOO_LATE = "We are unable to do that."', "unable to"),
        ("forms.py", 'Line(label="Username")', "Username"),
    ],
)
def test_the_check_bites(tmp_path: Path, name: str, text: str, found: str) -> None:
    page = tmp_path / name
    page.write_text(text)
    assert [one.finding.found for one in check_interface([page])] == [found]
