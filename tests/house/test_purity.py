"""What import contracts cannot see: pure rooms do not ask for the time, chance, the environment or a file of their own.

Time, randomness and files are passed in. Package data is read through `importlib.resources`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from house.rooms import PACKAGE, PURE, modules, parse

CLOCK = {"now", "utcnow", "today"}
FORBIDDEN_NAMES = {"open", "input", "print", "eval", "exec"}
FORBIDDEN_OS = {"environ", "getenv", "urandom", "system", "popen"}
FILE_METHODS = {"read_text", "read_bytes", "write_text", "write_bytes", "open"}

# Modules whose one duty is files in a folder that the caller names. Nothing else in a pure room may open one.
FILE_KEEPERS: dict[str, str] = {
    "evidence/durable.py": "writes so that a power cut leaves no half file",
    "evidence/intake.py": "reads the one file that a user names",
    "evidence/vault.py": "keeps the captured bytes in the folder it is given",
    "ledger/files.py": "the journal as files, in the folder it is given",
    "ledger/folder.py": "the files of one feed",
}


def breaches(tree: ast.Module, *, keeps_files: bool = False) -> Iterator[str]:
    """Yields one line for each reach into clock, chance, environment or files; `if __name__ == "__main__"` is free."""
    data = _package_data_names(tree)
    for node in (n for top in tree.body if not _is_main(top) for n in ast.walk(top)):
        name = _breach(node, keeps_files, data)
        if name:
            yield f"line {node.lineno}: {name}"  # type: ignore[attr-defined]


def _breach(node: ast.AST, keeps_files: bool, data: set[str]) -> str | None:
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in FORBIDDEN_NAMES and not (name == "open" and keeps_files):
            return f"{name}()"
        case ast.Call(func=ast.Attribute(attr=attr)) if attr in CLOCK:
            return f".{attr}()"
        case ast.Attribute(value=ast.Name(id="os"), attr=attr) if attr in FORBIDDEN_OS:
            return f"os.{attr}"
        case ast.ImportFrom(module="os", names=names) if {n.name for n in names} & FORBIDDEN_OS:
            return "from os import ..."
        case ast.Call(func=ast.Attribute(attr=attr, value=value)) if attr in FILE_METHODS and not keeps_files:
            return None if _is_package_data(value, data) else f".{attr}()"
    return None


def _is_main(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "__name__ == '__main__'"


def _package_data_names(tree: ast.Module) -> set[str]:
    """Arguments declared as `Traversable`: what importlib.resources hands out."""
    args = (n for n in ast.walk(tree) if isinstance(n, ast.arg) and n.annotation)
    return {a.arg for a in args if ast.unparse(a.annotation).endswith("Traversable")}  # type: ignore[arg-type]


def _is_package_data(value: ast.expr, data: set[str]) -> bool:
    """Whether the thing read is `files(...)` of importlib.resources, or a `Traversable`, possibly joined or divided."""
    return any(
        (isinstance(n, ast.Name) and n.id in data)
        or (isinstance(n, ast.Call) and "files" in (getattr(n.func, "id", ""), getattr(n.func, "attr", "")))
        for n in ast.walk(value)
    )


@pytest.mark.parametrize("room", PURE)
def test_a_pure_room_takes_everything_it_needs(room: str) -> None:
    found = {}
    for path in modules(room):
        where = path.relative_to(PACKAGE).as_posix()
        lines = list(breaches(parse(path), keeps_files=where in FILE_KEEPERS))
        if lines:
            found[where] = lines
    assert found == {}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("from datetime import datetime\nx = datetime.now()", ["line 2: .now()"]),
        ("import datetime\nx = datetime.date.today()", ["line 2: .today()"]),
        ("import os\nx = os.environ['HOME']", ["line 2: os.environ"]),
        ("from os import urandom", ["line 1: from os import ..."]),
        ("x = open('a')", ["line 1: open()"]),
        ("x = path.read_text()", ["line 1: .read_text()"]),
        ("print('x')", ["line 1: print()"]),
        ("if __name__ == '__main__':\n    print('x')", []),
        ("def f(a: Traversable, b: Path):\n    (a / 'x').read_text()\n    b.read_text()", ["line 3: .read_text()"]),
        ("x = files('habeas.law').joinpath('a.json').read_text()", []),
        ("x = (files('habeas.law') / 'a.json').read_bytes()", []),
    ],
)
def test_each_breach_is_seen(code: str, expected: list[str]) -> None:
    assert list(breaches(ast.parse(code))) == expected


def imports_of(tree: ast.Module) -> Iterator[str]:
    """Every module that the tree imports by its full name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


ACCOUNTS = ("web/accounts/models.py", "web/accounts/migrations/")
"""Tables of `accounts.sqlite3`, which hold no claim: the router keeps them out of the register."""


def test_only_desk_speaks_to_the_database_layer() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix(): sorted(name)
        for room in ("adapters", "web", "cli")
        for path in modules(room)
        if not path.relative_to(PACKAGE).as_posix().startswith(ACCOUNTS)
        if (name := {i for i in imports_of(parse(path)) if i.startswith(("django.db", "habeas.desk.models"))})
    }
    assert found == {}
