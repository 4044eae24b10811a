"""The answers of a draft, read out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.http import QueryDict

from alongside.messages.models import Channel
from alongside.messages.reach import channel_for
from alongside.people.errors import Refused
from alongside.people.models import Area, Organisation, Person, Perspective
from alongside.people.viewer import NOBODY, Viewer
from alongside.safety.concerns import Reach
from alongside.safety.models import Draft
from alongside.safety.reaching import NOT_AT_ALL, REVEALS

from .consents import WHO, Consent
from .forms import MINE, STEPS, BackForm, QuestionForm
from .picture_forms import PictureForm
from .stories import QUESTIONS


class Shown(NamedTuple):
    """One row to look over: the page it is from, what was asked, what was said."""

    step: str
    question: str
    lines: list[str]


@dataclass(frozen=True)
class Answers:
    """What a draft says, page by page, right or not yet."""

    area: Area
    said: dict[str, dict[str, Any]]
    has_picture: bool = False

    @classmethod
    def of(cls, draft: Draft | None, area: Area | None = None) -> Answers:
        """The answers of this draft; of none, nothing."""
        if draft is not None:
            return cls(draft.area, draft.answers, draft.file_id is not None)
        if area is None:
            raise ValueError("say where")
        return cls(area, {})

    def form(self, step: str, viewer: Viewer = NOBODY) -> QuestionForm:
        """The page as it was left, to be looked over and mended."""
        return STEPS[step](initial=self.said.get(step, {}), area=self.area, viewer=viewer)

    def wrong(self, viewer: Viewer) -> dict[str, QuestionForm]:
        """The pages that cannot be sent as they are, with what is to be mended."""
        checked = {
            step: STEPS[step](self.said[step], area=self.area, viewer=viewer)
            for step in STEPS
            if step in self.said
        }
        checked["picture"] = self.picture_form(bound=True)
        return {step: form for step, form in checked.items() if not form.is_valid()}

    def carried(self) -> list[tuple[str, str]]:
        """Everything on the last page of the journey, which holds it too, should this device lose its key."""
        return [
            (f"{step}.{name}", str(one))
            for step, said in self.said.items()
            for name, value in said.items()
            for one in (value if isinstance(value, list) else [value])
            if step in STEPS and one
        ]

    @classmethod
    def brought(cls, fields: QueryDict, area: Area, viewer: Viewer) -> Answers:
        """What such a page brought back: taken like anything that somebody typed."""
        of_steps = {step: QueryDict(mutable=True) for step in STEPS}
        for field, values in fields.lists():
            step, _, name = field.partition(".")
            if step in of_steps and name:
                of_steps[step].setlist(name, values)
        said = {
            step: STEPS[step](typed, area=area, viewer=viewer).typed()
            for step, typed in of_steps.items()
            if typed
        }
        return cls(area, said)

    def picture_form(self, *, bound: bool = False) -> PictureForm:
        """The page for a picture as it was left."""
        said = self.said.get("picture", {})
        how: dict[str, Any] = {"data": said} if bound else {"initial": said}
        return PictureForm(**how, area=self.area, viewer=NOBODY, has_picture=self.has_picture)

    @property
    def picture_shows(self) -> str:
        """What the picture shows, in words."""
        return self._use("picture", "shows")

    def words(self, step: str) -> str:
        """What was written on one of the three pages, with one kind of new line."""
        body = str(self.said.get(step, {}).get(step) or "")
        return body.replace("\r\n", "\n").replace("\r", "\n")

    def organisation(self, area: Area) -> Organisation:
        """Whom it is about; the forum, where that is not said."""
        chosen, places = self._use("about", "organisation"), Organisation.of(area)
        found = places.filter(pk=chosen).first() if _is_id(chosen) else None
        found = found or places.filter(kind=Organisation.Kind.FORUM).first()
        if found is None:
            raise Refused("Please choose who it is about.")
        return found

    @property
    def chosen(self) -> Organisation | None:
        """The organisation that was chosen, if one was."""
        chosen = self._use("about", "organisation")
        return Organisation.of(self.area).filter(pk=chosen).first() if _is_id(chosen) else None

    @property
    def uses(self) -> list[str]:
        """The uses that were ticked."""
        known = (Consent.Use.SERVICE, Consent.Use.TRAIN, Consent.Use.DECIDE, Consent.Use.PUBLISH)
        ticked = self.said.get("use", {}).get("uses") or []
        return [use.value for use in known if use.value in ticked]

    @property
    def named(self) -> str:
        """How to be named."""
        return self._use("use", "named") or Consent.Named.NOT

    @property
    def name(self) -> str:
        """The first name, if that is how."""
        return self._use("use", "name")[:80] if self.named == Consent.Named.FIRST else ""

    @property
    def perspective(self) -> str:
        """Who somebody is, if that is how."""
        return self._use("use", "perspective") if self.named == Consent.Named.AS else ""

    @property
    def channel(self) -> str:
        """How to tell them; not at all, where that is not said."""
        return self._use("back", "channel") or NOT_AT_ALL

    def reach(self, by: Person | None) -> Reach | None:
        """What a way back needs, or nothing if they do not want to be told."""
        if self.channel == MINE:
            if by is None:
                raise Refused("You are not signed in any more. Please choose how we shall tell you.")
            return Reach(channel_for(by), person=by)
        form = BackForm(self.said.get("back", {}), area=self.area, viewer=NOBODY)
        if not form.is_valid():
            raise Refused("Please look at how we shall tell you once more.")
        return form.reach()

    def _use(self, step: str, name: str) -> str:
        return " ".join(str(self.said.get(step, {}).get(name) or "").split())

    def shown(self) -> list[Shown]:
        """Everything on the page where one looks it over, in the order in which it was asked."""
        uses = [Consent.Use(use).label for use in self.uses]
        words = [Shown(step, asked, [self.words(step)]) for step, asked in QUESTIONS.items()]
        return [
            Shown("about", "Who is it about?", [str(self.chosen or "I am not sure. The forum finds out")]),
            *words,
            Shown("picture", "A picture", [self.picture_line()]),
            Shown("use", "Who may use it, besides the forum?", uses or ["Nobody. It stays with the forum"]),
            Shown("use", "How shall we name you?", [self.named_line()]),
            Shown("back", "How shall we tell you?", self.reach_lines()),
        ]

    def picture_line(self) -> str:
        """Whether a picture goes along, and what it shows."""
        return (self.picture_shows or "A picture") if self.has_picture else "None. You can add one"

    def named_line(self) -> str:
        """How to be named, in words."""
        if self.named == Consent.Named.AS and self.perspective in WHO:
            return WHO[Perspective(self.perspective)]
        return self.name or "Do not name me"

    def reach_lines(self) -> list[str]:
        """How they will be told, and where."""
        said = self.said.get("back", {})
        where = [said.get(REVEALS.get(self.channel, ""), "")]
        more = [said.get("call_me", ""), said.get("hint", "")] if self.channel != NOT_AT_ALL else []
        return [self.reach_line(), *[str(line) for line in (*where, *more) if line]]

    def reach_line(self) -> str:
        """How they will be told, in words."""
        known = {
            **{channel.value: channel.label for channel in Channel},
            MINE: "In my usual way, and on my page",
            NOT_AT_ALL: "Not at all",
        }
        return known.get(self.channel, "Not at all")


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
