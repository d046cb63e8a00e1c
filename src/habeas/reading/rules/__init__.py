"""Rules by kind of claim. `RULES` is what the pipeline runs over a prepared document."""

from __future__ import annotations

from collections.abc import Iterable

from habeas.reading.context import Context, Rule
from habeas.reading.draft import Draft
from habeas.reading.rules import charge, sentence
from habeas.reading.rules.statements import read_statements

__all__ = ["RULES"]

READERS = tuple((rule.TRIGGERS, rule.read) for rule in (charge, sentence))


def read_claims(context: Context) -> Iterable[Draft]:
    """All claims that the sentences of a document tell."""
    return read_statements(context, READERS)


RULES: tuple[Rule, ...] = (read_claims,)
