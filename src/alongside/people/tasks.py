"""What each role is for: one table."""

from __future__ import annotations

from dataclasses import dataclass

from .persons import Role


@dataclass(frozen=True)
class Task:
    """What one role may do, in the words of the page *Who sees what*, and in which kind of place.

    A task with a ``second_step`` opens only to whoever has shown, after the code, a passkey, an
    authenticator app or a recovery code. For all others a code is enough.
    """

    may: str
    in_an_area: bool = True
    second_step: bool = False


_NAME = Role.Name
TASKS = {
    _NAME.COORDINATOR: Task("Sees the desk: what waits, what is overdue, whom to ring.", second_step=True),
    _NAME.KEEPER: Task(
        "Rings and writes to people who left a way back. May see who that is.", second_step=True
    ),
    _NAME.MODERATOR: Task(
        "Reads what people say before others do. Never sees who said it.", second_step=True
    ),
    _NAME.LEAD: Task("Reads worries that someone is not safe, and looks after them.", second_step=True),
    _NAME.DEPUTY: Task("Does the safeguarding lead’s work when the lead does not answer.", second_step=True),
    _NAME.ASSESSOR: Task("Judges with others whether a place keeps the charter.", second_step=True),
    _NAME.PAYMENTS: Task("Pays people for taking part.", second_step=True),
    _NAME.CHAMPION: Task("Looks after the charter in one organisation.", in_an_area=False),
    _NAME.STAFF: Task("Works there: replies, accepts promises and keeps them.", in_an_area=False),
}
"""Every role there is. A role is held in one place, and does not flow down the tree of areas."""

SECOND_STEP = frozenset(name for name, task in TASKS.items() if task.second_step)
"""The roles whose pages open only after a second step."""
