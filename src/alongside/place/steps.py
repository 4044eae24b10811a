"""The first run in a browser: one thing on each page, kept in the session until it is made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from alongside.people.trying import Trying

from .forms import ANOTHER, ME, KeepForm, SafeForm, WhereForm, YouForm, languages_of
from .starting import Beginning

STEPS: Mapping[str, type[Trying]] = {"where": WhereForm, "you": YouForm, "safe": SafeForm, "keep": KeepForm}
TITLES = {
    "where": "Where is it?",
    "you": "Who are you?",
    "safe": "Keeping people safe",
    "keep": "What you keep",
    "check": "Look it over",
}
ORDER = (*STEPS, "check")
KEPT = "beginning"
MAY = "may begin"


class Steps:
    """What was said so far in this browser."""

    def __init__(self, request: HttpRequest) -> None:
        self.session = request.session

    @property
    def may_go_on(self) -> bool:
        """Whether the key was typed here."""
        return bool(self.session.get(MAY))

    def go_on(self) -> None:
        """The key was right."""
        self.session[MAY] = True

    @property
    def said(self) -> dict[str, dict[str, Any]]:
        return dict(self.session.get(KEPT, {}))

    def keep(self, step: str, said: Mapping[str, Any]) -> None:
        """What was typed on one page."""
        self.session[KEPT] = {**self.said, step: dict(said)}

    def form(self, step: str, sent: Any) -> Trying:
        """The form of one page, with what stands in it so far."""
        return STEPS[step](sent, initial=self.said.get(step))

    @property
    def missing(self) -> str:
        """The first page that was not answered yet, if one is needed."""
        return next((step for step in STEPS if step not in self.said), "")

    @property
    def next(self) -> str:
        """The page to go to: the first that was not answered, else the last one."""
        return self.missing or "check"

    def before(self, step: str) -> str:
        """The page before this one; none before the first."""
        at = ORDER.index(step)
        return ORDER[at - 1] if at else ""

    def beginning(self) -> Beginning:
        """All of it together."""
        all_of_it = {name: value for said in self.said.values() for name, value in said.items()}
        lead = all_of_it.pop("lead")
        other = all_of_it.pop("lead_email")
        languages = tuple(languages_of(all_of_it.pop("languages")))
        email = {ME: all_of_it["email"], ANOTHER: other}.get(lead, "")
        return Beginning(**all_of_it, lead_email=email, languages=languages)

    def done(self) -> None:
        """It is made: nothing of it stays."""
        self.session.pop(KEPT, None)
        self.session.pop(MAY, None)
