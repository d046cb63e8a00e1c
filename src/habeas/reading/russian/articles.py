"""Articles of codes as Russian prose writes them, with part, code and place.

`ч. 2 ст. 207.3 УК РФ`, `п. «д» ч. 2 ст. 207.3`, `ст. 205.2 ч. 2`, `статьям 280 и 280.3`, `228-й статье`,
`ч. 2 той же статьи`. What charges nobody (codes of procedure, constitutions, conventions) has `offence` false.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from habeas.reading.proposals import Span


@dataclass(frozen=True, slots=True)
class ArticleMention:
    """One article. `number` and `part` as printed, `code` as stated or None."""

    span: Span
    number: str
    part: str | None = None
    code: str | None = None
    offence: bool = True


_SUP = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
_N = r"\d{1,3}(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]+|-\d(?!\d))?(?:\.\d{1,3}){0,2}(?![\d-]|\.\d)"
_P = r"\d{1,2}(?:\.\d)?(?!\d)"
_AND = r"(?:\s*,\s*(?:и\s+)?|\s+и\s+|\s*;\s*)"
_POINT = r"(?:п{1,2}\.?|пункт\w*|подпункт\w*)\s*\"?[а-я0-9](?:[\"\s,и-]*\"?[а-я0-9]\"?(?!\w)){0,4}\"?\s*,?\s*"
_PARTS = rf"{_P}(?:{_AND}(?:ч\.\s*)?{_P})*"
_PARTWORD = r"(?:ч{1,2}\.?(?=\s*\d)|част\w{1,4}(?!\w))\s*"
_WORD = r"(?:ст\.\s*ст\.|стст\.|ст\.|ст(?=\s+\d)|стать(?:я|и|е|ю|ей|ям|ях|ями)(?!\w))\s*(?:№\s*)?"
_AHEAD = r"(?!\s*,?\s*(?:ст\.|ст\s+\d|стать))"  # in "ст. 30, ч. 2 ст. 205" the part is that of the article behind it
_ITEM = rf"{_N}(?:\s*,?\s*{_PARTWORD}{_P}{_AHEAD}|\s*\(\s*{_PARTWORD}{_P}\s*\))?"
_UNIT = (
    r"(?:лет|год|сут|мес|час|человек|тыс|руб|стать|ст\.|ч\.|январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|"
    r"октябр|ноябр|декабр)"
)
_REF = re.compile(
    rf"(?<!\w)(?:{_POINT})?(?:{_PARTWORD}(?P<before>{_PARTS})\s*,?\s*)?{_WORD}"
    rf"(?P<list>{_ITEM}(?:{_AND}(?:ст\.\s*)?{_ITEM}(?!\s*{_UNIT}))*)"
    r"|(?<![\w.])(?P<ordinal>\d{2,3}(?:\.\d)?)-(?:й|я|ю|ой|ая|ую)\s+стать\w+"
    rf"|(?<!\w){_PARTWORD}(?P<same>{_PARTS})\s+(?:той|этой)\s+же\s+стать\w+"
)
_PIECE = re.compile(rf"(?P<n>{_N})(?:\s*,?\s*\(?\s*{_PARTWORD}(?P<p>{_P}))?")
_CODE = re.compile(
    r"\s*(?P<code>(?:ук|коап|упк|уик|гк|гпк|кас|тк|нк)(?!\w)(?:\s+(?:рф|рк|рб|рсфср|россии|казахстана|беларуси|украины|"
    r"республики\s+\w+))?|(?:российск\w+\s+|казахстанск\w+\s+|беларуск\w+\s+)?(?:уголовн\w+|"
    r"административн\w+|трудов\w+|"
    r"гражданск\w+|налогов\w+)(?:[\s-]+(?:процессуальн\w+|исполнительн\w+))?\s+кодекс\w*(?:\s+(?:рф|рк|россии|"
    r"казахстана))?|кодекс\w*\s+об?\s+административных\s+правонарушениях|(?:\w+\s+)?(?:конституци\w+|конвенци\w+|"
    r"декларац\w+|пакт\w*|закон\w*|договор\w*|регламент\w*))"
)
_NO_OFFENCE = re.compile(
    r"упк|уик|гк|гпк|кас|тк|нк|процессуальн|исполнительн|трудов|гражданск|налогов|конститу|конвенц|"
                         r"деклар|пакт|закон|договор|регламент")  # fmt: skip
_ADMINISTRATIVE = re.compile(r"коап|административн")


def administrative(code: str | None) -> bool:
    """True for a code of administrative offences."""
    return bool(code and _ADMINISTRATIVE.search(code.lower()))


def find_articles(flat: str, text: str, start: int, end: int, last: str | None = None) -> list[ArticleMention]:
    """The articles of `flat[start:end]` in order. `last` is the number that "the same article" means."""
    found: list[ArticleMention] = []
    for match in _REF.finditer(flat, start, end):
        code = _CODE.match(flat, match.end(), end)
        name = text[code.start("code") : code.end("code")] if code else None
        offence = not (code and _NO_OFFENCE.match(code["code"]))
        stop = code.end() if code else match.end()
        pieces = list(_pieces(match, found[-1].number if found else last))
        for index, (span, number, part) in enumerate(pieces):
            whole = (match.start() if index == 0 else span[0], stop if index == len(pieces) - 1 else span[1])
            found.append(ArticleMention(whole, number, part, name, offence))
    return _share_code(flat, found)


def _pieces(match: re.Match[str], last: str | None) -> Iterator[tuple[Span, str, str | None]]:
    if match["ordinal"]:
        yield match.span(), match["ordinal"], None
    elif match["same"]:
        for part in _each(match["same"]) if last else ():
            yield match.span(), last or "", part
    else:
        base = match.start("list")
        for index, piece in enumerate(_PIECE.finditer(match["list"])):
            span = (base + piece.start(), base + piece.end())
            parts = piece["p"] or (match["before"] if index == 0 else None)
            each: list[str] | list[None] = _each(parts) if parts else [None]
            for one in each:
                yield span, _plain(piece["n"]), one


def _each(parts: str) -> list[str]:
    return re.findall(_P, parts)


def _plain(number: str) -> str:
    return re.sub(r"(?<=\d)[¹²³⁴⁵⁶⁷⁸⁹⁰]+", lambda m: "." + m[0].translate(_SUP), number)


def _share_code(flat: str, found: list[ArticleMention]) -> list[ArticleMention]:
    """In "ч. 1 ст. 205 и ч. 2 ст. 206 УК" the code stands once, after the last."""
    for index in range(len(found) - 2, -1, -1):
        here, following = found[index], found[index + 1]
        near = 0 <= following.span[0] - here.span[1] < 40
        if here.code is None and following.code is not None and near:
            found[index] = ArticleMention(here.span, here.number, here.part, following.code, following.offence)
    return found
