"""Files come in with any form, and none of them is larger than we would ever keep."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from alongside.documents.errors import CannotKeep, NoRoom
from alongside.documents.models import File
from alongside.documents.uploads import Lost

from . import building


@pytest.fixture
def sent() -> Iterator[Callable[[bytes], Any]]:
    """A form with words and a file, as it comes in; at the end it is closed, as Django does."""
    requests = []

    def send(raw: bytes) -> Any:
        request = RequestFactory().post("/", {"words": "Hello.", "file": SimpleUploadedFile("a.jpg", raw)})
        requests.append(request)
        return request

    yield send
    for request in requests:
        request.close()


def keep(request: Any, netherby: Any, now: Any) -> File:
    return File.keep(request.FILES["file"], purpose="picture", area=netherby.area, on=now.date())


@pytest.mark.parametrize("raw", [building.jpeg(), building.jpeg() + bytes(5_000_000)])
def test_it_comes_in_whole(raw: bytes, sent, netherby, now) -> None:
    request = sent(raw)
    assert request.FILES["file"].size == len(raw)
    assert keep(request, netherby, now).kind == "jpeg"


def test_what_is_too_large_is_counted_and_let_go(sent, netherby, now) -> None:
    request = sent(building.jpeg() + bytes(13_000_000))
    assert request.POST["words"] == "Hello."
    assert isinstance(request.FILES["file"], Lost)
    assert request.FILES["file"].read() == b""
    with pytest.raises(CannotKeep, match="12 megabytes"):
        keep(request, netherby, now)


def test_a_full_disk_loses_no_words(monkeypatch, sent, netherby, now) -> None:
    class Full(tempfile.SpooledTemporaryFile):  # type: ignore[type-arg]
        def write(self, *_: Any) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", Full)
    request = sent(building.jpeg())
    assert request.POST["words"] == "Hello."
    with pytest.raises(NoRoom, match="Your words are safe"):
        keep(request, netherby, now)


def test_an_empty_file_is_said_so(sent, netherby, now) -> None:
    with pytest.raises(CannotKeep, match="nothing in this file"):
        keep(sent(b""), netherby, now)
