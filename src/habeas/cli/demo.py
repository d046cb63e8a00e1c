"""`habeas demo`: the main job on the example report, in a throw-away workspace, with the result shown."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import say
from habeas.cli.serve import PORT, open_desk
from habeas.cli.sources import progress

if TYPE_CHECKING:
    from habeas.desk import Workspace

EXAMPLE = Path("examples/kazakhstan-2020")
AS_OF = date(2020, 1, 31)
MEMBER = "A. Monitor"


def register(app: typer.Typer) -> None:
    """Adds the command of this file to `app`."""
    app.command("demo")(demo)


def demo(
    folder: Annotated[Path, typer.Option(help="Where the throw-away workspace goes; made anew each time.")] = Path(
        "demo"
    ),
    example: Annotated[Path, typer.Option(help="The example's folder: report.md and decisions.jsonl.")] = EXAMPLE,
    no_serve: Annotated[bool, typer.Option("--no-serve", help="End when the result is shown.")] = False,
    people: Annotated[
        int | None, typer.Option(help="Instead: an invented country of so many people, such as 100000.", min=1)
    ] = None,
    port: Annotated[int, typer.Option(help="Where the desk opens; 0 takes a free port.", min=0, max=65535)] = PORT,
) -> int:
    """Do the main job on the example: archive the report, read it, decide, show the list, its figures and the page.

    Then open the desk in the browser.
    """
    if people is not None:
        return _country(folder, people, no_serve=no_serve, port=port)
    if not (example / "report.md").is_file():
        raise o.NotUsable(
            f"There is no example at {example}.", "Run it in a checkout of Habeas, or give --example FOLDER."
        )
    _clear(folder)
    _build(folder, example)
    _show(folder, example / "report.md")
    if no_serve:
        return 0
    _step(f"cd {folder}/workspace && habeas serve")
    return open_desk(folder / "workspace", port=port, member=MEMBER, as_of=AS_OF.isoformat())


def _country(folder: Path, people: int, *, no_serve: bool, port: int) -> int:
    """The desk at full size: nobody in it exists."""
    from habeas.adapters.clock import now
    from habeas.desk.invented_country import MEMBER as SIGNING
    from habeas.desk.invented_country import invent

    _clear(folder)
    folder.mkdir(parents=True)
    (folder / "demo.txt").write_text("Made by `habeas demo`, which removes this folder when it runs again.\n", "utf-8")
    with progress("Inventing people") as told:
        claims = invent(folder / "workspace", people, now=now(), progress=told)
    say(f"{people:,} invented people with {claims:,} claims in {folder}/workspace.")
    return 0 if no_serve else open_desk(folder / "workspace", port=port, member=SIGNING)


def _clear(folder: Path) -> None:
    """Removes an earlier demo. Refuses any other folder: nobody shall lose a register to a typing mistake."""
    if not folder.exists():
        return
    if not (folder / "demo.txt").is_file():
        raise o.NotUsable(f"{folder} exists and is no earlier demo.", "Name another folder with --folder.")
    shutil.rmtree(folder)


def _build(folder: Path, example: Path) -> None:
    from habeas.adapters.clock import now
    from habeas.desk import add_member, capture, create_workspace, read_sources, replay

    folder.mkdir(parents=True)
    (folder / "demo.txt").write_text("Made by `habeas demo`, which removes this folder when it runs again.\n", "utf-8")
    with create_workspace(
        folder / "workspace", name="Kazakhstan, January 2020 (example)", languages=("en", "ru", "kk")
    ) as ws:
        made = f"habeas new {folder}/workspace --language en,ru,kk"
        _step(f'{made} && cd {folder}/workspace && habeas member add "{MEMBER}"')
        add_member(ws, MEMBER, now=now())
        _step(f'habeas add report.md --by "{MEMBER}"')
        source = capture(ws, example / "report.md", by=MEMBER, now=now(), published="2020-02")
        say(f"Archived {source.title!r} under SHA-256 {source.source[:16]}…, {source.characters:,} characters.")
        _step("habeas read")
        with progress("Reading") as told:
            (summary,) = read_sources(ws, now=now(), progress=told)
        kinds = ", ".join(f"{n} {kind}" for kind, n in sorted(summary.by_kind.items(), key=lambda k: -k[1]))
        say(f"{summary.persons} people, {summary.new} proposals: {kinds}.")
        _step(f'habeas replay decisions.jsonl --by "{MEMBER}"     # decisions made by reviewing these very proposals')
        done = replay(ws, example / "decisions.jsonl", by=MEMBER, now=now())
        say(f"{done.accepted} accepted, {done.corrected} corrected, {done.rejected} rejected; {done.open} left open.")


def _show(folder: Path, report: Path) -> None:
    from habeas.adapters.clock import now
    from habeas.adapters.files import write_whole
    from habeas.desk import figures, list_report, open_workspace
    from habeas.reports import say_number

    with open_workspace(folder / "workspace") as ws:
        _step(f"habeas list --as-of {AS_OF}")
        _statuses(ws)
        _step(f"habeas figures --as-of {AS_OF}")
        page = figures(ws, as_of=AS_OF)
        for figure in page.figures:
            say(f"  {say_number(figure):>8}  {figure.title}")
        _beside(report)
        output = folder / "list.html"
        _step(f"habeas report list --audience team --as-of {AS_OF} -o {output}")
        write_whole(
            output, list_report(ws, as_of=AS_OF, known_at=None, list_name=None, audience="team", made_at=now()).encode()
        )
    say(f"Open {output.absolute()} in a browser: every number leads to names, every name to passages of the report.")
    say()
    say(f"Try it: cd {folder}/workspace, then habeas person Bukenov, habeas figures --as-of {AS_OF} --names,")
    say(
        "or withdraw a prison sentence and see who leaves the count: "
        f'habeas withdraw FACT --by "{MEMBER}" --why … --as-of {AS_OF}'
    )


def _statuses(ws: Workspace) -> None:
    from collections import Counter

    from habeas.desk import people
    from habeas.lexicon import label

    rows = [r for r in people(ws, as_of=AS_OF) if r.listed]
    for states, n in Counter(r.states for r in rows).most_common():
        say(f"  {n:3} {' or '.join(label(f'liberty.{s}') for s in states)}")
    say(f"  {len(rows):3} on the list")


def _beside(report: Path) -> None:
    """The report's own numbers, recounted from its own entries."""
    from habeas.check import check
    from habeas.evidence import take_file
    from habeas.reading import read

    _step("habeas check report.md     # the report's own numbers, held against its entries")
    document = take_file(report).document
    result = check(document, read(document))
    told = [f for f in result.figures if f.recount.verdict != "cannot_tell"]
    for figure in told:
        line = document.text.count("\n", 0, figure.span[0]) + 1
        say(f"  line {line:3}  {figure.recount.verdict:8} “{' '.join(figure.text.split())}” — {figure.recount.why}")
    untold = len(result.figures) - len(told)
    say(f"  {untold} more cannot be told from its entries; {len(result.findings)} findings on names and entries.")


def _step(command: str) -> None:
    say()
    say(f"$ {command}", bold=True)
