"""What ``/components/`` shows: every part in its states, with words as they might stand on a real page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from alongside.look import forms
from alongside.look.tokens import CORNERSTONES, tokens

SECTIONS = [
    ("marks", "Stones, signs and states"),
    ("colours", "Colour and type"),
    ("buttons", "Buttons, links and focus"),
    ("boxes", "Boxes and voices"),
    ("fields", "Fields"),
    ("errors", "Errors"),
    ("journeys", "Journeys and decisions"),
    ("lists", "Lists and figures"),
]
STATES = [
    ("Promised", "open", ""),
    ("Due in 5 days", "wait", "wait"),
    ("3 days late", "wait", "wait"),
    ("12 days late", "wait", "stop"),
    ("Done, not yet checked", "half", "wait"),
    ("Yes, this helped", "yes", "yes"),
    ("Partly", "half", "wait"),
    ("Too soon to say", "wait", "wait"),
    ("No: opened again", "back", "stop"),
    ("No, because…", "aside", ""),
]
STANDS = [
    ("Agree", "yes", "yes"),
    ("Agree, with a concern", "concern", "yes"),
    ("Stand aside", "aside", ""),
    ("Object", "stop", "stop"),
    ("Need more time", "wait", "wait"),
    ("Not yet said", "open", ""),
]
ENTRIES = [
    {
        "title": "Letters come before the appointment",
        "href": "#lists",
        "cornerstone": "communicate",
        "said": "“The letter came after the appointment.”",
        "did": "Letters go ten working days ahead, with a text the week before.",
        "state": "Yes, this helped",
        "sign": "yes",
        "tone": "yes",
        "show_corner": True,
        "meta": ["Child Development Centre", "asked again in March"],
    },
    {
        "title": "A second wheelchair taxi",
        "href": "#lists",
        "cornerstone": "value",
        "said": "“We miss the first lesson three days out of five.”",
        "did": "No, because the contract runs until July. Three parents are writing the new one with us.",
        "state": "No, because…",
        "sign": "aside",
        "tone": "",
        "show_corner": True,
        "meta": ["Council transport"],
    },
]
WALL = [
    {"slug": "communicate", "name": "Communicate", "helped": 11, "todo": 2},
    {"slug": "welcome", "name": "Welcome and care", "helped": 9, "todo": 1},
    {"slug": "value", "name": "Value and include", "helped": 6, "todo": 3},
    {"slug": "partnership", "name": "Work in partnership", "helped": 5, "todo": 1},
]
TALLY = [
    {"count": 3, "text": "people to ring", "href": "#lists"},
    {"count": 4, "text": "voices to read", "href": "#lists"},
    {"count": 2, "text": "promises overdue", "href": "#lists"},
    {"count": 1, "text": "ask with people missing", "href": "#lists"},
]
FACTS = [
    {"figure": "94 in 100", "text": "people heard back"},
    {"figure": "9 days", "text": "to a first answer, half of the time"},
    {"figure": "71 days", "text": "to an outcome, half of the time"},
]
COURSE = ["communicate", "welcome", "value", "partnership", "communicate", "welcome", "value"] * 4


class Everything(forms.Form):
    """One of each field."""

    name = forms.Line(label="What shall we call you?", help_text="Any name you like, or none.", max_length=60)
    good = forms.Words(
        label="What was good?", help_text="If nothing comes to mind, leave it empty.", max_length=2000, rows=4
    )
    helped = forms.Choice(
        label="Did it help?",
        choices=[("yes", "Yes"), ("partly", "Partly"), ("no", "No"), ("soon", "Too soon to say")],
        small=True,
    )
    way = forms.Choice(
        label="How shall we tell you what came of it?",
        help_text="We write or ring about this and nothing else.",
        choices=[("email", "By e-mail"), ("call", "By phone"), ("link", "A secret link"), ("none", "Do not")],
        hints={"link": "You keep it. Nobody needs to know who you are."},
        reveals={"email": "email", "call": "phone"},
        divider={"none": "or"},
    )
    email = forms.Email(label="Your e-mail address", required=False)
    phone = forms.Phone(label="Your phone number", required=False)
    touches = forms.Choices(
        label="What is it about?",
        choices=[(slug, name) for slug, name in CORNERSTONES.items() if slug != "trust"],
    )
    where = forms.Pick(
        label="Which service?",
        choices=[("", "Choose one"), ("beck", "Beck Lane Primary"), ("cdc", "Children’s ward")],
    )
    due = forms.Day(label="By when?", help_text="For example, 31 3 2026")
    code = forms.Code(label="The code we sent you")
    sure = forms.Tick(label="You may read my words to staff, without my name")


_TYPED = {
    "good": "The receptionist came out from behind the glass and sat down next to Leo. " * 28,
    "way": "email",
    "email": "asha at example",
    "due-day": "31",
    "due-month": "February",
    "due-year": "26",
}


def shown(request: HttpRequest) -> dict[str, Any]:
    """The context of ``look/components.html``."""
    colour = tokens()["colour"]
    return {
        "sections": [(anchor, title, f"look/gallery/{anchor}.html") for anchor, title in SECTIONS],
        "stones": CORNERSTONES.items(),
        "states": STATES,
        "stands": STANDS,
        "signs": [name for name in tokens()["signs"] if name not in {"viewBox", "stroke_width", "fill"}],
        "colours": [(name, light, colour["dark"][name]) for name, light in colour["light"].items()],
        "entries": ENTRIES,
        "rows": WALL,
        "numbers": TALLY,
        "key_figures": FACTS,
        "laid": COURSE,
        "balance_head": ["What", "Young people", "Services"],
        "balance": [["Seats", 50, 50], ["Wordings written", 70, 30]],
        "asked": Everything(initial={"name": "Cara", "helped": "yes"}),
        "wrong": Everything({f"wrong-{name}": value for name, value in _TYPED.items()}, prefix="wrong"),
        "page": request.path,
    }
