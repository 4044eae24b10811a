"""What became of some of the stories: read with care, answered in other ways, looked up, taken back."""

from __future__ import annotations

import uuid

from alongside.voice import demo as voices
from alongside.voice.answering import Words, answer_by_code
from alongside.voice.models import Asked
from alongside.voice.moderating import hold, pass_on, take_out
from alongside.voice.opening import open_teller
from alongside.voice.publishing import take_back, withdraw

from .demo_town import Town

NURSE = "Nurse Quillfeather"


def turns(town: Town) -> None:
    """One after the other."""
    read_with_care(town)
    answered_by_a_code(town)
    a_change_is_claimed(town)
    looked_up(town)
    taken_back(town)


def read_with_care(town: Town) -> None:
    """Gwen takes a name out of one and lets it go on. Another names a neighbour: she holds it."""
    gwen, story = town.n.gwen, town.stories["in-her-own-words"]
    told = story.parts[0].text.body
    why = "So that nobody is singled out, not even for praise. The centre knows who it is."
    words = told.replace(NURSE, "The nurse")
    take_out(story.reading, "good", words, "A name", why, gwen, town.ago(129))
    pass_on(story.reading, gwen, 0, town.ago(129), ["communicate"])
    story.publish(gwen, town.ago(128))
    why = "It says who it is and where she parks. I ask how we can put it."
    hold(town.stories["her-car"].reading, gwen, 1, why, town.ago(11))


def answered_by_a_code(town: Town) -> None:
    """Rufus answers with the code that the school got by e-mail, and need not sign in for it."""
    story = town.stories["half-term"]
    asked = Asked.objects.get(story=story)
    body = "We should have told you first. Nothing that matters to him should come as a surprise."
    words = Words(body=body, key=uuid.uuid4(), signed="Rufus, who looks after Year 8", public=True)
    answer_by_code(asked, words, town.ago(330))


def a_change_is_claimed(town: Town) -> None:
    """Two answers say that something has changed. Gwen has read one of them; the other waits for her."""
    n, gwen = town.n, town.n.gwen
    words = "Both can be on one day now. You tell us which, and we ask the others."
    answer = voices.reply(n, town.stories["two-days"], words, town.ago(390), claims_change=True)
    if answer.reading is not None:
        pass_on(answer.reading, gwen, 0, town.ago(389))
    words = "From this week on, four places on each Saturday are drawn by lot."
    voices.reply(n, town.stories["full-in-january"], words, town.ago(0.1), claims_change=True)


def looked_up(town: Town) -> None:
    """Jo keeps the ways back. She looks up who told one story, and the teller hears of it."""
    why = "They write that they have not slept for a week. I would like to ring and ask how it is today."
    open_teller(town.stories["a-week-awake"], town.n.jo, why, town.ago(74))


def taken_back(town: Town) -> None:
    """One teller takes the whole story back. Others end one consent: to be read by all, or in groups."""
    withdraw(town.stories["taken-back"], town.ago(200))
    take_back(town.stories["taxi-door"], "publish", town.ago(300))
    take_back(town.stories["over-my-head"], "decide", town.ago(90))
