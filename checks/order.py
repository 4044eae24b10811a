"""Which room reaches for which: in Python, in the model graph, in templates."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.apps import apps
from django.db.models import ManyToManyField, Model
from django.db.models.fields.related import ForeignObject

OUTSIDE = {"checks", "journeys", "tools", "conftest"}
"""What tests the house; the house knows nothing of it."""

ABOVE_ALL = {"settings", "urls", "wsgi", "cli", "__main__"}
"""Modules that put the rooms together; no room reaches up to them (settings come by django.conf)."""


def imports(source: str, module: str) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything imported anywhere: in functions, for types only, by a string."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = _absolute(node, module)
            yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in {
            "import_module",
            "__import__",
            "import_string",
            "patch",
        }:
            yield from ((node.lineno, str(arg.value)) for arg in node.args if isinstance(arg, ast.Constant))


def _absolute(node: ast.ImportFrom, module: str) -> str:
    """``from .models import x`` in alongside.voice.stories is alongside.voice.models."""
    if not node.level:
        return node.module or ""
    package = module.split(".")[: -node.level]
    return ".".join([*package, *([node.module] if node.module else [])])


def import_faults(source: str, module: str, rooms: Sequence[str]) -> Iterator[str]:
    """A sentence for each import of a higher room, of what puts the rooms together, or of what tests them."""
    own = module.split(".")[1]
    for line, name in imports(source, module):
        first, _, rest = name.partition(".")
        room = rest.split(".")[0]
        if first in OUTSIDE:
            yield f"{module}:{line} imports {name}, which tests the house"
        elif first == "alongside" and room in ABOVE_ALL:
            yield f"{module}:{line} imports {name}, which puts the rooms together"
        elif first == "alongside" and room in rooms and rooms.index(room) > rooms.index(own):
            yield f"{module}:{line} imports {name}, and {room} is above {own}"


class Link(NamedTuple):
    """A foreign key, one-to-one, many-to-many or parent of a model, as far as the order is concerned."""

    room: str
    name: str
    to: str
    reverse: str | None


def links(models: Sequence[type[Model]]) -> Iterator[Link]:
    """Every forward link of these models to a room of ours."""
    for model in models:
        label = model._meta.object_name
        for field in [*model._meta.fields, *model._meta.many_to_many]:
            if isinstance(field, ForeignObject | ManyToManyField) and isinstance(field.related_model, type):
                reverse = field.remote_field.related_name
                to = field.related_model._meta.app_label
                yield Link(model._meta.app_label, f"{label}.{field.name}", to, reverse)


def any_to_any(models: Sequence[type[Model]]) -> list[str]:
    """Generic foreign keys: links that no database can hold to anything."""
    return [
        f"{model._meta.label}.{field.name} can point at anything"
        for model in models
        for field in model._meta.private_fields
        if type(field).__name__.startswith("Generic")
    ]


def link_faults(found: Sequence[Link], rooms: Sequence[str]) -> Iterator[str]:
    """A sentence for each link upwards, and each that gives the room below a way up."""
    for link in found:
        if link.room == link.to or link.to not in rooms:
            continue
        if rooms.index(link.to) > rooms.index(link.room):
            yield f"{link.room}.{link.name} points up at {link.to}"
        elif not (link.reverse or "").endswith("+"):
            yield f'{link.room}.{link.name} gives {link.to} a way up; it needs related_name="+"'


def our_models(rooms: Sequence[str]) -> list[type[Model]]:
    """Every model of the house, tables between two included."""
    return [
        model for room in rooms for model in apps.get_app_config(room).get_models(include_auto_created=True)
    ]


def template_faults(
    source: str, where: str, own: str, owners: dict[str, str], rooms: Sequence[str]
) -> Iterator[str]:
    """A sentence for each template or tag library of a higher room that this one takes in."""
    for word, name in re.findall(r"{%\s*(include|extends)\s+[\"']([^\"']+)[\"']", source):
        owner = owners.get(name)
        if owner and rooms.index(owner) > rooms.index(own):
            yield f"{where}: {word} {name}, and {owner} is above {own}"
    for names in re.findall(r"{%\s*load\s+([^%]+?)\s*%}", source):
        for owner in set(names.split()) & set(rooms):
            if rooms.index(owner) > rooms.index(own):
                yield f"{where}: load {owner}, which is above {own}"
