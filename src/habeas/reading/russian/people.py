"""The people of a Russian document: names folded to the nominative, places put together, one person each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from habeas.reading.proposals import Span
from habeas.reading.russian.beside import PRESENT, VERB, beside_noun, beside_verb, in_title, word_before
from habeas.reading.russian.lists import full_given, role_of_noun
from habeas.reading.russian.morphology import agrees
from habeas.reading.russian.names import Candidate, Reading, feminine
from habeas.reading.russian.printed import cap, title


@dataclass(slots=True)
class Found:
    """A person in the making. `given`, `patronymic`, `surname` are folded nominatives (`е` for `ё`)."""

    given: str
    patronymic: str
    surname: str
    gender: str
    name: str
    names: dict[str, None] = field(default_factory=dict)
    places: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person is named: in which cases, whether by two or more words, whether with others of the surname."""

    span: Span
    person: int
    cases: str
    full: bool
    plural: bool = False


def fold(word: str) -> str:
    """The key of a nominative."""
    return word.replace("ё", "е")


class Register:
    """People found so far. Full names first, in a pass of their own; then single words are linked to them."""

    def __init__(self, candidates: Sequence[Candidate], text: str, flat: str) -> None:
        self._text, self._flat = text, flat
        self.people: list[Found] = []
        self.places: list[Place] = []
        self._by_surname: dict[str, list[int]] = {}
        self._by_given: dict[str, list[int]] = {}
        self._votes = _votes(candidates)
        self._done: set[Span] = set()
        self._last: tuple[Span, int] = ((0, 0), -1)
        self._candidates = candidates
        self._starts = [c.span[0] for c in candidates]

    def build(self) -> None:
        """Names everybody: full names, then single words in the order of the text."""
        full = [c for c in self._candidates if c.form in ("full", "initials") and not self._names_place(c)]
        for candidate in sorted(full, key=lambda c: c.form != "full"):
            self._full(candidate)
        single = [c for c in self._candidates if c.form not in ("full", "initials")]
        for candidate in sorted(single, key=lambda c: any(r.plural for r in c.readings)):
            self._single(candidate)
        self.places.sort(key=lambda p: (p.span, p.person))

    def _full(self, candidate: Candidate) -> None:
        heads = candidate.opens or candidate.parts[0].text.isupper()
        beside, verb = self._beside(candidate), VERB.match(self._flat, candidate.span[1])
        noun, present = word_before(self._flat, candidate.span[0]), PRESENT.match(self._flat, candidate.span[1])
        reading = max(
            candidate.readings,
            key=lambda r: (
                self._likely(r, nominative=heads)
                * (3 if set(r.cases) & beside else 1)
                * beside_verb(r, verb)
                * beside_noun(r, noun, subject=bool(present))
            ),
        )
        person = self._same(reading)
        if person is None:
            person = self._alias(candidate, reading)
        if person is None:
            person = self._add(reading)
        self._last = (candidate.span, person)
        found = self.people[person]
        if reading.patronymic and not found.patronymic:
            found.patronymic = fold(reading.patronymic)
        self._mention(candidate, person, reading)
        for form in (title(reading, patronymic=True), title(reading, patronymic=False), self._printed(candidate)):
            found.names.setdefault(form)
        if reading.plural or (reading.given and self._of_family(candidate)):
            self._shares_surname(candidate, reading)
        if candidate.form == "full" and len(reading.surname) > 2:
            found.names.setdefault(cap(reading.surname))

    def _beside(self, candidate: Candidate) -> set[str]:
        """The cases of the names that stand in one list with a name, where those are clear."""
        index = bisect_left(self._starts, candidate.span[0])
        found: set[str] = set()
        for other in self._candidates[max(0, index - 1) : index + 2]:
            if other is candidate or other.form != "full":
                continue
            low, high = sorted((other.span, candidate.span))
            if _LIST_GAP.fullmatch(self._flat, low[1], high[0]):
                cases = {r.cases for r in other.readings if r.weight >= 0.5 * other.readings[0].weight}
                found |= set("".join(cases)) if len(cases) == 1 else set()
        return found

    def _names_place(self, candidate: Candidate) -> bool:
        """Two words that no list of names knows, behind "city", "street" and the like."""
        known = any(p.kinds & {"given", "patronymic", "initial"} for p in candidate.parts)
        return not known and role_of_noun(word_before(self._flat, candidate.span[0])) == "place"

    def _of_family(self, candidate: Candidate) -> bool:
        """Whether a name ends a couple or kin of one surname: "Супруги Сергей и Татьяна Мацкойть"."""
        before = self._candidates[max(bisect_left(self._starts, candidate.span[0]) - 1, 0)]
        if before.form != "given" or self._flat[before.span[1] : candidate.span[0]].strip() != "и":
            return False
        return bool(_FAMILY.search(self._flat, max(0, before.span[0] - 14), before.span[0]))

    def _shares_surname(self, candidate: Candidate, reading: Reading) -> None:
        """In "Ивана и Олега Паниных" the surname is that of the given name before, too."""
        index = bisect_left(self._starts, candidate.span[0]) - 1
        before = self._candidates[index] if index >= 0 else None
        if (
            before is None
            or before.form != "given"
            or not _LIST_GAP.fullmatch(self._flat, before.span[1], candidate.span[0])
        ):
            return
        given = max(
            (r for r in before.readings if r.given and set(r.cases) & set(reading.cases)),
            key=self._likely,
            default=None,
        )
        if given:
            family = candidate.readings[0].surname if given.gender == reading.gender else ""
            if not reading.plural:
                family = reading.surname
            family = family or (feminine(reading.surname) if given.gender == "f" else reading.surname.removesuffix("а"))
            whole = Reading(given.given, "", family, given.gender, given.cases, 1.0)
            person = self._same(whole)
            person = self._add(whole) if person is None else person
            self.people[person].names.setdefault(title(whole, patronymic=False))
            self._mention(before, person, whole, full=False)
            self._done.add(before.span)

    def _alias(self, candidate: Candidate, reading: Reading) -> int | None:
        """The person of another spelling in brackets right behind a name: "Міхал Галавач (Михаил Головач)"."""
        (_start, end), person = self._last
        gap = self._flat[end : candidate.span[0]] if end <= candidate.span[0] else ""
        closed = self._flat[candidate.span[1] : candidate.span[1] + 1] == ")"
        if person >= 0 and closed and _ALIAS.fullmatch(gap) and self.people[person].gender in (reading.gender, ""):
            self._by_surname.setdefault(fold(reading.surname), []).append(person)
            return person
        return None

    def _likely(self, reading: Reading, *, nominative: bool = False) -> float:
        known = [
            p for p in self._by_surname.get(fold(reading.surname), ()) if self.people[p].gender in (reading.gender, "")
        ]
        first = 2.0 if nominative and "n" in reading.cases else 1.0
        own = any(self._given_fits(self.people[p].given, fold(reading.given)) for p in known)
        votes = self._votes[fold(reading.surname)] + self._votes["+" + fold(reading.given)]
        return first * reading.weight * (1 + votes) * (3 if own else 1)

    def _same(self, reading: Reading) -> int | None:
        """The person of a full name, None when it is a new one."""
        given, patronymic = fold(reading.given), fold(reading.patronymic)
        for person in self._by_surname.get(fold(reading.surname), ()):
            found = self.people[person]
            if reading.gender and found.gender and reading.gender != found.gender:
                continue
            if patronymic and found.patronymic and patronymic != found.patronymic:
                continue
            if self._given_fits(found.given, given):
                return person
        return None

    @staticmethod
    def _given_fits(one: str, other: str) -> bool:
        if one == other:
            return True
        if "." in one or "." in other:
            return one[:1] == other[:1] and bool(one)
        full = full_given()
        return one in full.get(other, "").split() or other in full.get(one, "").split()

    def _add(self, reading: Reading) -> int:
        found = Found(
            fold(reading.given),
            fold(reading.patronymic),
            fold(reading.surname),
            reading.gender,
            title(reading, patronymic=bool(reading.patronymic and not reading.surname)),
        )
        self.people.append(found)
        person = len(self.people) - 1
        if found.surname:
            self._by_surname.setdefault(found.surname, []).append(person)
        if found.given and "." not in found.given:
            self._by_given.setdefault(found.given, []).append(person)
            for full in full_given().get(found.given, "").split():
                self._by_given.setdefault(full, []).append(person)
        return person

    def _printed(self, candidate: Candidate) -> str:
        return " ".join(self._text[slice(*candidate.span)].split())

    def _mention(self, candidate: Candidate, person: int, reading: Reading, *, full: bool = True) -> None:
        self.places.append(Place(candidate.span, person, reading.cases, full, reading.plural))
        self.people[person].places.append(candidate.span)

    def _single(self, candidate: Candidate) -> None:
        if candidate.span in self._done or self._linked(candidate):
            return
        before = self._noun_before(candidate.span[0])
        if role_of_noun(before) == "place" or in_title(self._flat, candidate.span):
            return
        role = role_of_noun(before)
        if candidate.form == "title" and not (role and role != "person" and "common" not in candidate.parts[0].kinds):
            return
        if candidate.form == "given" and not self._stands_alone(candidate, role):
            return
        if candidate.form == "surname" and self._is_place(candidate, before, role):
            return
        self._new(candidate)

    def _new(self, candidate: Candidate) -> None:
        noun, verb = self._noun_before(candidate.span[0]), VERB.match(self._flat, candidate.span[1])
        reading = max(
            (r for r in candidate.readings if bool(r.given) == (candidate.form == "given")),
            key=lambda r: self._likely(r) * beside_noun(r, noun, subject=False) * beside_verb(r, verb),
        )
        if reading.plural or (
            candidate.form == "surname"
            and any(r.plural and r.weight >= 0.7 and r.cases != "d" for r in candidate.readings)
        ):
            return
        if reading.given and (family := self._family_before(candidate.span[0])):
            reading = Reading(
                reading.given,
                "",
                family if reading.gender == "m" else feminine(family),
                reading.gender,
                reading.cases,
                reading.weight,
            )
        person = self._add(reading)
        self.people[person].names.setdefault(title(reading, patronymic=False))
        if reading.given:
            self.people[person].names.setdefault(cap(reading.given))
        self._mention(candidate, person, reading, full=False)

    def _linked(self, candidate: Candidate) -> bool:
        """True when the word names people that the document knows."""
        at = candidate.span[0]
        scored = [
            (self._near(person, at), reading, person)
            for reading in candidate.readings
            for person in self._of(reading)
            if self._allowed(candidate, reading, person)
        ]
        if not scored:
            return False
        plural = [(r, p) for _, r, p in scored if r.plural]
        if plural and not any(r.weight > 0.9 for _, r, _ in scored if not r.plural):
            chosen = dict.fromkeys(p for _, p in plural)
            near = [p for p in chosen if any(abs(s[0] - at) < 3000 for s in self.people[p].places)]
            for person in near if len(near) > 1 else ():
                self._mention(candidate, person, plural[0][0], full=False)
            return len(near) > 1
        _, reading, person = max(
            ((n, r, p) for n, r, p in scored if not r.plural),
            default=(0, None, -1),
            key=lambda s: (s[0], s[1].weight if s[1] else 0),
        )
        if reading is None:
            return False
        self._mention(candidate, person, reading, full=False)
        found = self.people[person]
        found.names.setdefault(cap(reading.surname or reading.given))
        return True

    def _allowed(self, candidate: Candidate, reading: Reading, person: int) -> bool:
        """A common word that opens a sentence, or one in quotes, names nobody; a given name only those near."""
        part, found = candidate.parts[0], self.people[person]
        if reading.gender and found.gender and reading.gender != found.gender and not reading.plural:
            return False
        if "common" in part.kinds and candidate.opens and "listed" not in part.kinds and candidate.form == "title":
            return (bool(reading.surname) and found.surname != fold(part.low) and len(found.places) > 1) or (
                found.surname == fold(part.low)
            )
        if reading.given and not reading.surname:
            return any(-4000 < s[0] - candidate.span[0] < 600 for s in found.places) and not in_title(
                self._flat, candidate.span
            )
        return not self._flat.startswith(("-live", '-live"'), candidate.span[1])

    def _of(self, reading: Reading) -> Iterable[int]:
        if reading.surname:
            people = list(self._by_surname.get(fold(reading.surname), ()))
            if reading.plural:
                people += self._by_surname.get(fold(feminine(reading.surname)), ())
            return people
        given = fold(reading.given)
        full = full_given().get(given, "").split()
        return dict.fromkeys(p for name in (given, *full) for p in self._by_given.get(name, ()))

    def _near(self, person: int, at: int) -> float:
        """How near before a place the person was named: the nearest before wins, then those named later."""
        before = [at - s[0] for s in self.people[person].places if s[0] < at]
        return 1e9 - min(before) if before else 1e6 - min((s[0] - at for s in self.people[person].places), default=0)

    def _stands_alone(self, candidate: Candidate, role: str) -> bool:
        """A given name alone names somebody when an apposition or the word's own rarity says so."""
        part = candidate.parts[0]
        if role in ("relative", "victim", "person", "official", "lawyer"):
            return True
        if word_before(self._flat, candidate.span[0]) in ("в", "во", "из", "на", "до", "под"):
            return False
        if part.kinds & {"common", "place", "listed"}:
            return False
        return not re.match(
            r"\s+(?:[ivx]+|перв|втор|велик|грозн)", self._flat[candidate.span[1] : candidate.span[1] + 12]
        )

    def _noun_before(self, at: int) -> str:
        """The word before a name, or the one before the genitive that stands between ("брат Ивановой Хасан")."""
        index = bisect_left(self._starts, at) - 1
        before = self._candidates[index].span if index >= 0 else (0, 0)
        if before[1] and self._flat[before[1] : at].strip() == "" and at - before[1] <= 2:
            kin = word_before(self._flat, before[0])
            return kin if role_of_noun(kin) == "relative" else ""
        return word_before(self._flat, at)

    def _is_place(self, candidate: Candidate, before: str, role: str) -> bool:
        """A surname-like word after a preposition of place, or known as a place, or with a street before it."""
        part = candidate.parts[0]
        if "place" in part.kinds and "strong" not in part.kinds:
            return True
        if "place" in part.kinds:
            return role not in ("official", "lawyer", "victim", "person") or not agrees(
                before, candidate.readings[0].cases
            )
        if role:
            return False
        cases = "".join(r.cases for r in candidate.readings[:2])
        return before in ("в", "из", "под", "до", "через", "во", "на") and (
            before not in ("в", "на") or "l" in cases or "strong" not in part.kinds
        )

    def _family_before(self, at: int) -> str:
        """A surname in the plural ("братьев Ивановых") shortly before: it is that of the given names behind it."""
        for candidate in reversed(self._candidates):
            if candidate.span[0] >= at or candidate.form != "surname":
                continue
            if at - candidate.span[0] > 400:
                return ""
            best = candidate.readings[0]
            plural = next((r for r in candidate.readings if r.plural), None)
            family = _FAMILY.search(self._flat, max(0, candidate.span[0] - 14), candidate.span[0])
            if plural and best.weight <= 1.0 and family:
                return plural.surname
            if family and self._flat.startswith(",", candidate.span[1]):  # "Супруги Ярмолич, Татьяна и Виталий"
                return best.surname
        return ""


_ALIAS = re.compile(
    r"\s*\(\s*(?:(?:по паспорту|в паспорте|настоящее имя|урожд\w*\.?|также|он же|она же|бел\.|рус\.|"
    r"укр\.)\s*[:,-]?\s*)?"
)
_LIST_GAP = re.compile(r"\s*(?:,|и|,\s*и)\s*")
_FAMILY = re.compile(r"(?:брат\w*|сест\w+|супруг\w*|семь\w+|отц\w+|мать|матер\w+|чет\w+)\s+$")


def _votes(candidates: Iterable[Candidate]) -> Counter[str]:
    """For each nominative, how many different forms of the document it explains."""
    seen: set[tuple[str, str]] = set()
    votes: Counter[str] = Counter()
    for candidate in candidates:
        for reading in candidate.readings:
            for key in (fold(reading.surname), "+" + fold(reading.given)):
                word = (candidate.parts[-1].low, key)
                if len(key) > 1 and word not in seen:
                    seen.add(word)
                    votes[key] += 1
    return votes
