"""Rules by kind of claim. `RULES` is what the pipeline runs over a prepared document.

Each module reads one kind: `TRIGGERS` are literal words of which one must stand in a sentence before `read` looks at
it.
"""

from __future__ import annotations

from collections.abc import Iterable

from habeas.reading.context import Context, Rule
from habeas.reading.draft import Draft
from habeas.reading.rules import (
    assembly,
    charge,
    coercive_step,
    custody,
    death,
    enforcement,
    field_lines,
    finding,
    ill_treatment,
    listing,
    proceeding,
    protection,
    relation,
    release,
    restriction,
    sentence,
)
from habeas.reading.rules.statements import Reader, read_statements

__all__ = ["RULES"]

_MODULES = (
    charge,
    sentence,
    custody,
    release,
    enforcement,
    proceeding,
    ill_treatment,
    coercive_step,
    listing,
    protection,
    finding,
    restriction,
    relation,
    death,
    assembly,
    field_lines,
)
READERS: tuple[tuple[tuple[str, ...], Reader], ...] = tuple((module.TRIGGERS, module.read) for module in _MODULES)


def read_claims(context: Context) -> Iterable[Draft]:
    """All claims that the sentences of a document tell."""
    return read_statements(context, READERS)


RULES: tuple[Rule, ...] = (read_claims,)
