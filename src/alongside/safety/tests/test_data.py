"""What people argue about is data: the levels and the numbers to ring are whole and dated."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from alongside.documents.models import Version
from alongside.people.demo import Netherby
from alongside.safety import forget
from alongside.safety.demo import worry
from alongside.safety.models import Concern, Draft, Reading
from alongside.safety.seriousness import alarming, levels
from alongside.safety.signposts import checked, signposts


def test_five_levels_each_with_what_it_sets_off() -> None:
    assert [level.number for level in levels()] == [0, 1, 2, 3, 4]
    assert all(level.means and level.triggers for level in levels())
    assert alarming() == [3, 4]
    assert not levels()[4].may_be_public


def test_every_number_says_where_it_is_from_and_when_it_was_looked_up() -> None:
    assert signposts()[0].ring == "999"
    assert all(post.source.startswith("https://") for post in signposts())
    assert isinstance(checked(), date)


def test_what_has_an_end_ends(netherby: Netherby, now: datetime) -> None:
    Draft.objects.create(area=netherby.area, key_digest="x", dies_at=now + timedelta(hours=24))
    Reading.open(area=netherby.area, about=None, on=now.date(), author=netherby.gwen)
    worry(netherby, now, acknowledged=True)
    for rule in forget.RULES:
        later = now + timedelta(days=4 * 365)
        assert rule.left(later) == 1
        assert rule.run(later) == 1
        assert rule.left(later) == 0


def test_a_worry_ends_three_years_after_it_was_taken_in_hand(
    netherby: Netherby, now: datetime, client_of: Any
) -> None:
    open_one, done = worry(netherby, now), worry(netherby, now)
    done.acknowledge(netherby.hal, now + timedelta(days=30))
    rule = next(rule for rule in forget.RULES if rule.name == "concerns")
    later = now + timedelta(days=3 * 365 + 30)

    assert rule.run(later - timedelta(seconds=1)) == 0
    assert (rule.run(later), rule.left(later), rule.run(later)) == (1, 0, 0)
    gone = Concern.objects.get(pk=done.pk)
    assert gone.words.body == ""
    assert not Version.objects.filter(text=gone.words).exclude(body="").exists()
    assert (gone.way_back.address, gone.way_back.call_me, gone.way_back.hint) == ("", "", "")
    assert gone.way_back.closed_at == later
    assert Concern.objects.get(pk=open_one.pk).words.body
    said = client_of(netherby.hal).get("/netherby/concerns/").content.decode()
    assert "What they wrote is forgotten" in said
    assert said.count("wants to hear from you") == 1
