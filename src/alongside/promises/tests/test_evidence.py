"""An owner may send files that show it. Those who work on the promise can open them, and nobody else."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from alongside.documents.models import File
from alongside.documents.tests import building
from alongside.documents.tests.pdfs import pdf
from alongside.people.viewer import NOBODY, Viewer
from alongside.promises.deeds import deeds
from alongside.promises.models import Delivered, Evidence, Promise

WORDS = {"different": "All letters went out in time.", "evidence": "Ask at the desk."}


def file(name: str = "Report.pdf", raw: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf() if raw is None else raw)


@pytest.fixture
def promise(stage: Any) -> Any:
    return stage("started")


@pytest.fixture
def sends(client_of: Any, promise: Any, owen: Any) -> Any:
    """Owen fills in the form: ``sends(file(), file())``."""
    browser = client_of(owen)

    def send(*files: SimpleUploadedFile, **more: str) -> Any:
        return browser.post(f"/promises/{promise.pk}/deliveries/", {**WORDS, **more, "shown_by": files})

    return send


def test_three_files_go_with_what_is_different(sends: Any, promise: Any) -> None:
    photo = file("Desk.jpg", building.talkative_jpeg())
    assert sends(file(), photo, file("Post book.csv", b"sent,=1+1\n")).status_code == 302
    kept = [one.file for one in Delivered.objects.get(promise=promise).files.all()]
    assert [one.name for one in kept] == ["Report.pdf", "Desk.jpg", "Post book.csv"]
    assert building.SECRET not in kept[1].read()
    assert kept[2].read() == b"sent,'=1+1\n"


def test_it_can_be_done_without_any(sends: Any, promise: Any) -> None:
    assert sends().status_code == 302
    assert not Evidence.objects.exists()


def test_a_bad_one_is_said_and_the_good_ones_are_kept(sends: Any, promise: Any) -> None:
    answer = sends(file("Plan.pdf"), file("Bad.pdf", pdf("script")))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“Bad.pdf”: This PDF can do more than be read" in page
    assert "We have kept these files" in page
    assert "All letters went out in time." in page
    assert not Evidence.objects.exists()
    ticket = re.search(r'name="kept" value="([^"]+)"', page)
    assert ticket
    assert sends(file("Better.pdf"), kept=ticket[1]).status_code == 302
    assert {one.file.name for one in Evidence.objects.all()} == {"Plan.pdf", "Better.pdf"}


def test_a_missing_word_loses_no_file(sends: Any) -> None:
    page = sends(file("Plan.pdf"), different=" ").content.decode()
    assert "We have kept these files" in page
    assert "Plan.pdf" in page


def test_more_than_three_are_too_many(sends: Any) -> None:
    assert "3 files at most" in sends(*(file(f"{n}.pdf") for n in range(4))).content.decode()
    page = sends(file("1.pdf"), file("2.pdf"), file("3.pdf"), different="").content.decode()
    ticket = re.search(r'name="kept" value="([^"]+)"', page)
    assert ticket
    assert "one too many" in sends(file("4.pdf"), kept=ticket[1]).content.decode()


def test_a_ticket_is_good_for_its_owner_and_its_promise_alone(
    sends: Any, promise: Any, client_of: Any, priya: Any
) -> None:
    ticket = re.search(r'name="kept" value="([^"]+)"', sends(file(), different="").content.decode())
    assert ticket
    form = {**WORDS, "kept": ticket[1]}
    assert client_of(priya).post(f"/promises/{promise.pk}/deliveries/", form).status_code == 302
    assert not Evidence.objects.exists()


def test_who_is_no_owner_sends_nothing(client_of: Any, promise: Any, asha: Any) -> None:
    form = {**WORDS, "shown_by": [file()]}
    assert client_of(asha).post(f"/promises/{promise.pk}/deliveries/", form).status_code == 422
    assert not File.objects.filter(purpose="evidence").exists()


def test_those_who_work_on_it_open_it_and_nobody_else(sends: Any, promise: Any, netherby: Any) -> None:
    sends(file())
    able = {
        name for name, who in netherby.people.items() if Evidence.objects.visible_to(Viewer(who)).exists()
    }
    close = {
        name
        for name, who in netherby.people.items()
        if type(promise).objects.all().close_to(Viewer(who)).filter(pk=promise.pk).exists()
    }
    assert able == close
    assert {"owen", "priya", "asha", "jo"} <= able
    assert not {"dev", "hal", "ines"} & able
    assert not Evidence.objects.visible_to(NOBODY).exists()


def test_it_is_put_by_and_never_opened_as_a_page(
    sends: Any, promise: Any, client_of: Any, jo: Any, dev: Any
) -> None:
    sends(file("Our report.pdf"))
    one = f"/promises/{promise.pk}/evidence/{Evidence.objects.get().pk}/"
    answer = client_of(jo).get(one)
    assert answer["Content-Disposition"] == 'attachment; filename="Our report.pdf"'
    assert answer["Content-Security-Policy"].endswith("sandbox")
    assert answer["Cache-Control"] == "no-store"
    assert client_of(dev).get(one).status_code == 404
    assert client_of(None).get(one).status_code == 404


def test_who_checks_it_finds_it_on_the_page(
    sends: Any, promise: Any, client_of: Any, jo: Any, at: Any
) -> None:
    sends(file("Our report.pdf"))
    for page in ("check", "evidence"):
        assert "Our report.pdf" in client_of(jo).get(f"/promises/{promise.pk}/{page}/").content.decode()
    again = Promise.objects.get(pk=promise.pk)
    assert "Open the files" in [deed.text for deed in deeds(again, Viewer(jo), at)]
    assert "Our report.pdf" not in client_of(None).get(f"/promises/{promise.pk}/").content.decode()


def test_the_database_keeps_it_to_three(sends: Any) -> None:
    sends(file())
    first = Evidence.objects.get()
    other = File.objects.create(
        area=first.file.area,
        purpose="evidence",
        kind="txt",
        name="a.txt",
        size=1,
        digest="a",
        on=first.file.on,
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.create(delivered=first.delivered, number=4, file=other)
