"""What a page is made of, read from its HTML: where its links lead, what its forms ask, how it is built."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b
from html.parser import HTMLParser

VOID = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
}  # fmt: skip
BUILT = ("class", "role", "type", "scope", "data-theme", "hidden", "disabled", "checked", "colspan")
"""Attributes whose value changes what an element is; of all others only the name counts."""


@dataclass
class Field:
    """One box, list, button or hidden value of a form."""

    name: str
    kind: str
    value: str = ""
    chosen: bool = False

    @property
    def is_sent_untouched(self) -> bool:
        """Whether a browser sends it although nobody wrote, chose or pressed anything."""
        return self.kind == "hidden"

    @property
    def asks(self) -> bool:
        """Whether it waits for somebody to write or to choose."""
        return self.kind not in ("hidden", "submit", "button")


@dataclass
class Form:
    """One form: where it goes and what it asks."""

    action: str
    method: str
    fields: list[Field] = field(default_factory=list)

    @property
    def asks(self) -> bool:
        """Whether there is anything to fill in; a form that is only a button asks nothing."""
        return any(one.asks for one in self.fields)

    def has(self, *names: str) -> bool:
        """Whether all of these are among its fields; a form's prefix need not be known."""
        return all(self._whole(name) for name in names)

    def left_empty(self) -> list[tuple[str, str]]:
        """What is sent when everything is left or made empty."""
        written = ("text", "email", "tel", "number", "date", "search", "textarea", "select")
        return [
            (one.name, one.value if one.is_sent_untouched else "")
            for one in self.fields
            if one.is_sent_untouched or one.kind in written
        ]

    def with_answers(self, **answers: str) -> list[tuple[str, str]]:
        """What is sent when these answers are given and nothing else."""
        named = {self._whole(name): value for name, value in answers.items()}
        return [(name, value) for name, value in self.left_empty() if name not in named] + [*named.items()]

    def _whole(self, name: str) -> str:
        fitting = (one.name for one in self.fields if one.name == name or one.name.endswith(f"-{name}"))
        return next(fitting, "")


@dataclass
class Node:
    """One element: what it is, and the shapes of what stands in it. Neighbours of one shape count once."""

    tag: str
    built: str = ""
    inside: list[str] = field(default_factory=list)

    def put(self, shape: str) -> None:
        """One more element in this one."""
        if not self.inside or self.inside[-1] != shape:
            self.inside.append(shape)

    @property
    def shape(self) -> str:
        """A short name for this element with all that is in it."""
        return blake2b("\n".join([self.built, *self.inside]).encode(), digest_size=8).hexdigest()


class Paper(HTMLParser):
    """Reads one page. ``shape`` is the same for pages that differ in words and lengths of lists only."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.forms: list[Form] = []
        self.heading = ""
        self._open = [Node("")]
        self.feed(html)
        self.close()
        while len(self._open) > 1:
            self._leave()
        self.shape = self._open[0].shape

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        built = " ".join(f"{name}={has[name]}" if name in BUILT else name for name in sorted(has))
        self._open.append(Node(tag, f"{tag} {built}"))
        if tag == "a" and "href" in has:
            self.links.append(has["href"])
        elif tag == "form":
            self.forms.append(Form(has.get("action", ""), has.get("method", "get").lower()))
        elif tag in ("input", "textarea", "select", "button") and has.get("name") and self.forms:
            kind = has.get("type", {"input": "text", "button": "submit"}.get(tag, tag))
            self.forms[-1].fields.append(Field(has["name"], kind, has.get("value", ""), "checked" in has))
        if tag in VOID:
            self._leave()

    def handle_endtag(self, tag: str) -> None:
        if any(node.tag == tag for node in self._open):
            while self._leave() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if any(node.tag == "h1" for node in self._open):
            self.heading += data

    def _leave(self) -> str:
        node = self._open.pop()
        self._open[-1].put(node.shape)
        return node.tag
