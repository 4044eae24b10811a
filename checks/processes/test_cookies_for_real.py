"""Where real people are, every cookie is of this very host, goes by https alone, and no script reads it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

ASKED = """
import json, django
django.setup()
from django.conf import settings
from django.http import HttpResponse
from alongside.people.models import Person
from alongside.safety.drafts import give_key
from alongside.welcome import cookies
from django.test import Client
answer = HttpResponse()
cookies.set_asked(answer, "secret")
cookies.set_known(answer, Person())
answer.set_cookie(
    settings.SESSION_COOKIE_NAME, "secret",
    path=settings.SESSION_COOKIE_PATH, domain=settings.SESSION_COOKIE_DOMAIN,
    secure=settings.SESSION_COOKIE_SECURE, httponly=settings.SESSION_COOKIE_HTTPONLY,
    samesite=settings.SESSION_COOKIE_SAMESITE,
)
answer.set_cookie(
    settings.CSRF_COOKIE_NAME, "secret",
    path=settings.CSRF_COOKIE_PATH, domain=settings.CSRF_COOKIE_DOMAIN,
    secure=settings.CSRF_COOKIE_SECURE, httponly=settings.CSRF_COOKIE_HTTPONLY,
    samesite=settings.CSRF_COOKIE_SAMESITE,
)
give_key(answer, "secret")
browser = Client(headers={"host": "alongside.example"})
chosen = browser.post("/light-or-dark/", {"theme": "dark"}, secure=True)
answer.cookies.update(chosen.cookies)
kinds = ("secure", "httponly", "samesite", "path", "domain")
print(json.dumps({name: [one[kind] for kind in kinds] for name, one in answer.cookies.items()}))
"""


SET = """
import json
from django.conf import settings
names = ("DEBUG", "DEMO", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS")
names += ("RECOVERY_ROUNDS",)
print(json.dumps({name: getattr(settings, name) for name in names}))
"""
A_YEAR = 60 * 60 * 24 * 365


def said_for_real(script: str) -> dict[str, Any]:
    """What this prints where real people are: with the settings that must be given, and no other."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith("ALONGSIDE_")}
    ours |= {
        "DJANGO_SETTINGS_MODULE": "alongside.settings",
        "ALONGSIDE_SECRET_KEY": "k" * 50,
        "ALONGSIDE_HOSTS": "alongside.example",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        [sys.executable, "-c", script], env=ours, capture_output=True, text=True, check=True
    )
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def test_every_cookie_is_of_this_host_alone() -> None:
    there = said_for_real(ASKED)
    names = {"asked", "known", "session", "csrf", "draft", "theme"}
    assert set(there) == {f"__Host-{name}" for name in names}
    assert {tuple(kinds) for kinds in there.values()} == {(True, True, "Lax", "/", "")}


def test_an_open_site_is_https_alone_and_shows_no_faults() -> None:
    there = said_for_real(SET)
    assert there.pop("SECURE_HSTS_SECONDS") >= A_YEAR
    there.pop("RECOVERY_ROUNDS")
    assert there == {
        "DEBUG": False,
        "DEMO": False,
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
    }


def test_codes_from_paper_are_hashed_slowly() -> None:
    """So often that trying all of them is hopeless, even with the secret key. Tests themselves are quick."""
    assert said_for_real(SET)["RECOVERY_ROUNDS"] >= 100_000
