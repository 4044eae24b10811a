"""Calls and letters: seen by those whose task it is, done once, and gone from the list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client

from alongside.messages.errors import NotByHand
from alongside.messages.models import Channel, Gone, Message, WayBack
from alongside.people.demo import Netherby
from alongside.people.models import Person, Role
from alongside.people.viewer import NOBODY, Viewer

Tell = Callable[..., Message]
Browser = Callable[..., Client]


@pytest.fixture
def meena(netherby: Netherby) -> WayBack:
    """A mother who told something and would like to be rung."""
    way_back, _token = WayBack.open_new(
        area=netherby.area,
        channel=Channel.CALL,
        address="07700 900123",
        call_me="Mrs Okafor",
        hint="after 11, not on Fridays",
    )
    return way_back


@pytest.fixture
def call(meena: WayBack, tell: Tell) -> Message:
    """Somebody should ring her."""
    return tell(way_back=meena)


def test_only_the_keeper_of_the_area_sees_a_call_to_a_teller(netherby: Netherby, call: Message) -> None:
    seen_by = {name for name, who in netherby.people.items() if call in Message.objects.to_do(Viewer(who))}

    assert seen_by == {"jo"}
    assert call not in Message.objects.to_do(NOBODY)


def test_a_co_ordinator_who_is_not_the_keeper_sees_no_call_to_a_teller(
    netherby: Netherby, asha: Person, call: Message, tell: Tell, now: datetime
) -> None:
    Role.objects.create(person=asha, name=Role.Name.COORDINATOR, area=netherby.area, since=now)
    to_ben = tell(person=netherby.ben, channel=Channel.CALL)

    assert list(Message.objects.to_do(Viewer(asha))) == [to_ben]


def test_a_keeper_who_works_for_a_service_sees_no_call_to_a_teller(
    netherby: Netherby, ben: Person, call: Message, now: datetime
) -> None:
    Role.objects.create(person=ben, name=Role.Name.KEEPER, area=netherby.area, since=now)

    assert not Message.objects.to_do(Viewer(ben)).exists()


def test_a_letter_to_an_organisation_is_the_co_ordinators(
    netherby: Netherby, asha: Person, tell: Tell, now: datetime
) -> None:
    Role.objects.create(person=asha, name=Role.Name.COORDINATOR, area=netherby.area, since=now)
    way_back, _token = WayBack.open_new(
        area=netherby.area, channel=Channel.LETTER, address="Beck Lane", organisation=netherby.school
    )
    letter = tell(way_back=way_back)

    assert list(Message.objects.to_do(Viewer(asha))) == [letter]


def test_what_goes_by_itself_is_nobodys_to_do(netherby: Netherby, asha: Person, tell: Tell) -> None:
    tell(person=asha)

    assert not Message.objects.to_do(Viewer(netherby.jo)).exists()


def test_jo_reads_what_to_say_and_rings(client_of: Browser, jo: Person, call: Message) -> None:
    browser = client_of(jo)
    page = browser.get(f"/messages/{call.pk}/")

    assert page.status_code == 200
    shown = page.content.decode()
    assert "Ring Mrs Okafor" in shown
    assert 'href="tel:07700900123"' in shown
    assert "after 11, not on Fridays" in shown
    assert "Letters go ten days before now." in shown

    done = browser.post(f"/messages/{call.pk}/done/")
    assert (done.status_code, done["Location"]) == (302, f"/messages/{call.pk}/")
    assert (call.gone.how, call.gone.by) == (Gone.How.BY_HAND, jo)

    after = browser.get(f"/messages/{call.pk}/").content.decode()
    assert "You rang. Thank you." in after
    assert "07700" not in after
    assert "Letters go" not in after


def test_looking_does_not_do_it(client_of: Browser, jo: Person, call: Message) -> None:
    browser = client_of(jo)
    browser.get(f"/messages/{call.pk}/")

    assert browser.get(f"/messages/{call.pk}/done/").status_code == 405
    assert not Gone.objects.exists()


def test_what_is_not_yours_is_not_there(client_of: Browser, netherby: Netherby, call: Message) -> None:
    for who in (None, netherby.asha, netherby.ben, netherby.dev, netherby.kit, netherby.hal):
        browser = client_of(who)
        assert browser.get(f"/messages/{call.pk}/").status_code == 404
        assert browser.post(f"/messages/{call.pk}/done/").status_code == 404
    assert not Gone.objects.exists()


def test_nobody_reads_what_goes_by_itself(
    client_of: Browser, netherby: Netherby, asha: Person, tell: Tell
) -> None:
    message = tell(person=asha)

    for who in (asha, netherby.jo):
        assert client_of(who).get(f"/messages/{message.pk}/").status_code == 404


def test_doing_it_twice_is_doing_it_once(jo: Person, asha: Person, call: Message, now: datetime) -> None:
    first = call.tick(jo, now)
    second = call.tick(asha, now + timedelta(days=1))

    assert (second.by, second.at) == (first.by, first.at)


def test_what_goes_by_itself_cannot_be_ticked(asha: Person, jo: Person, tell: Tell, now: datetime) -> None:
    with pytest.raises(NotByHand):
        tell(person=asha).tick(jo, now)


def test_what_could_not_be_sent_is_done_another_way(
    client_of: Browser, jo: Person, asha: Person, tell: Tell, now: datetime
) -> None:
    message = tell(person=asha)
    message.let_go(Gone.How.FAILED, now, why="ConnectionRefusedError 111")
    browser = client_of(jo)

    assert "it did not work" in browser.get(f"/messages/{message.pk}/").content.decode()
    assert "You told them" in browser.post(f"/messages/{message.pk}/done/", follow=True).content.decode()
    assert not Message.objects.to_do(Viewer(jo)).exists()


def test_what_is_not_needed_any_more_says_so(
    client_of: Browser, jo: Person, call: Message, now: datetime
) -> None:
    call.let_go(Gone.How.CANCELLED, now)

    assert "not needed any more" in client_of(jo).get(f"/messages/{call.pk}/").content.decode()


def test_a_call_to_somebody_without_a_number_says_so(
    client_of: Browser, jo: Person, asha: Person, tell: Tell
) -> None:
    asha.phone = None
    asha.save()
    message = tell(person=asha, channel=Channel.CALL)

    assert "We have no address or number" in client_of(jo).get(f"/messages/{message.pk}/").content.decode()


def test_a_page_takes_few_queries(
    client_of: Browser, jo: Person, call: Message, django_assert_max_num_queries: Callable[..., Client]
) -> None:
    browser = client_of(jo)
    with django_assert_max_num_queries(10):  # type: ignore[attr-defined]
        assert browser.get(f"/messages/{call.pk}/").status_code == 200


@pytest.fixture
def by_text(netherby: Netherby) -> WayBack:
    """A father who told something and would like a text."""
    way_back, _token = WayBack.open_new(
        area=netherby.area, channel=Channel.TEXT, address="07700 900555", call_me="Sam’s dad"
    )
    return way_back


def test_a_secret_that_could_not_be_sent_waits_for_the_keeper_without_its_words(
    client_of: Browser, netherby: Netherby, jo: Person, by_text: WayBack, tell: Tell, now: datetime
) -> None:
    message = tell(way_back=by_text, secret=True)
    message.let_go(Gone.How.FAILED, now, why="no such number")

    assert list(Message.objects.to_do(Viewer(jo))) == [message]
    for who in (netherby.asha, netherby.ben, netherby.gwen, netherby.hal):
        assert not Message.objects.to_do(Viewer(who)).exists()
    page = client_of(jo).get(f"/messages/{message.pk}/").content.decode()
    assert "A text did not work: 07700 900 555" in page
    assert 'href="tel:+447700900555">Ring 07700 900 555' in page
    assert "Letters go ten days before now." not in page
    assert "we have not kept them" in page

    client_of(jo).post(f"/messages/{message.pk}/done/")
    message.refresh_from_db()
    assert (message.gone.how, message.gone.by) == (Gone.How.BY_HAND, jo)
    assert not Message.objects.to_do(Viewer(jo)).exists()


def test_a_code_for_minutes_is_nobodys_to_do(jo: Person, asha: Person, tell: Tell, now: datetime) -> None:
    code = tell(person=asha, secret=True, useless_at=now + timedelta(minutes=15))
    code.let_go(Gone.How.FAILED, now, why="no such address")

    assert not Message.objects.visible_to(Viewer(jo)).exists()


def test_a_code_for_months_that_never_came_is_somebodys_to_do(
    netherby: Netherby, jo: Person, tell: Tell, now: datetime
) -> None:
    way_back, _token = WayBack.open_new(
        area=netherby.area, channel=Channel.EMAIL, address="a@b.example", organisation=netherby.school
    )
    asked = tell(way_back=way_back, secret=True, useless_at=now + timedelta(days=90))
    asked.let_go(Gone.How.FAILED, now, why="no such address")

    assert list(Message.objects.to_do(Viewer(jo))) == [asked]


def test_who_has_an_account_may_be_reached_another_way(
    client_of: Browser, jo: Person, asha: Person, tell: Tell, now: datetime
) -> None:
    message = tell(person=asha, channel=Channel.EMAIL)
    message.let_go(Gone.How.FAILED, now, why="no such address")
    page = client_of(jo).get(f"/messages/{message.pk}/").content.decode()

    assert f"This e-mail address did not work: {asha.email}" in page
    assert f'href="tel:{asha.phone}">Ring 01632 960' in page
