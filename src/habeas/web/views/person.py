"""Person: names, status and why, the years in a picture, each fact with what it rests on, and who else is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from habeas.lexicon import KINDS, LEVELS
from habeas.lexicon.terms import label
from habeas.lexicon.wording import say_claim
from habeas.register import is_photograph
from habeas.web.charts.timeline import Band, Dated, Wording, timeline
from habeas.web.context import language
from habeas.web.dates import dates_of
from habeas.web.page import Request, page
from habeas.web.permissions import allowed

if TYPE_CHECKING:
    from habeas.desk.courses import Stretch
    from habeas.desk.results import FactView, PersonView

STEPS = KINDS["recognition"]["step"].terms
LASTING = ("member_added", "source_captured", "record_opened", "erased", "received")
"""Actions that are no decisions, and cannot be undone."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A fact, whether the status rests on it, and how its claims differ from it."""

    fact: FactView
    because: bool


@page("see")
def person(request: Request, who: str) -> HttpResponse:
    """The page of one person. An old id leads to the person whom it has become."""
    from habeas.desk import person as view_of
    from habeas.desk import photographs_of
    from habeas.desk.courses import case_mates, course
    from habeas.desk.mandates import bases_held

    ws, dates = request.ws, dates_of(request)
    seen = view_of(ws, who, as_of=dates.as_of, known_at=dates.known_at, list_name=dates.list)
    stretches = course(ws, seen.id, known_at=dates.known_at)
    facts = [Shown(f, f.id in seen.because) for f in seen.facts]
    photographs = photographs_of(ws, seen)
    may = {act: allowed(request.who, act) for act in ("decide", "release")}
    return render(
        request,
        "desk/person.html",
        {
            "title": seen.name,
            "dates": dates,
            "person": seen,
            "others": [n for n in seen.names if n != seen.name],
            "because": [f for f in facts if f.because],
            "facts": facts,
            "identity": [f for f in seen.facts if f.kind == "identity"],
            "relations": [f for f in seen.facts if f.kind == "relation"],
            "photograph": photographs[0] if photographs else None,
            "more_photographs": photographs[1:],
            "mates": case_mates(ws, seen.id),
            "picture": picture(seen, stretches, dates.as_of),
            "sources": sorted({(c.document, c.source_title) for f in seen.facts for c in f.claims}),
            "may": may,
            "steps": STEPS,
            "levels": LEVELS[:3],
            "own_kinds": sorted({f.kind for f in seen.facts}),
            "bases": list(_bases(seen, bases_held(ws) if may["release"] else ())),
        },
    )


@page("see")
def history(request: Request, who: str) -> HttpResponse:
    """Who decided what about the person, the newest first, each with a way back."""
    from habeas.desk import history as entries_about
    from habeas.desk.courses import named

    who, name = named(request.ws, who)
    rows = entries_about(request.ws, who)
    undone = {str(r.content["decision"]) for r in rows if r.content and r.content.get("decision")}
    return render(
        request,
        "desk/history.html",
        {
            "title": _("History of %(name)s") % {"name": name},
            "person": {"id": who, "name": name},
            "rows": [(row, said(row.content or {}), row.entry in undone) for row in reversed(rows)],
            "may_decide": allowed(request.who, "decide"),
            "lasting": LASTING,
        },
    )


def said(content: Mapping[str, Any]) -> str:
    """What an entry says, in one line as far as it is a claim; else its ids and reasons."""
    if "kind" in content and "fields" in content:
        return say_claim(
            content["kind"], content["fields"], when=content.get("when"),
            attribution=content.get("attribution", "author"), modality=content.get("modality", "happened"),
            language=language(),
        )  # fmt: skip
    named = ("name", "list", "step", "category", "decision", "fact", "claim", "proposal", "level", "basis", "records")
    return ", ".join(f"{_plain(content[k])}" for k in named if content.get(k) not in (None, "", []))


def picture(seen: PersonView, stretches: Sequence[Stretch], as_of: date) -> str:
    """The timeline as SVG, or nothing when no fact has a date."""
    lang = language()
    facts = [
        Dated(f.id, f.kind, f.when, say_claim(f.kind, f.fields, when=f.when, modality=f.modality, language=lang),
              f.modality == "happened" and not f.disputed)
        for f in seen.facts if f.when
    ]  # fmt: skip
    words = Wording(
        label=_("Timeline of %(name)s") % {"name": seen.name},
        liberty=_("liberty"),
        lanes={
            "charges": _("charges, trial"),
            "custody": _("custody"),
            "sentences": _("sentences"),
            "violations": _("violations"),
            "decisions": _("decisions"),
        },
    )
    return timeline(facts, list(_bands(stretches)), as_of, words)


def _bands(stretches: Iterable[Stretch]) -> Iterator[Band]:
    for s in stretches:
        if s.kind == "liberty" and s.name != "unknown":
            words = label(f"liberty.{s.name}", language())
            yield Band(s.name, words, date.fromisoformat(s.start), date.fromisoformat(s.until), s.certain)


def _bases(seen: PersonView, given: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """What facts of this person may be released on: their sources, and mandates that hold."""
    facts = (f for f in seen.facts if not is_photograph(f.kind, f.fields))
    for document, title in sorted({(c.document, c.source_title) for f in facts for c in f.claims}):
        yield f"source:{document}", title or document[:16]
    yield from given


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
