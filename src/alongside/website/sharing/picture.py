"""How a card is drawn, and how it goes out."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from alongside.documents import serving
from alongside.documents.kinds import KINDS
from alongside.documents.paper.pictures import png

from .cards import Card

TEMPLATE = "website/sharing/card.typ"
WIDE, HIGH = 1200, 630
KEPT = 10 * 60
"""How many seconds others may keep one without asking: what is taken back is soon gone there too."""


def drawn(card: Card) -> bytes:
    """The picture, 1200 by 630."""
    return png(TEMPLATE, {"area": card.area, "kind": card.kind, "words": card.words, "stone": card.stone})


def answer(request: HttpRequest, card: Card) -> HttpResponseBase:
    """The picture, to be kept for a while; nothing is drawn for who has it already."""
    tag = f'"{hashlib.sha256(json.dumps(asdict(card)).encode()).hexdigest()[:32]}"'
    known = get_conditional_response(request, etag=tag)
    found: HttpResponseBase = known or serving.drawn(drawn(card), KINDS["png"])
    found.headers["ETag"] = tag
    found.headers["Cache-Control"] = f"public, max-age={KEPT}"
    return found
