"""A spreadsheet is read whatever program wrote it; nothing in it is ever worked out."""

from __future__ import annotations

import csv
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO, StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from alongside.people.errors import Refused
from alongside.welcome.members import cells
from alongside.welcome.members.as_text import read_text
from alongside.welcome.members.columns import guess, guesses, refused
from alongside.welcome.members.entries import entries
from alongside.welcome.members.reading import read
from alongside.welcome.members.tables import MOST_ROWS, Table, table_of
from alongside.welcome.members.written import CSV, XLSX, written

from .lists import HEAD, as_csv, as_xlsx

TODAY = date(2026, 3, 12)
ZOE = ("Zoë Bell", "zoe@home.example", "01632 960 111", "S60 2AB", "yes", "3/5/2024")


def sent(raw: bytes, name: str = "members.csv") -> Table:
    return read(SimpleUploadedFile(name, raw))


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("letters", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_text_is_read_in_all_letters_and_with_all_marks(letters: str, mark: str) -> None:
    table = sent(as_csv([HEAD, ZOE], letters, mark))
    assert table.head == HEAD
    assert table.rows[0].cells == ZOE
    assert table.rows[0].number == 2


def test_excel_is_read_with_its_days_and_numbers() -> None:
    line = ("Zoë Bell", "zoe@home.example", 1632960111, "S60 2AB", True, datetime(2024, 5, 3))
    table = sent(as_xlsx([("Our members 2026",), (), HEAD, line]), "Members.XLSX")
    (entry,) = entries(table, guesses(table.head), TODAY)
    assert (entry.number, entry.name, entry.phone) == (4, "Zoë Bell", "+441632960111")
    assert (entry.postcode, entry.may_contact, entry.said_on) == ("S60", True, date(2024, 5, 3))


def test_an_excel_file_that_is_called_csv_is_read_all_the_same() -> None:
    assert sent(as_xlsx([HEAD, ZOE])).rows[0].cells[0] == "Zoë Bell"


def test_a_formula_is_text_and_never_worked_out() -> None:
    table = sent(as_xlsx([HEAD, ('="a"&"b"', *ZOE[1:])]), "a.xlsx")
    assert table.rows[0].cells[0] == '="a"&"b"'
    (entry,) = entries(table, guesses(table.head), TODAY)
    assert "formula" in entry.why[0]


def test_lines_in_a_box_do_not_move_the_rows() -> None:
    table = sent(b'Name,Address\r\nAnna,"1 Beck Lane\r\nNetherby"\r\n\r\nBea,2 Hill\r\n')
    assert [(row.number, row.cells) for row in table.rows] == [
        (2, ("Anna", "1 Beck Lane\nNetherby")),
        (4, ("Bea", "2 Hill")),
    ]


def test_a_first_line_may_name_the_mark() -> None:
    assert (
        sent(b"sep=;\r\nName;E-mail\r\nAnna, of Beck;anna@home.example").rows[0].cells[0] == "Anna, of Beck"
    )


@pytest.mark.parametrize(
    ("raw", "name", "says"),
    [
        (b"", "a.csv", "no rows"),
        (b"Name,E-mail\n", "a.csv", "no rows"),
        (b"PK\x03\x04 not a zip", "a.xlsx", "damaged"),
        (b"\xd0\xcf\x11\xe0 old", "a.xls", "old kind"),
        (b"%PDF-1.7", "a.pdf", "this kind of file"),
        (b"\xff\xfe\x00", "a.csv", "could not read"),
        (b"Name\n" + b"Anna\n" * (MOST_ROWS + 1), "a.csv", "5,000 rows"),
        (b"x" * 3_000_001, "a.csv", "too large"),
    ],
)
def test_what_cannot_be_read_is_said_kindly(raw: bytes, name: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        sent(raw, name)


def test_a_sheet_that_is_packed_too_tightly_is_not_unpacked() -> None:
    with pytest.raises(Refused):
        sent(as_xlsx([["a" * 30_000] * 60 for _ in range(60)]), "a.xlsx")


@pytest.mark.long
def test_five_thousand_rows_of_excel_are_read() -> None:
    lines = [HEAD, *((f"Anna {n}", f"a{n}@home.example", "", "S60", "yes", "") for n in range(MOST_ROWS))]
    assert len(sent(as_xlsx(lines), "a.xlsx").rows) == MOST_ROWS


@pytest.mark.parametrize(
    "heading",
    [
        *("Child's name", "Children", "Son/daughter", "DOB", "Date of Birth", "Diagnosis", "SEN status"),
        *("EHCP?", "Child DOB", "NHS number", "Disability", "Young person’s school", "Type of need"),
    ],
)
def test_what_is_about_a_child_may_not_come_in(heading: str) -> None:
    assert refused(heading)
    assert guess(heading) is None


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Name", "name"), ("Full name", "name"), ("First Name", "first"), ("Surname", "last"),
        ("E-mail address", "email"), ("Email", "email"), ("Mobile no.", "phone"), ("Address 1", "post"),
        ("Post Code", "postcode"), ("GDPR consent", "consent"), ("Newsletter?", "consent"),
        ("Date of consent", "consent-on"), ("Date joined", "joined"), ("Preferred language", "language"),
        ("Format", "format"), ("Shoe size", None), ("", None),
    ],
)  # fmt: skip
def test_columns_are_guessed_from_their_headings(heading: str, column: str | None) -> None:
    assert guess(heading) == column
    assert not refused(heading)


def test_each_thing_is_guessed_once_but_for_an_address() -> None:
    head = ["Name", "First name", "Surname", "Mobile", "Home phone", "Address 1", "Address 2"]
    assert guesses(head) == ["", "first", "last", "phone", "", "post", "post"]


@pytest.mark.parametrize(
    ("text", "says"), [("yes", (True, None)), ("N", (False, None)), ("", (None, None)),
                       ("3/5/2024", (True, date(2024, 5, 3)))],
)  # fmt: skip
def test_consent_is_a_yes_a_no_or_a_day(text: str, says: tuple[bool | None, date | None]) -> None:
    assert cells.consent(text, TODAY) == says


@pytest.mark.parametrize("text", ["maybe", "post only", "3/5/2031"])
def test_what_is_neither_is_no_yes(text: str) -> None:
    with pytest.raises(cells.Odd):
        cells.consent(text, TODAY)


def test_a_shortened_number_is_said_to_be_shortened() -> None:
    with pytest.raises(cells.Odd, match="shortened"):
        cells.phone("7.7009E+09")


ANYTHING = st.text(max_size=40)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(ANYTHING, max_size=8), min_size=1, max_size=6), st.sampled_from([",", ";", "\t"]))
def test_any_boxes_are_read_or_refused_kindly(lines: list[list[str]], mark: str) -> None:
    try:
        table = table_of([HEAD, *lines])
    except Refused:
        pass
    else:
        for entry in entries(table, ["name", "email", "phone", "postcode", "consent", "consent-on"], TODAY):
            assert entry.why or entry.name
    with suppress(Refused, UnicodeEncodeError):
        read_text(as_csv(lines, "utf-8", mark))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_kindly(raw: bytes) -> None:
    with suppress(Refused):
        read_text(raw)


NASTY = st.sampled_from("=+-@\t\r\n'\",;|") | st.characters(codec="utf-8")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.text(NASTY, max_size=12), min_size=2, max_size=3), min_size=1, max_size=4))
def test_what_we_write_holds_no_formula(lines: list[list[str]]) -> None:
    book = load_workbook(BytesIO(written(lines, XLSX)))
    assert all(cell.data_type != "f" for row in book.active.iter_rows() for cell in row)
    text = written(lines, CSV).decode("utf-8-sig")
    read_back = list(csv.reader(StringIO(text)))
    assert len(read_back) == len(lines)
    for box in (box for line in read_back for box in line):
        assert not box.lstrip().startswith(("=", "+", "@", "-a"))
