"""Words that are hard to keep: odd letters, names that look like code, bytes that are no words at all."""

from __future__ import annotations

ODD_LETTERS = (
    "عندما اتصلت \u202e\u2066exe.gnp\u2069\u202c שלום",
    "a\u200bb\u200c\u200d\u2060c\ufeffd\u00ade",
    "e" + "\u0301\u0323\u0336" * 30,
    "\U0001f469\U0001f3fd\u200d\U0001f467\ufe0f \U0001f3f4\U000e0067\U000e007f \U0001f1ec\U0001f1e7",
    "ﷺ ﬃ ǆ İ ı ẞ Ⅷ ½ ㎏ 𝒶 𐍈 \U0010fffd \ufffd \ue000",
    "a\x01\x07\x08\x1b[31m\x7f\x80\x9fb",
    "\ufffe\uffff\U0001ffff",
    "one\u2028two\u2029three\x85four\x0bfive\x0csix",
)
"""Right to left, nothing to see, piles of accents, letters that are several, marks that steer machines."""

LOOK_LIKE_CODE = (
    *("O'Brien", 'Mary "May" O’Neill-Ó Briain', "Null", "None", "undefined", "NaN", "true", "-0", "1e400"),
    *("=1+1", "+1+1", "-1+1", "@SUM(A1)", '=HYPERLINK("//elsewhere.example/")', "%s %d %n {0} {name} $HOME"),
    *(
        "`id` $(id)",
        "Robert'); drop table students;--",
        "\\u0000 \\x00 &#0; &amp;lt; %00",
        "../../etc/passwd",
    ),
    *("To: a@b.example%0d%0aBcc: c@d.example", "<?xml version='1.0'?>", "(((((((((((", "\\", "'", '"', "{}"),
    *("<>", "&", "]]>", "[]"),
)
"""Somebody is called O'Brien, and somebody Null."""

LINES = (*ODD_LETTERS, *LOOK_LIKE_CODE)
"""What a person could type or paste into one line."""

ALONE: dict[str, str | bytes] = {
    "100 kB": "We waited for an hour. " * 4300,
    "100 kB without a space": "w" * 100_000,
    "many lines": "a\r\nb\n\n\rc\n" * 10,
    "NUL": "We \x00waited.",
    "only what nobody sees": "\u200b\u2060",
    "only spaces": " \u3000\u00a0\t\r\n ",
    "half a letter": b"We \xe2\x82 waited.",
    "no UTF-8": b"We \xff\xfe\xc0\xbc waited.",
    "half of a pair": b"We \xed\xa0\x80\xed\xb0 waited.",
    "another alphabet": "We waited – “here”.".encode("utf-16"),
}
"""What is tried by itself: too much, nothing, and what no keyboard writes but an old phone may send."""
