"""What people see and press."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from alongside.groups.demo import objection_stands, one_agreed, taken_with_dissent
from alongside.groups.errors import ManyTries, NobodyHere
from alongside.groups.handover import TRIES
from alongside.groups.models import Agreement, Decision, Objection, Paper, Stand
from alongside.people.errors import PageUsed
from alongside.people.models import Area, Organisation, Person
from alongside.welcome.models import Try

STALE = "The wording has changed since you opened the page."


@pytest.fixture
def now():
    """Pages tell the time themselves."""
    return timezone.now()


@pytest.fixture
def page(client_of):
    """The text of a page, for one of the cast, and whether it is there at all."""

    def read(person, address):
        response = client_of(person).get(address)
        return response.content.decode() if response.status_code == 200 else response.status_code

    return read


@pytest.fixture
def post(client_of):
    def send(person, route, thing, **said):
        return client_of(person).post(reverse(f"groups:{route}", args=[thing.pk]), said)

    return send


def test_the_page_says_how_far_it_is(page, netherby, group, asha, now):
    html = page(asha, objection_stands(netherby, group, now - timedelta(days=8)).get_absolute_url())
    for said in (
        "Not decided yet",
        "1 of 2: services",
        "1 stands: Owen’s",
        "Asha or Owen gives the families’ agreement, once the objection below is settled.",
        "Ben, co-chair for services, on",
        "Count a break only if the family says that it was one.",
        "What changed",
        "Watching, without a say: Jo.",
        "Agree for families",
    ):
        assert said in html, said


def test_a_decision_in_discussion_is_for_its_group(page, decision, cara, jo, dev, gwen):
    address = decision.get_absolute_url()
    assert [page(who, address) for who in (None, dev, gwen)] == [404] * 3
    assert "Letters that come in time" in page(cara, address)
    assert "Say where I stand" not in page(jo, address)


def test_what_is_decided_is_public_and_names_nobody(page, netherby, group, asha, now):
    taken = taken_with_dissent(netherby, group, now - timedelta(days=30))
    public, inside = page(None, taken.get_absolute_url()), page(asha, taken.get_absolute_url())
    for said in ("Decided", "Text me as well. I do not open letters.", "A member for families"):
        assert said in public, said
    for name in ("Asha", "Ben", "Ellis", "Cara", "Priya", "Kit"):
        assert name not in public, name
    assert "Ellis, families" in inside
    assert "Objected, and took it back" in inside


def test_a_speaker_agrees_in_one_press(post, page, decision, ben):
    response = post(ben, "agreement", decision, wording_id=decision.wording.pk)
    assert (response.status_code, response.url) == (302, decision.get_absolute_url())
    assert Agreement.objects.get().partner.name == "Services"
    assert "Agree for services" not in page(ben, decision.get_absolute_url())


@pytest.mark.parametrize(
    ("name", "status"), [("cara", 422), ("jo", 422), ("dev", 404), ("gwen", 404), ("", 404)]
)
def test_nobody_else_can_press_it(post, decision, netherby, name, status):
    person = netherby.people[name] if name else None
    response = post(person, "agreement", decision, wording_id=decision.wording.pk)
    assert response.status_code == status
    assert not Agreement.objects.exists()


def test_a_page_of_yesterday_agrees_to_nothing(post, decision, seat, ben, cara, now):
    old = decision.wording.pk
    decision.word(seat(cara), "Two weeks before.", now)
    for wording in (old, uuid.uuid4(), "", "rubbish"):
        response = post(ben, "agreement", decision, wording_id=wording)
        assert response.status_code == 422
        assert STALE in response.content.decode()
        assert "Two weeks before." in response.content.decode()
    assert not Agreement.objects.exists()


def test_an_objection_to_a_wording_of_yesterday_keeps_every_word(post, decision, seat, ellis, cara, now):
    said = {"reason": "Nobody asked us.\n\nNot once.", "acceptable_if": "Ask “us” <first>."}
    key, old = uuid.uuid4(), decision.wording.pk
    decision.word(seat(cara), "Two weeks before.", now)

    response = post(ellis, "objections", decision, key=key, wording_id=old, **said)

    form, html = response.context["form"], response.content.decode()
    assert response.status_code == 422
    assert STALE in html
    assert "Your words are safe" in html
    assert {name: form[name].value() for name in said} == said
    again = {"key": key, "wording_id": form["wording_id"].value(), **said}
    assert post(ellis, "objections", decision, **again).status_code == 302
    assert post(ellis, "objections", decision, **again).status_code == 302
    assert Objection.objects.get().reason == said["reason"]


def test_an_objection_says_what_would_make_it_acceptable(post, decision, ellis):
    response = post(
        ellis, "objections", decision, wording_id=decision.wording.pk, reason="No.", acceptable_if=" "
    )
    assert response.status_code == 422
    assert "No." in response.content.decode()
    assert not Objection.objects.exists()


def test_taking_an_objection_back(post, page, decision, seat, ellis, cara, dev, now):
    objection = decision.object(seat(ellis), decision.wording.pk, "No.", "Yes.", now)
    assert "Take my objection back" not in page(cara, decision.get_absolute_url())
    assert "Take my objection back" in page(ellis, decision.get_absolute_url())
    assert post(dev, "withdrawal", objection).status_code == 404
    assert post(cara, "withdrawal", objection).status_code == 422
    assert post(ellis, "withdrawal", objection).status_code == 302
    assert not Decision.objects.get().objections


def test_saying_where_one_stands_and_changing_it(post, page, decision, cara):
    for how, words in (("agree", ""), ("concern", "The print must not get smaller.")):
        said = {"wording_id": decision.wording.pk, "how": how, "words": words}
        assert post(cara, "stand", decision, **said).status_code == 302
    assert Stand.objects.get().words == "The print must not get smaller."
    html = page(cara, reverse("groups:stand", args=[decision.pk]))
    assert "The print must not get smaller." in html
    assert "Change where I stand" in page(cara, decision.get_absolute_url())


def test_a_new_wording_begins_from_the_current_one(post, page, decision, cara):
    address = reverse("groups:wordings", args=[decision.pk])
    assert "They say who will be there.</textarea>" in page(cara, address)
    said = {"instead_of": decision.wording.pk, "body": "Two weeks before.", "why": "Ten days is short."}
    assert post(cara, "wordings", decision, key=uuid.uuid4(), **said).status_code == 302
    html = page(cara, decision.get_absolute_url())
    assert "second wording" in html
    assert "<ins>" in html
    assert "Ten days is short." in html


def test_a_wording_written_at_the_same_time_is_kept(post, decision, seat, cara, owen, now):
    old = decision.wording.pk
    decision.word(seat(cara), "Two weeks before.", now)
    response = post(owen, "wordings", decision, instead_of=old, body="Three weeks before.")
    assert response.status_code == 422
    assert response.context["form"]["body"].value() == "Three weeks before."
    assert STALE in response.content.decode()


def test_speakers_say_that_it_cannot_wait(post, page, decision, asha, ben):
    assert "This one cannot wait" in page(ben, decision.get_absolute_url())
    said = {"urging-wording_id": decision.wording.pk, "urging-why": ""}
    refused = post(ben, "urgency", decision, **said)
    assert refused.status_code == 422
    assert "Your words are safe" in refused.content.decode()
    said["urging-why"] = "The clinic moves on Monday."
    for who in (ben, asha):
        assert post(who, "urgency", decision, **said).status_code == 302
    assert decision.is_urgent()
    assert "The clinic moves on Monday." in page(asha, decision.get_absolute_url())


def test_something_to_read_first(post, page, decision, priya, cara, dev):
    key = uuid.uuid4()
    for _ in range(2):
        post(priya, "papers", decision, key=key, title="What it costs", body="Nothing.\n\nReally.")
    paper = Paper.objects.get()
    address = reverse("groups:paper", args=[paper.pk])
    assert "What it costs" in page(cara, decision.get_absolute_url())
    assert "Really." in page(cara, address)
    assert page(dev, address) == 404


def test_asking_the_group_to_decide(post, page, group, netherby, cara, jo, dev):
    address = reverse("groups:decisions", args=[group.pk])
    assert "Child Development Centre" in page(cara, address)
    assert "You watch in this group" in page(jo, address)
    assert page(dev, address) == 404
    said = {
        "key": uuid.uuid4(),
        "title": "A quiet place",
        "about": [netherby.centre.pk],
        "cornerstone": "welcome",
        "wording": "One small room is quiet.",
        "review_months": "6",
    }
    for _ in range(2):
        assert post(cara, "decisions", group, **said).status_code == 302
    assert Decision.objects.get().abouts.get().organisation == netherby.centre
    assert post(jo, "decisions", group, **{**said, "key": uuid.uuid4()}).status_code == 422


def test_a_form_with_nothing_in_it_loses_nothing(post, group, cara):
    response = post(cara, "decisions", group, title="A quiet place")
    assert response.status_code == 422
    assert 'value="A quiet place"' in response.content.decode()


def test_deciding_it_anew(post, page, take, group, cara, seat):
    old = take()
    address = f"{reverse('groups:decisions', args=[group.pk])}?instead-of={old.pk}"
    assert "This one takes the place of D-" in page(cara, address)
    assert "takes the place" not in page(cara, f"{address}x")


def test_handing_a_seat_over(post, page, group, seat, asha, cara, gwen, dev):
    address = reverse("groups:handovers", args=[group.pk])
    assert page(dev, address) == 404
    assert "Someone who is not in this group yet" in page(cara, address)
    said = {"seat": seat(asha).pk, "to": "someone", "address": "nobody@netherby.example"}
    assert "We found nobody" not in post(asha, "handovers", group, **said).content.decode()
    said |= {"perspective": "councillor"}
    assert "We found nobody" in post(asha, "handovers", group, **said).content.decode()
    said |= {"address": gwen.email, "perspective": "councillor"}
    assert "needs to have lived it" in post(asha, "handovers", group, **said).content.decode()
    said |= {"perspective": "parent-carer"}
    assert post(asha, "handovers", group, **said).status_code == 302
    assert group.seat_of(gwen).speaks
    assert group.seat_of(asha) is None


def test_handing_over_looks_nobody_up(post, group, seat, cara, netherby, now):
    """Somebody of another area is as unknown as nobody, and after a few tries there is no looking at all."""
    far = Area.objects.create(name="Elsewhere", slug="elsewhere")
    Person.join("Zed", area=far, at=now, email="zed@elsewhere.example")
    said = {"seat": seat(cara).pk, "to": "someone", "perspective": "parent-carer"}

    def answer(address):
        return post(cara, "handovers", group, **said, address=address).context["form"].errors["address"]

    assert answer("zed@elsewhere.example") == answer("nobody@netherby.example") == [NobodyHere.says]
    while Try.objects.count() < TRIES.most:
        answer("nobody@netherby.example")
    assert answer(netherby.gwen.email) == [ManyTries.says]
    assert group.seat_of(cara)


@pytest.mark.parametrize("route", ["wordings", "objections", "papers", "decisions"])
def test_a_key_that_is_another_persons_row(post, group, decision, seat, asha, owen, now, route):
    """A crafted form is refused, as a page that was used already."""
    objection = decision.object(seat(owen), decision.wording.pk, "No.", "Yes.", now)
    paper = decision.share_paper(seat(owen), "Costs", "None.", now)
    keys = {"wordings": decision.wording, "objections": objection, "papers": paper, "decisions": decision}
    said = {
        "instead_of": decision.wording.pk,
        "wording_id": decision.wording.pk,
        "reason": "No.",
        "acceptable_if": "Yes.",
        "body": "Anew.",
        "title": "Costs",
        "about": [organisation.pk for organisation in Organisation.of(group.area)][:1],
        "cornerstone": "welcome",
        "wording": "Anew.",
        "review_months": "6",
    }
    thing = group if route == "decisions" else decision
    response = post(asha, route, thing, key=keys[route].pk, **said)
    assert response.status_code == 422
    assert PageUsed.says in response.content.decode()


def test_a_member_hands_over_their_own_seat_alone(post, group, seat, asha, cara, gwen):
    said = {"seat": seat(asha).pk, "to": str(asha.pk)}
    response = post(cara, "handovers", group, **said)
    assert response.status_code == 422
    assert group.seat_of(asha).speaks


@pytest.mark.parametrize("stage", [one_agreed, objection_stands, taken_with_dissent])
def test_the_page_asks_little_of_the_database(
    stage, netherby, group, client_of, asha, now, django_assert_max_num_queries
):
    decision = stage(netherby, group, now - timedelta(days=30))
    client = client_of(asha)
    with django_assert_max_num_queries(22):
        assert client.get(decision.get_absolute_url()).status_code == 200
