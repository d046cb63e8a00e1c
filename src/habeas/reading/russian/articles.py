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
_N = r"\d{1,3}(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]+|-\d(?!\d)|\s+прим(?!\w)\.?(?:\s*\d(?!\d))?)?(?:\.\d{1,3}){0,2}(?![\d-]|\.\d)"
_P = r"\d{1,2}(?:\.\d)?(?!\d)"
_AND = r"(?:\s*,\s*(?:и\s+)?|\s+и\s+|\s*;\s*(?=ст\.|ч\.))"
_POINT = r"(?:п{1,2}\.?|пункт\w*|подпункт\w*)\s*\"?[а-я0-9](?:[\"\s,и-]*\"?[а-я0-9]\"?(?!\w)){0,4}\"?\s*,?\s*"
_PARTS = rf"{_P}(?:{_AND}(?:ч\.\s*)?{_P})*"
_PARTWORD = r"(?:ч{1,2}\.?(?=\s*\d)|част\w{1,4}(?!\w))\s*"
_ORDINALS = {"перв": "1", "втор": "2", "трет": "3", "четверт": "4", "пят": "5"}
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)})\w{{1,4}}"
_NTH = (
    rf"(?:(?P<nth>{_ORDINAL})\s+част\w{{1,4}}|част\w{{1,4}}\s+(?P<nth2>{_ORDINAL})|(?P<nth3>\d)-?(?:й|"
    rf"я|ю|ой|ей|ая)\s+част\w{{1,4}})"
)
_WORD = r"(?:ст\.\s*ст\.|стст\.|ст\.|ст(?=\s+\d)|стать(?:я|и|е|ю|ей|ям|ях|ями)(?!\w))\s*(?:№\s*)?"
_AHEAD = r"(?!\s*(?:ст\.|ст\s+\d|стать))"  # in "ст. 30, ч. 2 ст. 205" the part is that of the article behind it
_MORE_PARTS = r"(?:\s*(?:,|и|,\s*и)\s*(?:ч\.\s*)?\d(?!\d|[.,]\d|\s*(?:лет|год|мес|сут|тыс|руб)|\s+[а-я]+\s+\d))*"
_ITEM = rf"{_N}(?:\s*,?\s*{_PARTWORD}{_P}{_MORE_PARTS}{_AHEAD}|\s*\(\s*{_PARTWORD}{_P}{_MORE_PARTS}\s*\))?"
_UNIT = (
    r"(?:лет|год|сут|мес|час|человек|тыс|руб|стать|ст\.|ч\.|январ|феврал|март|апрел|ма[яй]|июн|июл|август|сентябр|"
    r"октябр|ноябр|декабр)"
)
_REF = re.compile(
    rf"(?<!\w)(?:{_POINT})?(?:(?:{_PARTWORD}(?P<before>{_PARTS})|{_NTH})\s*,?\s*(?:(?:той\s+же\s+)?{_POINT})?)?{_WORD}"
    rf"(?P<list>{_ITEM}(?:{_AND}(?:ст\.\s*)?{_ITEM}(?!\s*{_UNIT}))*)(?:\s*,?\s*{_NTH.replace('nth', 'after')})?"
    rf"|(?<![\w.,])(?<!№ )(?P<bare>\d{{3}}(?:[.-]\d)?\s*,?\s*ч\.\s*{_P}{_MORE_PARTS}{_AHEAD}(?:{_AND}{_ITEM}(?!"
    rf"\s*{_UNIT}))*)"
    r"|(?<!\w)(?:по|на|через|из)\s+(?P<short>\d{3})-(?:й|ю|ой|ая|я)(?!\w)(?!\s+(?:стать|год|"
    r"день|бригад|полк|школ|дивиз))"
    r"|(?<![\w.])(?P<ordinal>\d{2,3}(?:\.\d)?)-(?:й|я|ю|ой|ая|ую)\s+стать\w+"
    rf"|(?<!\w){_PARTWORD}(?P<same>{_PARTS})\s+(?:той|этой)\s+же\s+стать\w+"
    rf"|(?<!\w)стать\w+[^.;()\d]{{0,24}}?[-,]\s*(?P<dashed>\d{{2,3}})-(?:я|ю|й|ой)(?!\w)"
    rf"(?:\s*,?\s*{_NTH.replace('nth', 'dash')})?"
    rf"|(?<!\w)(?P<same4>{_ORDINAL})\s+част\w{{1,4}}\s+(?:той|этой)\s+же\s+стать\w+"
    rf"|(?<=\(){_PARTWORD}(?P<same2>{_PARTS})(?=\s*\))|(?<=-\s){_PARTWORD}(?P<same3>{_PARTS})(?=\s*(?:[,;.]|$))"
)
_PIECE = re.compile(rf"(?P<n>{_N})(?:\s*,?\s*\(?\s*{_PARTWORD}(?P<p>{_P}{_MORE_PARTS}))?")
_CODE = re.compile(
    r"\s*(?P<code>(?:ук|коап|упк|уик|гк|гпк|кас|тк|нк)(?!\w)(?:\s+(?:рф|рк|рб|рсфср|россии|"
    r"казахстана|беларуси|украины|кр|рт|руз|кыргызстана|таджикистана|"
    r"республики\s+\w+))?|(?:российск\w+\s+|казахстанск\w+\s+|беларуск\w+\s+)?(?:уголовн\w+|"
    r"административн\w+|трудов\w+|"
    r"гражданск\w+|налогов\w+)(?:[\s-]+(?:процессуальн\w+|исполнительн\w+))?\s+кодекс\w*(?:\s+(?:рф|рк|россии|"
    r"казахстана|республики\s+\w+|(?:\w+\s+)?республики))?|кодекс\w*\s+об?\s+административных\s+правонарушениях"
    r"|(?:\w+\s+)?(?:конституци\w+|конвенци\w+|"
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
    if match["ordinal"] or match["short"]:
        yield match.span(), match["ordinal"] or match["short"], None
    elif match["dashed"]:
        yield match.span(), match["dashed"], _nth(match)
    elif match["same4"] and last:
        yield match.span(), last, next(n for stem, n in _ORDINALS.items() if match["same4"].startswith(stem))
    elif same := match["same"] or match["same2"] or match["same3"]:
        for part in _each(same) if last else ():
            yield match.span(), last or "", part
    else:
        group = "list" if match["list"] else "bare"
        base = match.start(group)
        for index, piece in enumerate(_PIECE.finditer(match[group])):
            span = (base + piece.start(), base + piece.end())
            parts = piece["p"] or ((match["before"] or _nth(match)) if index == 0 else None)
            each: list[str] | list[None] = _each(parts) if parts else [None]
            for one in each:
                yield span, _plain(piece["n"]), one


def _each(parts: str) -> list[str]:
    return re.findall(_P, parts)


def _nth(match: re.Match[str]) -> str | None:
    """The number of "второй части статьи", "статьи 5, часть вторая"."""
    names = ("nth", "nth2", "nth3", "after", "after2", "after3", "dash", "dash2", "dash3")
    word = next((match[n] for n in names if match[n]), None)
    if word is None or word.isdigit():
        return word
    return next(number for stem, number in _ORDINALS.items() if word.startswith(stem))


def _plain(number: str) -> str:
    if prime := re.fullmatch(r"(\d+)\s+прим\.?\s*(\d?)", number):
        return f"{prime[1]}.{prime[2] or 1}"
    return re.sub(r"(?<=\d)[¹²³⁴⁵⁶⁷⁸⁹⁰]+", lambda m: "." + m[0].translate(_SUP), number)


def _share_code(flat: str, found: list[ArticleMention]) -> list[ArticleMention]:
    """In "ч. 1 ст. 205 и ч. 2 ст. 206 УК" the code stands once, after the last."""
    for index in range(len(found) - 2, -1, -1):
        here, following = found[index], found[index + 1]
        near = 0 <= following.span[0] - here.span[1] < 40
        if here.code is None and following.code is not None and near:
            found[index] = ArticleMention(here.span, here.number, here.part, following.code, following.offence)
    return found
