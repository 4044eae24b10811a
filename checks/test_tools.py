"""The tools that prove the rest: honest about what did not run, and closed to the network."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tools import running
from tools.machine import Missing
from tools.no_sockets import SocketsAreOff
from tools.node import new_enough
from tools.outcome import Failed, Outcome, exit_code, outcome_of, table


def _raises(error: Exception) -> str:
    raise error


@pytest.mark.parametrize(
    ("states", "code"),
    [
        (["passed", "passed"], 0),
        (["passed", "not run"], 3),
        (["not run", "failed"], 1),
    ],
)
def test_only_everything_run_and_passed_is_success(states: list[str], code: int) -> None:
    assert exit_code([Outcome("kind", state, 1.0) for state in states]) == code


def test_what_could_not_run_says_what_it_needs(capsys: pytest.CaptureFixture[str]) -> None:
    outcome = outcome_of("journeys", lambda: _raises(Missing("needs chromium: apt install chromium")))
    assert "not run: journeys (needs chromium: apt install chromium)" in capsys.readouterr().out
    assert outcome.state == "not run"
    assert outcome_of("unit", lambda: _raises(Failed("see above"))).state == "failed"
    assert "journeys" in table([outcome])


def _report(folder: Path, *skipped: str) -> Path:
    cases = "".join(f'<testcase><skipped message="{why}"/></testcase>' for why in skipped)
    (folder / "report.xml").write_text(f"<testsuites><testsuite><testcase/>{cases}</testsuite></testsuites>")
    return folder / "report.xml"


def test_a_test_that_needs_something_and_was_skipped_has_not_run(tmp_path: Path) -> None:
    assert running.passed(_report(tmp_path, "only on Linux")) == "1 tests, 1 skipped"
    with pytest.raises(Missing, match="needs java"):
        running.passed(_report(tmp_path, "needs java: apt install default-jre-headless"))


def test_settings_of_another_project_do_not_come_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://somewhere/real")
    monkeypatch.setenv("ALONGSIDE_SECRET_KEY", "real")
    ours = running.environment(ALONGSIDE_DEBUG="1")
    assert "DATABASE_URL" not in ours
    assert [name for name in ours if name.startswith("ALONGSIDE_")] == ["ALONGSIDE_DEBUG"]


@pytest.mark.parametrize(
    ("version", "enough"), [("v20.19.0", True), ("v22.1.0", True), ("v18.20.4", False), ("", False)]
)
def test_an_old_node_is_not_enough(version: str, enough: bool) -> None:
    assert new_enough(version) is enough


@pytest.mark.parametrize("address", [("127.0.0.1", 80), ("example.org", 443), ("192.0.2.1", 25)])
def test_sockets_are_off(address: tuple[str, int]) -> None:
    with pytest.raises(SocketsAreOff):
        socket.create_connection(address, timeout=1)
    with socket.socket() as one, pytest.raises(SocketsAreOff):
        one.connect_ex(address)


def test_what_a_program_starts_ends_with_it(tmp_path: Path) -> None:
    """A test run that is ended half-way leaves no server of its own behind."""
    sleeper = f"import os, time; open({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    starter = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {sleeper!r}]).wait()"
    runner = (
        "import os, sys; from tools import ending; ending.listen()\n"
        f"ending.run_whole([sys.executable, '-c', {starter!r}], os.environ)"
    )
    process = subprocess.Popen([sys.executable, "-c", runner], stderr=subprocess.DEVNULL)
    until = time.monotonic() + 10
    while not ((tmp_path / "pid").exists() and (tmp_path / "pid").read_text()):
        assert time.monotonic() < until, "it did not start"
        time.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    process.wait(20)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)
