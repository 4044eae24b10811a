"""What people told about Hazel Barn Short Breaks. All invented."""

from __future__ import annotations

from alongside.voice.demo import Tale

BREAKS: dict[str, Tale] = {
    "owl": Tale(
        about="barn",
        days_ago=640,
        seriousness=0,
        touches=["welcome"],
        public=True,
        good=(
            "They asked him what he likes before they asked us what he needs. He likes owls. When we came, "
            "there was an owl on the wall."
        ),
    ),
    "full-in-january": Tale(
        about="barn",
        days_ago=600,
        channel="email",
        address="new.year@home.example",
        seriousness=2,
        touches=["value"],
        asked=True,
        public=True,
        happened="Every Saturday was full by the second of January. We were in hospital over New Year.",
        better="Keep a few places back for people who cannot ring on that day.",
        answer="You are right. It was first come, first served, and that is not fair. Let us change it.",
    ),
    "the-bag": Tale(
        about="barn",
        days_ago=440,
        seriousness=3,
        touches=["partnership"],
        uses=["service", "decide"],
        asked=True,
        happened=(
            "His bag came home with somebody else’s tablets in it. His own were still at the barn. Nobody "
            "came to harm, but I did not sleep."
        ),
        good="They drove over at once, and they did not look for excuses.",
        better="Two people look into each bag.",
        answer="We are sorry, and thank you for telling us so calmly. We want it never to happen again.",
    ),
    "first-night": Tale(
        about="barn",
        channel="text",
        address="01632 960 321",
        days_ago=380,
        seriousness=0,
        touches=["partnership", "communicate"],
        public=True,
        good=(
            "She slept away from home for the first time. They sent one picture in the evening, as we had "
            "agreed. I slept too."
        ),
    ),
    "over-my-head": Tale(
        about="barn",
        days_ago=210,
        perspective="young-person",
        touches=["value"],
        uses=["service", "decide"],
        asked=True,
        happened="In the van they talk over my head. I can hear.",
        good="The songs are good, and I may choose every third one.",
        better="Talk with me. I like buses, and bad jokes.",
        answer="You are right, and we feel a bit silly. We know four very bad jokes.",
    ),
    "eleven-pages": Tale(
        about="barn",
        days_ago=160,
        channel="none",
        touches=["communicate"],
        public=True,
        happened="The form for one weekend has eleven pages. We filled it in at Easter too.",
        better="Only ask what has changed.",
    ),
    "only-for-you": Tale(
        about="barn",
        days_ago=18,
        uses=[],
        channel="none",
        happened="I cry in the car after I have brought him there. He has a lovely time. I wanted to say it.",
        good="Nobody hurries me out of the door.",
    ),
    "his-blanket": Tale(
        about="barn",
        days_ago=14,
        seriousness=0,
        touches=["welcome"],
        public=True,
        channel="text",
        address="01632 960 322",
        good="On Sunday they had washed his blanket, and it still smelled of home. I do not know how.",
    ),
}
"""By a short name, like those before."""
