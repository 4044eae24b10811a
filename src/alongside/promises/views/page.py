"""What every page of this room does the same way."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from alongside.look import forms
from alongside.people.errors import Refused
from alongside.people.viewer import Request, here
from alongside.promises.models import Promise


def close(request: Request, pk: UUID) -> Promise:
    """A promise that the viewer works on. To everybody else these pages are not there."""
    door = Promise.objects.visible_to(request.viewer).close_to(request.viewer)
    found = get_object_or_404(
        door.select_related("area", "organisation", "lived_owner", "service_owner"), pk=pk
    )
    here(request, found.area)
    return found


def shown(request: Request, template: str, promise: Promise, form: forms.Form, **more: Any) -> HttpResponse:
    """The page with its form: 422 when there is something to look at again."""
    context = {"promise": promise, "form": form, **more}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, f"promises/{template}.html", context, status=status)


def refusal(request: Request, promise: Promise, refused: Refused) -> HttpResponse:
    """A button that could not do its thing: why, and the way back."""
    context = {"promise": promise, "says": str(refused)}
    return render(request, "promises/refused.html", context, status=422)
