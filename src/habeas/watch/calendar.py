"""An iCalendar text (RFC 5545) of what is due: one event a day for each item, for calendars that read a file or feed.

An event stands on the first day that is possible, or on the last when only that is known; what has no day has no
event. It holds nothing but what the items hold, which were made for one audience; a bare one says only which kind of
thing falls on which day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from habeas.watch.item import KINDS, Item

OCTETS = 75
"""The longest line, its line end not counted. Source: RFC 5545, 3.1."""


def calendar(
    items: Iterable[Item], *, names: Mapping[str, str] | None, feed: str, name: str, stamp: str
) -> str:
    """The text. `names` gives each person's name (an id without one is shown as it is); None: the calendar is bare.
    `feed` makes the UIDs this office's own; `name` is the calendar's; `stamp` is the moment of making, UTC as in the
    ledger.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Habeas//due//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{escaped(name)}")
    for item in items:
        day = item.earliest or item.latest
        if day is not None:
            lines += _event(item, day, names, feed, stamp)
    return "".join(f"{folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(item: Item, day: date, names: Mapping[str, str] | None, feed: str, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{item.id}@{feed}.habeas"
    yield f"DTSTAMP:{_moment(stamp)}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    if day < date.max:
        yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield from _told(item, names) if names is not None else (f"SUMMARY:{escaped(KINDS[item.kind])}",)
    yield "CLASS:CONFIDENTIAL"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _told(item: Item, names: Mapping[str, str]) -> Iterator[str]:
    who = f"{names.get(item.person, item.person)}: " if item.person else ""
    yield f"SUMMARY:{escaped(f'{who}{item.what} ({item.between})')}"
    about = [f"Rule: {item.rule}", f"Source: {item.source} ({item.status.replace('_', ' ')})", item.note]
    yield f"DESCRIPTION:{escaped(chr(10).join(a for a in about if a))}"


def escaped(text: str) -> str:
    """A TEXT value. Control characters but the line feed are left out. Source: RFC 5545, 3.3.11."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    clean = "".join(c for c in plain if c == "\n" or (c >= " " and c not in "\x7f\x85\u2028\u2029"))
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> str:
    """The line cut into lines of 75 octets, none inside a character; each further line begins with a space."""
    parts, room = [bytearray()], OCTETS
    for letter in line:
        octets = letter.encode("utf-8", "replace")
        if len(parts[-1]) + len(octets) > room:
            parts.append(bytearray())
            room = OCTETS - 1
        parts[-1] += octets
    return "\r\n ".join(p.decode() for p in parts)


def _moment(stamp: str) -> str:
    """`2021-02-01T10:00:00.000000Z` as `20210201T100000Z`."""
    return stamp[:19].replace("-", "").replace(":", "") + "Z"
