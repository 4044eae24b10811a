"""A folder of files that a person can open: one for each message."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import ClassVar

from django.conf import settings

from alongside.messages.transports.envelope import Envelope, Transport
from alongside.messages.ways_back import Channel


class Folder(Transport):
    """Writes ``VAR/outbox/2026-03-12-sign-in-….eml``, or ``.txt`` for a text; a second try, the same file."""

    carries: ClassVar = frozenset({Channel.EMAIL, Channel.TEXT})

    def send(self, envelope: Envelope) -> None:
        """Write the whole file beside its place, then move it there: nobody ever reads half of one."""
        is_mail = envelope.channel == Channel.EMAIL
        name = f"{envelope.due_at:%Y-%m-%d}-{envelope.kind}-{envelope.id}.{'eml' if is_mail else 'txt'}"
        folder = outbox()
        half = folder / f".{name}"
        half.touch(mode=0o600)
        half.write_bytes(_as_mail(envelope) if is_mail else _as_text(envelope))
        half.replace(folder / name)


def outbox() -> Path:
    """The folder, made when it is first needed, for our own eyes only."""
    folder: Path = settings.VAR / "outbox"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _as_mail(envelope: Envelope) -> bytes:
    mail = EmailMessage(policy=policy.SMTPUTF8.clone(linesep="\n", max_line_length=998))
    mail["From"] = settings.DEFAULT_FROM_EMAIL
    mail["To"] = envelope.to
    mail["Subject"] = envelope.subject
    mail["Date"] = format_datetime(envelope.at)
    mail["Message-ID"] = envelope.message_id
    for name, value in envelope.leaving.items():
        mail[name] = value
    mail.set_content(envelope.body, cte="8bit")
    return mail.as_bytes()


def _as_text(envelope: Envelope) -> bytes:
    return f"To: {envelope.to}\n\n{envelope.body}\n".encode()
