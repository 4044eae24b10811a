"""What else people told about Beck Lane Primary. All invented."""

from __future__ import annotations

from alongside.voice.demo import Tale

PRIMARY: dict[str, Tale] = {
    "small-dog": Tale(
        about="school",
        days_ago=650,
        seriousness=0,
        touches=["welcome"],
        public=True,
        good="He reads aloud to a small dog on Wednesdays. The dog never puts him right.",
    ),
    "coat-peg": Tale(
        about="school",
        days_ago=500,
        channel="text",
        address="01632 960 324",
        touches=["welcome"],
        asked=True,
        public=True,
        happened="Her peg is in the middle of the row, and everybody pushes past her face.",
        better="The one at the end.",
        answer="It has her name on it since this morning. She chose the colour.",
    ),
    "too-narrow": Tale(
        about="school",
        days_ago=276,
        touches=["welcome"],
        public=True,
        happened="At home time six prams and a wheelchair want to go through one gate.",
        better="Open the second one too.",
    ),
    "by-the-bins": Tale(
        about="school",
        days_ago=274,
        touches=["welcome"],
        public=True,
        happened="We wait by the bins, as it is the only place where he can see me come.",
        better="A place with a bench.",
    ),
    "all-at-once": Tale(
        about="school",
        days_ago=273,
        touches=["welcome"],
        public=True,
        happened="Two hundred children come out at once. She holds her ears and sits down where she is.",
        better="Five minutes before the others would do.",
    ),
    "no-time-to-ask": Tale(
        about="school",
        days_ago=271,
        touches=["communicate"],
        public=True,
        good="His teacher always waves.",
        better="I would love to hear one sentence about his day, and there is no time for it at the gate.",
    ),
    "from-the-staff-room": Tale(
        about="school",
        perspective="practitioner",
        days_ago=290,
        touches=["partnership"],
        public=True,
        good="A mother showed me how she calms him. I had tried for a year. It took her two minutes.",
        better="I wish that I had asked her in September.",
    ),
}
"""By a short name, like those before."""
