"""A table as text cannot carry a formula."""

from __future__ import annotations

import pytest

from alongside.documents.examining import examine
from alongside.documents.examining.plain import without_formulas
from alongside.documents.purposes import purposes

EVIDENCE = purposes()["evidence"]


@pytest.mark.parametrize(
    ("table", "becomes"),
    [
        ("=1+1", "'=1+1"),
        ("a,=cmd|' /C calc'!A0", "a,'=cmd|' /C calc'!A0"),
        ('"=HYPERLINK(""x"")",2', '"\'=HYPERLINK(""x"")",2'),
        ("a;@SUM(1)\n\t+1", "a;'@SUM(1)\n\t'+1"),
        ("a, =1", "a, '=1"),
        ("-x", "'-x"),
        ("＝1+1", "'＝1+1"),
        ("a,-5,-1.5,\n-7", "a,-5,-1.5,\n-7"),
        ("well-known,a=b,me@home.example", "well-known,a=b,me@home.example"),
    ],
)
def test_a_table_cannot_carry_a_formula(table: str, becomes: str) -> None:
    assert without_formulas(table) == becomes
    assert examine(table.encode(), "a.csv", EVIDENCE).content.decode() == becomes
