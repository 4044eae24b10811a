"""House rule: not yours ≡ not there. Same status, body and headers, but for the date and nonces."""

from __future__ import annotations

import re
import uuid
from typing import Any

import pytest
from django.http import HttpResponse

from .access import WHO, Route, expected, routes, table
from .world import World

ABOUT_A_THING = [route for route in routes() if route.kwargs]


def seen(answer: HttpResponse) -> dict[str, Any]:
    """Everything that somebody on the other side can compare."""
    body = re.sub(rb'name="csrfmiddlewaretoken" value="[^"]+"', b"", answer.content)
    headers = {name: value for name, value in answer.headers.items() if name != "Date"}
    if "Content-Security-Policy" in headers:
        headers["Content-Security-Policy"] = re.sub(r"'nonce-[^']+'", "", headers["Content-Security-Policy"])
    cookies = sorted(name for name in answer.cookies)
    return {"status": answer.status_code, "body": body, "headers": headers, "cookies": cookies}


@pytest.mark.parametrize("route", ABOUT_A_THING, ids=lambda route: route.name)
def test_not_yours_looks_like_not_there(route: Route, world: World) -> None:
    nowhere = {
        name: uuid.uuid4() if isinstance(world.args_of(route)[name], uuid.UUID) else "nowhere22"
        for name in route.kwargs
        if name not in ("area", "step") or route.kwargs == ("area",)
    }
    for method in ("GET", "POST"):
        for who in WHO:
            if expected(table(), route.name, method, who) != 404:
                continue
            there = seen(world.ask(route, method, who))
            gone = seen(world.ask(route, method, who, **nowhere))
            assert there == gone, f"{method} {route.name} as {who}"


def test_the_comparison_bites() -> None:
    one, other = HttpResponse("Not found", status=404), HttpResponse("Not yours", status=404)
    assert seen(one) != seen(other)
    telling = HttpResponse("Not found", status=404)
    telling["X-Owner"] = "Asha"
    assert seen(one) != seen(telling)


def test_what_was_typed_comes_back_from_what_is_gone(world: World) -> None:
    """The thing may go while somebody writes: their words do not go with it."""
    typed = {"words": "We will ring her <b>tomorrow</b>.", "key": str(uuid.uuid4())}
    answer = world.browsers["priya"].post(f"/stories/{uuid.uuid4()}/replies/", typed)
    assert answer.status_code == 404
    assert "We will ring her &lt;b&gt;tomorrow&lt;/b&gt;." in answer.content.decode()
    assert typed["key"] not in answer.content.decode()
