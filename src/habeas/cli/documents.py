"""Commands that write documents from the register."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import say
from habeas.errors import HabeasError

report = typer.Typer(help="Documents written from the register.")


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.add_typer(report, name="report")
    report.command("list")(report_list)
    report.command("make")(report_make)
    report.command("kinds")(report_kinds)


class NotComplete(HabeasError):
    """A request lacks what the body requires, and nobody said that a draft will do."""

    exit_code = 7


def report_list(
    output: Annotated[Path, typer.Option("-o", "--output", help="The HTML file to write.", metavar="FILE")],
    audience: o.Audience = "team",
    as_of: o.AsOf = None,
    known_at: o.KnownAt = None,
    list_name: o.ListName = None,
) -> None:
    """The list as one HTML page: every number links to the people it counts, every fact to its passage."""
    from habeas.adapters.clock import now, today
    from habeas.adapters.files import write_whole
    from habeas.desk import list_report, open_workspace

    on = o.day(as_of, today())
    with open_workspace() as ws:
        page = list_report(ws, as_of=on, known_at=known_at, list_name=list_name, audience=audience, made_at=now())
    write_whole(output, page.encode())
    say(f"Wrote {output} for the audience {audience}, as of {on}.")


def report_make(
    kind: Annotated[
        str, typer.Argument(help="A kind of document, as `habeas report kinds` lists them.", metavar="KIND")
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", help="The file: .html, .docx or .pdf says the format.", metavar="FILE")
    ],
    who: Annotated[str | None, typer.Argument(help="The person it is about: a name or an id.", metavar="[WHO]")] = None,
    audience: o.Audience = "team",
    as_of: o.AsOf = None,
    known_at: o.KnownAt = None,
    list_name: o.ListName = None,
    language: Annotated[str, typer.Option(help="en, ru or kk.")] = "en",
    draft: Annotated[
        bool, typer.Option("--draft", help="Write a request though something required is missing.")
    ] = False,
) -> None:
    """A document from the register: the list report, a person or case sheet, a request to a body, a dossier."""
    from habeas.adapters.clock import now, today
    from habeas.adapters.files import write_whole
    from habeas.desk import document_report, open_workspace

    on = o.day(as_of, today())
    with open_workspace() as ws:
        made = document_report(
            ws, kind, who=who, as_of=on, known_at=known_at, list_name=list_name, audience=audience, made_at=now(),
            language=language,
        )  # fmt: skip
        if made.lacking and not draft:
            asked = "; ".join(item.asks for item in made.lacking)
            raise NotComplete(
                f"The request {kind} lacks what is required: {asked}.",
                "Add the facts, or write a draft that says what is missing, with --draft.",
            )
        data = made.rendered.to(output.suffix.lstrip(".").lower())
    write_whole(output, data)
    say(f"Wrote {output} for the audience {audience}, as of {on}.")
    for item in made.lacking:
        say(f"  missing: {item.asks}. {item.why}")


def report_kinds() -> None:
    """The kinds of documents, and what each is about; those of your own templates too."""
    from habeas.desk import document_kinds, open_workspace

    with open_workspace() as ws:
        for name, about in document_kinds(ws).items():
            say(f"{name:16}about {'the whole list' if about == 'list' else f'one {about}'}")
