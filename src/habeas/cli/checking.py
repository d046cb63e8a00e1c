"""Commands on a text itself and on the words: hold a report against itself, print the vocabulary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import as_json, say

if TYPE_CHECKING:
    from habeas.evidence import Document


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.command("check")(check)
    app.command("vocabulary")(vocabulary)


def check(
    file: o.FileArgument,
    json: o.Json = False,
    encoding: o.Encoding = None,
    against: Annotated[
        bool, typer.Option("--register", help="Against the register of this workspace: which numbers still hold.")
    ] = False,
    as_of: o.AsOf = None,
    list_name: o.ListName = None,
) -> None:
    """Hold a report's own numbers and names against its own entries, or against the register. Writes nothing.

    Without --register it works outside a workspace.
    """
    from habeas.adapters.parsing import take_any_file
    from habeas.check import check as check_document
    from habeas.check import render
    from habeas.reading import read

    document = take_any_file(file, encoding=encoding).document
    if against:
        _against(document, as_of, list_name, json)
        return
    result = check_document(document, read(document))
    if json:
        as_json(result.to_json())
        return
    for line in render(result).splitlines():
        say(line)


def _against(document: Document, as_of: str | None, list_name: str | None, json: bool) -> None:
    from habeas.adapters.clock import today
    from habeas.desk import check_register, open_workspace

    with open_workspace() as ws:
        found = check_register(ws, document, as_of=o.day(as_of, today()), list_name=list_name)
    if json:
        as_json(found.to_json())
        return
    say(f"Held against the register as of {found.as_of}:")
    for n in found.numbers:
        range_ = f"{n.low:g}" if n.low == n.high else f"{n.low:g} to {n.high:g}"
        say(f"  {n.verdict.replace(chr(95), chr(32)):11} {n.text!r}: {n.title} is {range_}")
    for p in found.people:
        if p.verdict == "not_in_register":
            say(f"  nobody   {p.name}: not in the register")
        elif p.verdict == "likely":
            say(f"  likely   {p.name}: {p.known_as} ({p.probability:.2f})")
    for c in found.claims:
        if c.verdict == "differs":
            say(f"  differs  {c.name}: {c.said}; the register says {'; '.join(c.register)}")
        elif c.verdict == "not_in_register":
            say(f"  new      {c.name}: {c.said}")
    for _, name in found.missing:
        say(f"  missing  {name}: on the list, not in the text")
    agree = sum(c.verdict == "agrees" for c in found.claims)
    say(f"{agree} of {len(found.claims)} statements about known people say what the register says.")


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
