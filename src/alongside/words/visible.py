"""Finds what a person reads or hears in a Django template: text, labels, and the words given to our tags."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from django.template.base import DebugLexer, Token, TokenType

_SPOKEN = {"aria-label", "aria-description", "alt", "title", "placeholder", "label", "summary"}
_INLINE = {
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "cite",
    "em",
    "i",
    "kbd",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
}
_INLINE |= {
    "sub",
    "sup",
    "time",
    "u",
    "wbr",
    "data",
    "img",
    "svg",
    "path",
    "circle",
    "rect",
    "line",
    "g",
    "use",
}
_UNREAD = {"script", "style", "code", "template"}
_NO_WORDS = {
    "url",
    "extends",
    "load",
    "static",
    "asset",
    "block",
    "endblock",
    "if",
    "elif",
    "for",
    "now",
    "sign",
}
_NO_WORDS |= {"stone", "mark", "chip", "csrf_token", "regroup", "cycle", "partialdef", "partial", "ifchanged"}
_BREAKS = {"else", "elif", "empty", "for", "endfor", "block", "endblock", "include"}
_LITERAL = re.compile(r"\"([^\"\\]*)\"|'([^'\\]*)'")
_BREAK = "\x00"


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand together, and the line of each of them."""

    text: str
    line: int
    starts: tuple[tuple[int, int], ...] = field(default=(), repr=False)

    def line_at(self, place: int) -> int:
        """The line in the file of a place in the text."""
        if not self.starts:
            return self.line
        return self.starts[bisect_right(self.starts, (place, 1 << 30)) - 1][1]


def visible_words(source: str) -> list[Words]:
    """In the order of the file, but for the words given to tags and attributes, which stand on their own."""
    tokens = DebugLexer(source).tokenize()
    page = _Page()
    page.feed("".join(_blank(token, source) for token in _without_comments(tokens)))
    page.close()
    page.flush()
    given = [words for token in _without_comments(tokens) for words in _given(token)]
    return sorted(page.found + given, key=lambda words: words.line)


def _without_comments(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens, with all that is between comment tags turned into comments."""
    inside = False
    for token in tokens:
        inside = (inside or _tag(token) == "comment") and _tag(token) != "endcomment"
        if inside and token.token_type != TokenType.COMMENT:
            token.token_type = TokenType.COMMENT
        yield token


def _blank(token: Token, source: str) -> str:
    """As long and with as many lines as the token: its text, or something that stands for it."""
    start, end = token.position or (0, 0)
    written = source[start:end]
    if token.token_type == TokenType.TEXT:
        return written
    filler = "x" if token.token_type == TokenType.VAR else " "
    blank = re.sub(r"[^\n]", filler, written)
    return _BREAK + blank[1:] if _tag(token) in _BREAKS else blank


def _tag(token: Token) -> str:
    """The name of a tag; nothing for text, variables and comments."""
    return (token.contents.split() or [""])[0] if token.token_type == TokenType.BLOCK else ""


def _given(token: Token) -> Iterator[Words]:
    """Literals in tags and variables that look like words: `{% button "I have rung her" %}`."""
    if token.token_type not in (TokenType.VAR, TokenType.BLOCK):
        return
    if _tag(token) in _NO_WORDS:
        return
    for match in _LITERAL.finditer(token.contents):
        text = match.group(1) or match.group(2) or ""
        if _looks_like_words(text):
            yield Words(text, token.lineno or 1)


def _looks_like_words(text: str) -> bool:
    return bool(re.match(r"[A-Z“‘][a-z ’]", text) or (" " in text.strip() and re.search(r"[a-z]{2}", text)))


class _Page(HTMLParser):
    """Gathers text up to the next element that begins a new line, with the line each piece is on."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Words] = []
        self._pieces: list[tuple[str, int]] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.flush()
        self._unread += tag in _UNREAD
        spoken = _SPOKEN | ({"value"} if tag == "input" and ("type", "submit") in attrs else set())
        for name, value in attrs:
            if name in spoken and value and value.strip("x \n"):
                self.found.append(Words(" ".join(value.replace(_BREAK, " ").split()), self.getpos()[0]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._unread -= tag in _UNREAD

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.flush()
        self._unread -= tag in _UNREAD and self._unread > 0

    def handle_data(self, data: str) -> None:
        line = self.getpos()[0]
        for count, part in enumerate(data.split(_BREAK)):
            if count:
                self.flush()
            self._pieces += [(row + " ", line + down) for down, row in enumerate(part.split("\n"))]
            self._pieces[-1] = (self._pieces[-1][0][:-1], self._pieces[-1][1])
            line += part.count("\n")

    def handle_entityref(self, name: str) -> None:
        self._pieces.append((unescape(f"&{name};"), self.getpos()[0]))

    def handle_charref(self, name: str) -> None:
        self._pieces.append((unescape(f"&#{name};"), self.getpos()[0]))

    def flush(self) -> None:
        pieces, self._pieces = self._pieces, []
        if self._unread or not "".join(piece for piece, _ in pieces).strip("x \t"):
            return
        text, starts = "", []
        for piece, line in pieces:
            starts.append((len(text), line))
            text += piece
        first = next(line for piece, line in pieces if piece.strip())
        self.found.append(Words(text, first, tuple(starts)))
