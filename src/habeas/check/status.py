"""How a person stands on the day of the report, by what the report itself tells last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from habeas.check.report import Report
from habeas.errors import HabeasError
from habeas.lexicon.length import Length
from habeas.lexicon.when import When
from habeas.reading.proposals import Proposal, Span


@dataclass(frozen=True, slots=True)
class Status:
    """`held` is None where the text does not tell. `because` is the place that decides, `run_out` when a term ended."""

    held: bool | None
    state: str = "unknown"
    because: Span | None = None
    run_out: date | None = None


_AT_LIBERTY = {"restriction_of_liberty", "suspended", "probation", "fine", "compulsory_labour"}
_HELD = {
    "police_detention",
    "pretrial_detention",
    "imprisonment",
    "administrative_arrest",
    "psychiatric",
    "extradition_detention",
}
_FREED = {"deferred", "release_granted", "replaced", "pardoned", "interrupted_illness", "served"}
_BACK = {"resumed", "release_annulled", "deferral_cancelled"}
_TELLING = ("sentence", "custody", "release", "enforcement", "proceeding", "protection")


def status_of(report: Report, person: str) -> Status:
    """The last dated claim that changes liberty decides; undated ones keep their place in the text."""
    last = Status(None)
    for claim in _in_order(report, person):
        last = _after(claim, last, report.state_of) or last
    return last


def _in_order(report: Report, person: str) -> list[Proposal]:
    claims = [c for c in report.claims(*_TELLING, person=person) if c.modality == "happened"]
    entry = report.own_entry.get(person)
    claims.sort(key=lambda c: (bool(entry) and report.in_own_entry(c, person), c.span))
    latest, keyed = date.min, []
    for n, claim in enumerate(claims):
        day = _first_day(claim.when)
        latest = day or latest
        keyed.append(((latest, n), claim))
    return [claim for _, claim in sorted(keyed, key=lambda k: k[0])]


def _after(claim: Proposal, before: Status, today: date | None) -> Status | None:
    fields = claim.fields
    match claim.kind:
        case "sentence":
            return _sentenced(claim, before, today)
        case "custody":
            form = fields.get("form")
            return (
                Status(True, str(form), claim.span)
                if form in _HELD
                else (Status(False, "house_arrest", claim.span) if form == "house_arrest" else None)
            )
        case "release":
            return Status(False, "released", claim.span)
        case "enforcement":
            step = fields.get("step")
            if step in _FREED:
                return Status(False, str(step), claim.span)
            return Status(True, str(step), claim.span) if step in _BACK and before.held is not None else None
        case "protection" if fields.get("act") in ("asylum_granted", "subsidiary_protection"):
            return Status(False, "abroad", claim.span)
        case "proceeding" if fields.get("step") in ("acquitted", "closed"):
            return Status(False, "acquitted", claim.span)
    return None


def _sentenced(claim: Proposal, before: Status, today: date | None) -> Status | None:
    penalty = claim.fields.get("penalty")
    if penalty in _AT_LIBERTY:
        return Status(False, str(penalty), claim.span, ended(claim, today))
    if penalty not in ("imprisonment", "life", "arrest") or claim.fields.get("in_absentia"):
        return None
    end = ended(claim, today)
    return Status(None, "run_out", claim.span, end) if end else Status(True, "in_prison", claim.span)


def ended(claim: Proposal, today: date | None) -> date | None:
    """The latest day on which the sentence can have ended, when that lies before `today`; None when it may run."""
    length = claim.fields.get("length")
    if not (length and claim.when and today):
        return None
    try:
        end = Length.parse(str(length)).bounds_after(When.parse(claim.when))[1]
    except HabeasError:
        return None
    return end if end and end < today else None


def _first_day(text: str | None) -> date | None:
    try:
        return When.parse(text).earliest if text else None
    except HabeasError:
        return None
