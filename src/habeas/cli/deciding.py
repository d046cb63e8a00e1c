"""Commands that decide on proposals by id, by filter, all at once, or from a file of decisions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import say
from habeas.cli.sources import progress

if TYPE_CHECKING:
    from habeas.desk import Selection

NOTHING = "No open proposal fits; nothing was decided. `habeas proposals` shows what is open."


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.command("accept")(accept)
    app.command("reject")(reject)
    app.command("replay")(replay)


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
    if not made.claims and not made.already:
        say(NOTHING)
        return
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
    if not done.subjects and not done.already:
        say(NOTHING)
        return
    say(f"Rejected {len(done.subjects)} proposals, signed by {by}.")
    if done.already:
        say(f"{len(done.already)} had been decided before and stay as they were.")


def _selection(
    ids: list[str] | None,
    kind: str | None,
    person: str | None,
    rule: str | None,
    document: str | None,
    sure: float | None,
) -> Selection:
    from habeas.desk import Selection

    return Selection(
        ids=tuple(ids or ()), kind=o.kind(kind), person=person, rule=rule, document=document, min_confidence=sure
    )


def _refuse_vague(chosen: Selection, *, everything: bool, command: str) -> None:
    from habeas.desk import Selection

    if everything and chosen.ids:
        raise o.NotUsable("--all and single ids do not go together.", "Leave one of them out.")
    if not everything and chosen == Selection():
        raise o.NotUsable(f"Nothing says what to {command}.", "Name ids, a filter such as --kind sentence, or --all.")


def replay(
    file: Annotated[Path, typer.Argument(help="One JSON object a line: accept, reject or correct.", metavar="FILE")],
    by: o.By,
) -> None:
    """Make the decisions of a file again, all or none. They fit the very source and rules they were made on."""
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace
    from habeas.desk import replay as replay_decisions

    with open_workspace() as ws:
        done = replay_decisions(ws, file, by=by, now=now())
    say(
        f"{done.accepted} accepted, {done.corrected} corrected, {done.rejected} rejected, signed by {by}; "
        f"{done.open} left open."
    )
