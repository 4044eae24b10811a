"""What a co-ordinator does with her list, in a few sentences; and the list itself, as messy as they are."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from openpyxl import Workbook

from .person import Somebody

HEAD = [
    "Parent / Carer",
    "E-mail Address",
    "Mobile",
    "Post Code",
    "OK to contact?",
    "Date Joined",
    "Child's name",
]
Line = list[str]
WRONG = {
    7: (1, "parent7 at home.example"),
    31: (1, "not known"),
    55: (2, "07"),
    79: (2, "7.7009E+09"),
    103: (0, ""),
    127: (5, "31/2/2020"),
    151: (5, "1/1/2099"),
    175: (4, "maybe"),
    199: (3, "near the beck"),
    223: (1, "{first}"),
    247: (4, "ask her sister"),
}
"""By the place in the list: which box holds what. The address of 223 is that of the first."""


def three_hundred(tag: str, wrong: set[int]) -> list[Line]:
    """A heading and 300 people whom nobody else has; those in ``wrong`` cannot come in."""
    lines = [HEAD]
    for number in range(300):
        line = [
            f"Parent {number} {tag}",
            f"{_mail(number, tag)}",
            "",
            "S60 2AB",
            "yes" if number % 3 else "",
            "",
        ]
        line += [f"Timmy {number}"]
        if number in wrong:
            box, words = WRONG[number]
            line[box] = words.format(first=_mail(0, tag))
        lines.append(line)
    return lines


def _mail(number: int, tag: str) -> str:
    return f"parent{number}.{tag}@home.example"


def as_csv(lines: list[Line]) -> bytes:
    """As Excel writes it in England, on an old machine."""
    to = io.StringIO()
    csv.writer(to, delimiter=";").writerows(lines)
    return to.getvalue().encode("cp1252")


def as_xlsx(lines: list[Line]) -> bytes:
    """As an Excel file."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for line in lines:
        sheet.append(line)
    to = io.BytesIO()
    book.save(to)
    return to.getvalue()


@dataclass
class KeepsTheList(Somebody):
    """The forum's co-ordinator, with a spreadsheet."""

    def opens_the_members(self) -> None:
        self.goes_to("/netherby/desk/")
        self.follows("^Members$")

    def sends(self, name: str, raw: bytes) -> None:
        """Choose the file, and look at it."""
        self.page.get_by_label("Your spreadsheet").set_input_files(
            [{"name": name, "mimeType": "application/octet-stream", "buffer": raw}]
        )
        self.presses("Look at this list")
        self.sees("Which column is what")

    def brings_in_all_but(self, many: int) -> None:
        """Those that cannot come in stay out, on purpose."""
        self.sees(f"{many} rows stand in the way")
        self.presses(f"Leave these {many} rows out")
        self.presses("Bring them in")
        self.sees("They are in")

    def takes(self, words: str) -> bytes:
        """The file behind a link."""
        link = self.page.get_by_role("link", name=words).first.get_attribute("href")
        answer = self.page.context.request.get(f"{self.house.address}{link}")
        assert answer.status == 200, link
        return answer.body()
