"""House rule: what is committed works on any machine and tells nothing of the one it was written on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .committed import files, name

NOT_HERE = {
    "a path of one machine": r"(?<![\w.*])/(?:work|root|workspace|mnt/data)/|/(?:home|Users)/[a-z]\w*/",
    "the address of a package registry": r"pypi\.org/simple|files\.pythonhosted|registry\.(?:npm|yarn)\w*\.",
    "a choice of package registry": r"--(?:extra-)?index-url|^\s*registry\s*=|\"resolved\":\s*\"http",
}


def faults(text: str) -> Iterator[str]:
    """``line: what it is`` for everything in the text that belongs to one machine."""
    for number, line in enumerate(text.splitlines(), start=1):
        for what, pattern in NOT_HERE.items():
            if re.search(pattern, line):
                yield f"{number}: {what}"


def test_no_file_speaks_of_the_machine_it_was_written_on() -> None:
    found = []
    for path in files():
        content = path.read_bytes()
        # This file must name what it forbids; and a picture is not text.
        if path.name != "test_speaks_of_the_product.py" and b"\0" not in content:
            found += [f"{name(path)}:{fault}" for fault in faults(content.decode())]
    assert found == []


def test_the_rule_bites() -> None:
    assert list(faults("x = '/work/main/src'")) == ["1: a path of one machine"]
    assert list(faults("cd /home/jo/alongside"))
    assert list(faults("fine\nhttps://files.pythonhosted.org/packages/x"))
    assert list(faults('  "resolved": "https://somewhere/x.tgz",'))
    assert list(faults("pip install --index-url https://x"))
    assert not list(faults("see /workshops/ and rooms/root/ and https://example.org/home/"))
