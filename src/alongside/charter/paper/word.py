"""A closed round as a Word file, for those who work with one: the same as on paper."""

from __future__ import annotations

from alongside.documents.paper.word import Word

from .. import said
from .parts import Part, Statement, Table
from .promised import About
from .result import Printed
from .talks import Talk

SIGNS = {"circle": "●", "diamond": "◆", "square": "□"}


def word(printed: Printed) -> bytes:
    """The Word file of a round."""
    file = Word(printed.title, on=printed.on)
    _head(file, printed)
    for part in printed.parts:
        _part(file, part)
    _promised(file, printed)
    _in_their_own_words(file, printed)
    if printed.talk:
        file.heading(said.TALK, 2)
        file.says(printed.talk)
    for table in (printed.table, printed.changed):
        if table:
            _table(file, table)
    for talk in printed.talks:
        _sheet(file, talk, printed.questions)
    file.link(printed.ends, printed.address, printed.shown_address)
    return file.content()


def _head(file: Word, printed: Printed) -> None:
    file.says(f"Alongside, {printed.area}", strong=True)
    file.says(printed.caption, style="Quiet")
    file.heading(printed.heading, 1)
    file.says(printed.lead)
    file.says(f"{'. '.join(printed.people)}.", strong=True)
    if printed.scale:
        file.says(printed.scale)


def _part(file: Word, part: Part) -> None:
    file.heading(part.heading, 2)
    if part.finding:
        file.leads(part.finding, strong=True)
    for one in part.statements:
        _statement(file, one)


def _statement(file: Word, one: Statement) -> None:
    sides = [f"{SIGNS[side.shape]} {side.name}: {side.value}" for side in one.marks]
    file.leads(one.words, strong=True)
    if one.note:
        file.leads(one.note, style="Quiet")
    if sides:
        file.says(". ".join(sides) + ".")


def _promised(file: Word, printed: Printed) -> None:
    if printed.promised:
        file.heading(said.PROMISED, 2)
        file.leads(printed.as_of)
    for one in printed.promised:
        _about(file, one)


def _about(file: Word, one: About) -> None:
    file.heading(one.words, 3)
    for promised in one.promised:
        file.leads(promised.title, strong=True)
        file.says(promised.state, style="Quiet")
        for words in (promised.why, *promised.moved):
            if words:
                file.says(words)


def _table(file: Word, table: Table) -> None:
    file.heading(table.heading, 2)
    file.leads(table.finding, strong=True)
    file.leads(table.counted, style="Quiet")
    file.table(table.head, table.rows)
    if table.notes:
        file.says(table.notes, style="Quiet")


def _in_their_own_words(file: Word, printed: Printed) -> None:
    if printed.words:
        file.heading(said.WORDS, 2)
        file.leads(said.READ_FIRST)
    for one in printed.words:
        file.heading(one.heading, 3)
        for side, words in one.said:
            file.leads(f"“{words}”")
            file.says(side, style="Quiet")


def _sheet(file: Word, talk: Talk, questions: list[str]) -> None:
    file.new_page()
    file.heading(talk.side, 2)
    for section in talk.sections:
        file.leads(section["name"], strong=True)
        file.points(section["statements"])
    for question in questions:
        file.says(question, strong=True)
        file.room(4)
