"""Look at a page as a browser would take it apart, and say what on it was made by somebody's words."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from .payloads import MARK, RECKONED

SHOWN = {"value", "title", "alt", "aria-label", "placeholder", "label", "data-asked"}
"""Attributes that hold words, as words; the last is read as data by a script of ours."""
LINKS = {"href", "action", "src"}
NO_SCRIPT = ("tel:", "otpauth://totp/")
"""Ways out of this site that our templates write: to a phone, and to an authenticator app."""
IDS = {"id", "for", "aria-labelledby", "aria-describedby", "name"}
SAID_ABROAD = {"og:title", "og:image:alt"}
"""What a page says of itself to whoever shows a link to it: words, that no browser follows."""
NO_PLACE_FOR_WORDS = {"script", "style", "iframe", "noscript", "xmp", "template", "noembed", "svg"}


def made_by_words(html: str) -> list[str]:
    """Each element, attribute or comment that came out of a payload, and each sum that was worked out."""
    found = [f"worked out: {one}" for one in RECKONED.findall(html)]
    root = LexborHTMLParser(html).root
    for node in root.traverse(include_text=True) if root else ():
        if node.is_element_node:
            found += _of(node)
        elif MARK.search((node.comment_content if node.is_comment_node else node.text_content) or ""):
            found += _around(node)
    return found


def _of(node: LexborNode) -> Iterator[str]:
    if MARK.search(node.tag):
        yield f"<{node.tag}>"
    abroad = node.tag == "meta" and node.attributes.get("property") in SAID_ABROAD
    for name, value in node.attributes.items():
        if abroad and name == "content":
            continue
        if not _may_stand(node.tag, name, value or ""):
            yield f"<{node.tag} {name}={value!r:.80}>"


def _around(node: LexborNode) -> Iterator[str]:
    """A payload stands here as words: that is what shall be, but in these places."""
    parent = node.parent.tag if node.parent else ""
    if node.is_comment_node:
        yield "in a comment"
    elif parent in NO_PLACE_FOR_WORDS:
        yield f"words in <{parent}>"


def _may_stand(tag: str, name: str, value: str) -> bool:
    """Whether this attribute is one that our templates write."""
    if MARK.search(name) or name.startswith("on") or name == "style":
        return False
    if name in LINKS:
        there = value.strip().lower()
        ours = there[:1] in ("/", "#", "?", "") and there[:2] not in ("//", "/\\")
        return ours or there.startswith(NO_SCRIPT) or not MARK.search(value)
    if name in IDS:
        return not MARK.search(value) or value.startswith("about-")
    return not MARK.search(value) or (name in SHOWN and tag not in ("meta", "base", "link"))
