"""What we hold of somebody, for that person alone: a copy, putting it right, having it erased."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from uuid import UUID

from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.people.errors import Refused
from alongside.people.trying import sent
from alongside.people.viewer import Request, here, me
from alongside.safety.drafts import end_all
from alongside.welcome import cookies
from alongside.welcome.gate import own_step_up, signed_in

from ..areas import area_at
from ..yours.copies import copy_of
from ..yours.erasing import erase
from ..yours.forms import EraseForm, WishForm
from ..yours.holders import Holder
from ..yours.leaving import leaving
from ..yours.lookers import lookers
from ..yours.wishes import Wish

View = Callable[[Request, Holder], HttpResponse]


def for_its_holder(view: View) -> Callable[..., HttpResponse]:
    """For somebody signed in, or for the holder of a secret link. No browser keeps such a page."""

    @wraps(view)
    def respond(request: Request, token: str = "") -> HttpResponse:
        if not token and not request.viewer:
            return signed_in(respond)(request)
        holder = Holder.asking(request, token)
        here(request, holder.area)
        response = view(request, holder)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return respond


def with_second_step(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For somebody signed in who has a second way: asked for it again. A secret link has none."""
    stepped = own_step_up(view)

    @wraps(view)
    def respond(request: Request, token: str = "") -> HttpResponse:
        return view(request, token) if token else stepped(request)

    return respond


def home_of(holder: Holder) -> str:
    """The page from which one comes here."""
    if not holder.token:
        return reverse("website:my_page")
    return reverse("website:way_back", args=[holder.token])


@require_safe
@for_its_holder
def data(request: Request, holder: Holder) -> HttpResponse:
    """What one can ask for, and what has been asked."""
    wishes = Wish.objects.visible_to(holder.viewer).filter(**holder.columns).with_all().order_by("-on", "id")
    shown = {
        "holder": holder,
        "wishes": wishes[:20],
        "lookers": lookers(holder),
        "home": home_of(holder),
        "copy": holder.page("my_copy"),
        "wish": holder.page("my_wishes"),
        "erasure": holder.page("my_erasure"),
    }
    return render(request, "website/yours/data.html", shown)


@require_POST
@with_second_step
@for_its_holder
def copy(_request: Request, holder: Holder) -> HttpResponse:
    """The copy, to keep."""
    now = timezone.now()
    response = HttpResponse(copy_of(holder, now), content_type="application/zip")
    name = f"what-we-hold-{timezone.localdate(now):%Y-%m-%d}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@for_its_holder
def wishes(request: Request, holder: Holder) -> HttpResponse:
    """Say that something is wrong, or shall not be used."""
    form, now = WishForm(sent(request)), timezone.now()
    if form.went_well(lambda said: Wish.make(holder, said["kind"], said["words"], now, said["key"])):
        return redirect(holder.page("my_data"))
    shown = {"form": form, "back": holder.page("my_data")}
    return render(request, "website/yours/wish_form.html", shown, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@with_second_step
@for_its_holder
def erasure(request: Request, holder: Holder) -> HttpResponse:
    """What goes and what stays; then erase, or ask for it where somebody has to take over first."""
    form, now, said = EraseForm(sent(request)), timezone.now(), leaving(holder)
    if said.needs_a_human:
        if form.went_well(lambda typed: Wish.make(holder, Wish.Kind.ERASE, "", now, typed["key"])):
            return redirect(holder.page("my_data"))
    elif form.went_well(lambda _typed: erase(holder, now)):
        return _gone(request, holder)
    shown = {"form": form, "leaving": said, "back": holder.page("my_data")}
    return render(request, "website/yours/erasure.html", shown, status=422 if form.is_bound else 200)


def _gone(request: Request, holder: Holder) -> HttpResponse:
    """Signed out, with nothing left in this browser."""
    response = redirect("website:gone", area=holder.area.slug)
    if holder.person:
        logout(request)
        cookies.forget(response, request)
    end_all(request, response)
    response["Clear-Site-Data"] = '"cache"'
    return response


@require_safe
def gone(request: Request, area: str) -> HttpResponse:
    """It is done."""
    here(request, area_at(area))
    return render(request, "website/yours/gone.html")


@require_POST
def withdrawal(request: Request, wish: UUID) -> HttpResponse:
    """Whoever asked has thought again."""
    row = get_object_or_404(Wish.objects.visible_to(request.viewer), pk=wish, person=me(request))
    with suppress(Refused):  # it was answered meanwhile; the page says so
        row.take_back(timezone.now())
    return redirect("website:my_data")
