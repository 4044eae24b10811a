"""How often somebody may ask for a code, so that nobody is flooded, guessed at or locked out.

What we must stop, and how:

- **Guessing.** A code takes five tries, then it ends. Whoever asks for code after code gets five tries at
  each, so ``codes`` counts the codes sent to one address: the first four in a day have six digits, the others
  ten. Four codes, five tries each: 20 chances in a million a day; at ten digits guessing is hopeless.
- **Flooding one person.** After five codes to one address in 15 minutes, a new browser waits for the newest
  one that was sent (a long one, so sharing it gives nothing away), until that one has little time left.
- **Flooding us.** Limits by place (an internet address; one Wi-Fi is one place) and over all. Forty people in
  one hall, each asking three times, fit into one place's limit.

What we must *not* do is let a stranger lock somebody out. So:

- No limit is counted by person or typed address and then *refuses*. Under pressure the code becomes longer
  and is shared, but it comes: the victim asks, and the newest message in her inbox works in her browser.
- A code that was sent works to its end. Asking elsewhere does not end it: tries and newer codes are counted
  by browser, and only the browser that asked can spend it.
- A browser in which somebody signed in before carries a cookie that says so (until she signs out). For its
  own person it is counted by itself, so neither a full Wi-Fi nor a flood from everywhere shuts it out.

What remains: a stranger on the very same Wi-Fi, or a flood from thousands of places, can make a *new* browser
wait a few minutes. Every limit is counted the same for addresses that nobody has.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from . import watch
from .errors import ManyAtOnce
from .lasting import WHILE
from .models import Try


@dataclass(frozen=True)
class Limit:
    """At most so many tries at one purpose, by one of its kind, in a while."""

    purpose: str
    most: int

    def take(self, whom: str, at: datetime) -> bool:
        """Count one more try. False if there were too many already: then this one is not counted."""
        known = keyed(self.purpose, whom)
        recent = Try.objects.filter(purpose=self.purpose, whom=known, at__gt=at - WHILE)
        if recent.count() >= self.most:
            return False
        mine = Try.objects.create(purpose=self.purpose, whom=known, at=at)
        # Many may have come in the same moment: those who were written first go on, in an order all agree on.
        if mine.pk in recent.order_by("pk").values_list("pk", flat=True)[: self.most]:
            return True
        mine.delete()
        return False


PLACE = Limit("ask from a place", 150)
EVERYONE = Limit("ask at all", 3000)
KNOWN_BROWSER = Limit("ask when known", 10)


def may_ask(place: str, known_browser: str, at: datetime) -> None:
    """Count one asking for a code. ``known_browser`` is empty for a browser that we do not know.

    Raises ``ManyAtOnce``.
    """
    if known_browser and KNOWN_BROWSER.take(known_browser, at):
        return
    if not PLACE.take(place, at) or not EVERYONE.take("", at):
        watch.refused("ask for a code", many := ManyAtOnce())
        raise many


def keyed(purpose: str, whom: str, key: str | None = None) -> str:
    """A digest that only this house can make: nobody finds an address by trying all of them.

    ``key`` is one of ``sealed.keys``; the secret key of today, if none is given.
    """
    return salted_hmac(f"alongside.welcome {purpose}", whom, secret=key, algorithm="sha256").hexdigest()


def place_of(request: HttpRequest) -> str:
    """The internet address this comes from; of an IPv6 address the part that belongs to one house.

    Behind our own proxy, which is the last to write into the header, it is what the proxy saw.
    """
    seen = str(request.META.get("REMOTE_ADDR") or "")
    if settings.SECURE_PROXY_SSL_HEADER:
        seen = request.headers.get("X-Forwarded-For", seen).rsplit(",", 1)[-1].strip()
    try:
        address = ip_address(seen)
    except ValueError:
        return seen
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ip_network((address, 64), strict=False))
    return str(address)
