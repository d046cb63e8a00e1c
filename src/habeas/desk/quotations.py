"""Texts of which only quotations came, with what another office sent: the passages stand in place, blocks elsewhere.

Offsets stay good, so that every page shows a passage as it does for a source that is held. Nothing more is read in such
a text, and it has no bytes here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.desk import models
from habeas.desk.faults import Refused
from habeas.desk.workspace import Workspace
from habeas.ledger import Entry

BLOCK = "\u2588"
"""Stands for a character that was erased, or that was not sent."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a source, from `start` to `end`, in characters of its text."""

    document: str
    start: int
    end: int
    text: str


def keep(ws: Workspace, quotations: Iterable[Quotation], entries: Iterable[Entry]) -> int:
    """Puts the quotations into the texts of sources that these entries describe and that are not held here.

    Returns how many passages read otherwise in a text of our own, which stays as it is.
    """
    described = {e.body.content["source"]: e.body.content for e in entries if e.action == "source_captured" and e.body}
    by_source: dict[str, list[Quotation]] = {}
    for quotation in quotations:
        by_source.setdefault(quotation.document, []).append(quotation)
    return sum(_keep_in(ws, described[s], quoted) for s, quoted in by_source.items() if s in described)


def _keep_in(ws: Workspace, source: Mapping[str, Any], quoted: Sequence[Quotation]) -> int:
    row = models.SourceText.objects.using(ws.alias).filter(source=source["source"]).first()
    if row and ws.vault.has(row.source):
        return sum(row.text[q.start : q.end] != q.text for q in quoted) if not row.restricted else 0
    row = row or models.SourceText(
        source=source["source"], title=source["title"] or "", language=source["language"] or "",
        text=BLOCK * source["characters"], captured_at=source["captured_at"], restricted=True,
    )  # fmt: skip
    letters = list(row.text)
    for quotation in quoted:
        if quotation.end <= len(letters):
            letters[quotation.start : quotation.end] = quotation.text
    row.text = "".join(letters)
    row.save(using=ws.alias)
    return 0


def is_quoted(ws: Workspace, source: str) -> bool:
    """True for a source of which only passages came, from another office."""
    text = models.SourceText.objects.using(ws.alias).filter(source=source, restricted=True)
    return not ws.vault.has(source) and text.exists()


def refuse(ws: Workspace, text: models.SourceText, next_step: str) -> None:
    """Raises `Refused` for a text in which nothing more is read: something was erased, or only quotations came."""
    if text.restricted and not ws.vault.has(text.source):
        cause = f"The source {text.title!r} is not held here: another office sent only the passages that it quotes."
        raise Refused(cause, "Ask that office for the file, and add it.")
    if text.restricted:
        raise Refused(f"The source {text.title!r} is restricted: something in it was erased.", next_step)
