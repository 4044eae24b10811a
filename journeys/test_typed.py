"""Script in every field, on every page that shows it, in a real browser: nothing runs, and nothing leaves."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from checks.house.crawl import BEGINNINGS
from checks.typed.boxes import Form, forms_of
from checks.typed.payloads import MARK, payloads

from .every_page import WHO, Seen, Walk, one_of_each
from .house import House
from .test_looking import SOUND, page
from .visitor import Answer
from .watching import Watch, watching

pytestmark = pytest.mark.xdist_group("typed")

PLANT = "import django; django.setup(); from checks.typed.planting import plant; print(len(plant()))"


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory, made: Path) -> Iterator[Walk]:
    """A Netherby with script in every row, walked by everybody, with every form sent full of it."""
    house = House(var=tmp_path_factory.mktemp("typed"), made=made)
    walk = Walk(house)
    try:
        house.open()
        walk.a_story_is_told()
        walk.a_code_is_asked_for()
        walk.it_is_said_whether_it_helped()
        plant(house)
        for who in WHO:
            walk.follows_links(who, BEGINNINGS)
        for path in sorted(walk.secrets()):
            walk.follows_links("nobody", [path, f"{path}data/wishes/"])
        everybody_types(walk)
        yield walk
    finally:
        for visitor in walk.visitors.values():
            visitor.leaves()
        house.close()


def plant(house: House) -> None:
    """Script into every row there is, as if it had been typed."""
    where = {**house.environment, "DJANGO_SETTINGS_MODULE": "alongside.settings"}
    done = subprocess.run(
        [sys.executable, "-c", PLANT], env=where, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > len(payloads())


def everybody_types(walk: Walk) -> None:
    """Each form of each page, once: all payloads into each of its fields, and one that has room in it."""
    met = set[tuple[str, ...]]()
    for one in [one for one in walk.seen if one.answer.status == 200]:
        for form in forms_of(one.answer.path, one.answer.html):
            if form.written and form.key not in met:
                met.add(form.key)
                types(walk, one, form)
    assert len(met) > 20


def types(walk: Walk, seen: Seen, form: Form) -> None:
    """One form; what comes back is kept, and the page to which it leads."""
    visitor, turn = walk.visitor(seen.who), len(walk.seen)
    for field in form.written:
        for words in (" ".join(payloads()), payloads()[turn % len(payloads())]):
            said = {**form.usual(), field.name: [words], "csrfmiddlewaretoken": [token(seen.answer)]}
            sent = [(name, str(one)) for name, many in said.items() for one in many]
            answer = visitor.post(form.address, sent)
            walk.keep(seen.who, answer if answer.is_page else visitor.follow(answer), f"wrote {field.name}")


def token(answer: Answer) -> str:
    """What lets a form of this page be sent."""
    fields = [one for form in answer.paper.forms for one in form.fields]
    return next(one.value for one in fields if one.name == "csrfmiddlewaretoken")


@pytest.fixture(scope="module")
def watch(browser: Browser, house: House) -> Iterator[Watch]:
    """A window for pages that nobody sent."""
    with watching(browser, house) as watch:
        yield watch


@pytest.fixture(scope="module")
def watch_of_walk(browser: Browser, walk: Walk) -> Iterator[Watch]:
    """A window for the pages of the walk."""
    with watching(browser, walk.house) as watch:
        yield watch


@pytest.mark.long
def test_nothing_runs_and_nothing_leaves(walk: Walk, watch_of_walk: Watch) -> None:
    showing = [one for one in walk.seen if MARK.search(one.answer.html)]
    pages = one_of_each(showing)
    found = [f"{one}: {fault}" for one in pages for fault in watch_of_walk.did(one.answer)]
    marks = {mark for one in pages for mark in MARK.findall(one.answer.html)}
    fields = {(one.route, one.how) for one in showing if one.how.startswith("wrote ")}
    print(f"{len(marks)} payloads in {len(fields)} fields, on {len(showing)} pages of {len(pages)} kinds")
    assert found == []
    assert [f"{one}" for one in walk.seen if one.answer.status >= 500] == []
    assert len(marks) == len(payloads()) >= 200
    assert len(fields) > 40


@pytest.mark.parametrize(
    ("html", "policy", "said"),
    [
        ("<script>alert('zq000')</script>", "", "a dialog: zq000"),
        ("<img src=data:, onerror=alert('zq001')>", "", "a dialog: zq001"),
        ("<script>alert('zq000')</script>", "default-src 'none'", "the policy was broken: script-src-elem"),
        ("<p style='color: red'>a</p>", "default-src 'none'", "the policy was broken: style-src-attr"),
        ("<img src=//elsewhere.example/zq002>", "", "asks another host"),
        ("<script>nothing.at.all()</script>", "", "script failed"),
    ],
)
def test_each_of_them_is_seen(html: str, policy: str, said: str, watch: Watch) -> None:
    there = page(SOUND.replace("</main>", f"{html}</main>"))
    head = {**there.headers, "content-security-policy": policy} if policy else there.headers
    did = watch.did(Answer(there.path, 200, head, there.body, there.weight))
    assert any(said in one for one in did), did
