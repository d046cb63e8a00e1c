"""`habeas names`: two names compared, one pair or a file of pairs. Works outside a workspace and writes nothing."""

from __future__ import annotations

import csv
import json as to_json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import as_json, say

if TYPE_CHECKING:
    from habeas.matching import Comparison

names = typer.Typer(help="Names: are two spellings one person's name, and why.")


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.add_typer(names, name="names")
    names.command("compare")(compare_names)


def compare_names(
    left: Annotated[str | None, typer.Argument(help="A name in any script.", metavar="NAME")] = None,
    right: Annotated[str | None, typer.Argument(help="Another.", metavar="NAME")] = None,
    pairs: Annotated[Path | None, typer.Option(help="CSV with columns left and right.", metavar="FILE")] = None,
    json: o.Json = False,
    encoding: o.Encoding = None,
) -> None:
    """How likely two names are one person's, by the strings alone. With --pairs: one JSON object a line."""
    from habeas.matching import compare, compare_many

    if pairs is not None:
        if left is not None:
            raise o.NotUsable("Give two names, or --pairs FILE, not both.", "Leave one of them out.")
        for found in compare_many(_pairs(pairs, encoding)):
            sys.stdout.write(to_json.dumps(found.to_json(), ensure_ascii=False) + "\n")
        return
    if left is None or right is None:
        raise o.NotUsable("Two names are needed.", 'Such as habeas names compare "Aset Serik" "Әсет Серік".')
    found = compare(left, right)
    if json:
        as_json(found.to_json())
    else:
        _print(found)


def _pairs(file: Path, encoding: str | None) -> list[tuple[str, str]]:
    from habeas.evidence import take_file

    text = take_file(file, limit=500 * 1024 * 1024, encoding=encoding).document.text
    reader = csv.DictReader(text.splitlines())
    if not {"left", "right"} <= set(reader.fieldnames or ()):
        raise o.NotUsable(f"{file} has no columns `left` and `right`.", "Put these headers into its first line.")
    return [(row["left"] or "", row["right"] or "") for row in reader]


def _print(found: Comparison) -> None:
    say(f"{found.probability:.2f}  {found.left} ~ {found.right}", bold=True)
    for part in found.parts:
        rule = f" ({part.rule})" if part.rule else ""
        say(f"{part.role}: {part.left or '—'} ~ {part.right or '—'}: {part.verdict}{rule}", indent=4)
    say("By the names alone: others may have them too.", indent=4)
