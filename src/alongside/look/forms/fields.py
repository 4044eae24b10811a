"""Fields for words: a page of them, a line, an address, a phone number, a code."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError

from alongside.look.forms.asked import NUL_TAKEN_OUT, Asked


def _counted(number: int) -> str:
    return f"{number:,} character" + ("" if number == 1 else "s")


class _Text(Asked, forms.CharField):
    """Text that holds no NUL (no database keeps it) and says kindly when it is too long."""

    too_long = "Take out {over}. Everything you wrote is still here."

    def __init__(self, *, max_length: int | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.max_length = max_length  # after Django's own, which would stop people in the middle of a word

    def to_python(self, value: Any) -> str:
        if isinstance(value, str) and "\x00" in value:
            raise ValidationError(NUL_TAKEN_OUT, code="nul")
        return super().to_python(value) or ""

    def validate(self, value: Any) -> None:
        super().validate(value)
        if self.max_length and len(value) > self.max_length:
            over = _counted(len(value) - self.max_length)
            raise ValidationError(self.too_long.format(over=over), code="max_length")

    def bound_data(self, data: Any, initial: Any) -> Any:
        """What was typed, shown again without what could never be sent."""
        return data.replace("\x00", "") if isinstance(data, str) else super().bound_data(data, initial)


class Words(_Text):
    """A person's own words, kept as they were typed, but for one kind of new line."""

    def __init__(self, *, rows: int = 7, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows, "cols": False}))
        super().__init__(strip=False, **kwargs)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value)
        if not text.strip():
            return ""
        return text.replace("\r\n", "\n").replace("\r", "\n")


class Line(_Text):
    """One line of text. ``width`` (2, 3, 4, 5, 10, 20 or 30) says how long an answer we expect."""

    def __init__(self, *, width: int = 0, autocomplete: str = "", inputmode: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.width = width
        said = {"autocomplete": autocomplete, "inputmode": inputmode}
        self.widget.attrs.update({name: value for name, value in said.items() if value})

    def to_python(self, value: Any) -> str:
        return " ".join(super().to_python(value).split())


class Email(Asked, forms.EmailField):
    """An e-mail address, to write to someone."""

    said = {"invalid": "Please check this address. It should look like name@example.org."}
    width = 30

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs.pop("maxlength", None)
        self.widget.attrs |= {"autocomplete": "email", "spellcheck": "false"}

    def to_python(self, value: Any) -> str:
        if isinstance(value, str) and "\x00" in value:
            raise ValidationError(NUL_TAKEN_OUT, code="nul")
        return super().to_python(value) or ""

    def bound_data(self, data: Any, initial: Any) -> Any:
        return data.replace("\x00", "") if isinstance(data, str) else super().bound_data(data, initial)


class Phone(Line):
    """A phone number as people write it. Whether it can be rung is for the room that rings to say."""

    def __init__(self, **kwargs: Any) -> None:
        usual = {"widget": forms.TelInput, "width": 20, "autocomplete": "tel", "max_length": 40}
        super().__init__(**{**usual, **kwargs})


class Code(Line):
    """A one-time code: the digits of it, however they were spaced."""

    def __init__(self, **kwargs: Any) -> None:
        usual = {"width": 10, "autocomplete": "one-time-code", "inputmode": "numeric", "max_length": 40}
        super().__init__(**{**usual, **kwargs})

    def to_python(self, value: Any) -> str:
        return re.sub(r"[\s.–-]", "", super().to_python(value))


class FormKey(forms.UUIDField):
    """A hidden key made with the page, so that a form sent twice is known to be one.

    A spoiled key is replaced, not refused: nobody can mend a field they do not see.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"widget": forms.HiddenInput, "initial": uuid4, "required": False, **kwargs})

    def to_python(self, value: Any) -> UUID:  # type: ignore[override]  # the stubs think it a text field
        try:
            return UUID(str(super().to_python(value) or uuid4()))
        except ValidationError:
            return uuid4()
