"""Words for a small screen: how much of a phone's patience and a forum's money a text takes.

A text is sent in parts. With plain letters one part holds 160 of them, and each of several holds 153; one
letter that is not among the plain ones (GSM 03.38) makes it 70 and 67. So a curly quotation mark can more
than double what a text costs, and it is written straight; a letter of somebody's own language is kept.
"""

from __future__ import annotations

import re

PLAIN = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
TWICE = frozenset("^{}\\[~]|€")
"""Plain ones that take the room of two."""
STRAIGHT = str.maketrans(
    {**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’‚", "'"), **dict.fromkeys("–—‑", "-")}
)
SPELT = {"…": "...", "\u00a0": " ", "\u202f": " "}
MOST = 6
"""So many parts at most: what every network puts together again."""
REST = "... The rest did not fit in a text. It is on your own page, or ring us."
LINK = re.compile(r"https?://\S+")


def parts(text: str) -> int:
    """In how many parts this text is sent, and counted."""
    if all(one in PLAIN or one in TWICE for one in text):
        long, alone, each = sum(2 if one in TWICE else 1 for one in text), 160, 153
    else:
        long, alone, each = len(text.encode("utf-16-be")) // 2, 70, 67
    return 1 if long <= alone else -(-long // each)


def straight(text: str) -> str:
    """The same words with the marks that every phone has."""
    text = text.translate(STRAIGHT)
    for mark, plain in SPELT.items():
        text = text.replace(mark, plain)
    return text


def to_send(body: str) -> str:
    """The words as they are sent: in ``MOST`` parts at most, cut after a whole word, and no link torn apart.

    What is cut off is said to be; each link of it still stands, whole, behind that.
    """
    text = straight(body).strip()
    if parts(text) <= MOST:
        return text
    links = LINK.findall(text)
    pieces = re.findall(r"\s*\S+", text)
    few, many = 0, len(pieces)
    while few < many:
        middle = (few + many + 1) // 2
        if parts(_cut(pieces[:middle], links)) <= MOST:
            few = middle
        else:
            many = middle - 1
    return _cut(pieces[:few], links)


def _cut(pieces: list[str], links: list[str]) -> str:
    kept = "".join(pieces)
    there = LINK.findall(kept)
    return "\n".join([f"{kept}{REST}", *[link for link in links if link not in there]])
