"""Stretches of capitalised words that may name a person, with what each could be in the nominative."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from habeas.lexicon.scripts import is_mixed_script, repair
from habeas.reading.proposals import Span
from habeas.reading.russian.declension import Form
from habeas.reading.russian.lists import no_names, role_of_noun
from habeas.reading.russian.wordkinds import family_forms, given_forms, kinds, patronymic_forms
from habeas.reading.tokens import UPPER

_LETTER = r"[^\W\d_]"
_TOKEN = rf"(?:[{UPPER}]\.(?=\s?[{UPPER}]|[\s,;:)—–-]|$)|[{UPPER}]{_LETTER}*(?:['’ʼ]{_LETTER}+)*(?:[-‑]{_LETTER}+)*)"
_GAP = r"(?:[ \u00a0]+|[ ]?\r?\n[ ]*|(?<=\.))"
_SON_OF = r"(?:оглы|оглу|кызы|гызы|улы|уулу|қызы|ұлы)"
_RUN = re.compile(rf"(?<![\w@#&-]){_TOKEN}(?:{_GAP}(?:{_TOKEN}|{_SON_OF}(?!\w)))*")
_PART = re.compile(rf"[{UPPER}]{_LETTER}+[ \u00a0]+{_SON_OF}(?!\w)|{_TOKEN}")
_SON = re.compile(rf".+\s{_SON_OF}$")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_KAZAKH_END = re.compile(r"(?<=[вн])(?:а?(?:ның|нің|ға|ге|ны|ні|нан|нен|мен)|тың|тің|қа|ке|ты|ті|тан|тен|пен)$")


class Part(NamedTuple):
    """One capitalised word: its place, its lower-case form (look-alike letters repaired), its kinds."""

    text: str
    start: int
    end: int
    low: str
    kinds: frozenset[str]

    @property
    def initial(self) -> bool:
        """True for `И.`."""
        return len(self.text) == 2 and self.text[1] == "."


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name: nominatives in lower case (empty when not stated), gender, cases, weight."""

    given: str
    patronymic: str
    surname: str
    gender: str
    cases: str
    weight: float
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may name a person. `form`: full, initials, surname, given, title (needs an office before it)."""

    span: Span
    form: str
    parts: tuple[Part, ...]
    readings: tuple[Reading, ...]
    opens: bool


def runs(text: str, block: Span, language: str = "ru") -> Iterator[list[Part]]:
    """Capitalised words in a row, within a block."""
    for match in _RUN.finditer(text, *block):
        parts = [_part(m.group(), m.start(), language) for m in _PART.finditer(text, *match.span())]
        yield [p for p in parts if p is not None]


def _part(word: str, start: int, language: str) -> Part | None:
    if not _CYRILLIC.search(word):
        return None
    plain = repair(word)[0] if is_mixed_script(word) else word
    low = plain.lower().replace("‑", "-")
    if language == "kk":
        low = _KAZAKH_END.sub("", low)
    if len(word) == 2 and word[1] == ".":
        return Part(word, start, start + 2, low, frozenset({"initial"}))
    if _SON.fullmatch(low):
        low = " ".join(low.split())
    return Part(word, start, start + len(word), low, kinds(low))


_GOES_ON = re.compile(r"\s*(?:,|;|и|/|,\s*и)\s*|\s*\(")
_ROW_MARK = re.compile(r"\s*(?:[,(:;]|[-–—]\s|$)")


def candidates(text: str, block: Span, opens: frozenset[int], language: str = "ru") -> Iterator[Candidate]:
    """The name-like stretches of a block in order. `opens` are the offsets where sentences begin."""
    stop = -1  # where a name that stands surname first ends: the next one of its list stands so, too
    for parts in runs(text, block, language):
        index = 0
        while index < len(parts):
            part = parts[index]
            first = index == 0 and (part.start == block[0] or part.start in opens)
            listed = 0 <= stop <= part.start and bool(_GOES_ON.fullmatch(text, stop, part.start))
            marked = index + 2 == len(parts) and bool(_ROW_MARK.match(text, parts[-1].end))
            first = first or listed
            titled = not first and index + 1 < len(parts) and "common" in part.kinds and _is_titled(text, part.start)
            found = full_name(parts, index, first, marked=marked and first, titled=titled) or _single(part, first)
            if found and language == "kk":
                found = _kazakh_women(found)
            if found:
                stop = found.span[1] if _surname_leads(found) and first else -1
                yield found
                index += len(found.parts)
            else:
                index += 1


def _kazakh_women(found: Candidate) -> Candidate:
    """Surnames of women with their last letter, which the ending of a Kazakh case has taken with it."""
    readings = tuple(
        replace(r, surname=feminine(r.surname)) if r.gender == "f" and r.given else r for r in found.readings
    )
    return replace(found, readings=readings)


def _is_titled(text: str, at: int) -> bool:
    """Whether a noun for a person stands right before a place."""
    match = _WORD_BEFORE.search(text, max(0, at - 30), at)
    return bool(match) and role_of_noun(match[1].lower().replace("ё", "е")) not in ("", "place")  # type: ignore[index]


_WORD_BEFORE = re.compile(r"([А-ЯЁа-яё-]+)\s+$")


def _unlisted(part: Part) -> bool:
    """Whether only its ending makes a word a surname."""
    return "unknown" in part.kinds and not part.kinds & {"listed", "place", "given"} and not part.initial


def _surname_leads(found: Candidate) -> bool:
    """Whether a full name stands surname first."""
    if found.form not in ("full", "initials") or not found.readings:
        return False
    first = found.parts[0]
    return (
        not first.initial and "given" not in first.kinds and (found.parts[1].initial or "given" in found.parts[1].kinds)
    )


def full_name(
    parts: Sequence[Part], at: int, first: bool, *, marked: bool = False, titled: bool = False
) -> Candidate | None:
    """The longest full name that begins at a word, by the orders in which Russian writes names."""
    rest = parts[at : at + 4]
    if any(len(p.text) < 6 and p.text.isupper() and not p.initial for p in rest[:2]) and not first:
        return None
    shape = [_code(p) for p in rest]
    if len(rest) > 1 and _unlisted(rest[0]) and "strong" in rest[1].kinds:
        shape[0] += "U"  # "Айталину Слепцову"
    if titled and "strong" in rest[1].kinds and not rest[0].kinds & {"place", "adjective", "verb"}:
        shape[0] += "U"  # "судья Баян Сейтова"
    for order in _ORDERS:
        if len(order) > len(rest) or not all(code in shape[i] for i, code in enumerate(order)):
            continue
        chosen = tuple(rest[: len(order)])
        if not _joined(chosen) or not _plausible(order, chosen, rest, first, marked):
            continue
        readings = agreeing(order, chosen)
        if readings:
            form = "initials" if set(order) <= {"I", "S"} else "full"
            return Candidate((chosen[0].start, chosen[-1].end), form, chosen, readings, first)
    return None


_ORDERS = ("GPS", "SGP", "GPX", "GIS", "IIS", "SII", "GS", "SG", "GX", "GP", "UPS", "UP", "SUP", "US", "IS", "GI", "SI")
"""G given name, P patronymic, S surname, I initial, U a word no list knows that stands for a given name, X a word that
only its place behind a given name makes a surname ("Смаил Вели").
"""


def _code(part: Part) -> str:
    """The places of a name that a word can take."""
    if part.initial:
        return "I"
    codes = ""
    if "given" in part.kinds:
        codes += "G"
    if "patronymic" in part.kinds:
        codes += "PS"
    if part.kinds & {"surname", "unknown", "given"} or ("common" in part.kinds and "verb" not in part.kinds):
        codes += "S"
    if "unknown" in part.kinds and not part.kinds & {"place", "given", "surname"} and len(part.low) > 2:
        codes += "U"
    if len(part.low) > 1 and not _acronym(part) and "patronymic" not in part.kinds:
        codes += "X"
    return codes


def _joined(parts: Sequence[Part]) -> bool:
    return all(b.start - a.end <= 2 for a, b in itertools.pairwise(parts))


def _capitals(part: Part) -> bool:
    return len(part.text) > 2 and part.text.isupper()


def _acronym(part: Part) -> bool:
    """True for capitals that are hardly a surname: few letters or no vowel (`ФСБ`, `ИК`, `МВД`)."""
    return _capitals(part) and (len(part.text) < 3 or not re.search("[аеёиоуыэюя]", part.low))


def _plausible(order: str, parts: Sequence[Part], rest: Sequence[Part], first: bool, marked: bool) -> bool:
    """Whether the words of an order look like it: no place or common word as a surname without help."""
    surname = parts[order.index("S")] if "S" in order else None
    if order in ("SG", "SGP", "SUP"):
        return _surname_first(order, parts, rest, first, marked)
    if order in ("GP", "GPX"):
        return True
    if order in ("SI", "SII", "IS", "IIS"):
        return (
            surname is not None
            and bool(surname.kinds & {"surname", "unknown", "given"})
            and (order != "SI" or "surname" in surname.kinds or "unknown" in surname.kinds)
        )
    if order == "GI":
        return True
    if order == "GIS":  # not "Виктория П. Фамилию не называем"
        return surname is not None and bool(surname.kinds & {"surname", "unknown", "given"})
    if order == "GX":
        if parts[1].kinds & {"place", "adjective"} and len(rest) > 2:
            return False
        return not parts[0].kinds & {"common", "place", "verb", "surname"} and parts[1].low not in no_names()
    if surname is None:
        return True
    if order == "US":
        if first and _PEOPLE.search(parts[0].low):
            return False  # "Ахмадийцы Шымкента"
        if "common" in parts[0].kinds and "unknown" not in parts[0].kinds:
            return "strong" in surname.kinds
        sure = surname.kinds & {"surname"} or ("unknown" in surname.kinds and "unknown" in parts[0].kinds)
        return bool(sure) and not ("place" in surname.kinds and "surname" not in surname.kinds)
    if "place" in surname.kinds and not surname.kinds & {"surname", "unknown"}:
        return False
    return not ("adjective" in surname.kinds and surname.kinds.isdisjoint({"surname"}) and _capitals(parts[0]) is False
                and first is False and "common" in parts[0].kinds)  # fmt: skip


_PEOPLE = re.compile(r"(?:цы|исты|ане|яне|ики|оры|ели)$")


def _surname_first(order: str, parts: Sequence[Part], rest: Sequence[Part], first: bool, marked: bool) -> bool:
    """A surname before the given name: in capitals, with a patronymic, or at the start of a line or sentence."""
    if order in ("SGP", "SUP"):
        follows = len(rest) > 3 and "S" in _code(rest[3])
        return not _acronym(parts[0]) and (not follows or _capitals(parts[0]))
    if not parts[0].kinds & {"surname", "unknown"} and not _capitals(parts[0]):
        return False
    following = rest[2] if len(rest) > 2 else None
    if _acronym(parts[0]) or (following and "S" in _code(following)):
        return False
    if _capitals(parts[0]) and not _capitals(parts[1]):
        return True
    if _SON.fullmatch(parts[0].low):
        return True
    return first and bool(parts[0].kinds & ({"surname", "unknown"} if marked else {"surname"}))


def agreeing(order: str, parts: Sequence[Part]) -> tuple[Reading, ...]:
    """The readings of a full name whose parts agree in gender and case, likeliest first."""
    found: list[Reading] = [Reading("", "", "", "", "", 1.0)]
    for code, part in zip(order, parts, strict=True):
        found = [r for old in found for form in _forms(code, part) if (r := _with(old, code, form, order))]
    best: dict[tuple[str, str, str, str], Reading] = {}
    for reading in found:
        key = (reading.given, reading.patronymic, reading.surname, reading.gender)
        if key not in best or best[key].weight < reading.weight:
            best[key] = reading
    return tuple(sorted(best.values(), key=lambda r: -r.weight)[:12])


def _forms(code: str, part: Part) -> tuple[Form, ...]:
    if code == "I":
        return (Form(part.low, "", "ngdail", 1.0),)
    if code == "G":
        return given_forms(part.low)
    if code == "P":
        return patronymic_forms(part.low)
    if code == "X":
        return tuple(f._replace(weight=0.5) for f in family_forms(part.low)) or (Form(part.low, "", "ngdail", 0.5),)
    forms = family_forms(part.low)
    if code == "S" and "given" in part.kinds and not part.kinds & {"surname", "unknown"}:
        forms = tuple(f for f in forms if f.weight > 0.5)
    if code == "U":
        return tuple(f._replace(weight=f.weight * 0.8) for f in forms if not f.plural)
    return forms


def _with(old: Reading, code: str, form: Form, order: str) -> Reading | None:
    """A reading with one more word, None when the word disagrees."""
    gender = old.gender or form.gender
    cases = "".join(c for c in old.cases if c in form.cases) if old.cases else form.cases
    if (form.gender and old.gender and form.gender != old.gender and not form.plural) or not cases:
        return None
    if form.plural and (order != "GS" or ("g" in cases and old.cases == "n")):
        return None
    given, patronymic, surname = old.given, old.patronymic, old.surname
    if code in "GU":
        given = form.nominative
    elif code == "P":
        patronymic = form.nominative
    elif code == "I" and order in ("GI",):
        surname = form.nominative
    elif code == "I":
        given = given + form.nominative
    else:
        surname = feminine(form.nominative) if form.plural and gender == "f" else form.nominative
    return Reading(given, patronymic, surname, gender, cases, old.weight * form.weight, form.plural)


def feminine(surname: str) -> str:
    """The feminine form of a surname, the surname itself when it has none."""
    if surname.endswith(("ский", "цкий", "ый")):
        return surname[:-2] + "ая"
    return surname + "а" if surname.endswith(("ов", "ев", "ёв", "ин", "ын")) else surname


def _single(part: Part, first: bool) -> Candidate | None:
    """A surname, a given name, or a word that may be one if the document knows it."""
    if part.initial or len(part.low) < 2 or (part.text.isupper() and len(part.low) < 6):
        return None
    span = (part.start, part.end)
    family = tuple(Reading("", "", f.nominative, f.gender, f.cases, f.weight, f.plural) for f in family_forms(part.low))
    given = tuple(Reading(f.nominative, "", "", f.gender, f.cases, f.weight) for f in given_forms(part.low))
    sure = "strong" in part.kinds or ("listed" in part.kinds and "common" not in part.kinds)
    if sure and "given" not in part.kinds:
        return Candidate(span, "surname", (part,), family, first)
    if "given" in part.kinds:
        return Candidate(span, "given", (part,), given + family, first)
    if "verb" in part.kinds:
        return None
    return Candidate(span, "title", (part,), family, first)
