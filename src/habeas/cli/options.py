"""Options that several commands share, and the readers of their values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli.output import say
from habeas.errors import HabeasError
from habeas.lexicon.when import NotADate, When

if TYPE_CHECKING:
    from habeas.desk import FiguresPage


class NotUsable(HabeasError):
    """Options that do not fit together, or a value that is none."""

    exit_code = 2


By = Annotated[str, typer.Option("--by", help="The member who signs this.", metavar="NAME")]
Why = Annotated[str, typer.Option("--why", help="The reason, for those who read the history.", metavar="TEXT")]
AsOf = Annotated[
    str | None, typer.Option("--as-of", help="The day that is asked about; today when left out.", metavar="YYYY-MM-DD")
]
KnownAt = Annotated[
    str | None,
    typer.Option("--known-at", help="As the register knew it then: a day (its end) or a UTC time.", metavar="TIME"),
]
Audience = Annotated[str, typer.Option(help="For whom: team, partners or public.")]
ListName = Annotated[
    str | None, typer.Option("--list", help="The list that counts; the printed rule says which one did.")
]
Figures = Annotated[
    list[str] | None, typer.Argument(help="Only these, such as listed; all when left out.", metavar="FIGURE")
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object.")]
Csv = Annotated[bool, typer.Option("--csv", help="CSV with a header line.")]

Languages = Annotated[
    list[str] | None,
    typer.Option(
        "--language", help="en, ru or kk; several times, or with commas. The first stands at the root.", metavar="CODE"
    ),
]

Kind = Annotated[str | None, typer.Option(help="Only this kind of claim, such as sentence.")]
About = Annotated[
    str | None, typer.Option("--person", help="Only claims about this person: a name, part of one, or an id.")
]
Rule = Annotated[str | None, typer.Option(help="Only what this rule read.")]
From = Annotated[str | None, typer.Option("--document", help="Only from the source whose SHA-256 begins so.")]
Surer = Annotated[float | None, typer.Option("--min-confidence", help="Only from this confidence up.", min=0, max=1)]
Ids = Annotated[list[str] | None, typer.Argument(help="Ids as `habeas proposals` shows them.", metavar="ID")]

Encoding = Annotated[str | None, typer.Option(help="The file's encoding, when it is not UTF-8; an error names it.")]
FileArgument = Annotated[
    Path, typer.Argument(help="A file with a text: plain, Markdown, PDF, DOCX, HTML and others.", metavar="FILE")
]


def kind(name: str | None) -> str | None:
    """The claim kind. Raises `NotInVocabulary` for a word that is none."""
    from habeas.lexicon import KINDS, NotInVocabulary

    if name is not None and name not in KINDS:
        raise NotInVocabulary(f"{name!r} is no claim kind.", f"Kinds are {', '.join(KINDS)}.")
    return name


def say_decided(word: str, entries: Sequence[str]) -> None:
    """What was decided, with the ids of its entries, by which it can be undone."""
    say(f"{word} ({', '.join(entries)})." if entries else f"{word}: it had been so before; nothing changed.")


def not_both(one: str, given: bool, other: str, also: bool) -> None:
    """Refuses two options that exclude each other."""
    if given and also:
        raise NotUsable(f"{one} and {other} do not go together.", "Leave one of them out.")


def say_dates(what: str, page: FiguresPage) -> None:
    """`56 people listed as of 31 January 2020, as known at 2026-11-25 02:19:38 UTC.`"""
    from habeas.lexicon.wording import say_when

    known = f"{page.known_at[:19].replace('T', ' ')} UTC" if page.known_at else "no time: the ledger is empty"
    say(f"{what} as of {say_when(page.as_of.isoformat())}, as known at {known}.")


def columns(said: Iterable[str] | None) -> dict[str, str] | None:
    """What columns hold, out of `--column WHAT=HEADER`. Raises `NotUsable`."""
    pairs = [s.partition("=") for s in said or ()]
    if any(not sign or not what for what, sign, _ in pairs):
        raise NotUsable("A --column is not WHAT=HEADER.", "Write --column birth=DoB, or --column birth= for no column.")
    return {what.strip(): header.strip() for what, _, header in pairs} or None


def languages(said: Iterable[str] | None) -> tuple[str, ...]:
    """What `--language ru,en --language kk` names, in its order; nothing when it was left out. Raises
    `NoSuchLanguage`."""
    from habeas.reports.catalogue import chosen

    named = [code.strip() for option in said or () for code in option.split(",")]
    return chosen(named) if named else ()


def day(text: str | None, otherwise: date) -> date:
    """The day named by `--as-of`. Raises `NotADate` for anything but one whole day."""
    if text is None:
        return otherwise
    when = When.parse(text)
    if not when.exact or when.latest is None:
        raise NotADate(f"{text!r} is not one day.", "Give the day as YYYY-MM-DD, such as 2020-01-31.")
    return when.latest
