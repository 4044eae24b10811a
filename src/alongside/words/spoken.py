"""Finds what a person reads in our Python: labels, errors, names, sentences. Not what we say to ourselves."""

import ast
import re
from collections.abc import Iterator

from alongside.words.visible import Words

_ASKED = {
    "label",
    "help_text",
    "verbose_name",
    "verbose_name_plural",
    "violation_error_message",
    "title",
    "text",
}
_CALLED = {"_", "gettext", "gettext_lazy", "pgettext", "ValidationError"}
_TO_OURSELVES = {
    "getLogger",
    "debug",
    "info",
    "warning",
    "error",
    "exception",
    "compile",
    "TypeVar",
    "RunSQL",
}
_OUR_MISTAKES = {
    "ValueError",
    "TypeError",
    "KeyError",
    "RuntimeError",
    "AssertionError",
    "NotImplementedError",
}
_OUR_MISTAKES |= {
    "ImproperlyConfigured",
    "Unreadable",
    "CommandError",
    "AnotherCut",
    "LookupError",
}

_SQL = re.compile(r"\s*[A-Z]{3,} ")


def spoken_words(source: str) -> list[Words]:
    """Every string that looks like a sentence or a title, or is given where people will read it."""
    tree = ast.parse(source)
    return sorted(_found(tree, unread=_docstrings(tree), asked=False), key=lambda words: words.line)


def _found(node: ast.AST, unread: set[int], asked: bool) -> Iterator[Words]:
    if id(node) in unread or (
        isinstance(node, ast.Call) and _name(node.func) in _TO_OURSELVES | _OUR_MISTAKES
    ):
        return
    if isinstance(node, ast.Constant | ast.JoinedStr):
        text = _text(node)
        if text and (asked or _looks_like_words(text)):
            yield Words(text, node.lineno)
        return
    asked = asked or (isinstance(node, ast.Call) and _name(node.func) in _CALLED)
    for child in ast.iter_child_nodes(node):
        yield from _found(child, unread, _is_asked(child, asked))


def _is_asked(node: ast.AST, asked: bool) -> bool:
    """Strings right where words are asked for count even when they are one word; deeper ones do not."""
    if isinstance(node, ast.keyword):
        return node.arg in _ASKED
    return asked and isinstance(node, ast.Constant | ast.JoinedStr)


def _text(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "xxx" for part in node.values)


def _looks_like_words(text: str) -> bool:
    begins = text.lstrip("“‘\"'xX ")[:1].isupper() or text.startswith("xxx ")
    for_machines = _SQL.match(text) or any(mark in text for mark in ("<", "{%", "%(", "://"))
    return begins and " " in text.strip() and not for_machines


def _docstrings(tree: ast.AST) -> set[int]:
    """Strings that stand alone: docstrings, and the notes below a constant."""
    return {
        id(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def _name(func: ast.expr) -> str:
    if isinstance(func, ast.Attribute):
        return func.attr
    return func.id if isinstance(func, ast.Name) else ""
