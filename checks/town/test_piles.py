"""Each card shows a few, and leads to all of them; what is empty, or of today, is not there."""

from __future__ import annotations

import re
from collections.abc import Callable

from alongside.promises.models import Told, Verdict
from alongside.voice import demo as voices
from alongside.website.demo_town import Town
from alongside.website.reaching import to_reach

Read = Callable[..., str]


def test_what_came_of_it_names_the_promise(town: Town) -> None:
    told = Told.objects.filter(way_back__channel="text").first()
    assert told is not None
    assert to_reach([told.message])[0].about == f"What came of it: {told.delivered.promise.title}"


def test_each_card_shows_a_few_and_leads_to_all(read: Read, town: Town) -> None:
    for number in range(24):
        voices.live(town.n, voices.Tale("council", 30 + number, f"Voice {number}.", waits=True), town.today)
    page = read("/netherby/desk/", "jo").split('id="read"')[1].split("</section>")[0]
    assert page.count("Not read yet") == 3
    link = re.search(r'href="(\?all=read)">See all (\d+) voices to read<', page)
    assert link is not None
    seen, address = 0, link[1]
    while address:
        page = read("/netherby/desk/" + address, "jo")
        seen += page.count("Not read yet")
        more = re.search(r'href="(\?all=read&amp;after=[^"]+)"', page)
        address = more[1].replace("&amp;", "&") if more else ""
    assert seen == int(link[2]) >= 24


def test_words_of_today_are_in_no_count(read: Read, town: Town) -> None:
    def unread() -> str:
        return read("/netherby/desk/?all=read", "jo").split("</h1>")[1].split("</main>")[0]

    before = unread()
    verdict = Verdict.objects.filter(reading=None, answered=None).first()
    assert verdict is not None
    verdict.add_words("It is so much better.", town.today.date(), may_show=True)
    assert unread() == before


def test_an_empty_pile_has_no_card(read: Read, town: Town) -> None:
    assert 'id="write"' not in read("/netherby/desk/", "jo")
    assert "Nothing is left here" in read("/netherby/desk/?all=write", "jo")
    assert "Good " in read("/netherby/desk/?all=nonsense", "jo")


def test_the_co_ordinator_is_led_to_what_nobody_could_file(read: Read, town: Town) -> None:
    page = read("/netherby/desk/?all=read", "jo")
    assert f"/stories/{town.stories['two-letters'].pk}/organisation/" in page
    assert "Say whom it is about" in page
    assert "Put right whom it is about" in page
    assert "Two letters came on one day" not in page
    assert "Netherby Council" in page
