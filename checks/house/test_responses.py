"""House rule: every answer, errors too, is careful; no form is taken without its token."""

from __future__ import annotations

import re

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings

from .access import expected, routes, table
from .world import World

ROUTES = {route.name: route for route in routes()}
POSTED = sorted(name for name in ROUTES if "POST" in table()[name])
CAREFUL = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
ONLY_OURS = {"'self'", "'none'"}
INLINE = re.compile(r"<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=|href=\"javascript:", re.IGNORECASE)


def carelessness(answer: HttpResponse) -> list[str]:
    """What this answer forgets."""
    wrong = [name for name, value in CAREFUL.items() if answer.headers.get(name) != value]
    if answer.headers.get("Referrer-Policy") == "no-referrer":  # more careful than asked for
        wrong.remove("Referrer-Policy")
    said = [
        part.strip().partition(" ") for part in answer.headers.get("Content-Security-Policy", "").split(";")
    ]
    policy = {name: value for name, _, value in said if name}
    if policy.get("default-src") != "'none'" or policy.get("frame-ancestors") != "'none'":
        wrong.append("Content-Security-Policy")
    wrong += [f"{name} {value}" for name, value in policy.items() if set(value.split()) - ONLY_OURS]
    if "camera=()" not in answer.headers.get("Permissions-Policy", ""):
        wrong.append("Permissions-Policy")
    kind = answer.headers.get("Content-Type", "")
    if (kind.startswith("text/") and "charset=" not in kind) or (
        not kind and getattr(answer, "content", b"")
    ):
        wrong.append("Content-Type")
    if not answer.streaming:
        wrong += [f"inline: {found}" for found in INLINE.findall(answer.content.decode(errors="replace"))]
    return wrong


@pytest.mark.parametrize("name", sorted(ROUTES))
def test_every_answer_is_careful(name: str, world: World) -> None:
    for method in ("GET", "POST", "DELETE"):
        for who in ("nobody", "jo", "ben"):
            answer = world.ask(ROUTES[name], method, who)
            assert carelessness(answer) == [], f"{method} as {who}: {answer.status_code}"


@pytest.mark.parametrize(
    ("path", "status"),
    [("/nothing/here/at/all", 404), ("/netherby/desk/?\x00", 302), ("/static/nothing.css", 404)],
)
def test_errors_are_careful_too(path: str, status: int, world: World) -> None:
    answer = world.browsers["nobody"].get(path)
    assert answer.status_code == status
    assert carelessness(answer) == []


def test_a_host_that_is_not_ours_gets_a_careful_no(world: World) -> None:
    answer = world.browsers["nobody"].get("/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 400
    assert "elsewhere" not in answer.content.decode() + str(answer.headers)
    assert carelessness(answer) == []


def test_what_breaks_is_careful_too(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("alongside.website.views.mine.Mine", breaks)
    browser = Client(raise_request_exception=False)
    browser.force_login(world.n.jo)
    answer = browser.get("/my/")
    assert answer.status_code == 500
    assert carelessness(answer) == []


@pytest.mark.parametrize("name", POSTED)
def test_no_form_is_taken_without_its_token(name: str, world: World) -> None:
    """As whoever may send it: what stops them is the token alone."""
    route = ROUTES[name]
    who = next((who for who in world.browsers if expected(table(), name, "POST", who) != 404), "jo")
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = world.browsers[who].cookies.copy()
    assert browser.post(world.path(route)).status_code == 403


@override_settings(SECURE_HSTS_SECONDS=60, SECURE_SSL_REDIRECT=True, ALLOWED_HOSTS=["a.example"])
def test_on_an_open_site_everything_is_https(world: World) -> None:
    browser = Client(headers={"host": "a.example"})
    plain = browser.get("/netherby/")
    assert plain.status_code == 301
    assert plain["Location"] == "https://a.example/netherby/"
    assert carelessness(plain) == []
    assert "max-age=60" in browser.get("/netherby/", secure=True)["Strict-Transport-Security"]
    no = Client().get("/netherby/", headers={"host": "elsewhere.example"})
    assert no.status_code == 400
    assert carelessness(no) == []


@pytest.mark.parametrize("letters", ["rot13", "idna", "base64", "undefined", "utf-16"])
def test_a_form_in_letters_that_no_browser_writes_is_refused(world: World, letters: str) -> None:
    kind = f"multipart/form-data; boundary=x; charset={letters}"
    body = b'--x\r\nContent-Disposition: form-data; name="happened"\r\n\r\nWords.\r\n--x--\r\n'
    answer = Client().generic("POST", "/netherby/tell/happened/", body, kind)
    assert answer.status_code == 400
    assert carelessness(answer) == []


def test_the_look_bites() -> None:
    assert "Content-Security-Policy" in carelessness(HttpResponse("bare"))
    shouting = HttpResponse('<p style="color:red" onclick="x()">')
    assert [one for one in carelessness(shouting) if one.startswith("inline")]
    leaky = HttpResponse("")
    leaky["Content-Security-Policy"] = "default-src 'none'; img-src https://elsewhere.example"
    assert "img-src https://elsewhere.example" in carelessness(leaky)
    assert "Content-Type" in carelessness(HttpResponse("words", content_type="text/html"))
