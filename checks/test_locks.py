"""House rule: what the locks name is what pyproject.toml asks for, each with its digest."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from packaging.requirements import Requirement

from .committed import ROOT

LOCKS = {
    "requirements.lock": ["dependencies"],
    "requirements-dev.lock": ["dependencies", "dev", "install"],
    "tools/install.lock": ["install"],
    "tools/node.lock": ["node"],
}


def locked(text: str) -> dict[str, str]:
    """Package to exact version; only those that carry a digest."""
    found = re.findall(
        r"^([\w.-]+)(?:\[[\w,]+\])?==([\w.+!]+)[^\n]*\\\n\s+--hash=sha256:", text, re.MULTILINE
    )
    return {package.lower(): version for package, version in found}


def faults(asked: list[str], held: dict[str, str]) -> Iterator[str]:
    """A sentence for each requirement that the lock does not meet."""
    for one in map(Requirement, asked):
        version = held.get(one.name.lower().replace("_", "-"))
        if version is None or not one.specifier.contains(version, prereleases=True):
            yield f"{one} is locked at {version}: make lock"


def test_the_locks_hold_what_is_asked_for() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = {"dependencies": told["project"]["dependencies"], **told["dependency-groups"]}
    for lock, groups in LOCKS.items():
        held = locked((ROOT / lock).read_text())
        assert list(faults([one for group in groups for one in asked[group]], held)) == [], lock


def test_one_package_has_one_version_in_all_locks() -> None:
    said: dict[str, set[str]] = {}
    for lock in LOCKS:
        for package, version in locked((ROOT / lock).read_text()).items():
            said.setdefault(package, set()).add(version)
    assert [package for package, versions in said.items() if len(versions) > 1] == []


def test_the_rule_bites() -> None:
    held = locked("django==5.2.19 \\\n    --hash=sha256:ab\nloose==1.0\n")
    assert held == {"django": "5.2.19"}
    assert list(faults(["django>=6"], held))
    assert list(faults(["loose"], held))
    assert not list(faults(["Django>=5.2,<6"], held))
