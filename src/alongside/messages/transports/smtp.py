"""E-mail by SMTP, through Django's mail."""

from __future__ import annotations

import smtplib
from typing import ClassVar

from django.core.mail import EmailMessage

from alongside.messages.transports.envelope import Envelope, Never, Transport
from alongside.messages.ways_back import Channel

FOR_GOOD = range(500, 600)
"""SMTP answers in the five hundreds mean no; in the four hundreds, not now."""


class Smtp(Transport):
    """One connection for each message: a dead server costs one try, not a batch."""

    carries: ClassVar = frozenset({Channel.EMAIL})

    def send(self, envelope: Envelope) -> None:
        """Send it, with our own Message-ID and a word to out-of-office replies not to answer."""
        headers = {"Message-ID": envelope.message_id, "Auto-Submitted": "auto-generated"}
        mail = EmailMessage(envelope.subject, envelope.body, to=[envelope.to], headers=headers)
        try:
            mail.send()
        except smtplib.SMTPRecipientsRefused as refused:
            codes = [code for code, _words in refused.recipients.values()]
            if codes and all(code in FOR_GOOD for code in codes):
                raise Never(f"the mail server does not take this address ({codes[0]})") from None
            raise
