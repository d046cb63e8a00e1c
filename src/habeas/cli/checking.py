"""Commands on a text itself and on the words: hold a report against itself, print the vocabulary."""

from __future__ import annotations

from typing import Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import as_json, say


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.command("check")(check)
    app.command("vocabulary")(vocabulary)


def check(file: o.FileArgument, json: o.Json = False, encoding: o.Encoding = None) -> None:
    """Hold a report's own numbers and names against its own entries. Works outside a workspace and writes nothing."""
    from habeas.adapters.parsing import take_any_file
    from habeas.check import check as check_document
    from habeas.check import render
    from habeas.reading import read

    document = take_any_file(file, encoding=encoding).document
    result = check_document(document, read(document))
    if json:
        as_json(result.to_json())
        return
    for line in render(result).splitlines():
        say(line)


def vocabulary(
    kind: Annotated[str | None, typer.Argument(help="One kind, such as sentence.", metavar="KIND")] = None,
) -> None:
    """The kinds of claims with their fields and terms."""
    from habeas.lexicon import KINDS, label

    only = o.kind(kind)
    for name in [only] if only else KINDS:
        say(f"{name}  {label(name)}", bold=True)
        for field in KINDS[name].values():
            say(f"{field.name}: {', '.join(field.terms) or field.type}", indent=4)
