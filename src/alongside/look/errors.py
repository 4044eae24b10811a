"""The pages for when something went wrong. Each says what happened, and what to do now.

What somebody typed stands on each of them, and can be sent again with one press where that helps.
Django names the last argument of a handler, so it stays although our answers do not depend on it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.loader import render_to_string

from .again import Again, typed
from .context import theme_of
from .ours import our_path, sent_by_us

A_MINUTE = "60"
"""Seconds after which it is worth to try again, for programs that ask."""


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
    return _not_here(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404, for what is not there and for what is not yours: the same words, without the address.

    What somebody typed into a form for it, while it went, comes back to them. Whoever is not signed in any
    more may sign in, and send it then.
    """
    return _not_here(request, 404)


def _not_here(request: HttpRequest, status: int) -> HttpResponse:
    words = typed(request)
    signed_out = not getattr(request, "viewer", None)
    return error_page(
        request,
        status,
        "There is nothing here for you to see",
        "The address may be mistyped, the page may have moved, or it may be for other people.",
        "If you were signed in before, sign in again and have another look.",
        words=words,
        keep=signed_out and words is not None and sent_by_us(request),
    )


def not_this_way(request: HttpRequest) -> HttpResponse:
    """405: the page takes no such request. What came with it goes back to whoever typed it."""
    return error_page(
        request,
        405,
        "This page cannot be used like that",
        "It can be opened, or sent from its own form. Your browser tried something else, so we did nothing.",
        "Go back, open the page again and send it from there.",
        words=typed(request),
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
    """500, or 503 while the database is away: asks nothing of the database, which may be what is broken."""
    words = typed(request)
    away = isinstance(sys.exc_info()[1], OperationalError | InterfaceError | InternalError)
    kept = "Nothing you wrote is lost: it is below." if words else "What you had already sent is safe."
    now = "Wait a minute, then send it once more." if words else "Wait a minute, and try once more."
    answer = error_page(
        request,
        503 if away else 500,
        "We cannot get at our records just now" if away else "Sorry, something broke on our side",
        f"It is not your fault. {kept}",
        now,
        "If it happens again, ring us and we will do it together.",
        alone=True,
        words=words,
        again=words and sent_by_us(request),
        token=words and words.token,
    )
    if away:
        answer["Retry-After"] = A_MINUTE
    return answer


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """The form could not be trusted, most often since it stood open too long: its words come back."""
    words = typed(request)
    ours = sent_by_us(request)
    kept = "Nothing you wrote is lost: it is below." if words else "Nothing is lost."
    by_hand = "Copy your words, open the page again, put them in and send."
    return error_page(
        request,
        403,
        "This page was open for too long",
        f"We could not be sure that it was you who sent it, so we did nothing. {kept}",
        "Look at your words, and send them once more." if words and ours else by_hand,
        "If it happens again, your browser may be refusing cookies. Ring us and we will do it together.",
        words=words,
        again=words and ours,
        back_href=our_path(request.META.get("HTTP_REFERER", ""), request),
        back_text="Open the page again",
    )


def error_page(
    request: HttpRequest,
    status: int,
    heading: str,
    *sentences: str,
    alone: bool = False,
    words: Again | None = None,
    **more: object,
) -> HttpResponse:
    """A page that says what happened and what to do now. ``alone``: without the house around it."""
    asked, request.resolver_match = request.resolver_match, None  # an error is no place on the map,
    vars(request).pop("area", None)  # and says nothing of how far the view had come
    said = {"heading": heading, "sentences": sentences, "theme": theme_of(request), "typed": words, **more}
    html = render_to_string("look/error.html", said, request=None if alone else request)
    request.resolver_match = asked  # which the log names
    return HttpResponse(html, status=status, headers={"Cache-Control": "no-store"})
