"""What a check hands over: figures with a verdict, findings with the places they hold against each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from habeas.errors import HabeasError
from habeas.evidence.document import Document
from habeas.reading.proposals import Span

VERDICTS = ("agrees", "differs", "cannot_tell")
KINDS = (
    "spelling", "mixed_script", "namesake", "two_names", "summary_against_entry", "article_edition",
    "heading_against_entry", "counted_elsewhere", "run_out", "terminology", "date_order", "duplicate", "wording",
)  # fmt: skip
"""Finding kinds in the order in which they are printed. Source: design, section 4."""

MOST_SPANS = 6


class NotTheSameDocument(HabeasError):
    """The reading was made of another document than the one that is to be checked."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Recount:
    """What the report's own text says about one of its figures.

    `value` is the number found, None where nothing can be counted; `persons` are those counted; `why` is one clause for
    people; `spans` are the places that were counted.
    """

    verdict: str
    value: float | None = None
    persons: tuple[str, ...] = ()
    why: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedFigure:
    """A number that the report states about itself, recounted. `comparator` is one of `lexicon.count.COMPARATORS`."""

    text: str
    span: Span
    value: float
    comparator: str
    counts: str
    recount: Recount

    def to_json(self) -> dict[str, Any]:
        """The form of design, section 4."""
        r = self.recount
        return {
            "text": self.text, "span": list(self.span), "value": self.value, "comparator": self.comparator,
            "counts": self.counts, "verdict": r.verdict, "recount": r.value, "persons": list(r.persons), "why": r.why,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """Places of one text that do not fit each other. It never says which of them is wrong.

    `about` is a short label, `message` one or two calm sentences that state both sides. At most six spans, in the order
    in which the message names them. Raises ValueError on an unknown kind, no span or too many.
    """

    kind: str
    about: str
    spans: tuple[Span, ...]
    message: str
    persons: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        if self.kind not in KINDS or not 1 <= len(self.spans) <= MOST_SPANS:
            raise ValueError(f"not a finding: {self.kind} with {len(self.spans)} spans")

    def to_json(self) -> dict[str, Any]:
        """The form of design, section 4."""
        return {
            "kind": self.kind, "about": self.about, "persons": list(self.persons),
            "spans": [list(s) for s in self.spans], "message": self.message,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A document held against itself."""

    document: Document
    names: dict[str, str]
    figures: tuple[CheckedFigure, ...]
    findings: tuple[Finding, ...]

    def to_json(self) -> dict[str, Any]:
        """The whole object of `habeas check --json`."""
        d = self.document
        return {
            "document": {"sha256": d.sha256, "title": d.title, "language": d.language, "characters": len(d.text)},
            "figures": [f.to_json() for f in self.figures],
            "findings": [f.to_json() for f in self.findings],
        }


def few(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The first six different spans, in the order given."""
    return tuple(dict.fromkeys(spans))[:MOST_SPANS]
