"""From a poster to a sheet: no account, one statement to a page, and nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from alongside.charter.framework import Audience
from alongside.charter.models import Answer, Link, Review, Sheet, TookPart
from alongside.charter.steps import SKIP
from alongside.people.demo import Netherby
from alongside.people.models import Person
from alongside.safety.models import Draft

Browser = Callable[[Person | None], Client]


@pytest.fixture(autouse=True)
def _today(now: datetime) -> Iterator[None]:
    with time_machine.travel(now, tick=False):
        yield


@pytest.fixture
def families(review: Review) -> Link:
    return review.links.get(audience=Audience.FAMILIES)


def page(link: Link, step: str = "") -> str:
    return (
        reverse("charter:step", args=[link.token, step])
        if step
        else reverse("charter:begin", args=[link.token])
    )


def answers(client: Client, link: Link, **levels: str) -> None:
    """Answer these statements, each on its page."""
    for name, level in levels.items():
        sent = client.post(page(link, name.replace("_", "-")), {"level": level})
        assert sent.status_code == 302, sent.content.decode()


def sends(client: Client, link: Link, key: object = None) -> str:
    """Send what is there. Where one comes to afterwards."""
    key = key or Draft.objects.get(sent=False).pk
    sent = client.post(page(link, "look_it_over"), {"key": str(key)})
    return sent.url if sent.status_code == 302 else sent.content.decode()


def test_a_parent_answers_without_an_account(families: Link, client: Client) -> None:
    first = client.get(page(families)).content.decode()
    assert "How is it at Beck Lane Primary?" in first
    assert page(families, "heard") in first
    one = client.get(page(families, "heard")).content.decode()
    assert "When we say something, somebody listens" in one
    after = client.post(page(families, "heard"), {"level": "mostly"})
    assert after.url == page(families, "safe")
    answers(client, families, safe=SKIP)
    over = client.get(page(families, "look_it_over")).content.decode()
    assert "Mostly" in over
    assert "You left this one out" in over

    assert sends(client, families) == reverse("charter:sent", args=[families.token])

    sheet = Sheet.objects.get()
    assert (sheet.audience, sheet.how) == ("families", "link")
    assert dict(sheet.answers.values_list("statement", "level")) == {"heard": "mostly"}
    assert "Thank you" in client.get(reverse("charter:sent", args=[families.token])).content.decode()


def test_each_side_reads_its_own_words(review: Review, client: Client) -> None:
    young = review.links.get(audience=Audience.YOUNG_PEOPLE)
    assert "When I say something, people listen." in client.get(page(young, "heard")).content.decode()


def test_nothing_is_chosen_is_said_kindly(families: Link, client: Client) -> None:
    for sent in ({}, {"level": ""}, {"level": "splendid"}, {"level": "\x00"}):
        answer = client.post(page(families, "heard"), sent)
        assert answer.status_code == 422
        assert "Please choose" in answer.content.decode()


def test_what_was_chosen_stands_there_when_one_comes_back(families: Link, client: Client) -> None:
    answers(client, families, heard="mostly")
    shown = client.get(page(families, "heard")).content.decode()
    assert 'value="mostly" checked' in shown.replace("\n", " ")
    changed = client.post(page(families, "heard") + "?then=look_it_over", {"level": "always"})
    assert changed.url == page(families, "look_it_over")


def test_a_story_and_a_sheet_on_one_device_do_not_mix(families: Link, client: Client) -> None:
    client.post("/netherby/tell/happened/", {"happened": "Nobody rang."})
    answers(client, families, heard="mostly")
    assert Draft.objects.filter(sent=False).count() == 2
    sheet = Draft.objects.exclude(about="").get()
    assert sends(client, families, sheet.pk).endswith("/thank_you/")
    assert "Nobody rang." in client.get("/netherby/tell/happened/").content.decode()


def test_leaving_the_page_ends_the_sheet_too(families: Link, client: Client) -> None:
    answers(client, families, heard="mostly")
    client.get("/leave/")
    client.post("/leave/")
    assert "checked" not in client.get(page(families, "heard")).content.decode() or not Draft.objects.exists()


def test_sent_twice_is_one_sheet(families: Link, client: Client) -> None:
    answers(client, families, heard="mostly")
    key = Draft.objects.get().pk
    first, again = sends(client, families, key), sends(client, families, key)
    assert first == again == reverse("charter:sent", args=[families.token])
    assert Sheet.objects.count() == 1


def test_the_same_link_serves_the_whole_family(families: Link, client: Client) -> None:
    for level in ("mostly", "always"):
        answers(client, families, heard=level)
        sends(client, families)
    assert Sheet.objects.count() == 2


def test_who_is_too_late_keeps_what_they_chose(
    families: Link, review: Review, netherby: Netherby, client: Client, now: datetime
) -> None:
    answers(client, families, heard="mostly")
    key = Draft.objects.get().pk
    review.close(netherby.farah, now)
    said = sends(client, families, key)
    assert "This round is over" in said
    assert "Mostly" in said
    assert not Sheet.objects.exists()
    for path in (page(families), page(families, "heard")):
        closed = client.get(path)
        assert closed.status_code == 410
        assert "takes no more answers" in closed.content.decode()


def test_words_typed_while_it_is_closed_are_still_there(
    families: Link, review: Review, netherby: Netherby, client: Client, now: datetime
) -> None:
    answers(client, families, heard="mostly")
    review.close(netherby.farah, now)
    late = client.post(page(families, "words_welcome"), {"good": "The tea & the bench.", "better": ""})
    assert late.status_code == 410
    shown = late.content.decode()
    assert "The tea &amp; the bench." in shown
    assert "Mostly" in shown
    assert "Mostly" in client.get(page(families)).content.decode()


def test_who_works_there_does_not_answer_for_families(
    families: Link, netherby: Netherby, client_of: Browser
) -> None:
    farah = client_of(netherby.farah)
    answers(farah, families, heard="always")
    assert "Answer with the link for staff." in sends(farah, families)
    assert not Sheet.objects.exists()


def test_the_next_one_on_a_shared_tablet_is_told_that_somebody_has_begun(
    families: Link, client: Client
) -> None:
    begun = "Somebody has begun to answer on this device"
    assert begun not in client.get(page(families)).content.decode()
    answers(client, families, heard="not-yet")
    assert begun in client.get(page(families)).content.decode()
    client.get(reverse("safety:leave"))
    assert begun not in client.get(page(families)).content.decode()


def test_nothing_leads_from_a_sheet_back_to_the_device(families: Link, client: Client) -> None:
    answers(client, families, heard="mostly")
    draft = Draft.objects.get().pk
    sends(client, families, draft)
    assert Sheet.objects.get().form_key != draft


def test_an_empty_sheet_says_that_one_answer_is_enough(families: Link, client: Client) -> None:
    answers(client, families, heard=SKIP)
    assert "One answer is enough." in sends(client, families)


def test_who_works_there_and_is_signed_in_counts_once(
    review: Review, netherby: Netherby, client_of: Browser
) -> None:
    staff = review.links.get(audience=Audience.STAFF)
    farah = client_of(netherby.farah)
    for said in ("/thank_you/", "You have answered in this round already."):
        answers(farah, staff, heard="always")
        assert said in sends(farah, staff, Draft.objects.filter(sent=False).get().pk)
    assert (Sheet.objects.count(), TookPart.objects.get().person) == (1, netherby.farah)
    assert Sheet.objects.get().how == "signed-in"


def test_a_parent_who_is_signed_in_leaves_no_name(families: Link, asha: Person, client_of: Browser) -> None:
    browser = client_of(asha)
    answers(browser, families, heard="always")
    sends(browser, families)
    assert Answer.objects.count() == 1
    assert not TookPart.objects.exists()


def test_a_device_that_lost_its_key_begins_anew(families: Link, client: Client, now: datetime) -> None:
    answers(client, families, heard="mostly")
    with time_machine.travel(now + timedelta(hours=25), tick=False):
        assert client.get(page(families, "look_it_over")).url == page(families)
        assert client.post(page(families, "look_it_over"), {"key": "x"}).url.endswith("/thank_you/")


@pytest.mark.parametrize("path", ["nonsense/", "nonsense/heard/", "nonsense/thank_you/"])
def test_a_link_that_is_none_is_not_there(db: None, client: Client, path: str) -> None:
    assert client.get(f"/answer/{path}").status_code == 404


def test_a_page_that_asks_nothing_is_not_there(families: Link, client: Client) -> None:
    assert client.get(page(families, "nothing")).status_code == 404
