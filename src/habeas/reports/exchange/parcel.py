"""A file of another office, read line by line: whole and true to its own hashes, or not taken at all."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from habeas.errors import HabeasError
from habeas.ledger import Body, Entry, Header, canonical, check_content, well_formed
from habeas.reports.exchange.lines import FORMAT, VERSION

LONGEST = 1 << 24
"""Bytes of one line: longer ones are no line of ours."""
OFFICE = ("head", "member", "source", "passage", "person", "fact", "recognition", "entry", "end")
OUTSIDE = ("shown", "statement", "citation", "figure", "correction")
"""Lines of a file made for partners or the public, which holds no entries."""
MOST_CHARACTERS = 1 << 27
"""Of a source. A text of this length is made when only passages of it come."""
_NOTHING = "Nothing was taken in."
_SHA256 = re.compile(r"[0-9a-f]{64}")
_FORMS: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]] = {
    "source_captured": (("source", _SHA256), ("captured_at", re.compile(r"\d{4}-\d\d-\d\d(T.*)?"))),
    "record_opened": (("document", _SHA256),),
    "accept": (("document", _SHA256),),
    "erased": (("entries", re.compile(r"[a-z0-9][a-z0-9-]{0,62}:[1-9]\d{0,17}")),),
}
"""Action -> keys of its content whose texts have a form that the ledger does not check and others rely on."""


class BrokenLine(HabeasError):
    """A line of the file is not what the format says, or the file is cut short."""

    exit_code = 2


class NotForOffices(HabeasError):
    """The file is no export of a register, or one that was made for others than an office."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source at their span."""

    document: str
    start: int
    end: int
    quote: str


@dataclass(slots=True)
class Parcel:
    """What the file holds: its head line, the entries of each feed in their order, the passages."""

    head: Mapping[str, Any] = field(default_factory=dict)
    feeds: dict[str, list[Entry]] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    withheld: set[str] = field(default_factory=set)

    @property
    def giver(self) -> str:
        """Whose register it is: its name, and the feed of its office."""
        return f"{self.head['name']} ({self.head['from']})"


def read_parcel(lines: Iterable[bytes]) -> Parcel:
    """Reads every line. Raises `BrokenLine`, which names the first line that does not hold, or `NotForOffices`."""
    parcel, digest, number, ended = Parcel(), hashlib.sha256(), 0, False
    for number, data in enumerate(lines, start=1):
        if ended:
            _broken(number, "stands after the last line")
        line = _object(number, data)
        ended = _take(parcel, number, line, digest.hexdigest())
        digest.update(data)
    if not ended:
        cause = f"The file is cut short after line {number}." if number else "The file is empty."
        raise BrokenLine(cause, f"Ask for it again. {_NOTHING}")
    return parcel


def _take(parcel: Parcel, number: int, line: Mapping[str, Any], digest: str) -> bool:
    """Takes one line; true for the last."""
    if number == 1:
        parcel.head = _head(line)
        return False
    match line["line"]:
        case "entry":
            _entry(parcel, number, line)
        case "passage":
            parcel.passages.extend(_passage(number, line))
        case "end" if (line.get("lines"), line.get("sha256")) != (number - 1, digest):
            _broken(number, "counts or hashes other lines than those before it: one was changed, or is missing")
        case "end":
            return True
        case "head":
            _broken(number, "is a second head")
    return False


def _object(number: int, data: bytes) -> Mapping[str, Any]:
    if len(data) > LONGEST:
        _broken(number, f"is longer than {LONGEST >> 20} MB")
    line: Any = None
    try:
        line = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        if number > 1:
            _broken(number, "is no JSON in UTF-8" if data.endswith(b"\n") else "is cut short")
    kind = line.get("line") if isinstance(line, dict) else None
    if number == 1 and kind != "head":
        raise NotForOffices(
            "The file is no export of a register: its first line is no head.", "`habeas export FILE` makes one."
        )
    if kind not in (*OFFICE, *OUTSIDE):
        _broken(number, f"is of no known kind ({kind!r})")
    return dict(line)


def _head(line: Mapping[str, Any]) -> Mapping[str, Any]:
    if line.get("format") != FORMAT or not isinstance(line.get("version"), int):
        raise NotForOffices(f"The file is no export of a register: its format is {line.get('format')!r}.", _NOTHING)
    if line["version"] > VERSION:
        raise NotForOffices(f"A newer Habeas made the file (version {line['version']}).", "Upgrade Habeas.")
    if line.get("audience") in ("partners", "public"):
        raise NotForOffices(
            f"The file was made for {line['audience']}: it tells what may be seen and holds no decisions to take in.",
            "Ask that office for a file of --audience team, or take its people in with `habeas people import`.",
        )
    if not isinstance(line.get("name"), str) or not isinstance(line.get("from"), str):
        _broken(1, "does not say whose register it is")
    return line


def _entry(parcel: Parcel, number: int, line: Mapping[str, Any]) -> None:
    try:
        header = Header.from_line(canonical(line["header"]))
        body = None if line["body"] is None else Body.from_text(canonical(line["body"]))
    except (KeyError, TypeError, ValueError, AttributeError):
        _broken(number, "holds no entry of a ledger, or one whose header was changed")
    if not well_formed(header):
        _broken(number, "holds an entry whose feed, keys or time no ledger writes")
    if body is not None and body.commit != header.commit:
        _broken(number, f"holds another body than entry {header.feed}:{header.seq} was committed to")
    if body is not None:
        try:
            check_content(header.action, body.content)
        except HabeasError as error:
            _broken(number, f"says what no entry may say: {error.cause.rstrip('.')}")
        for said, form in ((body.content.get(name), form) for name, form in _FORMS.get(header.action, ())):
            if not all(isinstance(text, str) and form.fullmatch(text) for text in _texts(said)):
                _broken(number, f"says what no entry may say: {said!r:.80}")
        if body.content.get("characters", 0) > MOST_CHARACTERS:
            _broken(number, "describes a source that is longer than any that Habeas reads")
    entry = Entry(header, body)
    if body is None and line.get("absent") == "withheld":
        parcel.withheld.add(entry.id)
    parcel.feeds.setdefault(header.feed, []).append(entry)


def _texts(said: Any) -> Iterable[Any]:
    return said if isinstance(said, list) else (said,)


def _passage(number: int, line: Mapping[str, Any]) -> Iterator[Passage]:
    document, span, quote = line.get("document"), line.get("span"), line.get("quote")
    whole = isinstance(span, list) and len(span) == 2 and all(type(n) is int and n >= 0 for n in span)
    if not isinstance(document, str) or not whole or not (quote is None or isinstance(quote, str)):
        _broken(number, "holds no passage")
    if quote is None:
        return
    assert isinstance(span, list)
    if len(quote) != span[1] - span[0] or hashlib.sha256(quote.encode()).hexdigest() != line.get("sha256"):
        _broken(number, "holds other words than its span and its hash name")
    yield Passage(document, span[0], span[1], quote)


def _broken(number: int, what: str) -> NoReturn:
    raise BrokenLine(f"Line {number} of the file {what}.", f"Ask for the file again. {_NOTHING}")
