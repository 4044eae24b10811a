"""How a file goes out, once the owner's view has found it through its own door."""

from __future__ import annotations

import logging
import re
from io import BytesIO

from django.http import FileResponse, Http404

from .files import File
from .kinds import Kind

log = logging.getLogger("alongside.files")

POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox"
_NOT_IN_A_NAME = re.compile(r"[^\w .()-]+")


def shown(file: File) -> FileResponse:
    """A picture, to stand on a page. Its name gives nothing away."""
    if not file.form.is_picture:
        return attached(file)
    return _careful(file, as_attachment=False, name=f"picture{file.form.ending}")


def attached(file: File) -> FileResponse:
    """A file to be put by: no browser opens it as a page of ours."""
    return _careful(file, as_attachment=True, name=safe_name(file))


def made(content: bytes, stem: str, kind: Kind) -> FileResponse:
    """Something that we have just written, to be put by under a name that says what it is."""
    return _sent(content, kind, as_attachment=True, name=f"{_safe(stem)}{kind.ending}")


def drawn(content: bytes, kind: Kind) -> FileResponse:
    """Something that we have just drawn, to stand on a page."""
    return _sent(content, kind, as_attachment=False, name=f"picture{kind.ending}")


def safe_name(file: File) -> str:
    """What it was called, in letters that every system takes, with the ending that is true."""
    return f"{_safe(file.name.rpartition('.')[0] or file.name)}{file.form.ending}"


def _safe(stem: str) -> str:
    return _NOT_IN_A_NAME.sub("-", stem).strip(" .-")[:80] or "file"


def _careful(file: File, *, as_attachment: bool, name: str) -> FileResponse:
    return _sent(_as_kept(file), file.form, as_attachment=as_attachment, name=name)


def _sent(content: bytes, kind: Kind, *, as_attachment: bool, name: str) -> FileResponse:
    held = BytesIO(content)
    response = FileResponse(held, as_attachment=as_attachment, filename=name, content_type=kind.type)
    response["Content-Security-Policy"] = POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "no-store"
    return response


def _as_kept(file: File) -> bytes:
    """What is on the shelf, if it is what was kept; else the page is not there, and the log says why."""
    try:
        content = file.read()
    except OSError as gone:
        log.error("file %s is not on the shelf", file.pk)
        raise Http404 from gone
    if content is None:
        log.error("file %s is not what was kept", file.pk)
        raise Http404
    return content
