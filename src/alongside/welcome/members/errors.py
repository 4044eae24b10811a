"""What is said when members cannot be brought in. Each is a sentence for the page."""

from __future__ import annotations

from alongside.people.errors import Refused


class NotTheirs(Refused):
    says = "Only a co-ordinator of this forum can do this."


class Over(Refused):
    says = "This list was saved already, or another was sent meanwhile. Open the members’ page to see."


class WhoIsWho(Refused):
    says = "Say which column holds the names."


class TwoColumns(Refused):
    says = "Two columns cannot be the same thing. Only a post address may stand in several."


class NotThatColumn(Refused):
    says = "One of these columns may not come in. It stays out, and the others can come."


class NotAllFit(Refused):
    says = (
        "Some rows cannot come in as they are, so nobody was brought in. Mend them in your spreadsheet, or "
        "leave them out."
    )


class ChangedMeanwhile(Refused):
    says = "Something changed while you looked, so nobody was brought in. Look it over once more."
