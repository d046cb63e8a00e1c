"""A cell read: the values that it holds, in the form of `values`. What is not understood gives nothing.

Several values stand between semicolons. A date in brackets at the end belongs to the value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from habeas.lexicon import NotADate, NotALength, When
from habeas.lexicon.kinds import KINDS
from habeas.lexicon.length import Length
from habeas.lexicon.written_days import written_day
from habeas.reading.articles import bare_articles, find_articles
from habeas.reading.dates import find_dates
from habeas.reading.lengths import find_lengths
from habeas.reading.rows.values import ATTRIBUTES, Value
from habeas.reading.russian.articles import find_articles as find_russian_articles
from habeas.reading.russian.dates import find_dates as find_russian_dates
from habeas.reading.russian.lengths import find_lengths as find_russian_lengths

_DATED = re.compile(r"(?P<value>.*\S)\s*\((?P<when>[\d./~?X-]{4,25})\)")
_OWN_ARTICLE = re.compile(r"(?P<n>\d{1,4}(?:[-–.]\d{1,3})?[A-Z]?)(?:\((?P<p>[\w.]{1,6})\))?(?: (?P<c>\D.{0,79}))?")
_NUMBER = r"\d{1,4}(?:[-–.]\d{1,3})?(?:-?[A-Z]\b|\sbis\b)?"
_PART = r"(?:parts?|pt|p|para|ch|ч)\.?\s*"
_ARTICLE = re.compile(
    rf"(?:{_PART}(?P<r>\d{{1,2}}),?\s*(?:of\s+)?(?:art(?:icle)?s?\.?|ст\.?)\s*)?(?P<n>{_NUMBER})"
    rf"(?:\s?\((?P<p>\w{{1,4}})\)|,?\s*{_PART}(?P<q>\d{{1,2}}(?:\.\d)?)|(?!\d))", re.I
)  # fmt: skip
_CODE = re.compile(r"\b(?:CC|PC|CrC|UK|УК|КоАП)(?:\s(?:of\s)?[A-ZА-Я]{2,3})?\b")
_ONLY_ARTICLES = re.compile(
    rf"(?:(?:art(?:icle)?s?|sec(?:tion)?s?|ст(?:ать[яи])?|§)\.?\s*)?(?:{_PART}\d{{1,2}},?\s*(?:of\s+)?(?:art(?:icle)?s?|ст)\.?\s*)?"
    rf"{_NUMBER}(?:\s?\(\w{{1,4}}\)|,?\s*{_PART}\d{{1,2}}(?:\.\d)?)?"
    rf"(?:\s*(?:[,;&]|and|и)\s*(?:and\s+)?(?:(?:art(?:icle)?s?|ст)\.?\s*)?{_NUMBER}(?:\s?\(\w{{1,4}}\)|,?\s*{_PART}\d{{1,2}}(?:\.\d)?)?)*"
    rf"(?:,?\s*(?:of\s+the\s+)?{_CODE.pattern})?\.?", re.I
)  # fmt: skip
_DATES = ("arrested", "held_since", "released", "sentenced")
_PENALTIES = KINDS["sentence"]["penalty"].terms
_SEX = {
    "female": ["female", "f", "woman", "w", "ж", "жен", "женский", "әйел", "ayel"],
    "male": ["male", "m", "man", "м", "муж", "мужской", "ер", "erkek"],
}  # fmt: skip
_SHORT_YEAR = re.compile(r"(?<![\w.])(\d+(?:[.,]\d+)?)\s*(?:y|yr|yrs|г|л)\b\.?", re.I)
_SHORT_MONTH = re.compile(r"(?<![\w.])(\d+)\s*(?:mo|mos|mth|mths|m|мес)\b\.?", re.I)
_STATES = (
    ("house_arrest", re.compile(r"house arrest|домашн\w+ арест|үйқамақ", re.I)),
    (
        "pretrial_detention",
        re.compile(r"pre-?trial|awaiting trial|under investigation|remand|в СИЗО|под стражей", re.I),
    ),
    ("released", re.compile(r"^(?:was |is )?(?:released|freed)\b|освобожд|^на свободе", re.I)),
)
_PENALTY_WORDS = (
    ("suspended", re.compile(r"suspend|conditional|услов|шартты", re.I)),
    ("restriction_of_liberty", re.compile(r"restrict|limitation of (?:freedom|liberty)|ограничен|шектеу", re.I)),
    ("compulsory_labour", re.compile(r"labou?r|community|принудител|исправительн", re.I)),
    ("fine", re.compile(r"\bfine|штраф|айыппұл", re.I)),
    ("life", re.compile(r"\blife\b|пожизнен|өмір бойы", re.I)),
)


def canonical(meaning: str, cell: str) -> Iterator[Value | None]:
    """The values of a cell in order; None in place of a piece that is not understood."""
    for piece in _pieces(meaning, cell):
        yield from _read(meaning, piece)


def _pieces(meaning: str, cell: str) -> list[str]:
    parts = [cell] if meaning in ("birth", "sex", "sentence", *_DATES) and ";" not in cell else cell.split(";")
    return [p for part in parts if (p := part.strip())]


def _read(meaning: str, piece: str) -> Iterator[Value | None]:
    if meaning in _DATES:
        when = day(piece)
        yield Value(meaning, when) if when else None
        return
    dated = _DATED.fullmatch(piece)
    when = day(dated["when"]) if dated else None
    said = dated["value"] if dated and when else piece
    yield from _READERS.get(meaning, _plain)(meaning, said, when)


def day(piece: str) -> str | None:
    """A date as EDTF, however a list prints it: EDTF, numbers, or words in English or Russian. None for no one date."""
    try:
        return When.parse(piece).text
    except NotADate:
        pass
    if found := written_day(piece):
        return found
    flat = piece.lower()
    for found_dates in (find_dates(piece), find_russian_dates(flat, 0, len(flat))):
        dates = [d for d in found_dates if d.sure]
        if len(dates) == 1 and dates[0].span[1] - dates[0].span[0] >= len(piece) - 8:
            return dates[0].when
    return None


def only_articles(said: str) -> bool:
    """True for words that name articles of a code and nothing else; a bare number must be no year and no small one."""
    if not _ONLY_ARTICLES.fullmatch(said):
        return False
    return not said.isdecimal() or (100 <= int(said) < 1000)


def _plain(meaning: str, said: str, when: str | None) -> Iterator[Value | None]:
    yield Value(meaning, said, when)


def _birth(meaning: str, said: str, when: str | None) -> Iterator[Value | None]:
    found = day(said)
    yield Value(meaning, found) if found else None


def _sex(meaning: str, said: str, when: str | None) -> Iterator[Value | None]:
    word = said.casefold().rstrip(".")
    found = next((sex for sex, words in _SEX.items() if word in words), None)
    yield Value(meaning, found) if found else None


def _article(meaning: str, said: str, when: str | None) -> Iterator[Value | None]:
    if _ONLY_ARTICLES.fullmatch(said):
        code = _CODE.search(said)
        items = list(_ARTICLE.finditer(said))
        yield from (Value(meaning, _written(m["n"], m["p"] or m["q"] or m["r"], code and code[0]), when) for m in items)
        return
    if own := _OWN_ARTICLE.fullmatch(said):
        yield Value(meaning, _written(own["n"], own["p"], own["c"]), when)
        return
    english = [a for a in find_articles(said) if a.offence]
    russian = [a for a in find_russian_articles(said.lower(), said, 0, len(said)) if a.offence]
    bare = bare_articles(said, 0)
    found = next(([_written(a.number, a.part, a.code) for a in f] for f in (english, russian, bare) if f), None)
    yield from (Value(meaning, text, when) for text in found) if found else (None,)


def _written(number: str, part: str | None, code: str | None) -> str:
    return number + (f"({part})" if part else "") + (f" {code}" if code else "")


def _sentence(meaning: str, said: str, when: str | None) -> Iterator[Value | None]:
    said = _SHORT_MONTH.sub(r"\1 months", _SHORT_YEAR.sub(r"\1 years", said))
    own = said if said.partition(" ")[0] in _PENALTIES else f"imprisonment {said}"
    penalty, _, length = own.partition(" ")
    if _is_length(length) or (said == penalty and said in _PENALTIES):
        yield Value(meaning, said, when)
        return
    penalty = next((name for name, words in _PENALTY_WORDS if words.search(said)), "imprisonment")
    if penalty == "life":
        yield Value(meaning, "life", when)
        return
    if state := next((name for name, words in _STATES if words.search(said)), None):
        yield Value("status", state)
        return
    lengths = find_lengths(said) or find_russian_lengths(said.lower(), 0, len(said))
    if len(lengths) != 1 or getattr(lengths[0], "ranged", False):
        yield Value(meaning, penalty, when) if penalty == "fine" else None
        return
    yield Value(meaning, " ".join(([] if penalty == "imprisonment" else [penalty]) + [lengths[0].length]), when)


def _status(meaning: str, said: str, when: str | None) -> Iterator[Value | None]:
    state = next((name for name, words in _STATES if words.search(said)), None)
    yield Value(meaning, state) if state else None


def _is_length(text: str) -> bool:
    try:
        return bool(Length.parse(text))
    except NotALength:
        return False


_READERS: Mapping[str, Callable[[str, str, str | None], Iterator[Value | None]]] = {
    **dict.fromkeys(ATTRIBUTES, _plain), "birth": _birth, "sex": _sex, "article": _article, "sentence": _sentence,
    "status": _status,
}  # fmt: skip
