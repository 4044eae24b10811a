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
        ("a,b\r=1+1\r", "a,b\n'=1+1\n"),
        ("a,b\r\n=1+1", "a,b\n'=1+1"),
        ("a\n\r=1+1", "a\n\n'=1+1"),
        ("sep=^\na^=1+1", "'sep=^\na^=1+1"),
        ('"SEP=^"\na^=1+1', '\'"SEP=^"\na^=1+1'),
        ("a,\u200b=1+1", "a,\u200b'=1+1"),
        ("well-known,a=b,me@home.example", "well-known,a=b,me@home.example"),
    ],
)
def test_a_table_cannot_carry_a_formula(table: str, becomes: str) -> None:
    assert without_formulas(table) == becomes
    assert examine(table.encode(), "a.csv", EVIDENCE).content.decode() == becomes
