"""What each of our public pages invites to, by name. A page that is not there has no poster."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from alongside.messages.say import link
from alongside.people.models import Area


@dataclass(frozen=True)
class Invite:
    """One page and what its poster says. ``{}`` stands for the area's name."""

    name: str
    route: str
    called: str
    asks: str
    why: str
    promises: tuple[str, ...]
    in_short: str

    def address(self, area: Area) -> str | None:
        """The whole address of the page in this area; none where there is no such page."""
        try:
            return link(reverse(self.route, args=[area.slug]))
        except NoReverseMatch:
            return None


INVITES = (
    Invite(
        name="tell",
        route="voice:tell",
        called="Tell us how it is",
        asks="How is it for you in {}?",
        why="Tell us once, in your own way. What was good? What would have made it even better?",
        promises=(
            "It takes about five minutes, and you need no account.",
            "You choose who reads it, and whether you are named.",
            "We tell you what came of it, if you wish.",
        ),
        in_short="Tell us how it is. You choose who reads it.",
    ),
    Invite(
        name="join",
        route="welcome:join",
        called="Join the forum",
        asks="Join other families in {}",
        why="Parents and carers here share what they know, and work with services as equals.",
        promises=(
            "It costs nothing, and you can leave whenever you like.",
            "You hear from us as often as you choose.",
            "Nobody asks you to do anything you have no time for.",
        ),
        in_short="Join other families. It costs nothing.",
    ),
    Invite(
        name="together",
        route="website:together",
        called="You said, together we did",
        asks="You said, together we did",
        why="See what families in {} asked for, and what has changed because of it.",
        promises=(
            "A promise is kept when those who asked for it say so.",
            "What has not been done stands there too.",
            "Anybody can read it, without an account.",
        ),
        in_short="See what families asked for, and what changed.",
    ),
)


def invites(area: Area) -> list[Invite]:
    """Those whose page there is."""
    return [one for one in INVITES if one.address(area)]
