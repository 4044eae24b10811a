"""Evidence stands under the words with which a place was last asked; before the first round, the newest."""

from __future__ import annotations

from alongside.charter.in_use import frameworks_of, spot
from alongside.charter.models import Edition, Review
from alongside.people.demo import Netherby


def test_before_the_first_round_it_is_the_newest_there_is(netherby: Netherby) -> None:
    assert [one.version for one in frameworks_of(netherby.school).values()] == ["2026-11"]
    assert "workshop" not in frameworks_of(netherby.school)  # it asks in open questions alone


def test_after_it_it_is_what_was_asked_last(review: Review, netherby: Netherby) -> None:
    own = review.edition.source.replace('slug = "heard"', 'slug = "listened-to"')
    own = own.replace('version = "2026-11"', 'version = "2026-10"')
    review.edition = Edition.objects.create(slug="cornerstones", version="2026-10", source=own)
    review.save(update_fields=["edition"])
    assert frameworks_of(netherby.school)["cornerstones"].version == "2026-10"
    assert spot(netherby.school, "cornerstones", "listened-to")
    assert spot(netherby.school, "cornerstones", "heard") is None
    assert spot(netherby.centre, "cornerstones", "heard")
    assert spot(netherby.school, "gold", "heard") is None
