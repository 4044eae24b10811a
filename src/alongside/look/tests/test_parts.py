"""What the parts of a page promise: nothing gets in that was not meant to, and nothing is only a colour."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.template import Context, Template
from django.test import Client

from alongside.look.tokens import STONES, tokens


def drawn(template: str, **said: Any) -> str:
    return Template(template).render(Context(said))


@pytest.mark.parametrize("stone", STONES)
def test_a_stone_is_never_read_aloud(stone: str) -> None:
    html = drawn("{% stone s %}", s=stone)
    assert 'aria-hidden="true"' in html
    assert "&lt;" not in html


def test_a_cornerstone_of_another_framework_gets_trusts_shape() -> None:
    assert drawn("{% stone 'a-sixth' %}") == drawn("{% stone 'trust' %}")


def test_every_sign_is_drawn() -> None:
    for name in set(tokens()["signs"]) - {"viewBox", "stroke_width", "fill"}:
        assert "<path" in drawn("{% sign n %}", n=name) or "<circle" in drawn("{% sign n %}", n=name)


def test_a_state_is_a_word_with_a_sign() -> None:
    html = drawn("{% state 'No: opened again' 'back' 'stop' %}")
    assert "<svg" in html
    assert "No: opened again" in html


def test_a_voice_keeps_its_paragraphs_and_nothing_else() -> None:
    html = drawn(
        "{% voice by=who %}\n{{ words }}\n{% endvoice %}",
        words="One.\n\n<b>Two</b>\nthree",
        who="A <i>parent</i>",
    )
    assert "<p>One.</p>" in html
    assert "<p>&lt;b&gt;Two&lt;/b&gt;<br>three</p>" in html
    assert "A &lt;i&gt;parent&lt;/i&gt;" in html


@pytest.mark.parametrize(
    "tag", ["card t", "waiting t", "details t", "notice t", "panel t", "partner t", "knot t", "task t"]
)
def test_a_title_is_only_words(tag: str) -> None:
    name = tag.split()[0]
    html = drawn("{% " + tag + " %}{{ inside }}{% end" + name + " %}", t='<img src="x">', inside="<hr>")
    assert "<img" not in html
    assert "<hr>" not in html


def test_dates_are_said_our_way() -> None:
    when = dt.datetime(2026, 3, 12, 9, 30, tzinfo=dt.UTC)
    said = drawn(
        "{{ d|day }}; {{ d|short_day }}; {{ d|month }}; {{ d|clock }}; {{ n|day }}{{ n|clock }}",
        d=when,
        n=None,
    )
    assert said == "Thursday 12 March 2026; 12 March 2026; March 2026; 9.30am; "


@pytest.mark.parametrize(
    ("hour", "said"), [((0, 0), "midnight"), ((12, 0), "noon"), ((12, 5), "12.05pm"), ((18, 0), "6pm")]
)
def test_the_clock_is_said_our_way(hour: tuple[int, int], said: str) -> None:
    assert drawn("{{ t|clock }}", t=dt.time(*hour)) == said


def test_a_summer_evening_is_not_the_day_before() -> None:
    late = dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC)
    assert drawn("{{ d|short_day }}", d=late) == "1 July 2026"


def test_a_step_to_come_says_not_yet() -> None:
    assert "Not yet" in drawn("{% knot 'Told' reached=False %}{% endknot %}")


def test_paging_with_nowhere_to_go_is_nothing() -> None:
    assert drawn("{% pages %}").strip() == ""


def test_the_wall_counts_in_words() -> None:
    html = drawn(
        "{% wall rows 'Two' %}", rows=[{"slug": "welcome", "name": "Welcome", "helped": 2, "todo": 1}]
    )
    assert "2 helped, 1 to do" in html
    assert html.count("al-wall__stone is-todo") == 1
    assert html.count('class="al-wall__stone"') == 2


@pytest.mark.django_db
class TestTheirOwnPage:
    def test_is_not_there_on_an_open_site(self, settings: Any) -> None:
        settings.DEBUG = settings.DEMO = False
        assert Client().get("/components/").status_code == 404

    def test_shows_them_all_in_a_demo(self, settings: Any) -> None:
        settings.DEBUG, settings.DEMO = False, True
        answer = Client().get("/components/")
        assert answer.status_code == 200
        page = answer.content.decode()
        ids = [piece.split('"')[0] for piece in page.split(' id="')[1:]]
        assert len(ids) == len(set(ids))


def test_a_page_stands_without_a_house_around_it() -> None:
    html = drawn("{% extends 'look/base.html' %}{% block title %}Alone{% endblock %}")
    assert "<title>Alone – Alongside</title>" in html
    assert "Need a person?" in html
    assert "ring 999" in html
