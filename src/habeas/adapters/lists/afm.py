"""The XML of Kazakhstan's Financial Monitoring Agency (api.websfm.kz), read without entities, DTDs or references.

Category 1 (financing) holds `person` (`fname`, `mname`, `lname`, `birthdate` as dd.mm.yyyy, `iin`, `note`,
`correction`: "включен от dd.mm.yyyy", `added_to_list`) and `org` (`org_name` with names between "; ", `org_name_en`,
`note`). Category 2 (participants) lists people in `org` tags (`org_name`, `org_iin`). Source: the crawler
`datasets/kz/afmrk_sanctions` of OpenSanctions, read as a description of the format.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import accumulate
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from habeas.watch import NotASnapshot, Snapshot
from habeas.watch.afm import FINANCING, PARTICIPANTS, afm_entry

_TAGS = ("person", "org")
_DEEPEST = 32
_CHUNK = 64 * 1024


def read_afm(text: str, *, columns: Mapping[str, str] | None = None) -> tuple[str | None, Snapshot]:
    """The list and its entries. Raises `NotASnapshot` for XML that is broken, declares a DTD or is another format."""
    found = _elements(text)
    participants = bool(found) and all(tag == "org" for tag, _, _ in found) and any("org_iin" in f for _, f, _ in found)
    if not found:
        raise NotASnapshot("This XML holds neither `person` nor `org`.", "Save the list of the monitor as XML.")
    rows = (afm_entry(tag, fields, span, participants=participants) for tag, fields, span in found)
    head = (0, min(found[0][2][0], 400))
    named = PARTICIPANTS if participants else FINANCING
    return named, Snapshot.of(named, None, (r for r in rows if r), head=head)


class _Entries:
    """Collects the fields of each `person` and `org`, with the byte at which it begins and ends."""

    def __init__(self) -> None:
        self.found: list[tuple[str, dict[str, str], tuple[int, int]]] = []
        self.place: int = 0
        self._path: list[str] = []
        self._fields: dict[str, str] | None = None
        self._start = 0
        self._text: list[str] = []

    def start(self, tag: str, attributes: object) -> None:
        self._path.append(tag)
        if len(self._path) > _DEEPEST:
            raise NotASnapshot("This XML is nested too deeply to be a list.", "Save the list of the monitor as XML.")
        self._text = []
        if tag in _TAGS and self._fields is None:
            self._fields, self._start = {}, self.place

    def data(self, text: str) -> None:
        self._text.append(text)

    def end(self, tag: str) -> None:
        self._path.pop()
        if self._fields is None:
            return
        if tag in _TAGS and not any(t in _TAGS for t in self._path):
            self.found.append((tag, self._fields, (self._start, self.place)))
            self._fields = None
        else:
            said = " ".join("".join(self._text).split())
            if said:
                self._fields.setdefault(tag, said)
        self._text = []

    def close(self) -> None:
        """The parser asks for it at the end."""


def _elements(text: str) -> list[tuple[str, dict[str, str], tuple[int, int]]]:
    """Tag, fields and span (characters of `text`) of each entry."""
    target = _Entries()
    parser = DefusedXMLParser(target=target, encoding="utf-8", forbid_dtd=True)
    expat = parser.parser
    begin, finish = expat.StartElementHandler, expat.EndElementHandler

    def started(*args: object) -> None:
        target.place = expat.CurrentByteIndex
        begin(*args)

    def ended(*args: object) -> None:
        target.place = expat.CurrentByteIndex
        finish(*args)

    expat.StartElementHandler, expat.EndElementHandler = started, ended
    try:
        for chunk in _chunks(text):
            parser.feed(chunk)
        parser.close()
    except DefusedXmlException:
        raise NotASnapshot(
            "This XML declares a document type or entities, which a list has no use for; it was not read.",
            "Get the list from the monitor itself.",
        ) from None
    except (ParseError, ValueError) as error:
        raise NotASnapshot(f"This XML is broken: {error}.", "Get the file again.") from None
    return [(tag, fields, span) for (tag, fields, _), span in zip(target.found, _spans(text, target), strict=True)]


def _chunks(text: str) -> Iterator[bytes]:
    for start in range(0, len(text), _CHUNK):
        yield text[start : start + _CHUNK].encode("utf-8")


def _spans(text: str, target: _Entries) -> Iterator[tuple[int, int]]:
    """Byte places turned into places of characters, the closing tag included."""
    sizes = [len(c) for c in _chunks(text)]
    starts = [0, *accumulate(sizes)]
    for _, _, (first, last) in target.found:
        begin, end = _character(text, starts, first), _character(text, starts, last)
        yield begin, text.find(">", end) + 1


def _character(text: str, starts: list[int], byte: int) -> int:
    """The character at a byte: whole chunks by their count, the rest by decoding one chunk."""
    chunk = bisect_right(starts, byte) - 1
    first = chunk * _CHUNK
    if byte == starts[chunk]:
        return first
    return first + len(text[first : first + _CHUNK].encode()[: byte - starts[chunk]].decode("utf-8", "ignore"))
