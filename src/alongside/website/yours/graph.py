"""Which tables lead to a person or to their way back. A check walks the models and fails on one not listed.

Each relation is named as in ``privacy.py``: ``room.Model.field``. A relation leads *back* when its row points
at something of theirs (``voice.Consent.story``), and *on* when something of theirs points at it
(``voice.Story.happened``).
"""

from __future__ import annotations

BACK = (
    "people.ContactProfile.person", "people.Member.person", "people.Role.person",
    "messages.WayBack.person", "messages.Message.person", "messages.Message.way_back",
    "messages.Gone.message", "messages.Attempt.message",
    "welcome.SignInCode.person", "welcome.App.person", "welcome.Passkey.person",
    "welcome.RecoveryCode.person", "welcome.RecoverySpent.code", "welcome.TakenAway.person",
    "welcome.Session.person", "safety.ReadingAuthor.person",
    "voice.Teller.way_back", "voice.Touches.story", "voice.Consent.story", "voice.ConsentEnded.consent",
    "voice.Use.story", "voice.Publication.story", "voice.Withdrawal.story", "voice.Asked.story",
    "voice.Opened.story", "voice.Filed.story", "voice.Picture.story", "documents.Version.text",
    "safety.Dropped.reading", "voice.TakenDown.story", "voice.ReadBack.taken_down",
    "promises.Told.way_back", "promises.Verdict.told",
    "groups.Seat.person", "groups.Handover.ended", "groups.Handover.begun",
    "groups.Decision.opened_by", "groups.Wording.by", "groups.Agreement.seat", "groups.Urgency.seat",
    "groups.Stand.seat", "groups.Objection.seat", "groups.ObjectionWithdrawn.seat", "groups.Paper.by",
    "promises.Promise.lived_owner", "promises.Promise.service_owner", "promises.Promise.made_by",
    "promises.Accepted.by", "promises.Started.by", "promises.Delivered.by", "promises.Checked.by",
    "promises.Reopened.by", "promises.Refusal.by", "charter.TookPart.person", "charter.Note.by",
    "website.Wish.person", "website.Wish.way_back", "website.Answer.wish", "website.TakenBack.wish",
)  # fmt: skip
"""Followed from a row of theirs to the rows that point at it, table after table in this order."""

ON = (
    "voice.Teller.story", "voice.Story.happened", "voice.Story.good", "voice.Story.better",
    "voice.Story.reading", "voice.Picture.shows", "voice.Picture.file",
    "groups.Wording.text", "groups.Paper.text", "promises.Promise.text", "promises.Delivered.text",
    "charter.Note.text",
)  # fmt: skip
"""Followed from a row of theirs to the one it points at."""

DEEDS = (
    "messages.Gone.by", "people.Look.person", "safety.Acknowledged.by", "safety.Passed.by", "safety.Held.by",
    "safety.Change.by", "groups.Handover.by", "voice.Opened.by", "voice.Use.by", "voice.Publication.by",
    "voice.Asked.by", "voice.Filed.by", "voice.TakenOut.by", "voice.Reply.by", "voice.Basis.by",
    "promises.Answered.by", "charter.Review.opened_by", "charter.Closed.by", "charter.PassedOn.by",
    "website.Answer.by", "welcome.TakenAway.by", "charter.Evidence.by", "welcome.BroughtIn.by",
    "welcome.Saved.by", "welcome.Newsletter.by", "welcome.Posted.by", "welcome.TwoPeople.by",
    "voice.TakenDown.by", "voice.ReadBack.by",
)  # fmt: skip
"""Something they did in a task, for or about somebody else: that they did it, and when, and no more."""

A_PERSON_LOOKS = {
    "voice.Reply.story": "answers that others wrote",
    "promises.Answered.verdict": "answers to a “no” that others wrote",
    "safety.Passed.reading": "what a moderator noted when reading it",
    "safety.Held.reading": "why a moderator kept it back",
    "safety.Change.reading": "what a moderator took out, and why",
}
"""Written by others, and perhaps about others: counted, left out, and handed to a person to look through."""

STOPS = {
    "groups.Agreement.wording": "what others said to a wording is theirs",
    "groups.Urgency.wording": "what others said to a wording is theirs",
    "groups.Stand.wording": "what others said to a wording is theirs",
    "groups.Objection.wording": "what others said to a wording is theirs",
    "groups.Taken.wording": "it is the group’s record, and public",
    "groups.ObjectionWithdrawn.objection": "found by who took it back",
    "groups.Decision.supersedes": "it is the group’s record",
    "groups.DecisionAbout.decision": "it is the group’s record",
    "groups.Wording.decision": "found by who wrote it",
    "groups.Paper.decision": "found by who shared it",
    "groups.Taken.decision": "it is the group’s record, and public",
    "voice.Basis.decision": "what others told is theirs",
    "voice.Basis.story": "which decision rests on it stands on the page of the story",
    "promises.Reason.decision": "it is the promise’s record",
    "promises.Reason.promise": "what others told is theirs",
    "promises.Reason.story": "which promise came of it stands on the page of the story",
    "charter.PlanItem.promise": "which promise came of a review stands on the page of the review",
    "promises.Accepted.promise": "found by who took it on",
    "promises.Refusal.promise": "found by who said no",
    "promises.Started.promise": "found by who began",
    "promises.Delivered.promise": "found by who said that it is done",
    "promises.Checked.delivered": "found by who looked",
    "promises.Evidence.delivered": "a file is opened on the page of the promise",
    "promises.Evidence.file": "a file is opened on the page of the promise",
    "safety.Draft.file": "a draft is of a device, and is gone in a day",
    "voice.TakenOut.picture": "they were told why when it was taken out",
    "promises.Reopened.delivered": "found by who opened it again",
    "promises.NotConfirmed.delivered": "it is the promise’s record",
    "promises.Told.delivered": "whom we told is theirs",
    "promises.Told.story": "found by whom we told",
    "promises.Told.message": "found by whom we told",
    "promises.Told.asked_again": "found by whom we told",
    "safety.Concern.way_back": "a worry lies in no file that others might find; the safeguarding lead helps",
    "safety.Concern.words": "as the worry itself",
    "voice.Asked.way_back": "a code of an organisation, never of a person",
    "voice.Reply.text": "found by the story, and looked through by a person",
    "voice.Reply.reading": "found by the story, and looked through by a person",
    "promises.Verdict.reading": "the words themselves stand with the verdict",
    "charter.Comment.text": "nothing leads from a person to words in a review",
    "charter.Comment.reading": "nothing leads from a person to words in a review",
    "charter.Evidence.story": "where it was used stands on the page of the story",
    "charter.Evidence.consent": "where it was used stands on the page of the story",
    "charter.Evidence.decision": "it is the record of a place",
    "charter.Evidence.promise": "it is the record of a place",
    "safety.Change.text": "found by the reading",
    "safety.ReadingAuthor.reading": "found by who wrote it",
    "voice.Use.consent": "found by the story",
    "welcome.TwoPeople.first": "that two on a list are not one says nothing more",
    "welcome.TwoPeople.second": "that two on a list are not one says nothing more",
    "welcome.Joining.way_back": "that somebody asked to join is forgotten after a day",
    "welcome.Joining.member": "that somebody asked to join is forgotten after a day",
    "welcome.SignInCode.same_as": "another code of the same person is found by that person",
    "welcome.Spent.by": "another asking of the same person is found by that person",
    "welcome.Spent.code": "that a code was used is forgotten with the code, a day later",
}
"""Relations to something of theirs that are not followed, each with the reason."""

LEFT_OUT = {
    "messages.Message.key": "ours, to send nothing twice",
    "messages.Message.claimed_until": "ours, to send nothing twice",
    "messages.Message.tries": "ours, to send nothing twice",
    "messages.Message.secret": "ours, to empty it once it has gone",
    "promises.Told.voice": "ours, so that one person counts once",
    "voice.Opened.by": "named on the page of the story",
    "voice.Use.by": "named on the page of the story",
    "voice.Asked.by": "who of the forum asked says nothing of you",
    "voice.Filed.by": "who of the forum said so says nothing of you",
    "voice.TakenDown.by": "who of the forum typed it in says nothing of you",
    "voice.ReadBack.by": "who of the forum read it back says nothing of you",
    "voice.Publication.by": "who of the forum showed it says nothing of you",
}
"""Fields of followed tables that are not in the copy, each with the reason. Secrets never are."""

BY_LINK = {
    "messages.WayBack.address": "whoever has the link can open it, so it does not say where you are",
    "messages.WayBack.call_me": "whoever has the link can open it, so it does not say who you are",
    "messages.WayBack.hint": "whoever has the link can open it",
}
"""Left out for a link alone: it may have come into other hands."""
