"""Commands that decide on proposals: one by one, by filter, or all at once in a member's name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from habeas.cli import options as o
from habeas.cli.output import out, say
from habeas.cli.sources import progress

if TYPE_CHECKING:
    from habeas.desk import ProposalRow, Selection, Workspace


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.command("review")(review)
    app.command("accept")(accept)
    app.command("reject")(reject)


def accept(
    by: o.By,
    ids: o.Ids = None,
    everything: Annotated[bool, typer.Option("--all", help="Everything that is open; marked as bulk.")] = False,
    kind: o.Kind = None,
    person: o.About = None,
    rule: o.Rule = None,
    document: o.From = None,
    min_confidence: o.Surer = None,
) -> None:
    """Accept proposals: they become claims that support facts, signed by a member. By filter it is marked as bulk."""
    from habeas.adapters.clock import now
    from habeas.desk import accept as accept_selected
    from habeas.desk import open_workspace

    chosen = _selection(ids, kind, person, rule, document, min_confidence)
    _refuse_vague(chosen, everything=everything, command="accept")
    with open_workspace() as ws, progress("Accepting") as told:
        made = accept_selected(ws, chosen, by=by, now=now(), bulk=not ids, progress=told)
    say(
        f"Accepted {len(made.claims)} claims on {len(made.records)} people, supporting {len(made.facts)} facts"
        + (f", in bulk, signed by {by}." if made.bulk else f", signed by {by}.")
    )
    if made.already:
        say(f"{len(made.already)} had been decided before and stay as they were.")
    if made.claims:
        say("Next: habeas list, habeas figures")


def reject(
    by: o.By,
    why: o.Why,
    ids: o.Ids = None,
    everything: Annotated[bool, typer.Option("--all", help="Everything that is open; marked as bulk.")] = False,
    kind: o.Kind = None,
    person: o.About = None,
    rule: o.Rule = None,
    document: o.From = None,
    min_confidence: o.Surer = None,
) -> None:
    """Reject proposals. They are not asked again when the source is read anew."""
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace
    from habeas.desk import reject as reject_selected

    chosen = _selection(ids, kind, person, rule, document, min_confidence)
    _refuse_vague(chosen, everything=everything, command="reject")
    with open_workspace() as ws:
        done = reject_selected(ws, chosen, by=by, now=now(), why=why, bulk=not ids)
    say(f"Rejected {len(done.subjects)} proposals, signed by {by}.")


def _selection(
    ids: list[str] | None,
    kind: str | None,
    person: str | None,
    rule: str | None,
    document: str | None,
    sure: float | None,
) -> Selection:
    from habeas.desk import Selection

    return Selection(ids=tuple(ids or ()), kind=kind, person=person, rule=rule, document=document, min_confidence=sure)


def _refuse_vague(chosen: Selection, *, everything: bool, command: str) -> None:
    from habeas.desk import Selection

    if everything and chosen.ids:
        raise o.NotUsable("--all and single ids do not go together.", "Leave one of them out.")
    if not everything and chosen == Selection():
        raise o.NotUsable(f"Nothing says what to {command}.", "Name ids, a filter such as --kind sentence, or --all.")


_KEYS = "a accept · c correct · r reject · s skip · u undo the last · q stop"


def review(
    by: o.By,
    kind: o.Kind = None,
    person: o.About = None,
    rule: o.Rule = None,
    document: o.From = None,
    min_confidence: o.Surer = None,
) -> None:
    """Go through open proposals one by one: the passage in its surroundings, the claim, your decision."""
    from habeas.desk import member, open_workspace, proposals

    chosen = _selection(None, kind, person, rule, document, min_confidence)
    with open_workspace() as ws:
        member(ws, by)
        rows = proposals(ws, chosen)
        if not rows:
            say("Nothing waits for a decision.")
            return
        say(f"{len(rows)} proposals wait. Keys: {_KEYS}")
        tally = _go_through(ws, rows, by)
    say(", ".join(f"{n} {word}" for word, n in tally.items()) or "Nothing decided.")


def _go_through(ws: Workspace, rows: tuple[ProposalRow, ...], by: str) -> dict[str, int]:
    tally: dict[str, int] = {}
    done: list[tuple[str, tuple[str, ...]]] = []
    for number, row in enumerate(rows, 1):
        _show(row, f"{number}/{len(rows)}")
        while True:
            key = typer.prompt("[a/c/r/s/u/q]", prompt_suffix=" ", default="s", show_default=False).strip().lower()[:1]
            if key == "q":
                return tally
            if key == "u":
                _undo_last(ws, done, tally, by)
                continue
            word, entries = _decide(ws, key, row, by)
            if word:
                tally[word] = tally.get(word, 0) + 1
                done += [(word, entries)] if entries else []
                break
            say(_KEYS)
    return tally


def _show(row: ProposalRow, place: str) -> None:
    from rich.text import Text

    from habeas.lexicon.wording import say_claim

    text = Text(" ".join(row.before.split()) + " ")
    text.append(" ".join(row.passage.split()), style="reverse")
    text.append(" " + " ".join(row.after.split()))
    out.print()
    out.print(text)
    line = say_claim(row.kind, row.fields, when=row.when, attribution=row.attribution, modality=row.modality)
    say(f"{place}  {', '.join(row.names) or 'nobody named'} — {line}", style="bold")
    say(f"     {row.id}, read by {row.rule}, confidence {row.confidence:.2f}")


def _decide(ws: Workspace, key: str, row: ProposalRow, by: str) -> tuple[str, tuple[str, ...]]:
    from habeas.adapters.clock import now
    from habeas.desk import Selection, accept_one, correct
    from habeas.desk import reject as reject_selected

    match key:
        case "a":
            return "accepted", accept_one(ws, row.id, by=by, now=now()).entries
        case "c":
            changes = _ask_changes(row)
            why = typer.prompt("Why?")
            return "corrected", correct(ws, row.id, changes, by=by, now=now(), why=why).entries
        case "r":
            why = typer.prompt("Why?", default="not what the source says")
            return "rejected", reject_selected(ws, Selection(ids=(row.id,)), by=by, now=now(), why=why).entries
        case "s":
            return "skipped", ()
    return "", ()


def _ask_changes(row: ProposalRow) -> dict[str, Any]:
    """Asks for each field of the kind; an empty answer keeps what was read, a dash takes it away."""
    from habeas.lexicon import KINDS

    say("Empty keeps what was read; - takes it away.")
    changes: dict[str, Any] = {}
    answer = typer.prompt(f"when [{row.when or ''}]", default="", show_default=False)
    if answer:
        changes["when"] = None if answer == "-" else answer
    fields: dict[str, Any] = {}
    for name in KINDS[row.kind]:
        answer = typer.prompt(f"{name} [{row.fields.get(name) or ''}]", default="", show_default=False)
        if answer:
            fields[name] = None if answer == "-" else answer
    return changes | ({"fields": fields} if fields else {})


def _undo_last(ws: Workspace, done: list[tuple[str, tuple[str, ...]]], tally: dict[str, int], by: str) -> None:
    from habeas.adapters.clock import now
    from habeas.desk import undo

    if not done:
        say("There is nothing to undo.")
        return
    word, entries = done.pop()
    for entry in entries:
        undo(ws, entry, by=by, now=now(), why="undone in review")
    tally[word] -= 1
    say(f"Undone: the last one that was {word}. It waits again.")
