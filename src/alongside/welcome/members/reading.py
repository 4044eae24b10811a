"""A file that somebody sent, read as a table. The file itself is kept nowhere."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile

from alongside.documents.errors import why_not
from alongside.documents.files import name_of
from alongside.documents.kinds import KINDS, kind_named
from alongside.documents.purposes import purposes
from alongside.documents.uploads import Lost

from .as_sheet import read_sheet
from .as_text import read_text
from .tables import NothingInIt, Table, Unreadable

PURPOSE = purposes()["members"]
TOO_LARGE = f"This file is too large. The most we can take is {PURPOSE.megabytes} megabytes."
OTHER_KIND = f"We cannot take this kind of file. Send {PURPOSE.says}."
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
OLD = (
    "This is an Excel file of an old kind, or it has a password. Save it as .xlsx without one, and send that."
)


def read(sent: UploadedFile[bytes]) -> Table:
    """The table in it. Slow, since the file is looked at in a process of its own. Raises ``Refused``."""
    raw = _whole(sent)
    if raw.startswith(_OLD_EXCEL):
        raise Unreadable(OLD)
    if raw.startswith(KINDS["xlsx"].begins):  # whatever it is called
        return read_sheet(raw)
    name = name_of(sent).lower()
    kind = kind_named(name)
    if not name.endswith((".txt", ".tsv")) and (kind is None or kind.slug not in PURPOSE.kinds):
        raise Unreadable(OTHER_KIND)
    return read_text(raw)


def _whole(sent: UploadedFile[bytes]) -> bytes:
    if isinstance(sent, Lost) and sent.error:
        raise why_not(sent.error)
    if isinstance(sent, Lost) or (sent.size or 0) > PURPOSE.size:
        raise Unreadable(TOO_LARGE)
    sent.seek(0)
    content: bytes = sent.read()
    if not content.strip():
        raise NothingInIt
    return content
