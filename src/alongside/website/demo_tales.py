"""What else people in Netherby told, so that every page has something true to show. All invented."""

from __future__ import annotations

from alongside.voice.demo import Tale
from alongside.voice.forms import MINE

TALES: dict[str, Tale] = {
    "who-to-ring": Tale(
        about="council",
        days_ago=150,
        channel="email",
        address="two.boys@home.example",
        call_me="Two boys’ mum",
        seriousness=2,
        touches=["communicate"],
        asked=True,
        public=True,
        happened="I rang five people to find out who to ring.",
        better="One number, and somebody who rings back.",
        answer="We hear you. There are eleven numbers on our pages. We would like there to be one.",
    ),
    "interview": Tale(
        who="asha",
        about="council",
        channel=MINE,
        days_ago=140,
        touches=["partnership"],
        public=True,
        happened="We only meet the new person once she has started.",
        better="Let two of us be there when you choose her.",
    ),
    "bus-times": Tale(
        about="council",
        days_ago=260,
        touches=["communicate"],
        public=True,
        happened="The bus times changed in the holidays. We found out at the stop.",
        better="Tell us before, in the way we read things.",
    ),
    "lunch": Tale(
        about="school",
        days_ago=230,
        touches=["value"],
        public=True,
        happened="He came home with his lunch untouched. The hall is too loud for him to eat.",
        better="A small table in another room. He would not mind who else sits there.",
    ),
    "name-badge": Tale(
        about="centre",
        days_ago=340,
        touches=["welcome"],
        public=True,
        good="The nurse said her own name first, and then asked for his.",
        better="Everyone could do that.",
    ),
    "plan-meeting": Tale(
        about="school",
        days_ago=310,
        touches=["partnership"],
        public=True,
        happened="The plan was finished when I came to the meeting about the plan.",
        better="Start with an empty page, and me.",
    ),
    "one-page": Tale(
        about="centre",
        days_ago=210,
        touches=["communicate"],
        public=True,
        happened="The report is fourteen pages. I read it three times and still do not know what to do.",
        better="One page on top, in words I use.",
    ),
    "trip": Tale(
        about="school",
        days_ago=180,
        touches=["value"],
        public=True,
        happened="She stayed behind on the trip day, as the coach has no lift.",
        better="Choose the coach first, and then the trip.",
    ),
    "moving-up": Tale(
        about="school",
        days_ago=70,
        touches=["welcome"],
        public=True,
        happened="Nobody could tell us who his teacher will be in September. He asks every night.",
        better="A name and a photograph, before the holidays.",
    ),
    "rang-twice": Tale(
        about="centre",
        days_ago=8,
        channel="call",
        address="01632 960 155",
        call_me="Mrs Okafor’s sister",
        touches=["communicate"],
        uses=["service", "decide"],
        happened="I rang twice about the hearing test, and nobody rang back.",
        better="Ring back, even if there is no news.",
    ),
    "locked-gate": Tale(
        about="council",
        days_ago=5,
        channel="call",
        address="01632 960 171",
        call_me="Leo’s gran",
        uses=["service"],
        waits=True,
        happened="The gate of the play area was locked, and the man at number nine has the key.",
        better="Leave it open, or say who has the key. Not his name on the gate.",
    ),
}
"""By a short name. They go on where ``voice.demo.TALES`` ends."""

ON_HER_OWN_PAGE = Tale(
    about="school",
    days_ago=75,
    channel="link",
    touches=["welcome"],
    uses=["service", "decide"],
    happened="She moves up in September, and the first she will see is a corridor with two hundred people.",
    good="Her class teacher has begun to talk with her about it.",
    better="Let her come once when it is empty, and meet one person.",
)
"""Told on a secret link: whoever looks around the demo can open its teller's own page."""
