"""How files come in: each is cut off at the size that any purpose allows, and a full disk breaks no page.

Django reads the files of every form, whether its page asks for any or not; so this stands before all of them.
"""

from __future__ import annotations

import tempfile
from io import BytesIO
from typing import IO, Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from .purposes import purposes

IN_MEMORY = 2_000_000


class Lost(UploadedFile):  # type: ignore[type-arg]  # it takes no argument when it runs
    """A file that could not be taken in: it was too large, or there was nowhere to put it."""

    def __init__(self, *args: Any, error: OSError | None, **kwargs: Any) -> None:
        super().__init__(BytesIO(), *args, **kwargs)
        self.error = error


class Capped(FileUploadHandler):
    """Takes in as much as may be sent and counts the rest, so that its page can say kindly what is wrong."""

    many = 0
    kept: IO[bytes] | None = None
    error: OSError | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins."""
        super().new_file(*args, **kwargs)
        self.most = max(purpose.size for purpose in purposes().values())
        self.many, self.error = 0, None
        self.kept = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - Django closes it

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:  # noqa: ARG002 - Django's own shape
        """Some of it. What goes past the limit is let go."""
        self.many += len(raw_data)
        if self.kept is None:
            return
        try:
            if self.many <= self.most:
                self.kept.write(raw_data)
                return
        except OSError as error:
            self.error = error
        self.upload_interrupted()

    def file_complete(self, file_size: int) -> UploadedFile[bytes]:
        """All of it is here."""
        said: dict[str, Any] = {
            "name": self.file_name,
            "content_type": self.content_type,
            "size": file_size,
            "charset": self.charset,
            "content_type_extra": self.content_type_extra,
        }
        if self.kept is None:
            return Lost(error=self.error, **said)
        self.kept.seek(0)
        kept, self.kept = self.kept, None
        return UploadedFile(file=kept, **said)

    def upload_interrupted(self) -> None:
        """Let go of what is here."""
        if self.kept is not None:
            self.kept.close()
            self.kept = None
