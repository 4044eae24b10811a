"""What leaves the screen: PDFs written by typst, and Word files, both from data.

Nothing that anybody typed is ever part of a template, so it cannot become code: it comes in as JSON and goes
out as letters. A PDF is written as PDF/UA-1, which a screen reader can read, or it is not written at all.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

import typst

from alongside.look.assets import BUILT
from alongside.people.days import midnight

from .letters import all_drawn, plain_latin, printable

HOUSE = Path(__file__).resolve().parents[2]
"""What templates may read: our own package, and nothing else."""
STANDARD: Literal["ua-1"] = "ua-1"


def pdf(template: str, data: Mapping[str, Any], *, on: date) -> bytes:
    """A PDF of this template (``charter/paper/result.typ``) with this data, dated ``on``.

    ``data`` needs a ``title``; texts, numbers, lists and mappings may stand in it. The same data on the same
    day gives the same bytes. A letter that no font of ours has comes out as a square.
    """
    said = all_drawn(printable(data), _can_draw)
    try:
        return _written(HOUSE / template, said, on)
    except typst.TypstError as no:
        if "could not be displayed" not in no.message:
            raise
        return _written(HOUSE / template, plain_latin(said), on)  # letters that are drawn only when apart


def without_scheme(address: str) -> str:
    """An address as it stands on paper, and as people type it."""
    return address.removeprefix("https://").removeprefix("http://")


def _written(template: Path, data: Any, on: date) -> bytes:
    compiler = typst.Compiler(
        str(template), root=str(HOUSE), font_paths=fonts(), sys_inputs={"data": json.dumps(data)}
    )
    at = int(midnight(on).timestamp())
    return cast(bytes, compiler.compile(format="pdf", pdf_standards=[STANDARD], timestamp=at))


@cache
def fonts() -> typst.Fonts:
    """Our own face, and behind it those that typst itself brings, for names from further away.

    None of the machine's: paper looks the same wherever it is written.
    """
    return typst.Fonts(include_system_fonts=False, font_paths=[str(BUILT)])


def _can_draw(letters: str) -> bool:
    """Whether some font has all of these."""
    probe = b"#set document(title: [-])\n#sys.inputs.letters"
    try:
        compiler = typst.Compiler(probe, font_paths=fonts(), sys_inputs={"letters": letters})
        compiler.compile(format="pdf", pdf_standards=[STANDARD])
    except typst.TypstError:
        return False
    return True
