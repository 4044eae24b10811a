"""E-mail by SMTP, through Django's mail."""

from __future__ import annotations

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from alongside.messages.transports.envelope import Away, Closed, Envelope, Never, Transport
from alongside.messages.ways_back import Channel

FOR_GOOD = range(500, 600)
"""SMTP answers in the five hundreds mean no; in the four hundreds, not now."""


NOT_NOW = 421
"""The service closes its doors, to everybody."""


class Smtp(Transport):
    """One connection for each message: a dead server costs one try, not a batch."""

    carries: ClassVar = frozenset({Channel.EMAIL})

    def send(self, envelope: Envelope) -> None:
        """Send it, with our own Message-ID and a word to out-of-office replies not to answer."""
        headers = {"Message-ID": envelope.message_id, "Auto-Submitted": "auto-generated"}
        headers |= envelope.leaving
        with _at_the_counter() as counter:
            mail = EmailMessage(envelope.subject, envelope.body, to=[envelope.to], headers=headers)
            _hand_over(mail, counter)


@contextmanager
def _at_the_counter() -> Iterator[BaseEmailBackend]:
    """A server that listens and knows us. Raises ``Away`` if there is none: no message is to blame."""
    counter = get_connection()
    try:
        counter.open()
    except OSError as error:  # smtplib's own are of this kind too
        raise Away(type(error).__name__) from error
    try:
        yield counter
    finally:
        counter.close()


def _hand_over(mail: EmailMessage, counter: BaseEmailBackend) -> None:
    mail.connection = counter
    try:
        mail.send()
    except smtplib.SMTPRecipientsRefused as refused:
        codes = [code for code, _words in refused.recipients.values()]
        if codes and all(code in FOR_GOOD for code in codes):
            raise Never(f"the mail server does not take this address ({codes[0]})") from None
        raise
    except smtplib.SMTPResponseException as no:
        if no.smtp_code == NOT_NOW:
            raise Closed(f"{type(no).__name__} {NOT_NOW}") from no
        raise
