"""The shape of the code: short modules, short functions, shelves with a duty, names that are duties."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from house.rooms import OUTER, PACKAGE, PURE, ROOMS, modules, parse
from shared_texts import PROJECT

VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "stuff"}
LONGEST_MODULE = 400
MEDIAN_MODULE = 120
MEDIAN_FUNCTION = 10


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def function_lengths(tree: ast.Module) -> Iterator[int]:
    """Lines of each function without its docstring."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            yield (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_no_module_is_over_the_longest() -> None:
    too_long = {p.relative_to(PACKAGE).as_posix(): lines(p) for p in modules() if lines(p) > LONGEST_MODULE}
    assert too_long == {}


def test_medians_of_modules_and_functions(capsys: pytest.CaptureFixture[str]) -> None:
    sizes = [lines(p) for p in modules() if p.name != "__init__.py"]
    functions = [n for p in modules() for n in function_lengths(parse(p))]
    module, function = statistics.median(sizes), statistics.median(functions)
    with capsys.disabled():
        print(f"\nshape: {len(sizes)} modules of {module} lines, {len(functions)} functions of {function} (medians)")
    assert (module <= MEDIAN_MODULE, function <= MEDIAN_FUNCTION) == (True, True)


def test_file_names_are_duties() -> None:
    parts = [(p, part) for p in modules() for part in p.relative_to(PACKAGE).with_suffix("").parts]
    assert [str(p) for p, part in parts if part in VAGUE] == []


def test_the_package_holds_the_rooms_of_the_design_and_no_other() -> None:
    assert sorted(p.parent.name for p in PACKAGE.glob("*/__init__.py")) == sorted(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_is_a_shelf(room: str) -> None:
    """`__init__` names what others may use, exactly, and says the room's duty."""
    tree = parse(PACKAGE / room / "__init__.py")
    named = [n for n in tree.body if isinstance(n, ast.Assign | ast.AnnAssign) and _targets(n) == ["__all__"]]
    assert (len(named), bool(ast.get_docstring(tree))) == (1, True)


def _targets(node: ast.Assign | ast.AnnAssign) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [t.id for t in targets if isinstance(t, ast.Name)]


def test_every_module_says_its_duty() -> None:
    written = [p for p in modules() if lines(p) and p.parent.name != "migrations"]
    assert [str(p.relative_to(PACKAGE)) for p in written if not ast.get_docstring(parse(p))] == []


def public_definitions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node


def test_every_public_name_of_a_pure_room_has_a_docstring() -> None:
    bare = [
        f"{p.relative_to(PACKAGE)}:{node.name}"
        for p in modules(*PURE)
        for node in public_definitions(parse(p))
        if not ast.get_docstring(node)
    ]
    assert bare == []


def test_no_test_uses_mocks() -> None:
    words = ("unittest." + "mock", "Magic" + "Mock", "mocker" + ".")
    tests = {p: p.read_text(encoding="utf-8") for p in (PROJECT / "tests").rglob("*.py")}
    assert [str(p) for p, text in tests.items() if any(w in text for w in words)] == []


def test_outer_rooms_stand_after_the_bar() -> None:
    assert set(OUTER) & set(PURE) == set()
