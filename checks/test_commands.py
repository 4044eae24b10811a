"""The command ``alongside`` says in plain lines what it can do."""

from __future__ import annotations

import sys

import pytest
from django.core.management import get_commands

from alongside import cli


@pytest.mark.parametrize("words", [[], ["help"], ["--help"], ["-h"]])
def test_without_a_word_it_says_what_there_is(
    words: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["alongside", *words])
    cli.main()
    said = capsys.readouterr().out
    assert all(f"alongside {name}" in said for name in cli.OURS)


def test_every_line_is_a_command_and_every_command_has_a_line() -> None:
    ours = {name for name, where in get_commands().items() if str(where).startswith("alongside.")}
    assert ours == set(cli.OURS)
