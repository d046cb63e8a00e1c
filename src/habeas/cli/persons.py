"""`habeas person`: all that is known of one person, each fact with the passage it rests on."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from habeas.cli import options as o
from habeas.cli.output import as_json, say

if TYPE_CHECKING:
    from habeas.desk.results import Caution, ClaimView, FactView, PersonView


def register(app: typer.Typer) -> None:
    """Adds the command of this file to `app`."""
    app.command("person")(person)


def person(
    who: Annotated[str, typer.Argument(help="A name, part of one, or an id.", metavar="PERSON")],
    as_of: o.AsOf = None,
    known_at: o.KnownAt = None,
    list_name: o.ListName = None,
    audience: o.Audience = "team",
    json: o.Json = False,
) -> None:
    """Everything the register knows of one person: each fact with its passage, who says so, and who decided."""
    from habeas.adapters.clock import today
    from habeas.desk import open_workspace
    from habeas.desk import person as person_of

    on = o.day(as_of, today())
    with open_workspace() as ws:
        view = person_of(ws, who, as_of=on, known_at=known_at, list_name=list_name, audience=audience)
    if json:
        as_json({"as_of": on.isoformat(), "known_at": known_at, "audience": audience, "person": to_json(view)})
    else:
        _print(view, on, known_at)


def to_json(view: PersonView) -> dict[str, Any]:
    """The view as a JSON object: field by field, nothing renamed."""
    return asdict(view)


def _print(view: PersonView, on: date, known_at: str | None) -> None:
    from habeas.lexicon import label
    from habeas.lexicon.wording import say_when

    facts = {f.id: f for f in view.facts}
    say(f"{view.name}  [{view.id}]", bold=True)
    others = [n for n in view.names if n != view.name]
    if others:
        say("Also written: " + ", ".join(others))
    day = say_when(on.isoformat()) + (f", as known at {known_at}" if known_at else "")
    say(f"On {day}: " + (" or ".join(label(f"liberty.{s}") for s in view.states) or label("liberty.unknown")))
    for because in view.because:
        say(f"because of {_line(facts[because]) if because in facts else because} [{because}]", indent=4)
    under = f", under: {'; '.join(view.categories)}" if view.categories else ""
    say(f"On the list that day{under}" if view.listed else "Not on the list that day")
    sources = list(dict.fromkeys(claim.document for fact in view.facts for claim in fact.claims))
    for fact in view.facts:
        _print_fact(fact, sources)
    say()
    withheld = f"; {view.withheld} withheld from this audience" if view.withheld else ""
    say(f"{len(view.facts)} facts{withheld}. Sources:")
    titles = {claim.document: claim.source_title for fact in view.facts for claim in fact.claims}
    for number, source in enumerate(sources, 1):
        say(f"[{number}] {titles[source] or 'erased'}, SHA-256 {source}", indent=2)


def _line(fact: FactView) -> str:
    from habeas.lexicon.wording import say_claim

    return say_claim(fact.kind, fact.fields, when=fact.when, modality=fact.modality)


def _print_fact(fact: FactView, sources: list[str]) -> None:
    marks = [fact.id, f"level {fact.level}", *(["in dispute"] if fact.disputed else [])]
    say()
    say(f"{_line(fact)}  [{', '.join(marks)}]", bold=True)
    for caution in fact.cautions:
        say(_caution(caution), indent=4)
    for claim in fact.claims:
        _print_claim(claim, sources.index(claim.document) + 1, differs=_said(claim) != _line(fact))


def _caution(caution: Caution) -> str:
    from habeas.lexicon.wording import say_length

    over = f"longer than the longest imprisonment of Art. {caution.article}: {say_length(caution.limit)}"
    gone = f"Art. {caution.article} was not in force on this date: {caution.limit}"
    trust = f"{caution.status.replace('_', ' ')}, {caution.edition}, {caution.source}"
    return f"Caution: {over if caution.kind == 'above_maximum' else gone} ({trust})"


def _said(claim: ClaimView) -> str:
    from habeas.lexicon.wording import say_claim

    return say_claim(claim.kind, claim.fields, when=claim.when, modality=claim.modality)


def _print_claim(claim: ClaimView, source: int, *, differs: bool) -> None:
    from habeas.lexicon.wording import say_standing

    if differs:
        say(f"one source has: {_said(claim)}", indent=4)
    words = "(the source was erased)" if claim.passage is None else f"“{' '.join(claim.passage.split())}”"
    say(words + say_standing(claim.attribution, claim.modality), indent=4)
    marks = {"in bulk": claim.bulk, "corrected": claim.corrected, "preferred": claim.preferred}
    how = "".join(f"{mark}, " for mark, on in marks.items() if on)
    place = f"[{source}] characters {claim.span[0]}–{claim.span[1]}"
    decided = f"{how}by {claim.member} on {claim.decided_at[:10]}"
    say(f"{place}; {decided}; {claim.id}, entry {claim.decision}, {claim.rule}", indent=4)
