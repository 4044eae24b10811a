"""The questions of *Tell us how it is*, one form a page, and the forms of moderators and organisations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from alongside.look import forms
from alongside.look.forms.form import Problem
from alongside.messages.models import Channel
from alongside.people.cornerstones import choices as cornerstones
from alongside.people.models import Area, Organisation, Role
from alongside.people.trying import Trying
from alongside.people.viewer import Viewer
from alongside.safety.reaching import NOT_AT_ALL, REVEALS, WAYS, ReachForm
from alongside.safety.seriousness import levels

from .consents import WHO, Consent

NOT_SURE = "not-sure"
MINE = "mine"
FEW = 12


class QuestionForm(forms.Form):
    """One page of the journey."""

    def __init__(self, *args: Any, area: Area, viewer: Viewer, **kwargs: Any) -> None:
        self.area, self.viewer = area, viewer
        super().__init__(*args, **kwargs)

    def typed(self) -> dict[str, Any]:
        """What was sent, as it was sent: right or not, it is kept."""
        return {
            name: field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
            for name, field in self.fields.items()
        }


class AboutForm(QuestionForm):
    """Which organisation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = [(str(one.pk), one.name) for one in Organisation.of(self.area)]
        unsure = (NOT_SURE, "I am not sure, or it is about several")
        said: dict[str, Any] = {
            "label": "Who is it about?",
            "help_text": "Choose one. You can tell us about another one afterwards.",
            "label_as_heading": True,
            "required": False,
        }
        if len(places) > FEW:
            blank = ("", "Choose from the list")
            self.fields["organisation"] = forms.Pick(choices=[blank, *places, unsure], **said)
        else:
            hint = {NOT_SURE: "The forum reads it and finds out."}
            self.fields["organisation"] = forms.Choice(
                choices=[*places, unsure], hints=hint, divider={NOT_SURE: "or"}, **said
            )


class TellWords(forms.Words):
    """A page of words, and what to do when it is a little too long."""

    def __init__(self, *, next_question: bool = True, **kwargs: Any) -> None:
        super().__init__(max_length=2000, required=False, label_as_heading=True, **kwargs)
        if next_question:
            self.too_long = (
                "Take out {over}, or move the end of it to the next question. Everything you wrote is "
                "still here."
            )


class WordsForm(QuestionForm):
    """One of the three pages of words."""

    summary_title = "Your words are safe, and a little too long"


class HappenedForm(WordsForm):
    happened = TellWords(
        label="What happened?",
        help_text=(
            "Tell it in your own way. Please leave out other people’s names. If you would rather not "
            "tell this part, leave it empty."
        ),
    )


class GoodForm(WordsForm):
    good = TellWords(
        label="What was good?",
        help_text=(
            "Even on a hard day, somebody may have done one thing right. Tell us, so that it happens "
            "again. If nothing comes to mind, leave it empty."
        ),
    )


class BetterForm(WordsForm):
    better = TellWords(
        label="What would have made it even better?",
        help_text="One small thing or one big thing. If nothing comes to mind, leave it empty.",
        next_question=False,
    )


class UseForm(QuestionForm):
    """Who may use it and how: each use is its own yes."""

    uses = forms.Choices(
        label="Who may use it, besides the forum?",
        label_size="m",
        help_text="Tick as many as you like, or none.",
        choices=[
            (Consent.Use.SERVICE.value, "The service may read it and answer"),
            (Consent.Use.TRAIN.value, "Staff there may learn from it"),
            (Consent.Use.DECIDE.value, "Groups may use it when they decide"),
            (Consent.Use.PUBLISH.value, "It may be shown here, to everyone"),
        ],
        hints={
            Consent.Use.SERVICE.value: (
                "People who work there read your words, and can answer you through us."
            ),
            Consent.Use.TRAIN.value: (
                "They may talk about it when they learn, and keep it as an example for their charter. "
                "Tick the first box too."
            ),
            Consent.Use.DECIDE.value: (
                "Families and services sit in these groups together. Who works at this service reads it "
                "there only if you tick the first box too."
            ),
            Consent.Use.PUBLISH.value: "Anyone can read it on this site, with the month and no day.",
        },
        required=False,
    )
    named = forms.Choice(
        label="How shall we name you?",
        label_size="m",
        choices=[
            (Consent.Named.NOT.value, "Do not name me"),
            (Consent.Named.AS.value, "By who I am, for example “a parent carer”"),
            (Consent.Named.FIRST.value, "By a first name"),
        ],
        reveals={Consent.Named.AS.value: "perspective", Consent.Named.FIRST.value: "name"},
        required=False,
    )
    perspective = forms.Pick(
        label="Who are you?",
        choices=[("", "Choose from the list"), *[(one.value, said) for one, said in WHO.items()]],
        required=False,
    )
    name = forms.Line(
        label="Which first name?",
        help_text="It need not be your own.",
        max_length=80,
        width=20,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if said.get("named") == Consent.Named.AS and not said.get("perspective"):
            self.add_error("perspective", "Please choose who you are, or choose not to be named.")
        if said.get("named") == Consent.Named.FIRST and not said.get("name"):
            self.add_error("name", "Please write a first name, or choose not to be named.")
        return said


class BackForm(QuestionForm, ReachForm):
    """How to be told what came of it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        channel = self.fields["channel"]
        assert isinstance(channel, forms.Choice)  # noqa: S101 - for the types: it is declared so
        mine = [(MINE, "In my usual way, and on my page")] if self.viewer else []
        link = (Channel.LINK.value, "On a page of my own, with a secret link")
        channel.choices = [*mine, *WAYS, link, (NOT_AT_ALL, "Not at all")]
        channel.label = "How shall we tell you?"
        channel.reveals = REVEALS
        channel.hints = {
            Channel.LINK.value: (
                "We show you the address once, after you send this. You come and look when you like."
            ),
            NOT_AT_ALL: (
                f"{self._kept()} We cannot tell you what came of it, and you cannot take it back on your own "
                "page."
            ),
        }

    def _kept(self) -> str:
        """What we keep of somebody who is not to be told."""
        if self.viewer.is_given(Role.Name.MODERATOR, area=self.area):
            return "You moderate here, so we keep that it is yours: then you do not read it yourself."
        return "Then we keep nothing about you."


STEPS: dict[str, type[QuestionForm]] = {
    "about": AboutForm,
    "happened": HappenedForm,
    "good": GoodForm,
    "better": BetterForm,
    "use": UseForm,
    "back": BackForm,
}
"""The questions in the order in which they are asked."""


class SendForm(Trying):
    """The last page: the draft's id is the form key. It knows which pages are to be mended first."""

    summary_title = "Your words are safe. Please look at this before you send them"

    key = forms.FormKey()

    def __init__(self, *args: Any, wrong: dict[str, forms.Form], area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wrong, self.area = wrong, area

    def clean(self) -> None:
        for form in self.wrong.values():
            for problem in form.problems():
                self.add_error(None, problem.text)

    def problems(self) -> list[Problem]:
        """What is to be mended, each with the page where it is."""
        pages = {
            problem.text: f"{reverse('voice:question', args=[self.area.slug, step])}?then=check"
            for step, form in self.wrong.items()
            for problem in form.problems()
        }
        return [Problem(one.text, pages.get(one.text, one.href)) for one in super().problems()]


def seriousness(label: str, explained: bool = True) -> forms.Choice:
    """The five levels, each with what it means and what it sets off, unless that stands above already."""
    means = {str(level.number): f"{level.means} {level.triggers}" for level in levels()}
    return forms.Choice(
        label=label,
        label_size="s",
        choices=[(str(level.number), str(level)) for level in levels()],
        hints=means if explained else {},
        small=True,
        error_messages={"required": "Choose how serious it is, from 0 to 4."},
    )


class PassForm(Trying):
    """Let it go on."""

    seriousness = seriousness("How serious is it?")
    touches = forms.Choices(
        label="Which cornerstones does it touch?",
        label_size="s",
        choices=cornerstones(),
        required=False,
        small=True,
    )


class WhoForm(Trying):
    """Whom it is about, where its teller was not sure."""

    def __init__(self, *args: Any, places: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {str(place.pk): place for place in places}
        self.fields["organisation"] = forms.Pick(
            label="Who is it about?",
            label_size="m",
            help_text="If it is about several, choose the one that can change most.",
            choices=[("", "Choose from the list"), *((pk, str(one)) for pk, one in self.places.items())],
            error_messages={"required": "Please choose who it is about."},
        )

    def clean_organisation(self) -> Organisation:
        return self.places[self.cleaned_data["organisation"]]


class HoldForm(Trying):
    """Keep it back for now."""

    seriousness = seriousness("How serious is it?", explained=False)
    why = forms.Words(
        label="Why do you hold it?",
        label_size="s",
        help_text="For the other moderators. For example: who should be asked first?",
        rows=3,
        max_length=1000,
    )


class ChangeForm(Trying):
    """Take something out of the words."""

    step = forms.Line(widget=forms.HiddenInput, required=False)
    version = forms.Line(widget=forms.HiddenInput, required=False)
    words = forms.Words(
        label="The words as others will read them",
        label_size="m",
        help_text=(
            "Take out only what could show who somebody is, or hurt somebody. Put “[a name]” in its "
            "place. Change nothing else."
        ),
        rows=10,
        max_length=2500,
    )
    took_out = forms.Line(
        label="What did you take out?",
        label_size="m",
        help_text="The person who told it reads this. For example: the teacher’s name.",
        max_length=300,
    )
    why = forms.Line(
        label="Why?",
        label_size="m",
        help_text="They read this too.",
        max_length=300,
    )


class ReplyForm(Trying):
    """What an organisation answers."""

    key = forms.FormKey()
    words = forms.Words(
        label="Your answer",
        label_size="m",
        help_text=(
            "Say thank you, say what you will do or why you cannot, and by when. The person who told it "
            "reads exactly this."
        ),
        max_length=4000,
        error_messages={"required": "Please write your answer."},
    )
    signed = forms.Line(
        label="Who answers?", label_size="m", help_text="Your name and what you do there.", max_length=120
    )
    claims_change = forms.Tick(label="We have changed something, or will", required=False)
    public = forms.Tick(label="Everyone may read this answer where the story is shown", required=False)

    def __init__(self, *args: Any, may_be_public: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["claims_change"].help_text = "Then a moderator reads your answer before it is sent."
        if not may_be_public:
            del self.fields["public"]


class WhyForm(Trying):
    """A reason that is written down."""

    why = forms.Words(
        label="Why do you need to know?",
        label_size="m",
        help_text="The person who told it reads this reason, with your name.",
        rows=3,
        max_length=300,
        error_messages={"required": "Please write why you need to know. Without a reason nobody looks."},
    )
