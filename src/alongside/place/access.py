"""Who may open which page of this room."""

from __future__ import annotations

OURS = {"nobody": 302, "jo": 200, "*": 404}
UNSURE = {"nobody": 302, "jo": 422, "*": 404}
"""Posted with nothing in it: shown again."""

ACCESS: dict[str, dict[str, dict[str, int]]] = {
    # An area is here already: nobody begins.
    "place:start": {"GET": {"*": 404}, "POST": {"*": 404}},
    "place:step": {"GET": {"*": 404}, "POST": {"*": 404}},
    # Jo co-ordinates this area; Dev’s is another one.
    "place:place": {"GET": OURS},
    "place:words": {"GET": OURS, "POST": {"nobody": 302, "jo": 302, "*": 404}},
    "place:organisations": {"GET": OURS, "POST": UNSURE},
    "place:address": {"GET": OURS, "POST": {"nobody": 302, "jo": 302, "*": 404}},
    "place:tasks": {"GET": OURS, "POST": UNSURE},
    "place:end": {"POST": {"nobody": 302, "jo": 302, "*": 404}},
    "place:hands": {"GET": OURS},
}
