"""House rule: the tests notice small mistakes. Here: that each still fits; ``make trust`` tries them."""

from __future__ import annotations

from pathlib import Path

import pytest

from .committed import ROOT
from .sabotage.patches import Patch, patches


@pytest.mark.parametrize("patch", patches(), ids=lambda patch: patch.what)
def test_the_patch_still_fits(patch: Patch, tmp_path: Path) -> None:
    copy = tmp_path / patch.file
    copy.parent.mkdir(parents=True)
    copy.write_text((ROOT / patch.file).read_text(encoding="utf-8"), encoding="utf-8")
    patch.spoil(tmp_path)
    compile(copy.read_text(encoding="utf-8"), patch.file, "exec")
    with pytest.raises(LookupError, match="does not fit"):
        patch.spoil(tmp_path)


def test_there_are_enough_and_each_names_tests_that_are_there() -> None:
    all_of_them = patches()
    assert len(all_of_them) >= 25
    assert len({patch.what for patch in all_of_them}) == len(all_of_them)
    assert 5 <= sum(patch.quick for patch in all_of_them) <= 10
    for patch in all_of_them:
        paths = [word for word in patch.red if "/" in word]
        assert paths
        assert [path for path in paths if not (ROOT / path).exists()] == []
