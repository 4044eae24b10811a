"""What somebody had typed when we asked who they are: kept in their session, and sent on after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest

from alongside.look.again import fields_of, is_words
from alongside.people.models import Person
from alongside.people.viewer import Request

from . import cookies
from .errors import ManyAtOnce
from .limits import Limit, place_of

KEPT = "typed"
AN_HOUR = 60 * 60
"""Seconds for which words wait in a browser where nobody is signed in."""
MOST = 100_000
"""So many characters are kept. Nothing that asks for a second step takes as many."""
FROM_A_PLACE = Limit("keep words", 80)
"""Forty people in one hall, each signed out twice in a quarter of an hour."""
SHORT = 20
"""Up to so many characters are quickly typed again: a press, digits, a code from paper."""


@dataclass(frozen=True)
class Typed:
    """A form that waits to be sent: where to, and what is in it."""

    path: str
    fields: list[tuple[str, str]]

    @property
    def words(self) -> list[str]:
        """What a person typed."""
        return [value for _, value in self.fields if is_words(value)]


def keep(request: HttpRequest, path: str = "") -> None:
    """Keep this form, which goes to this very address unless ``path`` says where. There is one at a time.

    Raises ``ManyAtOnce`` for one that is too long to be kept: then it is to be shown.
    """
    fields = fields_of(request)
    if sum(len(value) for _, value in fields) > MOST:
        raise ManyAtOnce
    request.session[KEPT] = {"path": path or request.get_full_path(), "fields": fields}


def has_words(request: HttpRequest) -> bool:
    """Whether somebody wrote something here: not where what is typed is a secret."""
    secret = hasattr(request, "sensitive_post_parameters")
    return not secret and any(len(value) > SHORT and is_words(value) for _, value in fields_of(request))


def keep_for_whom(request: Request, path: str, at: datetime) -> None:
    """Keep this form until whoever sent it has signed in, which we believe them to do within the hour.

    Raises ``ManyAtOnce`` where one place sends more than a hall full of people would.
    """
    if not request.viewer:
        if not FROM_A_PLACE.take(place_of(request), at):
            raise ManyAtOnce
        request.session.set_expiry(AN_HOUR)
    keep(request, path)
    request.session[KEPT]["whose"] = cookies.is_known_as(request)


def waiting(request: HttpRequest) -> Typed | None:
    """The form that waits, if there is one."""
    kept = request.session.get(KEPT)
    return Typed(kept["path"], [(name, value) for name, value in kept["fields"]]) if kept else None


def drop(request: HttpRequest) -> None:
    """It is not wanted any more."""
    request.session.pop(KEPT, None)


def drop_if_anothers(request: HttpRequest, person: Person) -> None:
    """This person signs in where the words of somebody else wait: nobody reads or sends them for another."""
    whose = request.session.get(KEPT, {}).get("whose", "")
    if whose and not cookies.is_of(person, whose):
        drop(request)


def drop_if_sent(request: HttpRequest) -> None:
    """The form that waits is being sent with this request: it need not wait any longer."""
    waits = waiting(request) if request.method == "POST" else None
    if waits and waits.path == request.get_full_path():
        drop(request)
