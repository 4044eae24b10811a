from pathlib import Path

import pytest

from alongside.words.interface import check_interface, interface_files
from alongside.words.spoken import spoken_words
from alongside.words.visible import visible_words


def seen(template: str) -> list[str]:
    return [" ".join(words.text.split()) for words in visible_words(template)]


def heard(python: str) -> list[str]:
    return [words.text for words in spoken_words(python)]


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("<p>Tell us <strong>how</strong> it is.</p>", ["Tell us how it is."]),
        ("<li>One</li><li>Two</li>", ["One", "Two"]),
        ("<p>Ben &amp; Asha&#8217;s</p>", ["Ben & Asha’s"]),
        ("<p>{# not this #}Yes{% comment %}nor {{ this }}{% endcomment %}</p>", ["Yes"]),
        ("<script>let it = 'be';</script><style>p {}</style><p>Seen</p>", ["Seen"]),
        ("<p>{{ name }}</p>", []),
        ('<a href="/x" aria-label="Close this page"><svg></svg></a>', ["Close this page"]),
        ('<input type="submit" value="Send it"><input value="mine">', ["Send it"]),
        ('<img alt="A red door" src="door.png">', ["A red door"]),
        ('{% button "I have rung her" kind="held" %}', ["I have rung her"]),
        ('{% url "words:glossary" %}{% include "look/a b.html" with title="Who reads this" %}', None),
        ('{{ why|default:"Too few to show" }}', ["Too few to show"]),
        ('{{ day|date:"j F Y" }}', []),
        ("<p>{% if a %}Now{% else %}Later{% endif %}</p>", ["Now", "Later"]),
    ],
)
def test_what_people_see_in_a_template_is_found(template: str, words: list[str] | None) -> None:
    if words is None:
        assert "Who reads this" in seen(template)
    else:
        assert seen(template) == words


def test_a_variable_stands_for_a_word() -> None:
    assert seen("<p>{{ n }} partners agreed</p>") == ["xxxxxxx partners agreed"]


@pytest.mark.parametrize(
    ("python", "words"),
    [
        ('"""A docstring of ours."""', []),
        ('LATER = "Please come back later."', ["Please come back later."]),
        ('ALL = "x"\n"""What it is for."""', []),
        ('Field(label="Name", slug="name")', ["Name"]),
        ('raise ValidationError("nope")', ["nope"]),
        ('raise ValueError("A count must be whole.")', []),
        ('raise NotYours("You do not sit here.")', ["You do not sit here."]),
        ('log.info("Started the worker")', []),
        ('x = f"{name} objects to it."', ["xxx objects to it."]),
        ('x = "SELECT a FROM b"', []),
        ('x = "https://example.org/A b"', []),
        ("x = b'Some bytes here'", []),
    ],
)
def test_what_people_read_in_python_is_found(python: str, words: list[str]) -> None:
    assert heard(python) == words


def test_advice_names_the_file_and_the_line(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("{% load x %}\n<h1>Fine</h1>\n<p>All is\n  well, <em>but\n  utilise</em> it.</p>\n")
    [advice] = check_interface([page])
    assert str(advice).startswith(f"{page}:5: utilise → use (officialese/utilise)")


def test_a_message_is_read_line_by_line(tmp_path: Path) -> None:
    message = tmp_path / "told.txt"
    message.write_text("Dear {{ name }},\n{% if x %}\nPrior to Monday.\n{% endif %}\n")
    [advice] = check_interface([message])
    assert (advice.line, advice.finding.found) == (3, "Prior to")


def test_a_hard_page_is_told_so_once(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<p>Considerable organisational difficulties characterise collaborative arrangements.</p>" * 12
    )
    assert [advice.finding.rule for advice in check_interface([page])] == ["interface/reading-age-11"]


def test_tests_and_the_demos_own_stories_are_left_alone(tmp_path: Path) -> None:
    for name in (
        "a/tests/test_x.py",
        "a/migrations/0001.py",
        "a/demo.py",
        "a/templates/a/page.html",
        "a/views.py",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    assert [path.name for path in interface_files(tmp_path)] == ["page.html", "views.py"]
