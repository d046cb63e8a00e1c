"""Articles of codes as English prose writes them: article, part, code and title, with their spans.

`Article 405`, `part 4, Art. 98 of the CC`, `Article 106, section 2`, `Articles 188, 190(2) and 191`, `Art. 361-1 part
3`, `Criminal Code Article 234.4.3 (...)`, `§ 88`, `Section 505(a) of the Penal Code`. What is no offence
(constitutions, covenants, conventions, codes of procedure, opinions and case numbers) comes out with its `code` and
`offence` false.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from habeas.reading.proposals import Span


@dataclass(frozen=True, slots=True)
class ArticleMention:
    """One article of a code. `number` and `part` are as printed; `code` as stated, or None.

    `title` is the quoted or bracketed offence beside it. `offence` is false for law that charges nobody.
    """

    span: Span
    number: str
    part: str | None = None
    code: str | None = None
    title: str | None = None
    offence: bool = True


_SUP = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_NUM = (
    r"\d{1,4}(?:/\d{1,2}(?![\d/]|[.-]\d))?(?:[-–]\d{1,2}(?!\d)|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)?(?:\.\d{1,3})*"
    r"(?:-[IVX]+\b|-?[A-Z]\b|\s?(?:bis|ter|quater)\b)?"
)
_SUB = r"(?:\s?\(\s?(?:\d{1,2}|[a-z]{1,3})\s?\))*"
_PARTWORD = (
    r"(?:parts?|paragraphs?|paras?\.?|sections?|clauses?|items?|points?|subsections?|subparagraphs?|pts?\.|"
    r"pp?\.(?=\s?\d))"
)
_PARTNUM = r"(?:\d{1,2}(?:\.\d{1,2})*(?![\d-])|[IVX]{1,4}\b|[a-z]\b(?!\s+[a-z]))"
_PARTS = (
    rf"{_PARTNUM}(?:(?:\s*,\s*|\s+and\s+|\s*,\s+and\s+|[-–]){_PARTNUM}(?!\s*(?:{_PARTWORD}\b|"
    r"of\s+(?:the\s+)?art)))*"
)
_ARTWORD = r"(?:[Aa]rticles?|ARTICLES?|[Aa]rts?\.?|§§?)"
_SECTION = r"(?:[Ss]ections?|[Ss]ecs?\.|(?<![\w’'])ss?\.(?=\s?\d{2}))"
CODES_BY_LETTERS = (
    "TCK", "TMK", "TPC", "ATL", "KUHP", "IPC", "BNS", "UAPA", "RPC", "StGB", "CrPC", "PPC", "MPC", "CPM", "CPP", "CPB",
    "CC", "CrC", "PC", "CP", "KK",
)  # fmt: skip
_ABBREVIATED = rf"(?:{'|'.join(CODES_BY_LETTERS)})(?=\s\d{{1,4}}[A-Z]?\b)"
"""Codes that lists print by their letters straight before a number: `TCK 314/2`, `IPC 124A`."""
_PARTS_LEFT = rf"{_PARTNUM}(?:(?:\s*,\s*|\s+and\s+|\s*,\s+and\s+|[-–]){_PARTNUM})*"
_BRACKET = r"(?:\s*\(\s*(?![a-z]{1,3}\s?\)|\d|[Pp]art|[Pp]ara)[^()]{3,300}\))"
_BEFORE = rf"(?P<pw1>{_PARTWORD})\s*(?:no\.?\s*)?(?P<p1>{_PARTS_LEFT})\s*,?\s*(?:of\s+)?(?:the\s+)?"
_PART_OF = rf"(?:{_PARTWORD}\s+|§§?\s*)"
_TRAILING = rf"(?:\s*,?\s*\(?{_PART_OF}{_PARTS}\)?(?!\s+of\s+(?:the\s+)?{_ARTWORD}))?"
_ITEM = rf"{_NUM}(?!\d){_SUB}(?!\s*(?:years?|months?|days?|weeks?|hours?)\b){_TRAILING}"
_REF = re.compile(
    rf"(?:{_BEFORE}(?P<aw1>{_ARTWORD}|{_SECTION})|\b(?P<aw2>{_ARTWORD})|(?<!\w)(?P<aw4>§§?)|"
    rf"(?<!\w)(?P<aw3>{_SECTION})|\b(?P<abbr>(?-i:{_ABBREVIATED})))\s*(?:nos?\.?\s*)?"
    rf"(?P<list>{_ITEM}(?:{_BRACKET}?(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|&)\s+|"
    rf"\s*;\s*|\s*/\s*(?=\d{{2,4}}[.-]\d|\d{{3}}))(?:{_ARTWORD}\s*)?{_ITEM}(?!\s*(?:of|part)\s+(?:the\s+)?{_ARTWORD}))*)",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"\W{{0,4}}(?P<list>(?=\d{{3}}){_ITEM}{_BRACKET}?(?:\s*[,;]\s*(?:and\s+)?(?=\d{{3}}){_ITEM}{_BRACKET}?)*)"
    r"(?=\s*(?:[;.,\n(]|$|of\b|[A-Z]))"
)
_PIECE = re.compile(
    rf"(?P<n>{_NUM})(?P<sub>{_SUB})(?:\s*,?\s*\(?{_PART_OF}(?P<parts>{_PARTS})\)?)?"
    rf"(?:\s*\(\s*(?![a-z]{{1,3}}\s?\)|\d|part|para)(?P<title>[^()]{{3,300}})\))?",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"\s*,?\s*\(?(?:(?:of|under|in|to)\s+)?(?:(?:the|its|their)\s+)?(?P<code>"
    r"(?:[A-Z][\w’'-]+\s+){0,3}(?:(?:[Cc]riminal|[Pp]enal|[Aa]dministrative|[Cc]ivil|[Mm]ilitary|[Tt]ax|[Ll]abou?r|"
    r"[Ff]amily|[Ee]lectoral)\s+)"
    r"(?:(?:[Pp]rocedure|[Oo]ffen[cs]es?|[Ee]xecutive)\s+)?(?:[Cc]ode|CODE)(?:\s+of\s+(?:the\s+)?(?:[A-Z][\w-]+|"
    r"\d{4})(?:\s+(?:of\s+)?[A-Z][\w-]+){0,3})?"
    r"|[Cc]ode\s+(?:of|on)\s+(?:(?:[Aa]dministrative|[Cc]riminal|[Cc]ivil)\s+)?(?:[Oo]ffen[cs]es?|[Pp]rocedure|"
    r"[Vv]iolations|[Mm]isdemeano\w+)"
    r"|(?:CC|CrC|CPC|PC|CAO|CoAO|CrPC|UK|CCRK|CC\s+RK|RCC|CAV)\b"
    r"|[Cc]onstitution|ICCPR|ECHR|UDHR|ICESCR|(?:[A-Z]\w+\s+)*(?:Covenant|Convention|Declaration|Charter|Treaty|"
    r"Protocol|Regulation|Directive)"
    r"|(?:[A-Z][\w’'-]+\s+(?:(?:of|and|on|against)\s+(?=[A-Z]))?){0,6}(?:[Ll]aws?|Act|Ordinance|Decree|Statute)\b(?:\s+on\s+(?:[\w’'-]+\s?){1,4})?"
    r")"
)
_LEFT_CODE = re.compile(
    r"((?:[A-Z][\w’'-]+\s+){0,2}(?:[Cc]riminal|[Pp]enal|[Aa]dministrative)\s+(?:[Oo]ffen[cs]es?\s+)?[Cc]ode|\bCC|"
    r"Constitution|Convention|ICCPR|ECHR|Covenant|[Cc]riminal\s+[Pp]rocedure\s+[Cc]ode)(?:[’']s)?[,:]?\s*\(?$"
)
_NO_OFFENCE = re.compile(
    r"constitution|iccpr|echr|udhr|icescr|covenant|convention|declaration|charter|treaty|protocol|regulation|"
    r"directive|procedure|cpc|crpc|executive|civil|labou?r|family|electoral",
    re.IGNORECASE,
)
_SURELY_LAW = re.compile(r"\d{3}|\d{1,2}[A-Z]\b|\d{1,2}\([a-z\d]{1,3}\)")
"""A section of this form is one of a law even where none is named; sections of reports have small, plain numbers."""
_OPEN, _CLOSE = "“”\"„«‘’'`", "”“\"»’‘'`"
_TITLE_LEFT = re.compile(
    rf"(?<!\w)[{_OPEN}](?P<t>[^{_OPEN}{_CLOSE}]{{3,200}}(?:[’'](?=[a-z])[^{_OPEN}{_CLOSE}]{{1,160}})*)"
    rf"[{_CLOSE}]?[^{_OPEN}{_CLOSE}.;()]{{0,60}}\(\s*$"
)
_TITLE_RIGHT = re.compile(
    rf"\s*[,:–—-]?\s*\(\s*[{_OPEN}]?(?P<b>[^(){_OPEN}{_CLOSE}\d][^()]{{3,300}}?)[{_CLOSE}]?\s*\)|"
    rf"\s*[,:–—-]?\s*[{_OPEN}](?P<q>[^{_OPEN}{_CLOSE}]{{3,300}})[{_CLOSE}]"
)
_SHORT = re.compile(rf"\bss?\.\s?\d{{2}}|{_ABBREVIATED.lower()}")
_DOTTED = re.compile(r"\b\d{3}\.\d{1,2}\.\d{1,2}\b")


def has_article(flat: str) -> bool:
    """A cheap test on lower-case text: may an article stand in it?"""
    return "art" in flat or "§" in flat or "section" in flat or "sec." in flat or _SHORT.search(flat) is not None


@lru_cache(maxsize=2)
def writes_parts_with_dots(text: str) -> bool:
    """True for a text that prints article, part and paragraph as one (`234.4.3`): there `221.3` is 221, part 3."""
    return _DOTTED.search(text) is not None


_BECAME = re.compile(
    r"\s*[,;]?\s*(?:(?:later|then|subsequently|now|afterwards)\s+)?"
    r"(?:replaced\s+(?:by|with)|changed\s+(?:to|into)|reclassified\s+(?:as|to|under)|and\s+later|later|then)\s+(?=\d)"
)
"""From the article that a charge had to the one that it became: "206.3.2 (smuggling), later replaced by 192.2.2"."""


def bare_articles(text: str, start: int) -> list[ArticleMention]:
    """Articles told by numbers alone, straight after a field's name: `Charge: 206.3.2 (smuggling)`, `280, 281`."""
    match = _BARE.match(text, start)
    if match is None:
        return []
    pieces = _PIECE.finditer(match["list"])
    base = match.start("list")
    found = []
    for piece in pieces:
        number, part = _split(piece["n"], dotted=False)
        parts = piece["parts"] or (re.sub(r"[()\s]+", ".", piece["sub"]).strip(".") if piece["sub"] else part)
        title = _clean(piece["title"]) if piece["title"] else None
        found.append(ArticleMention((base + piece.start(), base + piece.end()), number, parts, None, title))
    more = _BECAME.match(text, match.end())
    return found + (bare_articles(text, more.end()) if more else [])


def find_articles(text: str, start: int = 0, end: int | None = None, *, dotted: bool = False) -> list[ArticleMention]:
    """The articles in `text[start:end]` in order. `dotted`: a second number after a dot is a part."""
    stop = len(text) if end is None else end
    found: list[ArticleMention] = []
    taken = start
    for match in _REF.finditer(text, start, stop):
        mentions = _read(text, match, taken, stop, dotted)
        found += mentions
        taken = match.end()
    return _share_code(text, found)


def _read(text: str, match: re.Match[str], left: int, stop: int, dotted: bool) -> list[ArticleMention]:
    code = _CODE.match(text, match.end(), stop)
    name = code["code"].strip() if code else match["abbr"]
    end = code.end() if code else match.end()
    if name is None and (before := _LEFT_CODE.search(text[max(left, match.start() - 60) : match.start()])):
        name = " ".join(before[1].split())
    section = match["aw3"] or (match["aw1"] and match["aw1"].lower().startswith("sec"))
    if section and name is None and not _SURELY_LAW.match(match["list"]):
        return []
    title, low, high = _title(text, match, left, end, stop)
    if name is None and (late := _CODE.match(text, high, stop)):
        name, high = late["code"].strip(), late.end()
    offence = not (name and _NO_OFFENCE.search(name))
    pieces = list(_pieces(match, dotted))
    out = []
    for index, (span, number, part, own_title) in enumerate(pieces):
        last = index == len(pieces) - 1
        whole = (low if index == 0 else span[0], max(high, span[1]) if last else span[1])
        out.append(
            ArticleMention(whole, number, part, name, own_title or (title if last or not index else None), offence)
        )
    return out


def _pieces(match: re.Match[str], dotted: bool) -> Iterator[tuple[Span, str, str | None, str | None]]:
    base = match.start("list")
    pieces = list(_PIECE.finditer(match["list"]))
    for index, piece in enumerate(pieces):
        span = (match.start() if index == 0 else base + piece.start(), base + piece.end())
        number, part = _split(piece["n"], dotted and not (piece["parts"] or (match["p1"] and index == 0)))
        parts = piece["parts"] or (match["p1"] if index == 0 else None)
        if piece["sub"]:
            part = re.sub(r"[()\s]+", ".", piece["sub"]).strip(".")
        for one in _each(parts) if parts else [part]:
            yield span, number, one, _clean(piece["title"]) if piece["title"] else None


def _each(parts: str) -> list[str]:
    return [p for p in re.split(r"\s*,\s*and\s+|\s*,\s*|\s+and\s+|\s*[-–]\s*", parts) if p]


def _split(number: str, dotted: bool) -> tuple[str, str | None]:
    number, slash, part = number.replace("–", "-").partition("/")
    if slash:
        return number, part
    number = re.sub(r"(?<=\d)[¹²³⁴⁵⁶⁷⁸⁹⁰]+", lambda m: "-" + m[0].translate(_SUP), number).rstrip(".")
    head, *rest = number.split(".")
    if len(head) >= 3 and (len(rest) >= 2 or (dotted and rest)):
        return head, ".".join(rest)
    return number, None


def _title(text: str, match: re.Match[str], left: int, end: int, stop: int) -> tuple[str | None, int, int]:
    """The title, and the span from its start to the end of the reference."""
    before = _TITLE_LEFT.search(text[max(left, match.start() - 260) : match.start()])
    if before:
        offset = max(left, match.start() - 260)
        return _clean(before["t"]), offset + before.start(), end
    after = _TITLE_RIGHT.match(text, end, stop)
    if after:
        return _clean(after["b"] or after["q"]), match.start(), after.end()
    return None, match.start(), match.end()


def _clean(title: str) -> str:
    return " ".join(title.split()).strip(" ,;.")


def _share_code(text: str, found: list[ArticleMention]) -> list[ArticleMention]:
    """In "part 1 of Art. 205 and part 2 of Art. 206 of the CC" the code stands once, after the last."""
    for index in range(len(found) - 2, -1, -1):
        here, following = found[index], found[index + 1]
        gap = text[here.span[1] : following.span[0]]
        if here.code is None and following.code is not None and len(gap) < 40 and "." not in gap:
            found[index] = replace(here, code=following.code, offence=following.offence)
    return found
