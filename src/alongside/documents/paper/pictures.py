"""The same templates as pictures: for whoever shows a link, and shows a picture beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, cast

import typst

from . import HOUSE, _can_draw, fonts
from .letters import all_drawn, printable

DOTS = 72
"""Dots to an inch: a point of the template is a dot of the picture."""


def png(template: str, data: Mapping[str, Any]) -> bytes:
    """A PNG of this template with this data, as large in dots as its page is in points."""
    said = all_drawn(printable(data), _can_draw)
    compiler = typst.Compiler(
        str(HOUSE / template), root=str(HOUSE), font_paths=fonts(), sys_inputs={"data": json.dumps(said)}
    )
    return cast(bytes, compiler.compile(format="png", ppi=DOTS))
