"""What is said when somebody cannot join just now. The same whether we know the address or not."""

from __future__ import annotations

from alongside.people.errors import Refused


class DayIsOver(Refused):
    says = "The day of this link is over, so nothing has happened. Ask to join once more; it takes a minute."


class ManyJoin(Refused):
    says = "Many people are joining from here just now. Wait ten minutes, then send it once more."
