"""``make pictures``: the pictures of the guide, made anew from a demo of their own."""

from __future__ import annotations

from tools import machine
from tools.ending import follow_make, listen
from tools.install import install
from tools.node import assets
from tools.outcome import Failed
from tools.places import ROOT, say, stop
from tools.running import pytest

GUIDE = ROOT / "docs" / "guide"


def main() -> None:
    """Set up, and let the tests that make them write into the guide."""
    listen()
    follow_make()
    install(with_dev=True)
    assets()
    try:
        browser = machine.chromium()
        where = {"ALONGSIDE_CHROMIUM": browser, "ALONGSIDE_PICTURES": str(GUIDE)}
        pytest(["journeys/test_guide_pictures.py"], [], DJANGO_ALLOW_ASYNC_UNSAFE="true", **where)
    except (machine.Missing, Failed) as trouble:
        stop(f"not done: pictures ({trouble})")
    say(f"look at them: {GUIDE}")


if __name__ == "__main__":
    main()
