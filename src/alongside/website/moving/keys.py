"""What signing in rests on and no database holds: the secret key, and the name of the house.

The keys themselves stay out of the file. Their prints go along: the new house sees whether it has them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.crypto import salted_hmac

from alongside.welcome.sealed import keys
from alongside.welcome.second_ways import App, Passkey, RecoveryCode


def prints() -> list[str]:
    """One for the secret key, and one for each that it replaced. No key can be reckoned from its print."""
    purpose = "alongside.website moving", "which secret key"
    return [salted_hmac(*purpose, secret=key, algorithm="sha256").hexdigest()[:32] for key in keys()]


def name() -> str:
    """What the house is called in its address; passkeys are bound to it."""
    return urlsplit(settings.PUBLIC_ADDRESS).hostname or ""


def would_end(known: list[str], called: str, counts: Mapping[str, int]) -> Iterator[str]:
    """A sentence for each way to sign in that would end, because this house lacks what the old one had."""
    sealed = _counted(counts, {App: "authenticator app", RecoveryCode: "recovery code"})
    if sealed and not set(known) <= set(prints()):
        yield (
            f"{sealed} would end: they rest on a secret key of the old house that this one does not know. "
            "Give it the same ALONGSIDE_SECRET_KEY, or name that key in ALONGSIDE_OLD_SECRET_KEYS"
        )
    bound = _counted(counts, {Passkey: "passkey"})
    if bound and called != name():
        yield (
            f"{bound} would end: passkeys are bound to the name {called}, and ALONGSIDE_PUBLIC_ADDRESS says "
            f"{name()}"
        )


def _counted(counts: Mapping[str, int], kinds: Mapping[type, str]) -> str:
    told = [(counts.get(kind._meta.label, 0), word) for kind, word in kinds.items()]  # type: ignore[attr-defined]
    return " and ".join(f"{number} {word}{'' if number == 1 else 's'}" for number, word in told if number)
