"""A sealed file opens with its key, or is refused; no name in a backup leads out of its folder."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from alongside.website import filed, sealing
from alongside.website.engines import CannotCopy

KEY = "n0body-w1ll-guess-this-one"
Damage = Callable[[bytes], bytes]


@pytest.mark.parametrize(
    "damage",
    [
        lambda all_of_it: all_of_it[:-1],
        lambda all_of_it: all_of_it[: 60 + (1 << 20)],
        lambda all_of_it: all_of_it + b"more",
        lambda all_of_it: all_of_it[:200] + bytes([all_of_it[200] ^ 1]) + all_of_it[201:],
        lambda all_of_it: all_of_it[:30],
    ],
)
def test_a_sealed_file_that_was_touched_is_refused(damage: Damage, tmp_path: Path) -> None:
    plain, sealed, out = tmp_path / "plain", tmp_path / "sealed", tmp_path / "out"
    plain.write_bytes(os.urandom(3 * (1 << 20)))
    sealing.seal(plain, sealed, KEY)
    sealing.unseal(sealed, out, KEY)
    assert out.read_bytes() == plain.read_bytes()

    sealed.write_bytes(damage(sealed.read_bytes()))
    with pytest.raises(CannotCopy, match="damaged"):
        sealing.unseal(sealed, out, KEY)


@pytest.mark.parametrize("size", [0, 1, 1 << 20, (1 << 20) + 1])
def test_any_length_is_sealed(size: int, tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"x" * size)
    sealing.seal(tmp_path / "plain", tmp_path / "sealed", KEY)
    sealing.unseal(tmp_path / "sealed", tmp_path / "out", KEY)
    assert (tmp_path / "out").stat().st_size == size


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("files/a.png", True), ("files/ab/c.png", True), ("files/../a", False), ("files", False),
        ("/files/a", False), ("files//a", False), ("other/a", False), ("files/./a", False),
        ("files\\a", False),
    ],
)  # fmt: skip
def test_no_name_in_a_backup_leads_out_of_the_folder(name: str, inside: bool) -> None:
    assert filed.is_inside(name) == inside
