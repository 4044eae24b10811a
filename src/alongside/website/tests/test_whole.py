"""The proof of the whole house leaves out no room."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from alongside.website import whole


def test_every_room_that_can_prove_itself_is_asked() -> None:
    rooms = Path(whole.__file__).parents[1]
    proofs = {
        f"alongside.{file.parent.name}.{file.stem}"
        for file in rooms.glob("*/*.py")
        if re.search(r"^def faults\(\) -> Iterator\[str\]", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert {proof.__module__ for proof in whole.ASKED} == proofs - {whole.__name__}


@pytest.mark.django_db
def test_it_says_how_much_it_has_read() -> None:
    assert whole.how_much() == "0 events, 0 decisions, 0 promises, 0 files"
