"""What a reader of *You said, together we did* wants to see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from alongside.look import forms
from alongside.people.cornerstones import choices
from alongside.people.models import Area, Organisation


@dataclass(frozen=True)
class Chosen:
    """What the reader wants to see: all of it, unless they say otherwise."""

    organisation: UUID | None = None
    cornerstones: tuple[str, ...] = ()

    @property
    def query(self) -> dict[str, Any]:
        """The same as the end of an address."""
        asked: dict[str, Any] = {"cornerstone": self.cornerstones} if self.cornerstones else {}
        return asked | ({"organisation": self.organisation} if self.organisation else {})


class ChooseForm(forms.Form):
    """Which promises to show. It asks by GET, so that a choice has an address."""

    cornerstone = forms.Choices(
        label="Which cornerstones", choices=choices(), required=False, small=True, label_size="s"
    )
    organisation = forms.Pick(label="Which service", required=False, label_size="s")

    def __init__(self, *said: Any, area: Area, **more: Any) -> None:
        super().__init__(*said, **more)
        services = [(str(one.pk), one.name) for one in Organisation.of(area) if one.is_service]
        self.fields["organisation"].choices = [("", "All services"), *services]  # type: ignore[attr-defined]

    def chosen(self) -> Chosen:
        """What was asked for; whatever makes no sense asks for nothing."""
        if not self.is_bound or not self.is_valid():
            return Chosen()
        organisation = self.cleaned_data["organisation"]
        return Chosen(UUID(organisation) if organisation else None, tuple(self.cleaned_data["cornerstone"]))
