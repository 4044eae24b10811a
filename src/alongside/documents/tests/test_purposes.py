"""What may be sent is data; what the data cannot mean is refused when it is read."""

from __future__ import annotations

import pytest

from alongside.documents.purposes import FILE, limits, purposes, read


def test_ours_can_be_read() -> None:
    assert set(purposes()) == {"picture", "evidence", "members"}
    assert limits().seconds < 1
    assert ".webp" in purposes()["picture"].accept


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        ('kinds = ["jpeg", "png", "webp"]', 'kinds = ["jpeg", "exe"]'),
        ("megabytes = 12", "megabytes = 0"),
        ("jpeg = 64, ", ""),
        ("objects = 20000", "objects = 0"),
        ("ratio = 100", "ratios = 100"),
    ],
)
def test_what_makes_no_sense_is_refused(said: str, instead: str) -> None:
    ours = FILE.read_text()
    assert said in ours
    with pytest.raises((ValueError, TypeError)):
        read(ours.replace(said, instead))
