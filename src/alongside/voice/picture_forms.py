"""What the pages about pictures ask."""

from __future__ import annotations

from typing import Any

from alongside.documents.purposes import purposes
from alongside.look import forms
from alongside.people.trying import Trying

from .forms import QuestionForm


class PictureForm(QuestionForm):
    """A picture, for who would like to add one: no question of its own, so it is not among ``STEPS``."""

    summary_title = "Your words are safe. Please look at the picture"

    file = forms.Upload(
        label="Choose a picture",
        help_text=f"{purposes()['picture'].says.removeprefix('a picture: ')}. We leave out where and when it "
        "was taken. A moderator looks at it first.",
        accept=purposes()["picture"].accept,
        required=False,
    )
    shows = forms.Line(
        label="What does it show?",
        help_text="A few words, for people who have this page read out to them. For example: a waiting room "
        "with one chair. Please leave out names.",
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, has_picture: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.has_picture = has_picture
        if has_picture:
            self.fields["file"].label = "Choose another picture instead"

    def typed(self) -> dict[str, Any]:
        """The words. A file is kept apart from them."""
        return {"shows": self.data.get("shows", "")}

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if self.has_picture and "shows" in said and not said["shows"]:
            self.add_error("shows", "Please say in a few words what the picture shows, or take it out.")
        return said


class PictureOutForm(Trying):
    """Take the picture out."""

    why = forms.Line(
        label="Why?", label_size="m", help_text="The person who sent it reads this.", max_length=300
    )
