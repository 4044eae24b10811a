"""The command ``alongside``: a few words of our own over everything Django already offers."""

from __future__ import annotations

import os
import sys
from pathlib import Path

OURS = {
    "start": "make your area, its forum and its first co-ordinator",
    "demo": "make Netherby, an invented place to look around in",
    "serve": "answer on the web",
    "worker": "send what waits to be sent, and do what is due",
    "signout": "sign one person out everywhere, or everybody",
    "verify": "recompute every decision and the journal from the history",
    "grants": "print what PostgreSQL must let the program do, and no more",
    "backup": "write everything into one file, while people go on working",
    "restore": "bring such a file back",
    "leave": "write everything into one file that any other house can take in",
    "arrive": "take such a file in, whatever database either house has",
    "frameworks": "list what reviews can ask, check a file, or show what a new version changes",
    "paperwork": "draft the papers on privacy that the law asks for",
    "forget": "let go of what has been kept long enough",
}
"""Every command of the house and what it does; ``checks/`` compares it with the commands there are."""


def main() -> None:
    """Run one command, or say which there are."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.settings")
    words = sys.argv[1:]
    if words in ([], ["help"], ["--help"], ["-h"]):
        print(what_there_is())
        return
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        var = settings.VAR
    except ImproperlyConfigured as error:
        sys.exit(f"Alongside is not set up yet. {error}. Every setting is explained in docs/settings.md.")
    own_folder(var)
    execute_from_command_line(["alongside", *words])


def own_folder(path: Path) -> None:
    """Make the folder for data and files, for our own eyes only. Exits with a sentence if it cannot."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        sys.exit(f"Alongside keeps its data in {path}, and cannot make that folder: {error.strerror}.")


def what_there_is() -> str:
    """Our commands, one plain line each, and the way to the rest."""
    width = max(map(len, OURS))
    lines = [f"  alongside {name.ljust(width)}  {what}" for name, what in OURS.items()]
    return "\n".join(
        [
            "Alongside: families and public services decide together.",
            "",
            *lines,
            "",
            "More about one of them:  alongside help serve",
            "Django's own commands:   alongside help --commands",
        ]
    )
