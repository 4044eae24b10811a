"""Where real people are, every cookie is of this very host, goes by https alone, and no script reads it."""

from __future__ import annotations

import json
import os
import subprocess
import sys

ASKED = """
import json, django
django.setup()
from django.conf import settings
from django.http import HttpResponse
from alongside.people.models import Person
from alongside.welcome import cookies
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
kinds = ("secure", "httponly", "samesite", "path", "domain")
print(json.dumps({name: [one[kind] for kind in kinds] for name, one in answer.cookies.items()}))
"""


def test_every_cookie_is_of_this_host_alone() -> None:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("ALONGSIDE_")}
    ours |= {
        "DJANGO_SETTINGS_MODULE": "alongside.settings",
        "ALONGSIDE_SECRET_KEY": "k" * 50,
        "ALONGSIDE_HOSTS": "alongside.example",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run([sys.executable, "-c", ASKED], env=ours, capture_output=True, text=True, check=True)

    there = json.loads(done.stdout)

    assert set(there) == {"__Host-asked", "__Host-known", "__Host-session", "__Host-csrf"}
    assert {tuple(kinds) for kinds in there.values()} == {(True, True, "Lax", "/", "")}
