"""A form that tries a verb: what a rule says no to stands in the form, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, QueryDict

from alongside.look import forms

from .errors import Refused


def sent(request: HttpRequest) -> QueryDict | None:
    """What was typed into the page's form; nothing while the page is only opened."""
    return request.POST if request.method == "POST" else None


class Trying(forms.Form):
    """A form that tries a verb."""

    made: Any = None
    """What the verb gave."""

    def went_well(self, verb: Callable[[dict[str, Any]], object]) -> bool:
        """Try the verb with what was typed. A refusal becomes an error: of its own field, or on top."""
        if not self.is_bound or not self.is_valid():
            return False
        try:
            self.made = verb(self.cleaned_data)
        except Refused as refused:
            field = refused.field if refused.field in self.fields else None
            self.add_error(field, forms.ValidationError(str(refused), code=type(refused).__name__))
            return False
        return True
