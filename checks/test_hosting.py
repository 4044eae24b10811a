"""What pages tell people to type is there, and the files for hosting are taken by their programs."""

from __future__ import annotations

import os
import re
import secrets
import shlex
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.core.management import get_commands, load_command_class

from .committed import ROOT, files, name
from .test_settings_documented import SETTINGS, read_from_environment

FILES = ROOT / "docs" / "hosting" / "files"
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.DOTALL | re.MULTILINE)
TYPED = re.compile(r"(?:^\s*|`|sudo |bin/|&& |=)alongside(?:-here)? ([a-z]+)([^`\n;|]*)", re.MULTILINE)
SETTING = re.compile(r"\bALONGSIDE_[A-Z_]+\b")


def told() -> list[Path]:
    """Whatever tells people what to type."""
    pages = [path for path in files() if path.suffix == ".md" and path.name != "CHANGELOG.md"]
    return [*pages, *sorted(FILES.iterdir())]


def typed(path: Path) -> str:
    text = path.read_text("utf-8")
    return "\n".join(CODE.findall(text)) if path.suffix == ".md" else text


def faults(text: str) -> Iterator[str]:
    """A sentence for each setting, command and option that does not exist."""
    for setting in sorted(set(SETTING.findall(text)) - read_from_environment(SETTINGS.read_text())):
        yield f"no setting {setting}"
    for command, rest in TYPED.findall(text):
        if command == "help":
            continue
        if command not in get_commands():
            yield f"no command {command}"
            continue
        for option in re.findall(r"(?<=\s)--[a-z-]+", rest.partition("#")[0]):
            if option not in options(command):
                yield f"{command} has no {option}"


def options(command: str) -> set[str]:
    where = get_commands()[command]
    parser: ArgumentParser = load_command_class(str(where), command).create_parser("alongside", command)
    return {one for action in parser._actions for one in action.option_strings}


def test_every_setting_and_command_that_a_page_names_is_there() -> None:
    assert [f"{name(path)}: {fault}" for path in told() for fault in faults(typed(path))] == []
    assert sum(len(TYPED.findall(typed(path))) for path in told()) > 40


def test_the_rule_bites() -> None:
    text = "`alongside fly`\n/opt/alongside/bin/alongside restore x --overwrite  # --no\nALONGSIDE_WINGS=1"
    assert list(faults(text)) == [
        "no setting ALONGSIDE_WINGS",
        "no command fly",
        "restore has no --overwrite",
    ]


def test_the_settings_there_are_ready_once_the_keys_are_drawn(tmp_path: Path) -> None:
    lines = shlex.split((FILES / "alongside.env").read_text(), comments=True)
    given = {one.partition("=")[0]: one.partition("=")[2] for one in lines}
    given |= {key: secrets.token_urlsafe(50) for key in given if key.endswith("_KEY")}
    given |= {"ALONGSIDE_VAR": str(tmp_path / "var"), "PATH": os.environ["PATH"]}
    given["PYTHONPATH"] = os.pathsep.join(sys.path)
    check = [sys.executable, "-m", "alongside", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(check, env=given, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_all_speak_of_one_port_and_one_file_of_settings() -> None:
    port = re.search(r"--port (\d+)", (FILES / "alongside.service").read_text())
    assert port
    assert f"127.0.0.1:{port[1]}" in (FILES / "nginx.conf").read_text()
    assert f"127.0.0.1:{port[1]}" in (FILES / "Caddyfile").read_text()
    for unit in FILES.glob("*.service"):
        assert "EnvironmentFile=/etc/alongside.env" in unit.read_text()
        assert f"/etc/systemd/system/{unit.name}" in unit.read_text()


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("there is no systemd here")
    units = [path for path in FILES.iterdir() if path.suffix in {".service", ".timer"}]
    assert len(units) == 4
    for unit in units:  # the program is not installed where tests run
        (tmp_path / unit.name).write_text(
            unit.read_text().replace("/opt/alongside/bin/alongside", "/bin/true")
        )
    verify = [analyze, "verify", "--man=no", *(str(tmp_path / unit.name) for unit in units)]
    done = subprocess.run(verify, capture_output=True, text=True, check=False)
    said = [line for line in done.stderr.splitlines() if "alongside" in line]
    assert (done.returncode, said) == (0, [])


def test_nginx_takes_its_file(tmp_path: Path) -> None:
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    if nginx is None:
        pytest.skip("there is no nginx here")
    certificate(tmp_path)
    site = (FILES / "nginx.conf").read_text()
    site = re.sub(r"/etc/letsencrypt/live/[^/]+", str(tmp_path), site)
    (tmp_path / "site").write_text(site.replace("/var/log/nginx", str(tmp_path)))
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    inside = "".join(f"{kind}_temp_path {tmp_path}/{kind};\n" for kind in kinds) + f"include {tmp_path}/site;"
    around = f"pid {tmp_path}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\n{inside}\n}}\n"
    (tmp_path / "nginx.conf").write_text(around)
    test = [nginx, "-t", "-q", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")]
    done = subprocess.run(test, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_shell_takes_the_script() -> None:
    script = FILES / "alongside-here"
    assert os.access(script, os.X_OK)
    subprocess.run(["sh", "-n", str(script)], check=True)


def certificate(folder: Path) -> None:
    """One that nobody trusts, for a day."""
    key, called = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "x")]),
    )
    today = datetime.now(UTC)
    made = x509.CertificateBuilder(called, called, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(today).not_valid_after(today + timedelta(days=1))
    pem = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    (folder / "fullchain.pem").write_bytes(pem)
    (folder / "privkey.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
