"""Where files lie there is no room, or nothing can be written: the words stay, and the page says which."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from alongside.documents.models import File
from alongside.documents.tests.building import jpeg
from alongside.people.demo import Netherby
from alongside.safety.models import Draft


@pytest.fixture
def browser(netherby: Netherby) -> Client:
    """Somebody who has told, and would like to add a picture."""
    browser = Client()
    browser.post("/netherby/tell/happened/", {"happened": "The ramp ends in a step."})
    return browser


def adds_a_picture(browser: Client) -> str:
    picture = SimpleUploadedFile("ramp.jpg", jpeg(), content_type="image/jpeg")
    answer = browser.post("/netherby/tell/picture/", {"file": picture, "shows": "The step.", "nobody": "on"})
    assert answer.status_code in (302, 422)
    return answer.content.decode()


def test_a_full_disk_is_called_full(browser: Client, settings: Any) -> None:
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "checks.failing.ground.FullShelf"}}
    page = adds_a_picture(browser)
    assert "We have no room for files just now" in page
    assert "Your words are safe" in page
    assert not File.objects.exists()
    assert Draft.objects.get().answers["happened"]["happened"] == "The ramp ends in a step."


def test_a_place_that_takes_nothing_is_not_called_full(
    browser: Client, settings: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "files").write_text("not a folder")
    ours = {**settings.STORAGES["default"], "OPTIONS": {"location": tmp_path / "files"}}
    before, settings.STORAGES = settings.STORAGES, {**settings.STORAGES, "default": ours}
    page = adds_a_picture(browser)
    assert "We cannot keep files just now" in page
    assert "no room" not in page
    assert "a file could not be kept: " in caplog.text
    settings.STORAGES = before
    adds_a_picture(browser)
    assert File.objects.count() == 1
