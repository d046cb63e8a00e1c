"""A Russian sentence prepared for the rules: dates, lengths, and the words that stand for people with their cases.

All offsets are those of the document. `Slot.cases` holds the cases that a form can be: n, g, d, a, i, l.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from habeas.reading.context import Context
from habeas.reading.proposals import Span
from habeas.reading.russian.callings import WORD as CALLING
from habeas.reading.russian.callings import Callings, beginnings_of, callings_of, lemma_of
from habeas.reading.russian.dates import DateMention, find_dates, has_date
from habeas.reading.russian.lengths import LengthMention, find_lengths, has_length
from habeas.reading.russian.lists import role_of_noun
from habeas.reading.russian.morphology import word
from habeas.reading.russian.stand_ins import (
    GENERAL,
    KIN_SEX,
    NTH_CASES,
    PRONOUNS,
    RELATIVE,
    WORD,
    Slot,
    animate,
    group_cases,
    quotes_of,
)


@dataclass(frozen=True)
class RussianContext(Context):
    """A context with the flat text and the cases of each place that names somebody."""

    flat: str = ""
    cases: Mapping[tuple[Span, str], str] | None = None
    year: int | None = None
    today: str | None = None
    spare: int | None = None

    @cached_property
    def callings(self) -> Callings:
        """What the text calls its people."""
        return callings_of(self.flat, self.people, self.cases or {})

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """How those words begin."""
        return beginnings_of(self.callings)

    @cached_property
    def tells_of_few(self) -> bool:
        """Whether a text is about a handful of people."""
        return sum(p.role not in ("official", "lawyer", "relative", "journalist") for p in self.people.persons) <= 6


_AND = re.compile(r"\sи\s")
_SAYS = re.compile(
    r"(?<!\w)(?:по словам|со слов|по данным|по мнению|как (?:сообщ|рассказ|заяв|утвержд)[а-я]+)\s[^,;:]*$"
)
"""Whoever is quoted before a comma is not one of those of whom something is told behind it."""
_JOIN = re.compile(r"\s*(?:,|и|,\s*и|,?\s*а также|вместе с|/)\s*(?:[\dа-я-]+\s+){0,4}|\s*\([^()]{0,60}\)\s*(?:,|и)\s*")


class Statement:
    """One sentence. `anchor` is the last date before it in its section, `lead` the date at the head of its paragraph,
    `topic` whom the sentences before were about (nearest first), `harmed` those of whom the section has told a charge,
    a sentence or custody, `sentenced` those of the last verdict, `group` the people of the case ("остальным"),
    `fresh` those whom the sentence right before named together, `running` the day that opened a sentence before in the
    paragraph, `caught` those of the last custody told (`caught_here`: in it).
    """

    def __init__(
        self,
        context: RussianContext,
        span: Span,
        *,
        anchor: str | None = None,
        lead: DateMention | None = None,
        topic: tuple[str, ...] = (),
        pair: tuple[str, ...] = (),
        harmed: tuple[str, ...] = (),
        sentenced: tuple[str, ...] = (),
        group: tuple[str, ...] = (),
        fresh: tuple[str, ...] = (),
        running: DateMention | None = None,
    ) -> None:
        self.caught: tuple[str, ...] = ()
        self.caught_here: tuple[str, ...] = ()
        self.running = running
        self.harmed, self.sentenced, self.group, self.fresh = harmed, sentenced, group, fresh
        self.context, self.span, self.anchor, self.lead, self.topic, self.pair = (
            context,
            span,
            anchor,
            lead,
            topic,
            pair,
        )
        self.flat = context.flat
        self.text = context.text

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches of a pattern inside the sentence."""
        return pattern.finditer(self.flat, *self.span)

    def search(
        self, pattern: re.Pattern[str], start: int | None = None, end: int | None = None
    ) -> re.Match[str] | None:
        """The first match inside the sentence, or inside a part of it."""
        return pattern.search(self.flat, self.span[0] if start is None else start, self.span[1] if end is None else end)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates it states, in order."""
        if not has_date(self.flat, *self.span):
            return ()
        return tuple(d for d in self.all_dates if d.when)

    @cached_property
    def all_dates(self) -> tuple[DateMention, ...]:
        """The same with those whose year stays unread (`when` empty): no other date stands in for them."""
        year, today = self.context.year, self.context.today
        return tuple(
            find_dates(
                self.flat, *self.span, anchor=self.anchor, year=year, today=today, spare=self.context.spare, unread=True
            )
        )

    @cached_property
    def lengths(self) -> tuple[LengthMention, ...]:
        """The lengths it states, in order."""
        return tuple(find_lengths(self.flat, *self.span)) if has_length(self.flat, *self.span) else ()

    @cached_property
    def entry(self) -> tuple[str, ...]:
        """The people of the case entry that it stands in."""
        return self.context.people.entry_people(self.span[0])

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """Quoted stretches long enough to be speech."""
        pairs = quotes_of(self.text, self.flat, self.span)
        return tuple(p for p in pairs if p[1] - p[0] > 13 and self.flat.count(" ", *p) > 4)

    def quoted(self, at: int) -> bool:
        """True inside speech."""
        return any(low < at < high for low, high in self.quotes)

    @cached_property
    def names(self) -> tuple[Slot, ...]:
        """The places that name people; those of one place together."""
        found: dict[Span, Slot] = {}
        cases = self.context.cases or {}
        for mention in self.context.people.mentions_in(*self.span):
            own = cases.get((mention.span, mention.person), "ngdail").lstrip("*")
            old = found.get(mention.span)
            people = (*(old.persons if old else ()), mention.person)
            sex = self.context.people.sex(mention.person) or ""
            found[mention.span] = Slot(mention.span, "name", own, people, sex)
        return tuple(found.values())

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Names (coordinated ones as one), pronouns and nouns, in order."""
        singles = sorted([*self.names, *self._words()], key=lambda s: s.span)
        joined: list[Slot] = []
        for slot in singles:
            last = joined[-1] if joined else None
            if last and slot.span[0] < last.span[1]:
                continue
            if slot.kind == "rel":
                joined += self._relative(slot, last)
                continue
            introduced = (
                last
                and last.kind in ("they", "group")
                and (
                    self.flat[last.span[1] : slot.span[0]].isspace()
                    or (self.flat.startswith("владел", last.span[0]) and self._apposed(last, slot))
                )
            )
            if (
                last
                and slot.kind == "name"
                and (introduced or (last.kind in ("noun", "kin") and self._apposed(last, slot)))
            ):
                joined.pop()
                last = joined[-1] if joined else None
            owned = slot.kind == "name" and last and last.kind.startswith("own_") and len(joined) > 1
            if owned and joined[-2].kind == "name" and self._coordinated(joined[-2], slot):  # "X и его сын Y"
                joined.pop()
                last = joined[-1]
            if last and last.kind == slot.kind == "name" and self._coordinated(last, slot):
                people = tuple(dict.fromkeys(last.persons + slot.persons))
                shared = "".join(c for c in last.cases if c in slot.cases)
                joined[-1] = replace(last, span=(last.span[0], slot.span[1]), persons=people, cases=shared, gender="")
            else:
                joined.append(slot)
        return tuple(joined)

    def _relative(self, slot: Slot, last: Slot | None) -> list[Slot]:
        """A relative pronoun as what stands right before its comma; nothing when that is no person."""
        if last is None or not re.fullmatch(
            r"\s*(?:\([^()]*\))?\s*,\s*(?:в отношении\s+)?", self.flat[last.span[1] : slot.span[0]]
        ):
            return []
        return [replace(last, span=slot.span, cases=slot.cases)]

    def _coordinated(self, last: Slot, slot: Slot) -> bool:
        gap = self.flat[last.span[1] : slot.span[0]]
        if "," in gap and not _AND.search(gap) and _AND.search(self.flat[last.span[0] : last.span[1]]):
            return False  # behind "A и B," something new begins
        if "," in gap and _SAYS.search(self.flat, max(self.span[0], last.span[0] - 40), last.span[0]):
            return False
        shared = set(last.cases) & set(slot.cases)
        words = re.findall(r"[а-я-]+", re.sub(r"\([^()]*\)", "", gap))
        described = all(
            role_of_noun(w)
            or animate(w, shared)
            or w in ("и", "а", "также", "вместе", "с", "его", "ее")
            or w.endswith(_ADJECTIVE)
            for w in words
        )
        return bool(shared) and bool(_JOIN.fullmatch(gap)) and described

    def _apposed(self, noun: Slot, name: Slot) -> bool:
        """In "активист движения X" the noun only introduces the name; in "депутат ..., X" it does not."""
        gap = self.flat[noun.span[1] : name.span[0]]
        if gap.strip() == "," and set(noun.cases) & set(name.cases) and noun.kind == "noun":
            return self.flat.startswith(",", name.span[1])  # "подсудимого, Рустема Омарова,"
        return len(gap) < 60 and not re.search(r"[,;:()-]|(?<!\w)(?:и|что|с|к|за|по|о|у)(?!\w)", gap)

    def _called(self) -> Iterator[Slot]:
        """Nouns by which the text called somebody before: "верстальщице" for the one whom it named so."""
        beginnings = self.context.beginnings
        for match in self.find(CALLING) if beginnings else ():
            if match[0][:3] not in beginnings:
                continue
            lemma, cases, gender = lemma_of(match[0], self.context.callings)
            if not lemma or any(s.span[0] < match.end() and match.start() < s.span[1] for s in self.names):
                continue
            bearers = self.context.callings[lemma]
            mentions = [self.context.people.person(p).mentions for p in bearers]
            before = [m[bisect_left(m, match.span()) - 1] for m in mentions if m and m[0] < match.span()]
            if before and not self._means_topic(match[0], lemma, gender):
                last = max(before)
                person = next(p for p in bearers if last in self.context.people.person(p).mentions)
                yield Slot(match.span(), "noun", cases, (person,), gender)

    def _means_topic(self, form: str, lemma: str, gender: str) -> bool:
        """Whether a usual noun ("политик") stands for whom the text is about, though it never called that person so."""
        if not GENERAL.match(form) or not self.topic:
            return False
        first = self.topic[0]
        return first in self.context.callings[lemma] or self.context.people.sex(first) in (gender, None, "")

    def _words(self) -> Iterator[Slot]:
        called = list(self._called())
        yield from called
        named = [s.span for s in (*self.names, *called)]
        for match in self.find(WORD):
            if any(low < match.end() and match.start() < high for low, high in named):
                continue
            if match["pronoun"]:
                kind, cases = PRONOUNS[match["pronoun"]]
                if match["pronoun"] in ("его", "ее", "их") and self._owns(match.end()):
                    kind, cases = "own_" + kind, ""
                yield Slot(match.span(), kind, cases)
            elif match["together"]:
                cases = {"все": "n", "всех": "ga", "всем": "d"}[match["together"].split()[0]]
                yield Slot(match.span(), "both", cases)
            elif match["nth"]:
                yield Slot(match.span(), match["nth"][:4], NTH_CASES[match["nth"][4:]])
            elif match["every"]:
                yield Slot(match.span(), "everyone", {"все": "n", "всех": "ga", "всем": "d"}[match["every"].split()[0]])
            elif match["rel"]:
                yield Slot(match.span(), "rel", RELATIVE[match["rel"][5:]])
            elif match["all"]:
                yield Slot(match.span(), "all", {"все": "n", "всех": "ga", "всем": "d"}[match["all"]])
            elif match["kin"]:
                cases = "".join(sorted({p.case for p in word(match["kin"]).parses if p.case and not p.plural}))
                yield Slot(match.span(), "kin", cases, (), KIN_SEX.get(match["kin"][:2], ""))
            elif match["many"]:
                yield self._many(match)
            elif match["noun"]:
                yield from self._noun(match)
            else:
                yield Slot(match.span(), "group", group_cases(match[0]))

    def _many(self, match: re.Match[str]) -> Slot:
        """ "Мужчин отпустили": those named together before, unless a number or a name makes them others."""
        cases = "d" if match["many"].endswith(("ам", "ым")) else "n" if match["many"][-1] in "ыеи" else "ga"
        behind = next((s for s in self.names if 0 <= s.span[0] - match.end() < 50), None)
        introduces = behind and not _PARTS.search(self.flat, match.end(), behind.span[0])
        counted = _COUNTED.search(self.flat, max(self.span[0], match.start() - 24), match.start())
        return Slot(match.span(), "group" if counted or introduces else "they", cases)

    def _owns(self, end: int) -> bool:
        """Whether "его" goes on with a noun of its own ("его дело"), not with a verb, number or preposition."""
        following = re.match(
            r"\s+(?:\w+(?:ого|ему|ой|ую|ий|ая|ые|их|ым|ими|ое)\s+)?([а-я-]+)", self.flat[end : end + 60]
        )
        if not following:
            return False
        parses = word(following[1]).parses
        return bool(parses) and "NOUN" in parses[0].grammemes and following[1] not in ("суд", "полиция", "силовики")

    def _noun(self, match: re.Match[str]) -> Iterator[Slot]:
        parses = [p for p in word(match["noun"]).parses if p.case]
        if not parses:
            return
        plural = all(p.plural for p in parses)
        before = self.flat[max(self.span[0], match.start() - 30) : match.start()]
        if plural or re.search(
            r"(?<!\w)(?:один из|одна из|другой|другого|другая|другую|еще один|еще одного|некий|некоего|"
            r"каждый|любой)\s+(?:\w+\s+)?$",
            before,
        ):
            yield Slot(match.span(), "group", "".join({p.case for p in parses}))
            return
        cases = "".join(sorted({p.case for p in parses if not p.plural}))
        yield Slot(match.span(), "noun", cases, (), "f" if all(p.gender == "f" for p in parses) else "")


_PARTS = re.compile(r"[.;]|(?<!\w)(?:и|в|на|по|за|из|что)(?!\w)")
_COUNTED = re.compile(
    r"(?:\d|двое|двух|двум|трое|трех|трем|четыр\w+|четвер\w+|пят\w+|шест\w+|сем\w+|восьм\w+|"
    r"десят\w+|нескольк\w+|други\w+|многи\w+|"
    r"остальны\w+|сред[иь]\w*|из|все[хм]?|как|вс[её]|част\w+|для|против|дела?|числ\w+|имен\w*|"
    r"прав\w*|таки\w+|российск\w+|местны\w+)\s+"
    r"(?:[а-я-]+\s+)?$"
)
_ADJECTIVE = (
    "ого",
    "его",
    "ий",
    "ый",
    "ой",
    "ая",
    "яя",
    "ую",
    "ому",
    "ему",
    "ым",
    "им",
    "ых",
    "их",
    "летний",
    "летнего",
)
