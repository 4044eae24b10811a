"""Fields for files: one, or several. What may be in a file is for the room that keeps it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from alongside.look.forms.asked import Asked

CHOOSE_A_FILE = "Please choose a file. Press the button, then pick it on this device."


class SeveralFiles(forms.FileInput):
    """A button that takes several files at once."""

    allow_multiple_selected = True


class Upload(Asked, forms.FileField):
    """One file. ``accept`` says what a browser offers to choose from."""

    widget = forms.FileInput
    said = {"required": CHOOSE_A_FILE, "missing": CHOOSE_A_FILE, "invalid": CHOOSE_A_FILE}

    def __init__(self, *, accept: str = "", **kwargs: Any) -> None:
        super().__init__(allow_empty_file=True, **kwargs)
        if accept:
            self.widget.attrs["accept"] = accept


class Uploads(Upload):
    """Several files, none too. ``most`` is how many."""

    widget = SeveralFiles

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.at_most = most

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        """Each of them; a button that was not used gives none."""
        found = [super(Uploads, self).clean(one, initial) for one in data or ()]
        if len(found) > self.at_most:
            raise forms.ValidationError(f"Please choose {self.at_most} files at most.")
        if self.required and not found:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return found
