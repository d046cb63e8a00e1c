"""The dates of a page: both stand in its address, so that every view is a link that lasts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qs, urlsplit

from django.http import HttpRequest

from habeas.adapters.clock import today
from habeas.errors import HabeasError
from habeas.lexicon.when import When


class NotADay(HabeasError):
    """An address that names no day."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Dates:
    """`as_of`: the day that is asked about. `known_at`: as the register knew it then; None: as it knows now."""

    as_of: date
    known_at: str | None
    list: str | None


def dates_of(request: HttpRequest) -> Dates:
    """The dates in the address; today and now where it names none. Raises `NotADay`."""
    as_of = request.GET.get("as_of", "").strip()
    known = request.GET.get("known_at", "").strip()
    return Dates(_day(as_of) if as_of else today(), known or None, request.GET.get("list", "").strip() or None)


def dates_in(text: str) -> date:
    """The day that a form names; today for none. Raises `NotADay`."""
    return _day(text) if text else today()


def day_in(address: str) -> date | None:
    """The as-of day in the query of an address; None when it names none."""
    said = parse_qs(urlsplit(address).query).get("as_of", [""])[-1].strip()
    return _day(said) if said else None


def _day(text: str) -> date:
    try:
        when = When.parse(text)
    except HabeasError:
        when = None
    if when is None or not when.exact or when.latest is None:
        raise NotADay(f"{text!r} is not one day.", "Write it as 2020-01-31.")
    return when.latest
