"""What each event of the journal is called on the page."""

from __future__ import annotations

IN_WORDS = {
    "agreement.given": "A partner agreed",
    "concern.acknowledged": "A worry was taken in hand",
    "concern.kept": "Somebody told us of a worry",
    "consent.ended": "A teller took back what they had allowed",
    "decision.opened": "A decision was opened",
    "decision.rests": "A story was put under a decision",
    "decision.taken": "Something was decided",
    "group.founded": "A group was founded",
    "objection.made": "A member objected",
    "objection.withdrawn": "An objection was taken back",
    "paper.shared": "A paper was shared",
    "person.blanked": "Somebody left, and was forgotten",
    "promise.accepted": "A promise was taken on",
    "promise.asked_again": "A teller was asked again whether it helped",
    "promise.checked": "Somebody looked whether a promise is kept",
    "promise.closed_again": "A promise was closed again",
    "promise.delivered": "A promise was said to be done",
    "promise.made": "A promise was written down",
    "promise.not_confirmed": "A promise was closed as not confirmed",
    "promise.reopened": "A promise was opened again",
    "promise.started": "Work on a promise began",
    "promise.told": "Those who had asked were told",
    "reading.changed": "A moderator took something out",
    "reading.held": "A moderator kept a voice back",
    "reading.passed": "A moderator read a voice and let it go on",
    "reply.given": "A service answered",
    "role.ended": "Somebody’s task ended",
    "role.given": "Somebody was given a task",
    "seat.begun-as-deputy": "A deputy sat down",
    "seat.begun-as-member": "A member sat down",
    "seat.begun-as-observer": "An observer sat down",
    "seat.begun-as-speaker": "A speaker sat down",
    "seat.ended": "A seat was given up",
    "seat.handed-over": "A seat was passed on",
    "seat.handed-over-by-another": "A seat was passed on for somebody",
    "stand.said": "A member said where they stand",
    "story.asked": "A service was asked for its answer",
    "story.filed": "Somebody at the forum said whom a story is about",
    "story.published": "A story was shown to everyone",
    "story.told": "Somebody told a story",
    "story.withdrawn": "A teller took a story back",
    "teller.opened": "The keeper or the lead looked up a teller",
    "urgency.said": "A speaker said that it cannot wait",
    "verdict.answered": "An owner answered a “no”",
    "verdict.said": "A teller said whether it helped",
    "wording.written": "A wording was written",
}


def in_words(what: str) -> str:
    """ "Something was decided"; a name we do not know yet is read out: "thing.done" → "Thing done"."""
    return IN_WORDS.get(what, what.replace(".", " ").replace("_", " ").replace("-", " ").capitalize())
