"""`habeas review`: open proposals one by one, each with its passage, and a key for each decision."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import typer

from habeas.cli import options as o
from habeas.cli.output import say
from habeas.errors import HabeasError

if TYPE_CHECKING:
    from habeas.desk import Workspace
    from habeas.desk.results import ProposalRow

KEYS = "a accept · c correct · r reject · s skip · u undo the last · q stop"
WORDS = {"a": "accepted", "c": "corrected", "r": "rejected", "s": "skipped"}
_DECISIONS = ("accept", "correct", "reject")


def register(app: typer.Typer) -> None:
    """Adds the command of this file to `app`."""
    app.command("review")(review)


def review(
    by: o.By,
    kind: o.Kind = None,
    person: o.About = None,
    rule: o.Rule = None,
    document: o.From = None,
    min_confidence: o.Surer = None,
) -> None:
    """Go through open proposals one by one: the passage in its surroundings, the claim, your decision.

    Keys: a accept, c correct, r reject, s skip, u undo the last, q stop. What is decided is saved at once.
    """
    from habeas.desk import Selection, member, open_workspace, proposals

    chosen = Selection(kind=o.kind(kind), person=person, rule=rule, document=document, min_confidence=min_confidence)
    with open_workspace() as ws:
        member(ws, by)
        rows = proposals(ws, chosen)
        if not rows:
            say("Nothing waits for a decision.")
            return
        say(f"{len(rows)} proposals wait. Keys: {KEYS}")
        done = _go_through(ws, rows, by)
    tally = Counter(word for word, _ in done)
    say(", ".join(f"{tally[word]} {word}" for word in WORDS.values() if tally[word]) or "Nothing decided.")


def _go_through(ws: Workspace, rows: tuple[ProposalRow, ...], by: str) -> list[tuple[str, ProposalRow]]:
    """What was done with which proposal, in order. `u` steps back to the proposal whose decision it undoes."""
    done: list[tuple[str, ProposalRow]] = []
    while len(done) < len(rows):
        row = rows[len(done)]
        _show(row, f"{len(done) + 1}/{len(rows)}")
        key = _key()
        if key == "q":
            break
        if key == "u":
            _step_back(ws, done, by)
        elif key in WORDS and _decided(ws, key, row, by):
            done.append((WORDS[key], row))
    return done


def _key() -> str:
    """One of the keys; end of input stops, an empty line skips."""
    while True:
        try:
            key = _ask("[a/c/r/s/u/q]", default="s", suffix=" ").lower()
        except typer.Abort:
            return "q"
        if key in (*WORDS, "u", "q"):
            return str(key)
        say(f"{key!r} is no key. {KEYS}")


def _show(row: ProposalRow, place: str) -> None:
    from habeas.lexicon.wording import say_claim

    before, passage, after = (" ".join(part.split()) for part in (row.before, row.passage, row.after))
    say()
    say(f"… {before} ⟦{passage}⟧ {after} …", indent=4)
    line = say_claim(row.kind, row.fields, when=row.when, attribution=row.attribution, modality=row.modality)
    say(f"{place}  {', '.join(row.names) or 'nobody named'} — {line}", bold=True)
    say(f"{row.id}, read by {row.rule}, confidence {row.confidence:.2f}", indent=4)


def _decided(ws: Workspace, key: str, row: ProposalRow, by: str) -> bool:
    """True when the decision was made. A refusal is told, and the proposal asked again."""
    try:
        _decide(ws, key, row, by)
    except typer.Abort:
        say("Not decided.")
        return False
    except HabeasError as error:
        say(f"{error.cause} {error.next_step}")
        return False
    return True


def _decide(ws: Workspace, key: str, row: ProposalRow, by: str) -> None:
    from habeas.adapters.clock import now
    from habeas.desk import Selection, accept_one, correct
    from habeas.desk import reject as reject_selected

    match key:
        case "a":
            accept_one(ws, row.id, by=by, now=now())
        case "c":
            changes = _ask_changes(row)
            if not changes:
                raise o.NotUsable("Nothing was changed.", "Accept it with a, or correct at least one field.")
            correct(ws, row.id, changes, by=by, now=now(), why=_ask("Why?"))
        case "r":
            why = _ask("Why? [not what the source says]", default="not what the source says")
            reject_selected(ws, Selection(ids=(row.id,)), by=by, now=now(), why=why)


def _ask_changes(row: ProposalRow) -> dict[str, Any]:
    """Asks for each field of the kind; an empty answer keeps what was read, a dash takes it away."""
    from habeas.lexicon import KINDS

    say("Empty keeps what was read; - takes it away.")
    changes: dict[str, Any] = {}
    answer = _ask_field("when", row.when)
    if answer:
        changes["when"] = None if answer == "-" else answer
    answers = {name: _ask_field(name, row.fields.get(name)) for name in KINDS[row.kind]}
    fields = {name: None if answer == "-" else answer for name, answer in answers.items() if answer}
    return changes | ({"fields": fields} if fields else {})


def _ask_field(name: str, read: Any) -> str:
    return _ask(f"{name} [{'' if read is None else read}]", default="")


def _ask(what: str, *, default: str | None = None, suffix: str = ": ") -> str:
    """What was typed. Ends the line itself when no terminal echoed it. Raises `typer.Abort` at the end of input."""
    try:
        return str(typer.prompt(what, default=default, prompt_suffix=suffix, show_default=False)).strip()
    finally:
        if not sys.stdin.isatty():
            say()


def _step_back(ws: Workspace, done: list[tuple[str, ProposalRow]], by: str) -> None:
    """Undoes every decision that was made on the last proposal in this sitting, the latest first."""
    from habeas.adapters.clock import now
    from habeas.desk import history, undo

    if not done:
        say("There is nothing to undo.")
        return
    word, row = done.pop()
    if word != "skipped":
        made = [h.entry for h in history(ws, row.id) if h.action in _DECISIONS]
        newest = made[-2:] if word == "corrected" else made[-1:] if not row.persons else made[-len(row.persons) :]
        for entry in reversed(newest):
            undo(ws, entry, by=by, now=now(), why="undone in review")
    say(f"Undone: it was {word} and waits again.")
