from datetime import date
from pathlib import Path

import pytest

from alongside.words import lists, profiles
from alongside.words.checking import check
from alongside.words.lists import HERE, load
from alongside.words.profiles import INTERFACE, PROFILES, Profile
from alongside.words.toml import Unreadable

GOOD = """
name = "Ours"
version = "1"
date = 2026-03-01
chosen_by = "Netherby forum"
[sources]
us = "Netherby forum, 1 March 2026"
[[entry]]
id = "thing"
instead_of = ["thing"]
say = ["name"]
why = "It has a name."
source = "us"
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "ours.toml"
    path.write_text(text)
    return path


def test_a_list_says_who_chose_it_and_when(tmp_path: Path) -> None:
    ours = load(written(tmp_path, GOOD))
    assert ours.slug == "ours"
    assert ours.header.date == date(2026, 3, 1)
    assert ours.header.chosen_by == "Netherby forum"
    assert ours.entries[0].source == "Netherby forum, 1 March 2026"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('why = "It has a name."\n', "", "ours.toml, entry thing: why is missing."),
        ('say = ["name"]', 'say = "name"', "ours.toml, entry thing: say must be a list, and not empty."),
        ('say = ["name"]', "say = []", "ours.toml, entry thing: say must be a list, and not empty."),
        ('why = "It', 'wy = "It', "ours.toml, entry thing: we do not know wy."),
        ('source = "us"', 'source = "them"', "entry thing: the source 'them' is not among the sources"),
        ('id = "thing"\n', "", "ours.toml, entry 1: id is missing."),
        ('source = "us"', 'source = "us"\ncase = "yes"', "entry thing: case must be true or false"),
        ("date = 2026-03-01", 'date = "March"', "ours.toml: date must be a date"),
        ('version = "1"\n', "", "ours.toml: version is missing."),
        ('["thing"]', '["thing", "thing"]', "ours.toml: the form 'thing' is there twice."),
        ('name = "Ours"', "name = ", "ours.toml: "),
    ],
)
def test_a_mistake_is_said_with_its_file_and_entry(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(Unreadable) as error:
        load(written(tmp_path, GOOD.replace(old, new)))
    assert said in str(error.value)


def test_a_file_that_is_not_there_is_said_by_name(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"lost\.toml"):
        load(tmp_path / "lost.toml")


def test_every_list_of_ours_can_be_read() -> None:
    assert [load(path).slug for path in sorted(HERE.glob("*.toml"))] == [
        "easy_read",
        "jargon",
        "officialese",
        "pages",
        "people",
    ]


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.slug)
def test_every_form_of_every_entry_is_found(profile: Profile) -> None:
    """An entry that is hidden behind another, or can never match, is a mistake."""
    for slug in profile.lists:
        for entry in lists.word_list(slug).entries:
            for form in entry.instead_of:
                found = check(f"so {form} so", profile)
                assert any(one.found == form or form in one.found for one in found), (slug, entry.id, form)


@pytest.mark.parametrize("slug", sorted(path.stem for path in HERE.glob("*.toml")))
def test_our_advice_follows_our_advice(slug: str) -> None:
    for entry in lists.word_list(slug).entries:
        for advice in (*entry.say, entry.why, entry.context):
            found = check(advice, INTERFACE)
            quoted = [
                one for one in found if one.found.lower() in {form.lower() for form in entry.instead_of}
            ]
            assert not [one for one in found if one not in quoted], (entry.id, advice, found)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'kind = "sentence-words"',
            'kind = "rhymes"',
            "profile plain, rule plain/sentence-25: the kind 'rhymes'",
        ),
        ('source = "govuk"', 'source = "them"', "rule plain/sentence-25: the source 'them'"),
        ("limit = 25", 'limit = "25"', "rule plain/sentence-25: limit must be a whole number"),
    ],
)
def test_a_mistake_in_a_profile_is_said_too(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = profiles.HERE.read_text()
    with pytest.raises(Unreadable) as error:
        profiles.load(written(tmp_path, text.replace(old, new, 1)))
    assert said in str(error.value)
