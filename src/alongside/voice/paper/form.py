"""*Tell us how it is* for a pen. Each question is read from the journey's own forms: they cannot drift."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Literal

from django.urls import reverse

from alongside.documents.paper import pdf
from alongside.look import forms
from alongside.messages.say import link
from alongside.people.models import Area
from alongside.people.viewer import NOBODY

from ..forms import STEPS
from ..readers import Reader
from ..typed_in import ADDRESSES, ways
from .easy_read import easy_read

TEMPLATE = "voice/paper/form.typ"
Profile = Literal["", "large", "easy-read"]
PROFILES: tuple[Profile, ...] = ("", "large", "easy-read")
SUBJECT = {"": "", "large": ", large print", "easy-read": ", Easy Read"}
IN_DANGER = "Is somebody in danger now? Ring 999. Do not wait for this form."


@dataclass(frozen=True)
class Question:
    """One question: boxes to cross, then so many lines to write on."""

    name: str
    asks: str
    helps: str = ""
    answers: list[dict[str, str]] = field(default_factory=list)
    lines: int = 0


def questions(area: Area, *, easy: bool = False) -> list[Question]:
    """All that the journey asks, in its order. Where to reach somebody is one line."""
    return [_in_easy_words(one) if easy else one for one in _asked(area)]


def _asked(area: Area) -> Iterator[Question]:
    for form in STEPS.values():
        for name, one in form(area=area, viewer=NOBODY).fields.items():
            if name not in ADDRESSES:
                yield _question(name, one, area)


def _question(name: str, one: Any, area: Area) -> Question:
    asked, helped = str(one.label), str(one.help_text or "")
    if isinstance(one, forms.Words):
        return Question(name, asked, helped, lines=6)
    if not hasattr(one, "choices"):
        return Question(name, asked, helped, lines=1)
    hints, choices = getattr(one, "hints", {}), ways(area) if name == "channel" else one.choices
    answers = [
        {"value": str(value), "label": str(label), "hint": hints.get(value, "") if name == "uses" else ""}
        for value, label in choices
        if value
    ]
    return Question(name, asked, helped, answers, lines=2 if name == "channel" else 0)


def _in_easy_words(one: Question) -> Question:
    said = easy_read()
    answers = [
        {"value": each["value"], "label": said.answer(one.name, each["value"], each["label"]), "hint": ""}
        for each in one.answers
    ]
    return Question(one.name, said.asks[one.name], said.helps.get(one.name, ""), answers, one.lines)


@dataclass(frozen=True)
class PaperForm:
    """The form of one area."""

    title: str
    area: str
    asks: str
    in_danger: str
    who_reads: list[str]
    questions: list[Question]
    back: list[str]
    where: str
    profile: Profile
    foot: str

    @classmethod
    def of(cls, area: Area, readers: Sequence[Reader], profile: Profile = "") -> PaperForm:
        """For this area, in this profile. Asks for nothing but the places there are."""
        ring = f" Are you worried? Ring {area.person_to_ring or 'us'} on {area.phone}." if area.phone else ""
        page = link(reverse("voice:tell", args=[area.slug])).partition("://")[2]
        easy = profile == "easy-read"
        return cls(
            title=f"Tell us how it is in {area.name}{SUBJECT[profile]}",
            area=area.name,
            asks="Tell us how it is",
            in_danger=f"{IN_DANGER}{ring}",
            who_reads=_who_reads(area, readers, easy=easy),
            questions=questions(area, easy=easy),
            back=_back(area, page),
            where="Where do we reach you?" if easy else "Your e-mail, number or address",
            profile=profile,
            foot=f"Tell us how it is, {area.name}",
        )

    def pdf(self, on: date) -> bytes:
        """To be printed. In large print and Easy Read nothing is smaller than 18 points."""
        return pdf(TEMPLATE, {**asdict(self), "large": self.profile != ""}, on=on)


def _who_reads(area: Area, readers: Sequence[Reader], *, easy: bool) -> list[str]:
    first = " or ".join(one.name for one in readers) or "A moderator"
    typist = area.person_to_ring or "Somebody at the forum"
    said = [
        f"{typist} types your words in, just as you wrote them.",
        f"Then {first} reads them. Whoever reads them first does not see who you are.",
        "Nobody reads what is about the place they work for.",
        "The service reads it only if you say yes to that.",
        "If you leave a number or address, we read it all back to you. It counts when you say yes.",
        "You can take it back. Ring us.",
    ]
    return (
        said if easy else [*said[:-1], "You can take it back. What others have read by then we cannot unsay."]
    )


def _back(area: Area, page: str) -> list[str]:
    said = [f"Give it to anybody at the forum, or to {area.person_to_ring}." if area.person_to_ring else ""]
    said.append(f"Or tell us on a phone or computer, and not here too: {page}")
    if area.phone:
        hours = f", {area.hours}" if area.hours else ""
        said.append(
            f"Would you rather say it? Ring or text {area.person_to_ring or 'us'} on {area.phone}{hours}."
        )
    return [one for one in said if one]
