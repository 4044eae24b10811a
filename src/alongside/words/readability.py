"""How hard a text is to read, as far as counting can tell.

The measure is the Flesch-Kincaid grade: Kincaid, Fishburne, Rogers and Chissom, "Derivation of new
readability formulas for Navy enlisted personnel", 1975. A grade plus 5 is about the age at which children
in England read at that level. It counts; it does not understand. Nobody should be marked by it.
"""

import re

from alongside.words.sentences import sentences, words

ENOUGH_WORDS = 60
"""Below this the measure jumps about too much to be of use."""

# common in what we check, and not as they are written
_KNOWN = {
    "area": 3, "areas": 3, "argue": 2, "business": 2, "cereal": 3, "champion": 3, "champions": 3, "co": 1,
    "create": 2, "created": 3, "creates": 2, "criticism": 4, "easier": 3, "element": 3, "elements": 3,
    "evening": 2, "evenings": 2, "every": 2, "everybody": 4, "everyone": 3, "everything": 3, "eye": 1,
    "eyes": 1, "forever": 3, "friend": 1, "friends": 1, "homework": 2, "idea": 3, "ideas": 3, "lived": 1,
    "parliament": 3, "people": 2, "react": 2, "reaction": 3, "real": 1, "reality": 4, "really": 2,
    "safeguarding": 3, "says": 1, "science": 2, "somebody": 3, "someone": 2, "something": 2, "sometimes":
    2, "somewhere": 2, "theatre": 3, "therefore": 2, "trying": 2, "wednesday": 2,
}  # fmt: skip

_VOWELS = re.compile(r"[aeiouy]+")
_CLE = re.compile(r"(?<=[^aeiouyl])le[sd]?$")
_SILENT_END = re.compile(
    r"(?<=[qg])ue(?:s|d)?$"  # league, technique
    r"|(?<=[^aeiouy])e$"  # home
    r"|(?<=[^aeiouysxzcgh])es$|(?<=[^aeiouysc]h)es$"  # makes, clothes; not houses, wishes
    r"|(?<=[^aeioutd])ed$"  # walked; not wanted
)
_SILENT_INSIDE = re.compile(r"(?<=[aeiouy][^aeiouyl])e(?=(?:ly|ments?|less|ful|fully|ness)$)")
_APART = re.compile(
    r"(?<=[aeiou])(?=y[aeiou])"  # play-er
    r"|(?<=i)(?=(?:a|um|ety|ets?$))"  # Maria, variety, diet
    r"|(?<=[^ctsgx]i)(?=ou|en)"  # serious, audience; not gracious, patient
    r"|(?<=[^aeioutsxgcln]i)(?=o)"  # radio; not nation
    r"|(?<=e)(?=o(?!u|n)|um)"  # video, museum
    r"|(?<=[^qgs]u)(?=a|els?$|en|id|in|ou|ity)"  # usual, fuel, fluent; not square
    r"|(?<=su)(?=al|ic)|(?<=[aeou])(?=ing$)|(?<=i)(?=ing$)"  # usual, going
)
_SOFT = re.compile(r"(?<=[ct])i(?=a)|(?<=gu|qu)(?=a)")  # social, initial


def syllables(word: str) -> int:
    """How many syllables an English word has, about. Parts joined by a hyphen are counted one by one."""
    plain = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    return sum(_syllables(part) for part in re.split(r"[-‑]", plain) if part) or 1


def _syllables(word: str) -> int:
    if word in _KNOWN:
        return _KNOWN[word]
    letters = re.sub(r"[^a-z]", "", word)
    if not letters:
        return max(1, len(word) // 2)  # a number, said aloud
    stem = _CLE.sub("", letters)
    extra = 1 if stem != letters else 0
    if not extra and _VOWELS.search(_SILENT_END.sub("", letters)):
        stem = _SILENT_END.sub("", letters)
    stem = _SOFT.sub("", _SILENT_INSIDE.sub("", stem))
    extra += 1 if re.search(r"isms?$", letters) else 0
    return max(1, len(_VOWELS.findall(_APART.sub("-", stem))) + extra)


def reading_age(text: str) -> float | None:
    """In years. None where the text is too short to say."""
    found = words(text)
    if len(found) < ENOUGH_WORDS:
        return None
    count = len(found)
    grade = 0.39 * count / len(sentences(text)) + 11.8 * sum(map(syllables, found)) / count - 15.59
    return grade + 5
