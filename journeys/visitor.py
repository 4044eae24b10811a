"""Somebody who reads pages without a browser: quick, with cookies, and noting what each page weighs."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from http.client import HTTPConnection, HTTPResponse, RemoteDisconnected
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urljoin, urlsplit

import brotli

from .paper import Form, Paper

OPENS = {"br": brotli.decompress, "gzip": gzip.decompress}


@dataclass(frozen=True)
class Answer:
    """What came back: as the server sent it, and unpacked."""

    path: str
    status: int
    headers: dict[str, str]
    body: bytes
    weight: int
    """Bytes on the wire: the head, and the body as it was packed."""

    @property
    def html(self) -> str:
        return self.body.decode()

    @property
    def is_page(self) -> bool:
        return bool(self.body) and self.headers.get("content-type", "").startswith("text/html")

    @cached_property
    def paper(self) -> Paper:
        return Paper(self.html)

    def form(self, part_of_action: str = "", *asking: str) -> Form:
        """The first form that goes to such an address and asks for all of this."""
        fitting = (
            one
            for one in self.paper.forms
            if one.method == "post" and part_of_action in self.address_of(one) and one.has(*asking)
        )
        found = next(fitting, None)
        assert found, f"{self.path} has no form to {part_of_action or 'anywhere'} with {asking}"
        return found

    def address_of(self, form: Form) -> str:
        """Where this form goes."""
        return urljoin(self.path, form.action or self.path)


@dataclass
class Visitor:
    """Nobody, or one of the cast."""

    address: str
    who: str = "nobody"
    cookies: SimpleCookie = field(default_factory=SimpleCookie)
    head: dict[str, str] = field(default_factory=dict)
    """What goes along with each request."""

    def __post_init__(self) -> None:
        self._line = HTTPConnection(urlsplit(self.address).netloc, timeout=60)
        if self.who != "nobody":
            page = self.get("/cast/")
            fields = page.form().left_empty()
            assert self.post("/cast/", [*fields, ("who", self.who.title())]).status == 302, self.who

    def get(self, path: str, **head: str) -> Answer:
        """Open a page. Where it sends us is not followed."""
        return self._ask("GET", path, b"", **head)

    def post(self, path: str, fields: Sequence[tuple[str, str]]) -> Answer:
        """Send a form."""
        return self._ask("POST", path, urlencode(fields).encode())

    def follow(self, answer: Answer) -> Answer:
        """Go where the answer sends us, until it is a page."""
        while answer.status in (301, 302, 303):
            answer = self.get(urljoin(answer.path, answer.headers["location"]))
        return answer

    def fills_in(self, page: Answer, part_of_action: str = "", **answers: str) -> Answer:
        """Answer the form on a page, send it, and see what comes of it."""
        form = page.form(part_of_action, *answers)
        return self.follow(self.post(page.address_of(form), form.with_answers(**answers)))

    def leaves(self) -> None:
        """Close the line."""
        self._line.close()

    def _ask(self, method: str, path: str, body: bytes, **more: str) -> Answer:
        head = {"Accept-Encoding": "br, gzip", "Referer": self.address + "/", **self.head, **more}
        if self.cookies:
            head["Cookie"] = "; ".join(f"{one.key}={one.value}" for one in self.cookies.values())
        if body:
            head["Content-Type"] = "application/x-www-form-urlencoded"
        got = self._send(method, path, body, head)
        return self._read(path, got, got.read())

    def _send(self, method: str, path: str, body: bytes, head: dict[str, str]) -> HTTPResponse:
        """On the line that is open; a line that was quiet for long may have been closed at the other end."""
        try:
            self._line.request(method, path, body or None, head)
            return self._line.getresponse()
        except (RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            self._line.close()
            self._line.request(method, path, body or None, head)
            return self._line.getresponse()

    def _read(self, path: str, got: HTTPResponse, packed: bytes) -> Answer:
        for cookie in got.headers.get_all("Set-Cookie", []):
            self.cookies.load(cookie)
        headers = {name.lower(): value for name, value in got.getheaders()}
        unpack = OPENS.get(headers.pop("content-encoding", ""), bytes)
        weight = len(packed) + sum(len(name) + len(value) + 4 for name, value in got.getheaders())
        return Answer(path, got.status, headers, unpack(packed), weight)
