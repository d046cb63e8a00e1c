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
    from habeas.matching import Comparison, Known, NameIndex, Part, ScreeningHit

names = typer.Typer(help="Names: are two spellings one person's name, and why.")


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.add_typer(names, name="names")
    names.command("compare")(compare_names)
    names.command("screen")(screen)


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


def screen(
    queries: Annotated[Path, typer.Option(help="CSV of the names that are looked for.", metavar="FILE")],
    list_file: Annotated[Path | None, typer.Option("--list", help="CSV of the list.", metavar="FILE")] = None,
    index: Annotated[
        Path | None,
        typer.Option(help="Keep the index of the list in this folder, or use the one there.", metavar="FOLDER"),
    ] = None,
    most: Annotated[int, typer.Option(help="How many hits for each name.", min=1, max=1000)] = 10,
    explain: Annotated[bool, typer.Option("--explain", help="Why each is a hit, part by part of the name.")] = False,
    json: o.Json = False,
    encoding: o.Encoding = None,
) -> None:
    """Who of a list may be those who are looked for: for each the likeliest, with probability and namesakes.

    Both files have a column `name` (or what `habeas people import` knows as one); `birth` and `id` count when both have
    them. No hit is a match. With --json: one object a line.
    """
    from habeas.matching import compare_many
    from habeas.matching.screening import screened

    asked = _known(queries, encoding)
    found_index, listed = _index(list_file, index, encoding)
    for known, hits in zip(asked, screened(found_index, listed, asked, most=most), strict=True):
        why = compare_many([(known.name, h.name) for h in hits]) if explain else []
        if json:
            told = [h.to_json() for h in hits]
            for said, found in zip(told, why, strict=False):
                said["explanation"] = [part.to_json() for part in found.parts]
            line = {"query": known.name, "id": known.id, "hits": told}
            sys.stdout.write(to_json.dumps(line, ensure_ascii=False) + "\n")
            continue
        say(known.name, bold=True)
        for place, hit in enumerate(hits):
            say(_hit_line(hit), indent=4)
            for part in why[place].parts if why else ():
                say(_part_line(part), indent=8)
        if not hits:
            say("nobody", indent=4)
    if not json:
        say("By name, and birth where both have it: none is a match until somebody has looked.")


def _hit_line(hit: ScreeningHit) -> str:
    many = f"one of {hit.namesakes + 1} written so" if hit.namesakes else ""
    return f"{hit.probability:.2f}  {'; '.join(t for t in (hit.name, hit.id, many, *hit.beside) if t)}"


def _part_line(part: Part) -> str:
    rule = f" ({part.rule})" if part.rule else ""
    return f"{part.role}: {part.left or '—'} ~ {part.right or '—'}: {part.verdict}{rule}"


def _index(list_file: Path | None, folder: Path | None, encoding: str | None) -> tuple[NameIndex, list[Known]]:
    from habeas.adapters.name_indexes import keep_index, load_index
    from habeas.matching import build_index

    if folder is not None and folder.exists():
        return load_index(folder, of=_known(list_file, encoding) if list_file is not None else None)
    if list_file is None:
        raise o.NotUsable("There is no list.", "Give --list FILE, or the folder of an index with --index.")
    listed = _known(list_file, encoding)
    made = build_index([k.name for k in listed])
    if folder is not None:
        keep_index(made, listed, folder)
    return made, listed


def _known(file: Path, encoding: str | None) -> list[Known]:
    from habeas.adapters.people_lists import take_people_file
    from habeas.matching import Known
    from habeas.reading.rows import columns, known_rows

    _, table = take_people_file(file, encoding=encoding)
    held = columns(table.headers)
    return [Known(name, birth, own) for name, birth, own in known_rows(table, held)]


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
        say(_part_line(part), indent=4)
    say("By the names alone: others may have them too.", indent=4)
