"""House rule: nobody meets a stranger's data. Every area and every field of people's words has a marker."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from alongside.journal.privacy import Level
from alongside.messages.models import WayBack
from checks.test_privacy import classed_fields

from .access import WHO
from .canaries import DIGEST, MARKER, Canary, plant
from .crawl import crawl
from .who_sees import MAY_SEE, May, Who
from .world import World


def strangers(text: str, who: Who, planted: dict[str, Canary], may_see: Mapping[str, May]) -> list[str]:
    """Each field whose marker stands in this text although this reader may not meet it."""
    classed, found = classed_fields(), []
    for marker in {*MARKER.findall(text), *DIGEST.findall(text)} & planted.keys():
        canary = planted[marker]
        may = may_see.get(canary.field, lambda _who, _row: False)
        if classed[canary.field].level != Level.PUBLIC and not may(who, canary.row):
            found.append(canary.field)
    return found


def met(
    browser: Client,
    who: Who,
    planted: dict[str, Canary],
    *,
    also: Iterable[str] = (),
    may_see: Mapping[str, May] = MAY_SEE,
) -> list[str]:
    """A sentence for each marker that this browser met on its walk and should not have."""
    found = set()
    for path, answer in crawl(browser, tuple(also)):
        whole = answer.content.decode() + str(dict(answer.headers)) + path
        found |= {f"{field} on {path}" for field in strangers(whole, who, planted, may_see)}
    return sorted(found)


@pytest.mark.parametrize("who", WHO)
def test_nobody_meets_what_is_not_theirs(who: str, world: World) -> None:
    person = None if who == "nobody" else world.n.people[who]
    with transaction.atomic():
        kept = reverse("charter:evidence", args=[world.n.school.pk])
        assert met(world.browsers[who], person, plant(), also=[kept]) == []
        transaction.set_rollback(True)


SECRETS = ("website:way_back", "voice:reply_by_code", "promises:verdict")


@pytest.mark.parametrize("name", SECRETS)
def test_who_holds_a_secret_meets_what_it_opens_and_no_more(name: str, world: World) -> None:
    token = world.of_route.get((name, "token"), world.args["token"])
    page = reverse(name, kwargs={"token": token})
    with transaction.atomic():
        planted, browser = plant(), Client()
        holder = world.holders[name]
        whole = browser.get(page).content.decode()
        assert MARKER.findall(whole), "the secret opens nothing"
        assert met(browser, WayBack.objects.get(pk=holder), planted, also=[page]) == []
        transaction.set_rollback(True)


def test_the_crawl_bites(world: World) -> None:
    """A door left open is met: with Jo's desk for nobody's eyes, Jo herself would be a stranger there."""
    with transaction.atomic():
        planted = plant()
        shut = {name: may for name, may in MAY_SEE.items() if not name.startswith("messages.")}
        found = met(world.browsers["jo"], world.n.jo, planted, may_see=shut)
        transaction.set_rollback(True)
    assert any("messages.WayBack" in one for one in found)
