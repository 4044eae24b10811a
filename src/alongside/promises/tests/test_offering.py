"""A promise that follows from no decision: one side offers it, the other says yes. Nobody decides alone."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from alongside.groups.models import Seat
from alongside.journal.models import Event
from alongside.people.days import day_of
from alongside.people.errors import PageUsed
from alongside.people.models import Organisation, Role
from alongside.people.viewer import NOBODY, Viewer
from alongside.promises import errors
from alongside.promises.deeds import deeds
from alongside.promises.delivering import may_check
from alongside.promises.models import Accepted, Promise, Told
from alongside.promises.offering import offer, side_of
from alongside.promises.waiting import waiting_promises

from .conftest import DAY, messages


@pytest.fixture
def offers(netherby, at):
    """``offers(netherby.farah)``: one about letters home at Beck Lane Primary."""

    def offered(by, **what):
        lived = netherby.cara if by == netherby.farah else by
        said = {
            "area": netherby.area,
            "organisation": netherby.school,
            "title": "Letters home on one page",
            "body": "Each fits on one page.",
            "cornerstone": "communicate",
            "lived_owner": lived,
            "service_owner": netherby.farah,
            "due_on": day_of(at + 60 * DAY),
            "at": at,
        }
        return offer(**said | what, by=by)

    return offered


@pytest.fixture
def by_farah(offers, netherby):
    """Farah offers it, and Cara is to see to it for families."""
    return offers(netherby.farah)


@pytest.fixture
def by_asha(offers, netherby):
    """Asha offers it, and sees to it herself."""
    return offers(netherby.asha)


# whose yes it needs ---------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["farah", "asha", "owen", "jo", "priya", "ben", "dev"])
def test_what_the_school_offers_needs_the_yes_of_who_sees_to_it_for_families(netherby, by_farah, at, name):
    with pytest.raises((errors.NotAsked, errors.NotForTheOtherSide)):
        by_farah.accept(netherby.people[name], at)
    assert not Accepted.objects.exists()
    by_farah.accept(netherby.cara, at + DAY)
    assert by_farah.state(at + DAY).text == "Promised"


@pytest.mark.parametrize("name", ["asha", "cara", "jo", "priya", "ben", "dev"])
def test_what_families_offer_needs_the_yes_of_who_works_there(netherby, by_asha, at, name):
    with pytest.raises((errors.NotFromThere, errors.NotForTheOtherSide)):
        by_asha.accept(netherby.people[name], at)
    by_asha.accept(netherby.farah, at + DAY)
    assert by_asha.is_accepted


def test_the_no_is_said_by_the_same_people(netherby, by_farah, by_asha, at):
    with pytest.raises(errors.NotForTheOtherSide):
        by_farah.refuse(netherby.farah, "No time.", at)
    with pytest.raises(errors.NotForTheOtherSide):
        by_asha.refuse(netherby.asha, "No time.", at)
    by_farah.refuse(netherby.cara, "I am away until June. Owen might like to.", at)
    by_asha.refuse(netherby.farah, "The printer holds one size.", at)
    assert {one.state(at).text for one in (by_farah, by_asha)} == {"No, because…"}


def test_who_has_left_their_seat_gives_no_yes(netherby, by_farah, at):
    Seat.objects.filter(person=netherby.cara).update(until=at)
    with pytest.raises(errors.NotAsked):
        by_farah.accept(netherby.cara, at + DAY)


def test_who_has_begun_to_work_there_gives_no_yes_for_families(netherby, by_farah, at):
    Role.objects.create(person=netherby.cara, organisation=netherby.school, name=Role.Name.STAFF, since=at)
    with pytest.raises(errors.NotAsked):
        by_farah.accept(netherby.cara, at + DAY)


def test_who_offers_for_families_and_begins_to_work_there_cannot_take_it_on(netherby, by_asha, at):
    Role.objects.create(person=netherby.asha, organisation=netherby.school, name=Role.Name.STAFF, since=at)
    with pytest.raises(errors.NotForTheOtherSide):
        by_asha.accept(netherby.asha, at + DAY)


def test_the_database_too_knows_that_nobody_says_yes_to_their_own_offer(netherby, by_farah):
    by_farah.lived_owner, by_farah.service_owner = netherby.farah, netherby.priya
    with pytest.raises(IntegrityError), transaction.atomic():
        by_farah.save()


# who may offer, and whom they may name --------------------------------------------------------------
def test_each_stands_on_one_side(netherby):
    sides = {
        name: side.value if (side := side_of(person, netherby.school, netherby.area)) else ""
        for name, person in netherby.people.items()
    }
    assert {name: side for name, side in sides.items() if side} == {
        "farah": "service", "asha": "lived", "cara": "lived", "ellis": "lived", "owen": "lived",
    }  # fmt: skip
    assert side_of(None, netherby.school, netherby.area) is None


@pytest.mark.parametrize("name", ["dev", "priya", "ben", "jo", "gwen", "kit"])
def test_nobody_else_can_offer(offers, netherby, name):
    with pytest.raises(errors.NotOnASide):
        offers(netherby.people[name])
    assert not Promise.objects.exists()


def test_a_seat_in_another_area_is_none_here(offers, netherby, at):
    elsewhere = Organisation.objects.get(name="Overfell Council")
    with pytest.raises(errors.NotOnASide):
        offers(netherby.asha, area=netherby.elsewhere, organisation=elsewhere)


@pytest.mark.parametrize("name", ["farah", "ben", "priya", "jo", "gwen", "dev"])
def test_who_sees_to_it_for_families_sits_for_them(offers, netherby, name):
    with pytest.raises(errors.NotOnThatSide) as refused:
        offers(netherby.farah, lived_owner=netherby.people[name])
    assert refused.value.field == "lived_owner"


def test_who_sits_for_families_and_works_there_as_well_stands_there(offers, netherby, at):
    Seat.objects.filter(person=netherby.cara).update(works_for=netherby.school)
    with pytest.raises(errors.NotOnThatSide):
        offers(netherby.farah, lived_owner=netherby.cara)
    with pytest.raises(errors.NotOnASide):
        offers(netherby.cara)


def test_nobody_of_families_is_bound_by_another(offers, netherby):
    with pytest.raises(errors.NotOnThatSide):
        offers(netherby.asha, lived_owner=netherby.cara)


@pytest.mark.parametrize("name", ["priya", "asha", "ben"])
def test_who_sees_to_it_there_works_there(offers, netherby, name):
    with pytest.raises(errors.NotOnThatSide) as refused:
        offers(netherby.asha, service_owner=netherby.people[name])
    assert refused.value.field == "service_owner"


@pytest.mark.parametrize(
    ("what", "field"), [({"title": " "}, "title"), ({"body": ""}, "body"), ({"due_on": None}, "due_on")]
)
def test_what_is_missing_is_said_beside_its_field(offers, netherby, at, what, field):
    with pytest.raises(errors.SomethingMissing) as refused:
        offers(netherby.farah, **({"due_on": day_of(at - DAY)} if field == "due_on" else what))
    assert refused.value.field == field


def test_a_form_sent_twice_is_one_offer_and_never_somebody_elses(offers, netherby):
    key = uuid4()
    assert offers(netherby.farah, key=key) == offers(netherby.farah, key=key)
    with pytest.raises(PageUsed):
        offers(netherby.asha, key=key)
    assert Promise.objects.count() == 1


# who hears of it, and who sees it -------------------------------------------------------------------
def test_the_right_one_is_asked_by_a_message(netherby, by_farah, by_asha):
    for promise, asked in ((by_farah, netherby.cara), (by_asha, netherby.farah)):
        assert [message.person for message in messages(f"promise-accept:{promise.pk}")] == [asked]


def test_it_waits_for_whoever_is_asked_and_for_nobody_else(netherby, by_farah, by_asha, at):
    waits = {
        (name, waiting.promise.pk)
        for name, person in netherby.people.items()
        for waiting in waiting_promises(person, at)
    }
    assert waits == {("cara", by_farah.pk), ("farah", by_asha.pk)}


def test_the_buttons_are_there_for_whoever_is_asked(netherby, by_farah, by_asha, at):
    def buttons(promise, who):
        return [deed.text for deed in deeds(promise, Viewer(who), at)]

    assert buttons(by_farah, netherby.cara) == ["Yes, I will see to it", "No, because…"]
    assert buttons(by_asha, netherby.farah) == ["Take this on for Beck Lane Primary", "No, because…"]
    assert buttons(by_farah, netherby.farah) == buttons(by_asha, netherby.asha) == []


def test_until_the_yes_it_is_for_those_who_work_on_it(netherby, by_farah, at):
    see = {name for name, who in netherby.people.items() if _sees(by_farah, Viewer(who))}
    assert see == {"cara", "farah", "jo", "gwen", "kit"}
    by_farah.accept(netherby.cara, at + DAY)
    assert _sees(by_farah, NOBODY)


def test_the_journal_says_that_it_was_offered(by_farah):
    assert Event.objects.filter(what="promise.offered", about_id=by_farah.pk).count() == 1


# where it is ----------------------------------------------------------------------------------------
def test_its_states_from_the_offer_to_the_next_review(netherby, by_farah, by_asha, at):
    assert by_asha.state(at).text == "Proposed, not yet taken on"
    assert by_farah.state(at).text == "Proposed, no yes yet from those who live with it"
    by_farah.accept(netherby.cara, at + DAY)
    assert by_farah.state(at + DAY).text == "Promised"
    by_farah.deliver(netherby.farah, "All letters have one page.", "", at + 20 * DAY)
    assert by_farah.state(at + 20 * DAY).text == "Done, not yet checked"
    by_farah.check_it(netherby.jo, "I read six of them.", at + 24 * DAY)
    found = by_farah.state(at + 24 * DAY)
    assert (found.text, found.sign) == ("Done and checked. Reviews show if it helped.", "half")


def test_a_third_person_looks_and_nobody_is_told_one_by_one(netherby, by_farah, at):
    by_farah.accept(netherby.cara, at + DAY)
    by_farah.deliver(netherby.farah, "All letters have one page.", "", at + 20 * DAY)
    asked = messages(f"promise-check:{by_farah.round.pk}")
    assert [message.person for message in asked] == [netherby.jo]
    assert "the next review shows if it helped" in asked[0].body
    assert {name for name, who in netherby.people.items() if may_check(by_farah, who)} == {
        "jo",
        "gwen",
        "kit",
    }
    by_farah.check_it(netherby.jo, "I read six of them.", at + 24 * DAY)
    assert not Told.objects.exists()
    assert not Event.objects.filter(what="promise.told").exists()


def _sees(promise, viewer) -> bool:
    return Promise.objects.visible_to(viewer).filter(pk=promise.pk).exists()


def test_a_parents_no_to_a_service_is_not_made_public(netherby, by_farah, by_asha, at):
    """An organisation's no is public; nobody of families is made to say in public why not."""
    by_farah.refuse(netherby.cara, "I am afraid of her.", at)
    by_asha.refuse(netherby.farah, "Nobody is there at four.", at)
    assert not _sees(by_farah, NOBODY)
    assert not _sees(by_farah, Viewer(netherby.owen))
    assert _sees(by_farah, Viewer(netherby.farah))
    assert _sees(by_farah, Viewer(netherby.jo))
    assert _sees(by_asha, NOBODY)


def test_no_more_than_two_offers_wait_for_one_parent(offers, netherby, at):
    first, _second = offers(netherby.farah), offers(netherby.farah)
    with pytest.raises(errors.OffersWait):
        offers(netherby.farah)
    first.refuse(netherby.cara, "Not now.", at)
    assert offers(netherby.farah)
