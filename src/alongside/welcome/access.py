"""Who may open which page of this room."""

from __future__ import annotations

ACCESS: dict[str, dict[str, dict[str, int]]] = {
    # Whoever is signed in is sent on; a post without an address is shown again.
    "welcome:sign_in": {"GET": {"nobody": 200, "*": 302}, "POST": {"nobody": 422, "*": 302}},
    # Without a code on its way the page sends everybody back to ask for one.
    "welcome:code": {"GET": {"*": 302}, "POST": {"*": 302}},
    "welcome:sign_out": {"POST": {"*": 302}},
    # The cast is there in a demo only.
    "welcome:cast": {"GET": {"*": 404}, "POST": {"*": 404}},
}
