"""What members assessed about people, criterion by criterion: the last decision in force, and who seconded it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from habeas.ledger import Entry
from habeas.register.model import Assessment


def assessments(
    made: Iterable[Entry], seconds: Iterable[Entry], person_of: Mapping[str, str]
) -> dict[str, tuple[Assessment, ...]]:
    """Person -> the last assessment of each criterion in force. A member cannot second what they assessed."""
    last: dict[tuple[str, str, str], Assessment] = {}
    for entry in made:
        c = entry.body.content if entry.body else {}
        author = entry.body.author if entry.body else ""
        person = person_of.get(c["record"], c["record"])
        last[person, c["definition"], c["criterion"]] = Assessment(
            entry.id, c["record"], c["definition"], c["criterion"], c["answer"], tuple(c["facts"]),
            tuple(c["against"]), c["why"], author, entry.header.at,
        )  # fmt: skip
    by_entry = {a.entry: key for key, a in last.items()}
    for entry in seconds:
        body = entry.body
        key = by_entry.get(body.content["assessment"]) if body else None
        if body and key and last[key].author != body.author:
            last[key] = _seconded(last[key], body.author, body.content["agrees"], body.content["why"])
    found: dict[str, list[Assessment]] = defaultdict(list)
    for (person, _, _), assessment in last.items():
        found[person].append(assessment)
    return {person: tuple(all_) for person, all_ in found.items()}


def _seconded(assessment: Assessment, by: str, agrees: bool, why: str) -> Assessment:
    return replace(assessment, second=by, second_agrees=agrees, second_why=why)
