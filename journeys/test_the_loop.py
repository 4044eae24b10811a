"""The loop, once round: somebody says how it is, and in the end says whether it helped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page

from .house import House
from .loop import Member, Moderator, Teller
from .person import Somebody
from .ways import DARK, DESK, PHONE, Comes, named

CENTRE = "Child Development Centre"

WAYS = DESK | PHONE | DARK


@pytest.fixture(params=WAYS, ids=named)
def comes(request: pytest.FixtureRequest, house: House, window: Callable[..., Page]) -> Comes:
    """People come to this journey in one of several ways."""
    return WAYS[request.param].for_people_at(house, window)


@dataclass
class Said:
    """The words of one telling of this journey, so that three ways of coming do not mix."""

    which: int

    @property
    def title(self) -> str:
        return f"Letters of clinic {self.which}"

    @property
    def promise(self) -> str:
        return f"Ten days of notice from clinic {self.which}"

    @property
    def start(self) -> str:
        return f"The letter of clinic {self.which} came"

    @property
    def story(self) -> str:
        return f"{self.start} after the clinic. Nurse Okonkwo was sorry."


def test_a_story_becomes_a_change(comes: Comes, request: pytest.FixtureRequest) -> None:
    said = Said(list(WAYS).index(request.node.callspec.params["comes"]) + 1)
    sam = comes(Teller)
    sam.mail = f"sam{said.which}@families.example"

    sam.tells_a_story(CENTRE, said.story, "A letter that comes before the day.")
    sam.sees("Thank you")
    story = a_moderator_reads_it(comes, said, sam)
    the_centre_answers_without_an_account(comes, said, story, sam)
    decision = families_and_services_agree(comes, said)
    promise = it_is_promised_and_done(comes, said, decision)
    sam.opens_the_link("verdicts", "prints each letter")
    sam.presses("Yes, this helped")
    sam.sees("You said: Yes, this helped")
    sam.sees("Your answer counts from tomorrow")
    anyone_walks_the_thread_both_ways(comes, said, promise, sam)


def a_moderator_reads_it(comes: Comes, said: Said, sam: Teller) -> str:
    """She takes a name out, tells the teller why, and lets it go on. Gives the story's address."""
    gwen = comes(Moderator, "Gwen")
    gwen.reads(said.start, CENTRE)
    gwen.takes_out("Nurse Okonkwo", "so that nobody is singled out")
    gwen.lets_it_go_on("^1", "Communicate")
    gwen.does_not_see(sam.mail)
    gwen.presses("Show it to everyone")
    sam.reads_mail("so that nobody is singled out")
    return str(gwen.page.url)


def the_centre_answers_without_an_account(comes: Comes, said: Said, story: str, sam: Teller) -> None:
    """The forum asks; a code goes to the centre's address; what it answers reaches the teller."""
    jo, centre = comes(Member, "Jo"), comes(Teller)
    centre.mail = "hello@cdc.netherby.example"
    centre.looks_at_the_mail()
    jo.goes_to(story)
    jo.presses("Ask for an answer")
    centre.opens_the_link("replies", "would like an answer")
    centre.sees(said.start)
    centre.writes("Your answer", "You are right, and we are sorry. Let us work on it together.")
    centre.writes("Who answers", "Priya, bookings")
    centre.presses("Send the answer")
    centre.sees("Thank you")
    sam.reads_mail("Let us work on it together|answered")


def families_and_services_agree(comes: Comes, said: Said) -> str:
    """One objects, a new wording is better, and both speakers agree to it. Gives the decision's address."""
    cara, owen = comes(Member, "Cara"), comes(Member, "Owen")
    cara.opens_a_decision(said.title, "Clinic letters go out a week ahead.", CENTRE, "Communicate")
    cara.rests_it_on(said.start)
    owen.opens(cara.decision)
    owen.objects("A week is too short to find somebody for the others.", "Ten days.")
    cara.writes_a_new_wording("Clinic letters go out ten days ahead.", "Owen is right.")
    owen.opens(cara.decision)
    owen.stands("^I agree$")
    for name, partner in (("Ben", "services"), ("Asha", "families")):
        speaker = comes(Member, name)
        speaker.opens(cara.decision)
        speaker.agrees(partner)
        speaker.sees("Not decided yet")
        speaker.says_it_cannot_wait("The spring clinic is booked on Monday.")
    speaker.does_not_see("Not decided yet")
    speaker.sees("Decided")
    return str(cara.decision)


def it_is_promised_and_done(comes: Comes, said: Said, decision: str) -> str:
    """Written by Asha, taken on and done by Priya, looked at by Jo. Gives the promise's address."""
    asha, priya, jo = (comes(Member, name) for name in ("Asha", "Priya", "Jo"))
    day = date.today() + timedelta(days=30)
    asha.opens(decision)
    owners = ("Owen", "Priya")
    asha.promises(said.promise, "Each letter leaves ten days ahead.", day, "Communicate", owners)
    promise = asha.page.url
    priya.goes_to(promise)
    priya.presses("Take this on")
    priya.goes_to(promise)
    priya.presses("We have started")
    priya.goes_to(promise)
    priya.follows_or_presses("Say that it is done")
    priya.writes("What is different now", "The machine prints each letter on the day of booking.")
    priya.presses("It is done")
    jo.goes_to(promise)
    jo.follows_or_presses("Say what you see")
    jo.writes("What did you see", "Forty letters. All were early.")
    jo.presses("I have looked, and it is done")
    return str(promise)


def anyone_walks_the_thread_both_ways(comes: Comes, said: Said, promise: str, sam: Teller) -> None:
    """From what changed back to who said it, and forward again; and nobody learns who she is."""
    anyone = comes(Somebody)
    anyone.goes_to("/netherby/together/")
    anyone.follows(said.promise)
    for step in ("Said", "Understood", "Decided together", "Promised", "Done", "Told", "Did it help"):
        anyone.sees(step)
    anyone.sees("Done and checked, not yet heard if it helped")
    anyone.sees(said.start)
    for secret in ("Nurse Okonkwo", sam.mail):
        anyone.does_not_see(secret)
    anyone.follows("Read the decision")
    anyone.sees("ten days ahead")
    anyone.goes_to(promise)
    anyone.follows("Read all of it")
    anyone.sees("What came of this story")
    anyone.follows("The story")
    anyone.sees("A letter that comes before the day")
    anyone.follows("What came of it")
    anyone.follows(said.promise)
    assert anyone.page.url == promise
