"""What the scorer says of each proposal: right, wrong, or not judged. The tools of confidence and of gains ask it.

The scorer (`reading/score.py` of the shared folder) matches whole answers; here each claim is put before it alone, so
that a fact told twice counts as right twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from reading_scores import Case

from habeas.evidence import Document
from habeas.reading import read


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim about one person. `right` is None where the gold does not judge such claims."""

    kind: str
    rule: str
    confidence: float
    person: str
    when: str | None
    span: tuple[int, int]
    fields: tuple[tuple[str, str], ...]
    right: bool | None


def judged(score: ModuleType, case: Case) -> Iterator[Judged]:
    """Every claim of the reading of a text, once for each person it names."""
    gold, text = score.read_gold(case[0]), score.read_text(case[1])
    raw = json.loads(json.dumps(read(Document.from_bytes(case[1].read_bytes())).to_json()))
    checked, _ = score.check_proposals(raw, text, gold)
    aligned, by = score.align(gold, checked), {p["id"]: p for p in checked["persons"]}
    for claim in raw["claims"]:
        for person in claim["persons"]:
            alone = {**raw, "claims": [{**claim, "persons": [person]}]}
            forms = score.check_proposals(alone, text, gold)[0]["claims"]
            right = _right(score, gold, forms[0], aligned, by) if forms else None
            yield _judged(claim, by[person]["name"] if person in by else person, right)


def _judged(claim: dict[str, Any], name: str, right: bool | None) -> Judged:
    common = {"id", "kind", "persons", "when", "span", "attribution", "of", "rule", "confidence"}
    fields = tuple(sorted((k, str(v)) for k, v in claim.items() if k not in common and v is not None))
    span = (claim["span"][0], claim["span"][1])
    return Judged(claim["kind"], claim["rule"], claim["confidence"], name, claim["when"], span, fields, right)


def _right(score: ModuleType, gold: Any, claim: dict[str, Any], aligned: Any, by: Any) -> bool | None:
    """What the scorer counts when it is given this claim alone. A wrong part or date makes the claim wrong."""
    low, high = gold["annotated_range"]
    if not low <= claim["span"][0] < high:
        return None
    if claim["kind"] == "charge":
        counts, parts, _, _ = score.score_charges(gold, [claim], aligned, by)
        wrong = counts.fp + parts.fp
    elif claim["kind"] == "sentence":
        counts, dates, _ = score.score_sentences(gold, [claim], aligned, by)
        wrong = counts.fp + dates.fp
    else:
        counts = score.score_events(gold, [claim], aligned, by)
        wrong = counts.fp
    if wrong:
        return False
    return True if counts.tp + counts.optional + counts.repeats else None
