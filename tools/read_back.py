"""Documents that Habeas wrote, read back by Habeas: people, charges and sentences against the register they came from.

    python tools/read_back.py [WORKSPACE]

Without a workspace the example register is built first (a few seconds). Prints F1 by format, and the seconds each took.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from habeas.adapters.parsing import take_any
from habeas.figures import count, rules
from habeas.reading import read
from habeas.register import Register

AS_OF = date(2020, 1, 31)
EXAMPLE = Path(__file__).resolve().parent.parent / "examples/kazakhstan-2020"
MADE = "2026-01-01T00:00:00Z"
Told = set[tuple[Any, ...]]


def expected(register: Register, as_of: date) -> Told:
    """What the list report should give back: each person, numbered charge and passed sentence."""
    shown = count(register, rules("listed", "held_not_recognised"), as_of=as_of)
    told: Told = set()
    for id in {i for figure in shown for i in figure.counted}:
        name = register.people[id].name
        told.add(("person", name))
        for fact in register.facts_of(id, "charge", "sentence"):
            told.update(_claims(fact.kind, name, fact.fields, fact.modality))
    return told


def returned(data: bytes, file: str) -> Told:
    """What is read out of the bytes of a document."""
    reading = read(take_any(data, file=file).document)
    names = {p.id: p.name for p in reading.persons if p.role == "subject"}
    told: Told = {("person", name) for name in names.values()}
    for claim in reading.claims:
        for person in claim.persons:
            if person in names:
                told.update(_claims(claim.kind, names[person], claim.fields, claim.modality))
    return told


def _claims(kind: str, name: str, fields: Any, modality: str) -> Iterator[tuple[Any, ...]]:
    if kind == "charge" and fields.get("article"):
        yield ("charge", name, fields["article"], fields.get("part"))
    if kind == "sentence" and modality == "happened":
        yield ("sentence", name, fields.get("penalty"), fields.get("length"))


def f1(want: Told, got: Told, kind: str) -> float:
    """F1 over what is of the kind."""
    want, got = ({t for t in told if t[0] == kind} for told in (want, got))
    return 2 * len(want & got) / (len(want) + len(got)) if want or got else 1.0


@contextmanager
def example(folder: Path) -> Iterator[Any]:
    """The example register in a new workspace."""
    from habeas.desk import add_member, capture, create_workspace, read_sources, replay

    with create_workspace(folder / "example", name="Kazakhstan, January 2020 (example)") as ws:
        add_member(ws, "A. Monitor", now=MADE)
        capture(ws, EXAMPLE / "report.md", by="A. Monitor", now=MADE, published="2020-02")
        read_sources(ws, now=MADE)
        replay(ws, EXAMPLE / "decisions.jsonl", by="A. Monitor", now=MADE)
        yield ws


def measured(ws: Any, language: str = "en") -> Iterator[tuple[str, dict[str, float], float, int]]:
    """(format, F1 by kind, seconds to write, bytes) of the list report."""
    from habeas.desk import document_report, register

    want = expected(register(ws), AS_OF)
    for format in ("html", "docx", "pdf"):
        began = time.perf_counter()
        data = document_report(ws, "list", as_of=AS_OF, made_at=MADE, language=language).rendered.to(format)
        took = time.perf_counter() - began
        got = returned(data, f"list.{format}")
        yield format, {kind: f1(want, got, kind) for kind in ("person", "charge", "sentence")}, took, len(data)


def main() -> None:
    """Prints the table."""
    with tempfile.TemporaryDirectory() as folder, example(Path(folder)) as ws:
        for format, scores, took, size in measured(ws):
            said = "  ".join(f"{kind} F1 {score:.3f}" for kind, score in scores.items())
            print(f"{format:5} {said}  {took:.2f} s  {size:,} bytes")


if __name__ == "__main__":
    from habeas.web import configure

    configure()
    sys.exit(main())
