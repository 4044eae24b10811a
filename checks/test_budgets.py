"""House rule: nothing grows too large to be read at once, and no way round our own safety."""

from __future__ import annotations

import textwrap
import tomllib
from collections.abc import Iterator
from pathlib import Path

from . import budgets
from .committed import ROOT, name, python, templates

FILE, FILE_P90 = 400, 160
FUNCTION, FUNCTION_P90, BRANCHES = 40, 25, 8
VIEW = 25
CLASS = 200
TEMPLATE, TEMPLATE_P90 = 150, 60
DEPENDENCIES = 18

STOP = "src/alongside/welcome/joining/views.py"
WITH_A_REASON: dict[tuple[str, str], str] = {
    (
        STOP,
        "csrf_exempt",
    ): "a mail program presses it for its reader; the secret in the path is the key",
    ("src/alongside/website/views/reports.py", "csrf_exempt"): "a machine posts, and signs what it posts",
}
"""(file, word) of what is otherwise forbidden, and why it is right there."""


def too_long(sizes: dict[str, int], limit: int, p90: int) -> list[str]:
    """A sentence for each that is over the limit, and one if more than one in ten is over the p90."""
    faults = [f"{what}: {size} lines, at most {limit}" for what, size in sizes.items() if size > limit]
    if sizes and (now := budgets.ninth_tenth(list(sizes.values()))) > p90:
        faults.append(f"nine in ten should have at most {p90} lines; it is {now}")
    return faults


def lines(paths: list[Path]) -> dict[str, int]:
    """How many lines each file has."""
    return {name(path): len(path.read_text().splitlines()) for path in paths}


def function_faults(source: str, where: str) -> Iterator[str]:
    """A sentence for each function with too many branches and each view that is no short story."""
    for one in budgets.functions(source):
        if one.branches > BRANCHES:
            yield f"{where}:{one.line}: {one.name} has {one.branches} branches, at most {BRANCHES}"
        if one.is_view and one.lines > VIEW:
            yield f"{where}:{one.line}: the view {one.name} has {one.lines} lines, at most {VIEW}"


def class_faults(source: str, where: str) -> Iterator[str]:
    """A sentence for each class that is too large."""
    for one in budgets.classes(source):
        if one.lines > CLASS:
            yield f"{where}:{one.line}: the class {one.name} has {one.lines} lines, at most {CLASS}"


def named_for_nothing(paths: list[Path]) -> list[str]:
    """Files and folders whose name says what they are made of."""
    return [
        str(path)
        for path in paths
        if budgets.NAMES_NOBODY_FINDS & {part.removesuffix(".py") for part in path.parts}
    ]


def test_python_files_are_short() -> None:
    assert too_long(lines(python()), FILE, FILE_P90) == []


def test_functions_are_short() -> None:
    sizes = {
        f"{name(path)}:{one.line} {one.name}": one.lines
        for path in python()
        for one in budgets.functions(path.read_text())
    }
    assert too_long(sizes, FUNCTION, FUNCTION_P90) == []


def test_functions_have_few_branches_and_views_are_short_stories() -> None:
    assert [fault for path in python() for fault in function_faults(path.read_text(), name(path))] == []


def test_classes_are_short() -> None:
    assert [fault for path in python() for fault in class_faults(path.read_text(), name(path))] == []


def test_templates_are_short() -> None:
    assert too_long(lines(templates()), TEMPLATE, TEMPLATE_P90) == []


def test_we_stand_on_few_things_and_know_why() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text()
    assert len(tomllib.loads(pyproject)["project"]["dependencies"]) <= DEPENDENCIES
    assert budgets.reasonless(pyproject) == []


def test_nothing_goes_round_our_own_safety() -> None:
    found = [
        (name(path), line, word)
        for path in python()
        for line, word in budgets.forbidden_in_python(path.read_text())
    ]
    found += [
        (name(path), line, word)
        for path in templates()
        for line, word in budgets.forbidden_in_templates(path.read_text())
    ]
    assert [(where, line, word) for where, line, word in found if (where, word) not in WITH_A_REASON] == []
    stale = set(WITH_A_REASON) - {(where, word) for where, _, word in found}
    assert not stale, "listed with a reason, and no longer there"


def test_modules_are_named_for_what_they_do() -> None:
    assert named_for_nothing([path.relative_to(ROOT) for path in python()]) == []


def test_the_rules_bite_on_size() -> None:
    assert too_long({"a": 401}, 400, 500)
    assert too_long({"a": 30, "b": 30}, 40, 25)
    assert not too_long({"a": 30, **{str(n): 5 for n in range(9)}}, 40, 25)
    long = "def page(request):\n" + "    x = 1\n" * VIEW
    assert [(one.lines, one.is_view) for one in budgets.functions(long)] == [(26, True)]
    assert list(function_faults(long, "x.py"))
    assert list(class_faults("class A:\n" + "    x = 1\n" * CLASS, "x.py"))


def test_the_rules_bite_on_branches() -> None:
    source = textwrap.dedent("""
        def tangled(a):
            for b in a:
                if b:
                    try:
                        c = 1 if b else 2
                    except KeyError:
                        pass
                while c:
                    match c:
                        case 1: pass
                        case 2: pass
            return [d for d in a if d if not c]
    """)
    assert [one.branches for one in budgets.functions(source)] == [9]
    assert list(function_faults(source, "x.py"))
    assert [one.branches for one in budgets.functions("def plain(a):\n    return [b for b in a]")] == [0]


def test_the_rules_bite_on_words() -> None:
    source = (
        "from x import mark_safe\n@csrf_exempt\ndef f():\n  try:\n    o.raw(1)\n  except:\n    o.extra()\n"
    )
    words = {word for _, word in budgets.forbidden_in_python(source)}
    assert words == {"mark_safe", "csrf_exempt", ".raw(", ".extra(", "bare except"}
    assert list(budgets.forbidden_in_python("x = SafeString(y)")) == [(1, "SafeString(")]
    assert not list(budgets.forbidden_in_python("'mark_safe'  # .raw(\ndef f() -> SafeString: ..."))
    assert list(budgets.forbidden_in_templates("{{ a|safe }}\n{% autoescape off %}")) == [
        (1, "safe"),
        (2, "autoescape off"),
    ]
    assert not list(budgets.forbidden_in_templates("{{ safety|title }} | safety net"))


def test_the_rules_bite_on_names_and_reasons() -> None:
    assert named_for_nothing([Path("src/x/utils.py"), Path("src/common/x.py"), Path("src/x/told.py")]) == [
        "src/x/utils.py",
        "src/common/x.py",
    ]
    listed = 'dependencies = [\n  "django",  # the house stands on it\n  "left-pad",\n]\n'
    assert budgets.reasonless(listed) == ['"left-pad",']
