"""Every colour stands out from every ground it may stand on: text 7 to 1, fills and edges 3 to 1."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from alongside.look.tokens import STONES, tokens

Colours = dict[str, str]

GROUNDS = ("paper", "card", "sunk")
WASHES = ("brand-wash", "error-wash", *(f"{stone}-wash" for stone in STONES))
TEXT_ON_EVERYTHING = ("ink", "soft")
TEXT_ON_ITS_OWN = {
    "error": "error-wash",
    "brand": "brand-wash",
    **{stone: f"{stone}-wash" for stone in STONES},
}
TEXT = {
    **{name: (*GROUNDS, *WASHES) for name in TEXT_ON_EVERYTHING},
    **{name: (*GROUNDS, wash) for name, wash in TEXT_ON_ITS_OWN.items()},
    "link": (*GROUNDS, "brand-wash"),
    "visited": (*GROUNDS, "brand-wash"),
    "on-brand": ("brand", "brand-strong"),
    "on-error": ("error",),
    "focus-ink": ("focus",),
    "paper": ("ink",),  # the words of a warning button under the pointer
}
FILLS = {
    "edge": (*GROUNDS, *WASHES),
    "focus-edge": ("focus",),
    **{f"{stone}-fill": (*GROUNDS, f"{stone}-wash") for stone in STONES},
}


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, as WCAG 2 defines it: 0 for black, 1 for white."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black and white)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def too_faint(colours: Colours) -> Iterator[str]:
    """A sentence for each colour that does not stand out enough."""
    for rule, least in ((TEXT, 7.0), (FILLS, 3.0)):
        for name, grounds in rule.items():
            for ground in grounds:
                ratio = contrast(colours[name], colours[ground])
                if round(ratio, 2) < least:
                    yield f"{name} on {ground}: {ratio:.2f}, and {least:g} is the least"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_stands_out(theme: str) -> None:
    assert list(too_faint(tokens()["colour"][theme])) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_text_is_forgotten(theme: str) -> None:
    decoration = {"line", "focus", "brand-strong", *GROUNDS, *WASHES}
    assert set(tokens()["colour"][theme]) - decoration <= set(TEXT) | set(FILLS)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_focus_shows_on_every_ground(theme: str) -> None:
    """One of its two rings stands out at 8 to 1 or more, wherever it is."""
    colours = tokens()["colour"][theme]
    for ground in (*GROUNDS, *WASHES):
        assert max(contrast(colours[ring], colours[ground]) for ring in ("focus", "focus-edge")) >= 8, ground


def test_the_rule_bites() -> None:
    light = tokens()["colour"]["light"]
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert "soft on paper" in " ".join(too_faint({**light, "soft": "#767676"}))
    assert "edge on sunk" in " ".join(too_faint({**light, "edge": "#cccccc"}))
    assert "on-brand on brand" in " ".join(too_faint({**light, "brand": "#7fa8a4"}))
