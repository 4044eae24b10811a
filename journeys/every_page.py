"""Every page of the house, as nobody and as each of the cast, found by following links."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from django.test import RequestFactory

from alongside.look.errors import broken
from alongside.people.demo import CAST
from checks.house.crawl import BEGINNINGS, kind_of

from .house import House
from .visitor import Answer, Visitor

WHO = ("nobody", *(name.lower() for name in CAST))
AT_MOST_OF_A_KIND = 4
"""Pages of one route that are opened for one person."""

AT_MOST_STEPS = 60
"""Pages of one review that are answered."""

SECRET_PAGE = re.compile(r"/(?:way-back|verdicts|replies)/[a-z0-9]+/(?=[\s\"'<.]|$)")
WORDS = "We waited in the corridor for an hour, and nobody came to say why."
A_PROMISE = re.compile(r'href="(/promises/[0-9a-f-]{36}/)"')
OPEN_REVIEW = re.compile(r"/answer/[a-z0-9]+/(?=\")")
STAYS_SHUT = ("safety:leave",)
"""Routes that a walk does not open: this one leads away from us, on purpose."""


@dataclass(frozen=True)
class Seen:
    """One page as one person saw it; ``how`` says what was done, if it was more than opening it."""

    who: str
    route: str
    answer: Answer
    how: str = ""

    def __str__(self) -> str:
        told = f", {self.how}" if self.how else ""
        return f"{self.answer.path} as {self.who}{told} ({self.answer.status})"


@dataclass
class Walk:
    """Everything that was seen, and who saw it."""

    house: House
    seen: list[Seen] = field(default_factory=list)
    visitors: dict[str, Visitor] = field(default_factory=dict)

    def visitor(self, who: str) -> Visitor:
        """The same visitor each time, so that cookies last."""
        if who not in self.visitors:
            self.visitors[who] = Visitor(self.house.address, who)
        return self.visitors[who]

    def keep(self, who: str, answer: Answer, how: str = "") -> Answer:
        """Remember a page; anything else passes through."""
        if answer.is_page:
            self.seen.append(Seen(who, kind_of(answer.path) or "nowhere", answer, how))
        return answer

    def everything(self) -> None:
        """All of it. A story is told first, so that there is something at each stage."""
        try:
            self.a_story_is_told()
            self.a_code_is_asked_for()
            self.light_or_dark_is_chosen()
            self.something_went_wrong()
            for who in WHO:
                self.follows_links(who, (*BEGINNINGS, "/components/"))
            self.what_is_held_is_looked_at()
            self.files_are_opened()
            self.a_review_is_answered()
            self.it_is_said_whether_it_helped()
            for who in WHO:
                self.sends_forms_empty(who)
            self.a_second_area_opens()
        finally:
            for visitor in self.visitors.values():
                visitor.leaves()

    # by links -------------------------------------------------------------------------------------
    def follows_links(self, who: str, beginnings: Iterable[str]) -> None:
        """From these pages on, wherever a link of ours leads; never away, never out."""
        waiting, met, kinds = deque(beginnings), set[str](), Counter[str]()
        while waiting:
            path = waiting.popleft()
            kind = kind_of(path)
            if path in met or kind is None or kind in STAYS_SHUT or kinds[kind] >= AT_MOST_OF_A_KIND:
                continue
            met.add(path)
            answer = self.keep(who, self.visitor(who).get(path))
            kinds[kind] += answer.status == 200
            waiting.extend(_ours(answer, self.house.address))

    def secrets(self) -> set[str]:
        """Addresses that are keys, as they stand in messages, on pages, and in what the demo printed."""
        outbox = (self.house.var / "outbox").glob("**/*")
        written = [path.read_text(encoding="utf-8", errors="replace") for path in outbox if path.is_file()]
        pages = [one.answer.html for one in self.seen]
        return {found for text in [*written, *pages, self.house.said] for found in SECRET_PAGE.findall(text)}

    # a story, so that its pages are there ----------------------------------------------------------
    def a_story_is_told(self) -> None:
        """Somebody tells, Gwen passes it on, Jo asks the service, and the service gets its code."""
        self.a_worry_is_told()
        page = self.visitor("nobody").get("/netherby/tell/")
        centre = re.search(r'value="([^"]+)"[^>]*>\s*<label[^>]*>\s*Child Development', page.html)
        assert centre, "the first question does not name the Child Development Centre"
        answers: list[dict[str, str]] = [
            {"organisation": centre[1]},
            {"happened": WORDS},
            {"good": "The nurse rang me back the same day."},
            {"better": "Send it two weeks before."},
            {"uses": "service", "named": "not"},
            {"channel": "link"},
            {},
        ]
        for given in answers:
            self.keep("nobody", page)
            page = self.visitor("nobody").fills_in(page, "/tell/", **given)
            self.keep("nobody", self.visitor("nobody").get("/netherby/tell/picture/"))
        self.keep("nobody", page)
        assert SECRET_PAGE.search(page.html), f"no secret link on {page.path}: {page.paper.heading}"
        self.it_is_read_and_asked_about(WORDS)

    def a_code_is_asked_for(self) -> None:
        """Somebody who is not signed in asks for a code, and has the page before them where it is typed."""
        nobody = self.visitor("nobody")
        page = self.keep("nobody", nobody.get("/sign-in/"))
        self.keep("nobody", nobody.fills_in(page, "/sign-in/", address="cara@netherby.example"))

    def light_or_dark_is_chosen(self) -> None:
        """Somebody wants it dark, or light, whatever their device says."""
        nobody = self.visitor("nobody")
        for theme in ("dark", "light", "device"):
            nobody.fills_in(nobody.get("/light-or-dark/"), "", theme=theme)
            self.keep("nobody", nobody.get("/netherby/"), f"chose {theme}")

    def a_worry_is_told(self) -> None:
        """One who is worried about somebody gets help at once, and keeps her words."""
        page = self.keep("nobody", self.visitor("nobody").get("/netherby/not-safe/"))
        self.keep(
            "nobody", self.visitor("nobody").fills_in(page, words="He was alone at the bus stop again.")
        )

    def it_is_read_and_asked_about(self, words: str) -> None:
        """Gwen passes it on, the service finds it in its room, Jo asks, the worker sends the code."""
        gwen, priya, jo = self.visitor("gwen"), self.visitor("priya"), self.visitor("jo")
        page = _the_one(_pages_of(gwen, "/netherby/readings/", "/readings/"), words)
        self.keep("gwen", gwen.fills_in(page, "/passing/", seriousness="1"), "passed on")
        room = next(link for link in priya.get("/my/").paper.links if link.endswith("/room/"))
        asking = jo.get(_the_one(_pages_of(priya, room, "/stories/"), words).path.split("replies/")[0])
        self.keep("jo", jo.fills_in(asking, "/asking/"), "asked")
        self.house.latest_to("hello@cdc.netherby.example", "/replies/")

    def what_is_held_is_looked_at(self) -> None:
        """Whoever holds a secret link looks at what we hold about them; and the page that says it is gone."""
        nobody = self.visitor("nobody")
        own = next(path for path in sorted(self.secrets()) if path.startswith("/way-back/"))
        for page in ("data/", "data/wishes/", "data/erasure/"):
            self.keep("nobody", nobody.get(own + page))
        self.keep("nobody", nobody.get("/netherby/gone/"))

    def files_are_opened(self) -> None:
        """Few promises have files: Priya looks at each promise that anybody met."""
        met = {path for one in self.seen for path in A_PROMISE.findall(one.answer.html)}
        for path in sorted(met):
            page = self.visitor("priya").get(path)
            for link in _ours(page, self.house.address):
                if kind_of(link) == "promises:files":
                    self.keep("priya", self.visitor("priya").get(link))

    def a_review_is_answered(self) -> None:
        """Somebody follows the link on a poster, says the same to each statement, and sends it."""
        pages = (one.answer.html for one in self.seen)
        poster = next(found[0] for page in pages if (found := OPEN_REVIEW.search(page)))
        nobody = self.visitor("nobody")
        page = self.keep("nobody", nobody.get(poster))
        page = self.keep("nobody", nobody.get(next(link for link in page.paper.links if poster in link)))
        for _step in range(AT_MOST_STEPS):
            form = next((form for form in page.paper.forms if "/answer/" in page.address_of(form)), None)
            if form is None:
                break
            said = {"level": "mostly"} if form.has("level") else {}
            page = self.keep("nobody", nobody.fills_in(page, "/answer/", **said))

    def it_is_said_whether_it_helped(self) -> None:
        """Whoever holds a secret link says so, with words; then somebody finds these words on their page."""
        nobody = self.visitor("nobody")
        for path in sorted(self.secrets()):
            page = self.keep("nobody", nobody.get(path))
            if page.status == 200 and any(form.has("answer") for form in page.paper.forms):
                page = self.keep("nobody", nobody.fills_in(page, "", answer="yes"), "pressed")
                words = {"words": "She rang me on the day.", "may_show": "on"}
                self.keep("nobody", nobody.fills_in(page, "", **words), "said more")
        for who in WHO[1:]:
            met = {one.route for one in self.seen if one.answer.status == 200}
            for link in self.visitor(who).get("/my/").paper.links:
                if kind_of(link) not in met:
                    self.keep(who, self.visitor(who).get(link))

    def a_second_area_opens(self) -> None:
        """Nothing has happened there yet, and the first page must now ask which area is meant."""
        who = ["--name", "Mo", "--email", "mo@upper-beck.example", "--phone", "01632 960 199"]
        self.house.command("start", "--area", "Upper Beck", "--forum", "Upper Beck Parent Carer Forum", *who)
        self.follows_links("nobody", ("/", "/upper-beck/"))

    # when something goes wrong ----------------------------------------------------------------------
    def something_went_wrong(self) -> None:
        """Each page that says so."""
        for who in WHO:
            self.keep(who, self.visitor(who).get("/nowhere/at-all/"))
        nobody = self.visitor("nobody")
        typed = [("good", "The nurse rang me back."), ("csrfmiddlewaretoken", "too old")]
        self.keep("nobody", nobody.post("/netherby/tell/good/", typed), "too late")
        self.keep("nobody", nobody.get("/netherby/", host="elsewhere.example"), "for another host")
        broke = broken(RequestFactory().get("/netherby/"))
        answer = Answer("/netherby/", broke.status_code, {"content-type": "text/html"}, broke.content, 0)
        self.keep("nobody", answer, "when something broke")

    def sends_forms_empty(self, who: str) -> None:
        """Each form that asks for something, once for each address it can go to, with nothing filled in."""
        tried = set[tuple[str | None, int]]()
        for one in [one for one in self.seen if one.who == who and one.answer.status == 200]:
            for form in one.answer.paper.forms:
                action = one.answer.address_of(form)
                kind = (kind_of(action), len(form.fields))
                if form.method == "post" and form.asks and kind[0] and kind not in tried:
                    tried.add(kind)
                    answer = self.visitor(who).post(action, form.left_empty())
                    self.keep(who, answer, "left empty")


def _ours(answer: Answer, address: str) -> Iterator[str]:
    """Addresses of ours that this page leads to."""
    onward = answer.paper.links if answer.is_page else []
    if "location" in answer.headers:
        onward = [answer.headers["location"]]
    for link in onward:
        whole = urlsplit(urljoin(address + answer.path, link))
        if f"{whole.scheme}://{whole.netloc}" == address:
            yield whole.path + (f"?{whole.query}" if whole.query else "")


def _pages_of(visitor: Visitor, beginning: str, part: str) -> Iterator[Answer]:
    """The pages that a list leads to."""
    links = visitor.get(beginning).paper.links
    yield from (visitor.get(link) for link in dict.fromkeys(links) if link.startswith(part))


def _the_one(pages: Iterable[Answer], words: str) -> Answer:
    """The page on which these words stand."""
    found = next((page for page in pages if words in page.html), None)
    assert found, f"“{words}” stands on none of the pages"
    return found


def one_of_each(seen: Iterable[Seen]) -> list[Seen]:
    """One page of each route, status and shape: the longest, which has most that can be wrong."""
    found: dict[tuple[str, int, str], Seen] = {}
    for one in seen:
        kind = (one.route, one.answer.status, one.answer.paper.shape)
        if kind not in found or len(one.answer.body) > len(found[kind].answer.body):
            found[kind] = one
    return list(found.values())
