"""Advice on the words of a text. It never blocks and never rewrites: those it is about decide."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from alongside.words.findings import Finding
from alongside.words.lists import Entry, word_list
from alongside.words.measures import measure
from alongside.words.profiles import Profile

_GAP = re.compile(r"[\s\-‐‑–]+")


def check(text: str, profile: Profile) -> list[Finding]:
    """What one might say otherwise, in the order of the text. Nothing found does not mean that it is good."""
    of_words = list(_words(text, profile.lists))
    taken = {place for found in of_words for place in range(found.start, found.end)}
    measured = (found for rule in profile.rules for found in measure(text, rule))
    of_rules = [found for found in measured if not (found.rule.endswith("letters") and found.start in taken)]
    return sorted(of_words + of_rules)


def _words(text: str, lists: tuple[str, ...]) -> Iterator[Finding]:
    any_case, as_written = _forms(lists)
    found = [*_matches(text, any_case), *_matches(text, as_written)]
    end = 0
    for match, advice in sorted(found, key=lambda one: (one[0].start(), -one[0].end())):
        if match.start() >= end and advice:
            entry = advice.entry
            yield Finding(
                *match.span(), match.group(), entry.say, entry.why, entry.source, advice.rule, entry.context
            )
        end = max(end, match.end())


class _Advice(NamedTuple):
    rule: str
    entry: Entry


class _Forms(NamedTuple):
    """Every form to look for, the longest first. A form without advice is one that is fine."""

    pattern: re.Pattern[str] | None
    advice: dict[str, _Advice | None]
    case: bool


def _matches(text: str, forms: _Forms) -> Iterator[tuple[re.Match[str], _Advice | None]]:
    if forms.pattern:
        for match in forms.pattern.finditer(text):
            yield match, forms.advice.get(_plain(match.group(), forms.case))  # ſ is found as s


@cache
def _forms(lists: tuple[str, ...]) -> tuple[_Forms, _Forms]:
    entries = [_Advice(f"{slug}/{entry.id}", entry) for slug in lists for entry in word_list(slug).entries]
    any_case = [one for one in entries if not one.entry.case]
    as_written = [one for one in entries if one.entry.case]
    return _of_case(any_case, case=False), _of_case(as_written, case=True)


def _of_case(entries: list[_Advice], *, case: bool) -> _Forms:
    advice: dict[str, _Advice | None] = {}
    for one in entries:
        for form in one.entry.instead_of:
            advice.setdefault(_plain(form, case), one)
    for one in entries:
        advice.update({_plain(form, case): None for form in one.entry.unless})
    longest_first = sorted(advice, key=len, reverse=True)
    any_of = "|".join(_as_pattern(form) for form in longest_first)
    flags = re.NOFLAG if case else re.IGNORECASE
    return _Forms(re.compile(rf"(?<!\w)(?:{any_of})(?!\w)", flags) if any_of else None, advice, case)


def _plain(form: str, case: bool) -> str:
    """One way to write it: spaces for hyphens, straight apostrophes, small letters unless they matter."""
    plain = _GAP.sub(" ", form).replace("’", "'")
    return plain if case else plain.lower()


def _as_pattern(form: str) -> str:
    return re.escape(form).replace(r"\ ", r"[\s\-‐‑–]+").replace("'", "[’']")
