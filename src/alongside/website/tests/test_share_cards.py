"""Cards: large words, a contrast that can be read, an alt text; and none of what a door hides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from alongside.charter import demo as rounds
from alongside.groups import demo as at_work
from alongside.people.demo import Netherby
from alongside.people.models import Person
from alongside.voice.demo import Tale, live
from alongside.voice.models import Consent, Story
from alongside.website.sharing.cards import MOST, Card, of_area, of_story
from alongside.website.sharing.picture import HIGH, WIDE, drawn
from alongside.website.sharing.words import cut

Browser = Callable[[Person | None], Client]
GROUND = (0x0F, 0x4C, 0x47)


def light(colour: tuple[int, ...]) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = [one / 255 for one in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def picture(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def head(page: bytes) -> dict[str, str]:
    """What a page tells whoever shows a link to it."""
    metas = LexborHTMLParser(page.decode()).css("head meta")
    found = [(one.attributes.get("property") or one.attributes.get("name"), one) for one in metas]
    return {str(name): str(one.attributes["content"]) for name, one in found if name}


@pytest.fixture
def public(netherby: Netherby, now: datetime) -> Story:
    """A story that everybody may read."""
    return live(netherby, Tale("centre", 30, "The letter came late.", who="cara", public=True), now)


def test_a_card_is_large_and_can_be_read(netherby: Netherby) -> None:
    seen = picture(drawn(of_area(netherby.area)))
    assert seen.size == (WIDE, HIGH) == (1200, 630)
    for box in ((64, 140, 1136, 470), (160, 510, 1136, 620)):  # the words; what kind of page it is
        colours = sorted(seen.crop(box).getcolors(1 << 20) or [], reverse=True)
        (_, ground), (_, ink) = colours[:2]
        assert contrast(ground, ink) >= 4.5
    assert seen.getpixel((10, 10)) == GROUND


def test_nobody_s_card_differs(netherby: Netherby, client: Client, client_of: Browser) -> None:
    path = "/netherby/card.png"
    assert b"".join(client.get(path)) == b"".join(client_of(netherby.jo).get(path))


def test_it_is_kept_for_a_while_and_drawn_once(netherby: Netherby, client: Client) -> None:
    first = client.get("/netherby/card.png")
    assert first["Content-Type"] == "image/png"
    assert first["Cache-Control"] == "public, max-age=600"
    again = client.get("/netherby/card.png", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert again["ETag"] == first["ETag"]


def test_public_pages_name_their_card(netherby: Netherby, client: Client, public: Story) -> None:
    story = reverse("website:story_thread", args=[public.pk])
    for path, card in (("/netherby/", of_area(netherby.area)), (story, of_story(public))):
        said = head(client.get(path).content)
        assert said["og:image"] == f"{settings.PUBLIC_ADDRESS}{card.path}"
        assert said["og:image:alt"] == card.alt
        assert said["og:title"] == card.words
        assert said["twitter:card"] == "summary_large_image"
        assert client.get(card.path).status_code == 200
    assert "“The letter came late.”" in of_story(public).alt


@pytest.mark.parametrize("who", ["", "cara", "gwen", "jo", "priya"])
def test_a_story_that_is_not_public_has_no_card_for_anybody(
    who: str, netherby: Netherby, client_of: Browser, now: datetime
) -> None:
    story = live(netherby, Tale("centre", 30, "The letter came late.", who="cara"), now)
    browser = client_of(netherby.people.get(who))
    assert browser.get(reverse("website:story_card", args=[story.pk])).status_code == 404
    page = browser.get(reverse("website:story_thread", args=[story.pk]))
    assert "og:image" not in head(page.content)


def test_what_is_taken_back_is_gone_from_its_card(client: Client, public: Story, now: datetime) -> None:
    path = reverse("website:story_card", args=[public.pk])
    tag = client.get(path)["ETag"]
    public.take_back(Consent.Use.PUBLISH, now)
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 404


def test_a_promise_has_one_once_everybody_may_read_it(
    netherby: Netherby, client_of: Browser, now: datetime
) -> None:
    at_work.groups(netherby, now - timedelta(days=200))
    over = rounds.closed(netherby, now - timedelta(days=60))
    offered = rounds.offered(netherby, over, now - timedelta(days=9))
    card, page = (reverse(f"website:{name}", args=[offered.pk]) for name in ("promise_card", "thread"))
    cara = client_of(netherby.cara)
    assert cara.get(card).status_code == 404
    assert "og:image" not in head(cara.get(page).content)
    kept = rounds.taken_on(netherby, over, now - timedelta(days=9), title="A map by the door")
    page = reverse("website:thread", args=[kept.pk])
    assert head(client_of(None).get(page).content)["og:title"] == "A map by the door"
    assert client_of(None).get(reverse("website:promise_card", args=[kept.pk])).status_code == 200


def test_a_round_has_one_while_it_runs_and_none_when_it_is_over(
    netherby: Netherby, client: Client, now: datetime
) -> None:
    review = rounds.opened(netherby, now)
    link = review.links.get(audience="families")
    said = head(client.get(reverse("charter:begin", args=[link.token])).content)
    path = reverse("website:review_card", args=[link.token])
    assert said["og:image"].endswith(path)
    assert (
        said["og:image:alt"]
        == "How is it at Beck Lane Primary? (Answer without an account, Alongside Netherby)"
    )
    assert client.get(path).status_code == 200
    review.close(netherby.farah, now)
    assert client.get(path).status_code == 404
    assert client.get(reverse("website:review_card", args=["x" * 26])).status_code == 404


@pytest.mark.parametrize("path", ["/netherby/tell/", "/netherby/desk/", "/my/", "/netherby/to-share/"])
def test_pages_of_one_s_own_name_none(path: str, netherby: Netherby, client_of: Browser) -> None:
    assert "og:image" not in head(client_of(netherby.jo).get(path).content)


def test_the_co_ordinator_sees_each_with_its_words(
    netherby: Netherby, client_of: Browser, public: Story
) -> None:
    page = LexborHTMLParser(client_of(netherby.jo).get("/netherby/to-share/").content.decode())
    cards = [of_area(netherby.area), of_story(public)]
    assert [one.attributes["src"] for one in page.css("main img")] == [card.path for card in cards]
    for card in cards:
        assert f"Words to paste: {card.alt}" in page.text()


@pytest.mark.parametrize(
    "words", ["word " * 200, "x" * 900, "“ " * 300, "مدرسة " * 60, '#read("/x") $1$ *a*']
)
def test_long_words_are_cut_at_a_whole_word_and_still_fit(words: str) -> None:
    short = cut(words, MOST)
    assert len(short) <= MOST
    if " " in words.strip():
        assert all(one in (*words.split(), "…") for one in short.split())
    assert picture(drawn(Card("Netherby", "Tell us how it is", short, "/"))).size == (WIDE, HIGH)


def test_what_fits_is_not_cut() -> None:
    assert cut("Letters come\n ten days before.", MOST) == "Letters come ten days before."
