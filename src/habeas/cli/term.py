"""`habeas term`: when a sentence ends, from what is known of it. Bounds, no day invented."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, Any

import typer

from habeas.cli import options as o
from habeas.cli.output import as_json, say
from habeas.errors import HabeasError

if TYPE_CHECKING:
    from habeas.law import Period, TermEnd

_RULE = (
    "A term of months ends on the day before its date comes round, or on the last day of a shorter month (general rule "
    "for terms, to be checked); custody before it is taken off at the rate given, time out of prison is added."
)


class NotAStretch(HabeasError):
    """An option that should name two dates, and may name a rate, does not."""

    exit_code = 2


def register(app: typer.Typer) -> None:
    """Adds the command of this file to `app`."""
    app.command("term")(term)


def term(
    start: Annotated[str, typer.Argument(help="The first day that counts, as EDTF.", metavar="START")],
    lengths: Annotated[
        list[str], typer.Argument(help="P7Y, P1Y6M, P15D or life; several are joined.", metavar="LENGTH")
    ],
    held: Annotated[
        list[str] | None, typer.Option(help="Custody to take off: FIRST:LAST, or FIRST:LAST:RATE such as 3/2 or 1-2.")
    ] = None,
    out: Annotated[list[str] | None, typer.Option(help="Time out of prison: FIRST:LAST.")] = None,
    join: Annotated[str, typer.Option(help="How several terms are joined: absorbed, added, partly_added.")] = "added",
    cap: Annotated[str | None, typer.Option(help="The longest whole that the code allows.")] = None,
    json: o.Json = False,
) -> None:
    """Say when a sentence ends. Dates may be partial: the answer is then a range. Writes nothing."""
    from habeas.law import credited, joined, out_of_prison, term_end
    from habeas.lexicon import Length, When

    begins = When.parse(start)
    parts = [Length.parse(text) for text in lengths]
    least, most = joined(parts, join, most=Length.parse(cap) if cap else None)  # type: ignore[arg-type]
    taken = credited([_stretch(text) for text in held or ()], begins)
    added = out_of_prison([_stretch(text) for text in out or ()])
    end = term_end(begins, least, most=most, credited=taken, out=added)
    if json:
        as_json(_to_json(start, [least.text, most.text], taken, added, end))
    else:
        _print(end, least.text, most.text, taken, added)


def _stretch(text: str) -> Period:
    from habeas.law import Period
    from habeas.lexicon import When

    parts = text.split(":")
    if len(parts) not in (2, 3):
        raise NotAStretch(f"{text!r} does not name two dates.", "Write FIRST:LAST, such as 2018-03-14:2018-12-20.")
    try:
        low, _, high = (parts[2] if len(parts) == 3 else "1").partition("-")
        rates = Fraction(low), Fraction(high or low)
    except (ValueError, ZeroDivisionError):
        raise NotAStretch(f"{parts[2]!r} is no rate.", "Write days taken off for one: 1, 3/2, or 1-2.") from None
    return Period(When.parse(parts[0]), When.parse(parts[1]), *rates)


def _print(end: TermEnd, least: str, most: str, taken: tuple[int, int | None], added: tuple[int, int | None]) -> None:
    from habeas.lexicon.wording import say_length, say_when

    whole = say_length(least) if least == most else f"{say_length(least)} to {say_length(most)}"
    if end.life:
        say("No end: for life.", bold=True)
    elif end.when is None:
        say("It cannot be told when it ends.", bold=True)
    else:
        say(f"The last day: {say_when(str(end.when))} ({end.when})", bold=True)
    say(f"Term: {whole}; days taken off: {_days(taken)}; days added: {_days(added)}.", indent=4)
    say(_RULE, indent=4)


def _days(days: tuple[int, int | None]) -> str:
    low, high = days
    return str(low) if low == high else f"{low} to {high}" if high is not None else f"{low} or more"


def _to_json(
    start: str, lengths: list[str], taken: tuple[int, int | None], added: tuple[int, int | None], end: TermEnd
) -> dict[str, Any]:
    return {
        "start": start,
        "length": lengths,
        "credited": list(taken),
        "out": list(added),
        "end": None if end.when is None else str(end.when),
        "life": end.life,
        "rule": _RULE,
    }
