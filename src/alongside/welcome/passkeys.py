"""Passkeys: what the browser is asked, and whether its answer is right. The library does the mathematics.

A passkey is bound to our public name, taken from the settings and never from a request, so that a look-alike
of this site gets nothing from it. In a demo on this machine that name is "localhost".
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from ipaddress import ip_address
from typing import Any, TypeVar
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from alongside.people.models import Person

from .errors import PasskeyNotRight
from .second_ways import Passkey
from .ways import add_passkey

T = TypeVar("T")
State = Mapping[str, Any]
"""What was asked, to be kept until the answer comes. It is used once."""
LONGEST = 20_000
"""An answer is never longer than this."""
VERIFIED = UserVerificationRequirement.REQUIRED
"""The device has to see its owner's finger, face or number: having the device is not enough."""


def name_and_origin() -> tuple[str, str]:
    """The name that passkeys are bound to, and where their pages are."""
    address = urlsplit(settings.PUBLIC_ADDRESS)
    name = address.hostname or ""
    if (settings.DEMO or settings.DEBUG) and name == "127.0.0.1":
        name = "localhost"
    port = f":{address.port}" if address.port else ""
    return name, f"{address.scheme}://{name}{port}"


def can_be_here(request: HttpRequest) -> bool:
    """Whether browsers will make passkeys on this page: its address is our name, and no bare number."""
    name, _ = name_and_origin()
    return not _is_number(name) and request.get_host().partition(":")[0] == name


def ask_to_make(person: Person, there: Sequence[Passkey]) -> tuple[str, State]:
    """What the browser is asked, so that a new passkey is made; and what to keep until it answers."""
    whose = PublicKeyCredentialUserEntity(
        id=person.pk.bytes, name=person.screen_name, display_name=person.screen_name
    )
    asked, state = _server().register_begin(
        whose,
        [_read(one) for one in there],
        resident_key_requirement=ResidentKeyRequirement.PREFERRED,
        user_verification=VERIFIED,
    )
    return json.dumps(dict(asked.public_key)), state


def make(person: Person, state: State, answer: str, called: str, at: datetime) -> Passkey:
    """The browser has answered: keep the new passkey. Raises ``PasskeyNotRight`` and what ``ways`` raises."""
    data = _checked(lambda: _server().register_complete(state, _parsed(answer)).credential_data)
    if data is None:
        raise PasskeyNotRight
    return add_passkey(person, _known_by(data.credential_id), bytes(data), called, at)


def ask_to_show(there: Sequence[Passkey]) -> tuple[str, State]:
    """What the browser is asked, so that one of these is shown."""
    asked, state = _server().authenticate_begin([_read(one) for one in there], user_verification=VERIFIED)
    return json.dumps(dict(asked.public_key)), state


def show(person: Person, state: State, answer: str) -> Passkey:
    """The passkey that was shown. Raises ``PasskeyNotRight``."""
    shown = _checked(lambda: AuthenticationResponse.from_dict(_parsed(answer)))
    with transaction.atomic():
        theirs = Passkey.objects.select_for_update().filter(person=person)
        passkey = theirs.filter(known_by=_known_by(shown.raw_id)).first()
        if passkey is None:
            raise PasskeyNotRight
        _checked(lambda: _server().authenticate_complete(state, [_read(passkey)], shown))
        counter = shown.response.authenticator_data.counter
        if passkey.counter and counter <= passkey.counter:
            raise PasskeyNotRight  # a copy of the device is about
        passkey.counter = counter
        passkey.save(update_fields=["counter"])
    return passkey


def _server() -> Fido2Server:
    name, origin = name_and_origin()
    return Fido2Server(
        PublicKeyCredentialRpEntity(id=name, name="Alongside"), verify_origin=lambda seen: seen == origin
    )


def _read(passkey: Passkey) -> AttestedCredentialData:
    return AttestedCredentialData(bytes(passkey.credential))


def _known_by(credential_id: bytes) -> str:
    return hashlib.sha256(credential_id).hexdigest()


def _parsed(answer: str) -> Mapping[str, Any]:
    if len(answer) > LONGEST:
        raise ValueError("too long")
    said = json.loads(answer)
    if not isinstance(said, dict):
        raise TypeError("no object")
    return said


def _checked(read: Callable[[], T]) -> T:
    """Whatever is wrong with what a browser sent, it is not right, and nothing breaks."""
    try:
        return read()
    except Exception as wrong:
        raise PasskeyNotRight from wrong


def _is_number(name: str) -> bool:
    try:
        return bool(ip_address(name))
    except ValueError:
        return False
