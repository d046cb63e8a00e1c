"""`habeas lists`: lists that States keep, compared, held against the register, and added as sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import as_csv, as_json, say, table

if TYPE_CHECKING:
    from habeas.desk import Screened
    from habeas.watch import Comparison, Event, ListEntry, Snapshot

lists = typer.Typer(help="Lists that States and INTERPOL keep: compare, look people up, propose.")
COLUMNS = ("change", "name", "names", "birth", "identifier", "since", "fields", "before")

ListFile = Annotated[Path, typer.Argument(help="XML of the monitor, INTERPOL's JSON, or CSV.", metavar="FILE")]
Named = Annotated[str | None, typer.Option("--name", help="The name of the list, when the file does not tell it.")]
Columns = Annotated[
    list[str] | None,
    typer.Option("--column", help="What a CSV column holds, such as birth=DoB; repeat it.", metavar="WHAT=HEADER"),
]


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.add_typer(lists, name="lists")
    lists.command("compare")(compare)
    lists.command("check")(check)
    lists.command("add")(add)
    lists.command("propose")(propose)


def compare(
    files: Annotated[list[Path], typer.Argument(help="Two snapshots or more, the oldest first.", metavar="FILE")],
    on: Annotated[list[str] | None, typer.Option("--on", help="The day of each, in order.", metavar="DATE")] = None,
    name: Named = None,
    column: Columns = None,
    json: o.Json = False,
    csv: o.Csv = False,
    encoding: o.Encoding = None,
) -> None:
    """What came, went and changed between snapshots of a list; with three or more also what was issued again.

    Works outside a workspace and writes nothing.
    """
    from habeas.adapters.lists import take_list_file
    from habeas.watch import compare as compare_lists
    from habeas.watch import events

    o.not_both("--json", json, "--csv", csv)
    if len(files) < 2:
        raise o.NotUsable("One snapshot cannot be compared.", "Name an older and a newer one.")
    days = _days(on, len(files))
    series = [
        take_list_file(f, name=name, on=d, encoding=encoding, columns=o.columns(column)).snapshot
        for f, d in zip(files, days, strict=True)
    ]
    found = compare_lists(series[-2], series[-1])
    told = [e for e in events(series) if e.snapshot is not series[0]]
    if json:
        as_json({**found.to_json(), "events": [e.to_json() for e in told]})
    elif csv:
        as_csv(COLUMNS, _lines(found))
    else:
        _print(found, told, files)


def check(
    file: ListFile,
    name: Named = None,
    column: Columns = None,
    json: o.Json = False,
    encoding: o.Encoding = None,
) -> None:
    """Who of the register may be on a list, with the probability and the reasons. Writes nothing."""
    from habeas.adapters.lists import take_list_file
    from habeas.desk import check_list, columns_of, open_workspace

    with open_workspace() as ws:
        taken = take_list_file(file, name=name, encoding=encoding, columns=columns_of(ws, o.columns(column)))
        found = check_list(ws, taken)
    if json:
        hits = [{**h.to_json(), "known_as": found.names[h.person]} for h in found.hits]
        as_json({"snapshot": found.snapshot.to_json(), "hits": hits})
        return
    _print_hits(found)


def add(
    file: ListFile,
    on: Annotated[str, typer.Option("--on", help="The day on which the list stood so.", metavar="YYYY-MM-DD")],
    by: o.By,
    name: Named = None,
    column: Columns = None,
    encoding: o.Encoding = None,
) -> None:
    """Archive a snapshot as a source, compare it with the one before, propose listings of people of the register.

    What --column says is kept for the next list with the same headers, and for check.
    """
    from habeas.adapters.clock import now
    from habeas.desk import add_list, list_proposals, open_workspace

    with open_workspace() as ws:
        added = add_list(
            ws, file, on=o.day(on, date.min), by=by, now=now(), name=name, encoding=encoding, given=o.columns(column)
        )
        waiting = list_proposals(ws, added.captured.source)
    word = "Archived" if added.captured.new else "Already archived, nothing changed:"
    say(f"{word} {added.snapshot.list!r} of {added.snapshot.on}: {len(added.snapshot.entries):,} entries.")
    say(f"  SHA-256 {added.captured.source}")
    if added.since is not None:
        say(f"Since {added.since.old.on}: {_sums(added.since)}.")
    for p in waiting:
        say(f"{p.proposal}  {p.action} {p.when or ''}: {p.name} — perhaps {p.known_as} ({p.confidence:.2f})")
        say("; ".join(p.reasons), indent=4)
        say(f'If so: habeas accept {p.proposal} --by … && habeas same {p.record} {p.person} --by … --why "…"', indent=4)
    if not waiting:
        say("Nothing is proposed: nobody of the register was found among what is new.")


def propose() -> None:
    """Read every archived list again, as after people were added: nothing decided or proposed before is doubled."""
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace, read_lists

    with open_workspace() as ws:
        done = read_lists(ws, now=now())
    for read in done:
        say(f"{read.title}: {read.new} new proposals, {read.known} known before.")
    say(f"{len(done)} lists were read.")


def _days(on: Sequence[str] | None, files: int) -> list[date | None]:
    if on and len(on) != files:
        raise o.NotUsable(
            f"{len(on)} days are given for {files} files.", "Give --on once for each file."
        )
    days = [o.day(d, date.min) for d in on or ()]
    if days != sorted(days):
        raise o.NotUsable("The days are not in order.", "Name the oldest snapshot first.")
    return [*days] or [None] * files


def _lines(found: Comparison) -> Iterable[tuple[object, ...]]:
    for change, entries in (("added", found.added), ("removed", found.removed)):
        yield from ((change, *_cells(e), "", "") for e in entries)
    yield from (("changed", *_cells(c.after), "; ".join(c.fields), c.before.name) for c in found.changed)
    yield from (
        ("perhaps the same", *_cells(m.after), f"{m.likeness.probability:.2f}", m.before.name) for m in found.maybe
    )


def _cells(entry: ListEntry) -> tuple[object, ...]:
    return entry.name, "; ".join(entry.names), entry.birth, entry.identifier, entry.since


def _sums(found: Comparison) -> str:
    return (
        f"{len(found.added)} added, {len(found.removed)} removed, {len(found.changed)} changed, "
        f"{found.unchanged} unchanged"
    )


def _print(found: Comparison, told: Sequence[Event], files: Sequence[Path]) -> None:
    for file, snapshot in zip(files[-2:], (found.old, found.new), strict=True):
        say(f"{file.name}: {_size(snapshot)}")
    for heading, entries in (("Added", found.added), ("Removed", found.removed)):
        if entries:
            say(f"{heading}: {len(entries)}", bold=True)
            table(("name", "birth", "identifier", "since"), [_short(e) for e in entries], shrink="name", indent=2)
    if found.changed:
        say(f"Changed: {len(found.changed)}", bold=True)
        for c in found.changed:
            say(f"{c.after.name} ({c.after.identifier}): {', '.join(c.fields)}", indent=2)
    if found.maybe:
        say(f"Perhaps only rewritten, for people to judge: {len(found.maybe)}", bold=True)
        for m in found.maybe:
            say(f"{m.before.name} → {m.after.name} ({m.likeness.probability:.2f})", indent=2)
            say("; ".join(m.likeness.reasons), indent=4)
    for event in (e for e in told if e.action == "reissued"):
        say(f"Issued again: {event.entry.name}, {event.when or 'day not known'}, known by its {event.again}.")
    if found.unsearched:
        say(f"{found.unsearched} entries have names that too many share; they were not paired.")
    say(f"{_sums(found)}.")


def _short(entry: ListEntry) -> tuple[object, ...]:
    return entry.name, entry.birth, entry.identifier, entry.since


def _size(snapshot: Snapshot) -> str:
    alike = snapshot.rows - len(snapshot.entries)
    return f"{len(snapshot.entries):,} entries" + (f" ({alike:,} rows repeat another)" if alike else "")


def _print_hits(found: Screened) -> None:
    for hit in found.hits:
        known = found.names[hit.person]
        born = f", born {hit.entry.birth}" if hit.entry.birth else ""
        say(f"{known} ({hit.person}) — {hit.entry.name}{born} ({hit.likeness.probability:.2f})")
        say("; ".join(hit.likeness.reasons), indent=4)
        if hit.namesakes:
            say(f"{hit.namesakes} other entries may be this person too.", indent=4)
    people = len({h.person for h in found.hits})
    say(f"{people} people of the register may be on {found.snapshot.list!r} ({_size(found.snapshot)}); none is a match")
    say("until a member has judged it.")
