"""The pages for when something went wrong. Each says what happened, and what to do now.

Django names the last argument of a handler, so it stays although our answers do not depend on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.loader import render_to_string

from alongside.look.context import theme_of
from alongside.look.ours import our_path

_NOT_WORDS = re.compile(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}", re.IGNORECASE)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """400: drawn without the house, since even the host's name may be wrong."""
    return error_page(
        request,
        400,
        "We could not read that",
        "Something in what your browser sent did not make sense to us.",
        "Go back and try once more. If it happens again, ring us and we will do it together.",
        alone=True,
    )


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """403 says what 404 says: whether it is there is nobody's business."""
    return error_page(request, 403, *_NOT_HERE, words=_typed(request))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404, for what is not there and for what is not yours: the same words, without the address.

    What somebody typed into a form for it, while it went, comes back to them.
    """
    return error_page(request, 404, *_NOT_HERE, words=_typed(request))


_NOT_HERE = (
    "There is nothing here for you to see",
    "The address may be mistyped, the page may have moved, or it may be for other people.",
    "If you were signed in before, sign in again and have another look.",
)


def not_this_way(request: HttpRequest) -> HttpResponse:
    """405: the page takes no such request. What came with it goes back to whoever typed it."""
    return error_page(
        request,
        405,
        "This page cannot be used like that",
        "It can be opened, or sent from its own form. Your browser tried something else, so we did nothing.",
        "Go back, open the page again and send it from there.",
        words=_typed(request),
    )


def no_blank_page(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Say in words what Django says with an empty page: that an address takes no such request."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            page = not_this_way(request)
            page.headers["Allow"] = response.headers["Allow"]
            return page
        return response

    return respond


def broken(request: HttpRequest) -> HttpResponse:
    """500: asks nothing of the database, which may be what is broken."""
    return error_page(
        request,
        500,
        "Sorry, something broke on our side",
        "It is not your fault. What you had already sent is safe.",
        "Wait a minute, go back, and send your last page once more.",
        alone=True,
    )


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """The form could not be trusted, most often since it stood open too long: its words come back."""
    words = _typed(request)
    kept = "Nothing you wrote is lost: it is below." if words else "Nothing is lost."
    return error_page(
        request,
        403,
        "This page was open for too long",
        f"We could not be sure that it was you who sent it, so we did nothing. {kept}",
        "Copy your words, open the page again, put them in and send.",
        "If it happens again, your browser may be refusing cookies. Ring us and we will do it together.",
        words=words,
        back_href=our_path(request.META.get("HTTP_REFERER", ""), request),
        back_text="Open the page again",
    )


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    """The text fields of a form, by a readable name; keys and tokens are nobody's words."""
    try:
        fields = list(request.POST.lists())
    except OSError:  # the line went dead in the middle
        return []
    return [
        (name.replace("_", " ").replace("-", " ").capitalize(), value.replace("\x00", ""))
        for name, values in fields
        if name != "csrfmiddlewaretoken"
        for value in values
        if value.strip() and not _NOT_WORDS.fullmatch(value)
    ]


def error_page(
    request: HttpRequest, status: int, heading: str, *sentences: str, alone: bool = False, **more: object
) -> HttpResponse:
    """A page that says what happened and what to do now. ``alone``: without the house around it."""
    request.resolver_match = None  # an error is no place on the map,
    vars(request).pop("area", None)  # and says nothing of how far the view had come
    said = {"heading": heading, "sentences": sentences, "theme": theme_of(request), **more}
    html = render_to_string("look/error.html", said, request=None if alone else request)
    return HttpResponse(html, status=status, headers={"Cache-Control": "no-store"})
