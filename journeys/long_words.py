"""Where somebody writes much: the page, the field, what else it asks, and how one sees that it went."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from playwright.sync_api import expect

from .house import House
from .person import Somebody

PLACES = """
from django.utils import timezone
from alongside.groups.models import Decision
from alongside.messages.models import WayBack, digest
from alongside.people.models import Person
from alongside.people.viewer import Viewer
from alongside.promises.models import Told
from alongside.safety.models import Reading
from alongside.voice.models import Story
from alongside.voice.replies import Asked
who = {one.screen_name: one for one in Person.objects.filter(screen_name__in=("Cara", "Gwen", "Priya"))}
now, secret = timezone.now(), "k" * 26
asked = Asked.objects.exclude(way_back=None).order_by("-on").first()
WayBack.objects.filter(pk=asked.way_back_id).update(token_digest=digest(secret))
told = next(one for one in Told.objects.order_by("-at") if one.verdict and not one.verdict.is_answered)
Told.objects.filter(pk=told.pk).update(token_digest=digest(secret))
door = Story.objects.visible_to(Viewer(who["Priya"])).answerable_by(Viewer(who["Priya"]), now.date())
waits = Decision.objects.filter(taken=None, group__seats__person=who["Cara"])
readings = Reading.objects.visible_to(Viewer(who["Gwen"])).filter(passed=None)
told_in = Story.objects.exclude(happened=None).filter(reading__in=readings)
found = {
    "wordings": f"decisions/{waits[0].pk}/wordings",
    "replies": f"stories/{door[0].pk}/replies",
    "changes": f"readings/{told_in[0].reading_id}/changes",
    "by code": f"replies/{secret}",
    "verdict": f"verdicts/{secret}",
}
"""
"""Where these forms are in the demo. Secrets cannot be read back from it, so two are set anew."""


ANOTHER = "Write another answer"


@dataclass(frozen=True)
class LongForm:
    """One form with a long field."""

    name: str
    path: str
    label: str
    button: str
    sent: str
    """What one sees once it went."""
    who: str = ""
    rest: dict[str, str] = field(default_factory=dict)
    spoils: tuple[str, str] = ("", "")
    """A field and what to write there, so that the form cannot be taken as it is."""
    writes_to: str = "journal_event"
    """The table without which it cannot be kept."""


FORMS = {
    one.name: one
    for one in (
        LongForm(
            "tell", "netherby/tell", "What happened", "Carry on", "What was good", writes_to="safety_draft"
        ),
        LongForm("concern", "netherby/not-safe", "What worries you", "Send this", "Your words are kept"),
        LongForm(
            "reply by code", "by code", "Your answer", "Send the answer", "We have your answer",
            rest={"Who answers": "Priya, bookings"}, spoils=("Who answers", ""),
        ),
        LongForm(
            "verdict", "verdict", "say more", "Save my words", "We have kept your words",
            writes_to="promises_verdict",
        ),
        LongForm(
            "wording", "wordings", "The new wording", "Put this wording", "Where members stand", who="Cara"
        ),
        LongForm(
            "reply", "replies", "Your answer", "Send the answer", "Priya, bookings",
            who="Priya", rest={"Who answers": "Priya, bookings"}, spoils=("Who answers", ""),
        ),
        LongForm(
            "change", "changes", "The words as others", "Save these words", "a name, and more",
            who="Gwen", rest={"take out": "a name, and more", "Why": "to be kind"}, spoils=("Why", ""),
        ),
    )
}  # fmt: skip


GIVES_A_LINE_UP = 20_000
"""Milliseconds: the page itself counts a line that does not answer as dead after fifteen seconds."""


def five_hundred(about: str) -> str:
    """Five hundred different words, short enough for every long field of ours."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return " ".join([about, *(digits[n // 36] + digits[n % 36] for n in range(499))])


@dataclass
class Writer:
    """Somebody on a phone with five hundred words in one of these forms."""

    one: Somebody
    form: LongForm
    words: str

    def goes_there(self, places: dict[str, str]) -> None:
        """Open the page with the long field."""
        self.one.goes_to(f"/{places.get(self.form.path, self.form.path)}/")
        if self.form.name == "tell":
            self.one.chooses("I am not sure")
            self.one.presses("Carry on")
        if self.form.name == "reply by code" and self.one.page.get_by_text(ANOTHER).count():
            self.one.opens_up(ANOTHER)

    def writes(self) -> None:
        """Every word, and what else the page asks."""
        self.one.writes(self.form.label, self.words)
        for label, words in self.form.rest.items():
            self.one.writes(label, words)

    def sends(self) -> None:
        """Press the button, and wait for what comes of it."""
        self.one.presses(self.form.button)

    def presses_in_vain(self) -> None:
        """Press the button where no page will come of it."""
        self.one.page.get_by_role("button", name=re.compile(self.form.button)).first.click()

    def waits_a_moment(self) -> None:
        """A button takes no second press within a second."""
        self.one.page.clock.fast_forward(1500)

    def is_told_to_wait(self) -> None:
        """There is no connection: the page says so once, and stays."""
        said = self.one.page.locator("[data-no-line]")
        expect(said).to_have_count(1, timeout=GIVES_A_LINE_UP)
        expect(said).to_contain_text("Your words are still here")
        self.still_has_them()

    def still_has_them(self) -> None:
        """All the words are in a field on the page, to be seen or copied."""
        shown = self.one.page.locator("textarea").evaluate_all("all => all.map(one => one.value)")
        assert self.words in shown, f"{self.one.page.url} has lost the words"

    def has_sent_them(self) -> None:
        """It went."""
        expect(self.one.page.locator("main")).to_contain_text(re.compile(self.form.sent))


def places(house: House) -> dict[str, str]:
    """The addresses of these forms in this house."""
    found: dict[str, str] = house.asks(PLACES)
    return found
