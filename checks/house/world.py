"""One of everything, through the real verbs, and a way to ask for any page as anybody."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from alongside.people.demo import Netherby

from .access import Route


@dataclass
class World:
    """Netherby, what lies in it by the names that addresses use, and a browser for each of the cast."""

    n: Netherby
    now: datetime
    args: dict[str, Any] = field(default_factory=dict)
    of_route: dict[tuple[str, str], Any] = field(default_factory=dict)
    browsers: dict[str, Client] = field(default_factory=dict)

    def args_of(self, route: Route) -> dict[str, Any]:
        """What fills the path of this route: a real thing for each name in it."""
        return {name: self.of_route.get((route.name, name), self.args.get(name)) for name in route.kwargs}

    def path(self, route: Route, **other: Any) -> str:
        """The address of this route, with ``other`` put in place of the real things."""
        return reverse(route.name, kwargs=self.args_of(route) | other)

    def browser(self, who: str) -> Client:
        """A browser in which this one of the cast (or nobody) is signed in."""
        if who not in self.browsers:
            client = Client(raise_request_exception=True)
            if who != "nobody":
                client.force_login(self.n.people[who])
            self.browsers[who] = client
        return self.browsers[who]

    def ask(self, route: Route, method: str, who: str, **other: Any) -> HttpResponse:
        """What this person gets there. Whatever it changes is undone."""
        with transaction.atomic():
            answer = self.browser(who).generic(method, self.path(route, **other))
            transaction.set_rollback(True)
        return answer
