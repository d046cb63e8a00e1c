"""Commands on sources: archive a file, read it, see what was proposed."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import as_json, say, table

if TYPE_CHECKING:
    from habeas.desk.readings import Progress


_KINDS = "Text, Markdown, PDF, DOCX, XLSX, CSV, HTML, MHTML or WARC files, or https:// addresses."


_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.I)


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.command("add")(add)
    app.command("read")(read)
    app.command("sources")(sources)
    app.command("proposals")(proposals)


def add(
    files: Annotated[list[str], typer.Argument(help=_KINDS, metavar="FILE")],
    by: o.By,
    title: Annotated[str | None, typer.Option(help="The title, when the first line is none.")] = None,
    language: Annotated[str | None, typer.Option(help="en, ru or kk; guessed when left out.")] = None,
    published: Annotated[str | None, typer.Option(help="When it was published: 2020, 2020-02, 2020-02-14.")] = None,
    encoding: o.Encoding = None,
    picture: Annotated[bool, typer.Option(help="Take a picture of a web page, when Chromium is installed.")] = True,
) -> None:
    """Archive sources by their SHA-256. A file that was added before is recognised and changes nothing.

    An address is asked once, with what it needs of its own host, and kept as WARC with a picture.
    """
    from habeas.adapters.clock import now
    from habeas.desk import capture, capture_address, open_workspace

    about = {"title": title, "language": language, "published": published}
    with open_workspace() as ws:
        for file in files:
            if _ADDRESS.match(file):
                made = capture_address(ws, file, by=by, now=now(), with_picture=picture, **about)
            else:
                made = capture(ws, Path(file), by=by, now=now(), encoding=encoding, **about)
            word = "Archived" if made.new else "Already archived, nothing changed:"
            say(f"{word} {made.title!r} ({made.language}, {made.characters:,} characters).")
            say(f"  SHA-256 {made.source}")
            for note in made.notes:
                say(note, indent=2)


def read(
    file: Annotated[Path | None, typer.Argument(help="Read this file outside any workspace.", metavar="FILE")] = None,
    json: o.Json = False,
    encoding: o.Encoding = None,
) -> None:
    """Read sources and propose claims; nothing is decided. With FILE: print what would be proposed, write nothing."""
    if file is None:
        _read_workspace()
    else:
        _read_file(file, json=json, encoding=encoding)


def _read_file(file: Path, *, json: bool, encoding: str | None) -> None:
    from habeas.adapters.parsing import take_any_file
    from habeas.reading import read as read_document

    taken = take_any_file(file, encoding=encoding)
    reading = read_document(taken.document)
    if json:
        as_json(reading.to_json())
        return
    if not reading.persons:
        say("No people were found in this text.")
    for note in taken.notes:
        say(note)
    say(f"{reading.document.title}: {len(reading.persons)} people, {len(reading.claims)} proposals.")
    _kinds(Counter(claim.kind for claim in reading.claims))


def _kinds(by_kind: Mapping[str, int]) -> None:
    if by_kind:
        table(("kind", "proposals"), sorted(by_kind.items()), indent=2)


def _read_workspace() -> None:
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace, read_sources

    with open_workspace() as ws, progress("Reading") as told:
        summaries = read_sources(ws, now=now(), progress=told)
    if not summaries:
        say("There is no source to read. Next: habeas add FILE --by NAME")
    for summary in summaries:
        say(f"{summary.title}: {summary.persons} people, {summary.new} new proposals, {summary.known} known before.")
        if not summary.persons:
            say("  No people were found in this text.")
        _kinds(summary.by_kind)
    if any(summary.new for summary in summaries):
        say("Next: habeas review --by NAME, or habeas accept --all --by NAME")


@contextmanager
def progress(what: str) -> Iterator[Progress]:
    """A progress bar on standard error while the desk works; nothing when that is no terminal."""
    if not sys.stderr.isatty():
        yield lambda done, total, name: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True, highlight=False), transient=True) as bar:
        task = bar.add_task(what, total=None)

        def told(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=f"{what} {name[:40]}")

        yield told


def sources() -> None:
    """Show the archived sources."""
    from habeas.desk import open_workspace
    from habeas.desk import sources as list_sources

    with open_workspace() as ws:
        rows = list_sources(ws)
    table(
        ("sha-256", "title", "published", "captured", "people", "open", "decided"),
        [(r.source[:12], r.title, r.published, r.captured_at[:10], r.persons, r.open, r.decided) for r in rows],
        shrink="title",
    )


def proposals(
    kind: o.Kind = None,
    person: o.About = None,
    rule: o.Rule = None,
    document: o.From = None,
    min_confidence: o.Surer = None,
    limit: Annotated[int, typer.Option(help="At most so many.", min=1)] = 50,
) -> None:
    """Show proposals that wait for a decision."""
    from habeas.desk import Selection, open_workspace
    from habeas.desk import proposals as list_proposals
    from habeas.lexicon.wording import say_claim

    chosen = Selection(kind=o.kind(kind), person=person, rule=rule, document=document, min_confidence=min_confidence)
    with open_workspace() as ws:
        rows = list_proposals(ws, chosen, limit=limit)
    for r in rows:
        line = say_claim(r.kind, r.fields, when=r.when, attribution=r.attribution, modality=r.modality)
        say(f"{r.id}  {', '.join(r.names) or 'nobody named'} — {line}")
        say(f"“{' '.join(r.passage.split())}” (read by {r.rule}, confidence {r.confidence:.2f})", indent=4)
    if not rows:
        say("No open proposal fits.")
    elif len(rows) == limit:
        say(f"The first {limit}; --limit shows more.")
