"""Sealing a backup with a key: piece after piece, so that a large one needs no large memory.

Each piece is sealed by ChaCha20-Poly1305, with its number and whether it is the last: pieces cannot be
changed, swapped, left out or cut off. The key is reckoned from what was typed, slowly (scrypt), with a salt.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from .engines import CannotCopy

MARK = b"ALONGSIDE SEALED BACKUP 1\n"
SALT, BEGINS, TAG = 16, 7, 16
PIECE = 1 << 20
SHORTEST = 20
"""So many letters and digits nobody guesses, if they are drawn and not thought up."""


def is_sealed(file: Path) -> bool:
    """Whether this is a sealed backup, by its first bytes."""
    try:
        with file.open("rb") as opened:
            return opened.read(len(MARK)) == MARK
    except OSError as error:
        raise CannotCopy(f"{file} cannot be read as a backup of Alongside: {error.strerror}") from error


def seal(source: Path, target: Path, key: str) -> None:
    """Write ``source`` to ``target``, sealed. Raises CannotCopy for a key that can be guessed."""
    if len(key) < SHORTEST:
        raise CannotCopy(f"the key is short: it needs {SHORTEST} letters and digits, drawn by a machine")
    head = MARK + secrets.token_bytes(SALT + BEGINS)
    box = _Box(head, key)
    with source.open("rb") as plain, target.open("wb") as sealed:
        sealed.write(head + box.seal(b"", last=False))  # an empty first piece: it says whether a key fits
        for piece, last in _pieces(plain, PIECE):
            sealed.write(box.seal(piece, last=last))


def unseal(source: Path, target: Path, key: str) -> None:
    """Write what is sealed in ``source`` to ``target``. Raises CannotCopy if the key or the file is wrong."""
    with source.open("rb") as sealed, target.open("wb") as plain:
        head = sealed.read(len(MARK) + SALT + BEGINS)
        if len(head) < len(MARK) + SALT + BEGINS:
            raise CannotCopy(f"{source} is damaged: it ends after its first line")
        box = _Box(head, key)
        try:
            box.open(sealed.read(TAG), last=False)
        except InvalidTag as error:
            raise CannotCopy(f"the key does not fit {source}; is it the one of that day?") from error
        try:
            for piece, last in _pieces(sealed, PIECE + TAG):
                plain.write(box.open(piece, last=last))
        except InvalidTag as error:
            raise CannotCopy(f"{source} is damaged: the key fits, and what follows is not whole") from error


class _Box:
    """Counts the pieces."""

    def __init__(self, head: bytes, key: str) -> None:
        salt, self.begins = head[len(MARK) : len(MARK) + SALT], head[len(MARK) + SALT :]
        derived = Scrypt(salt=salt, length=32, n=1 << 15, r=8, p=1).derive(key.encode())
        self.cipher, self.head, self.number = ChaCha20Poly1305(derived), head, 0

    def seal(self, piece: bytes, *, last: bool) -> bytes:
        return self.cipher.encrypt(self._nonce(last), piece, self.head)

    def open(self, piece: bytes, *, last: bool) -> bytes:
        return self.cipher.decrypt(self._nonce(last), piece, self.head)

    def _nonce(self, last: bool) -> bytes:
        number, self.number = self.number, self.number + 1
        return self.begins + number.to_bytes(4, "big") + bytes([last])


def _pieces(file: IO[bytes], size: int) -> Iterator[tuple[bytes, bool]]:
    """Each piece and whether it is the last; an empty file has one."""
    piece = file.read(size)
    while True:
        following = file.read(size)
        yield piece, not following
        if not following:
            return
        piece = following
