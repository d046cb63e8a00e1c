"""Which full names of a document are one person: spelling, order, patronymics, initials, two first names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from habeas.reading.evidence import Judged
from habeas.reading.layout import Layout
from habeas.reading.spelling import folded, is_feminine, skeleton, surname_key, word_key
from habeas.reading.wordlists import given_names, role_of

_PATRONYMIC = (
    " oglu", " oğlu", " ogly", " oghlu", " uly", " kyzy", " qizi", " qızı", " gizi", " kizi",
    "ovich", "evich", "ovna", "evna",
)  # fmt: skip
_FAMILY_ENDINGS = (
    "ov", "ova", "ev", "eva", "in", "ina", "sky", "skaya", "ko", "uk", "yan", "dze", "shvili", "ich",
)  # fmt: skip
_LARGEST_BUCKET = 60


@dataclass(slots=True, eq=False)
class Figure:
    """A person in the making: the full names that mean one person, and the places where they stand."""

    forms: list[tuple[str, ...]] = field(default_factory=list)
    places: list[Judged] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The offset of the first place."""
        return self.places[0].stretch.span[0]

    def givens(self) -> set[str]:
        """Keys of the given names."""
        return {word_key(given_of(f)) for f in self.forms}

    def surnames(self) -> set[str]:
        """Keys of the surnames, feminine endings apart."""
        return {surname_key(surname_of(f)) for f in self.forms}


@lru_cache(maxsize=16384)
def surname_of(words: tuple[str, ...]) -> str:
    """The word that stands for the person alone: the last, or the first when the name is written family name first."""
    if len(words) > 2 and words[-1].lower().endswith(_PATRONYMIC):
        words = words[:-1]
    return words[0] if _family_first(words) else words[-1]


@lru_cache(maxsize=16384)
def given_of(words: tuple[str, ...]) -> str:
    """The given name of a full name."""
    return words[1] if _family_first(words) else words[0]


def _family_first(words: tuple[str, ...]) -> bool:
    if len(words) < 2 or word_key(words[0]) in given_names():
        return False
    if words[0].isupper() and not words[1].isupper() and len(words[0]) > 2:
        return True
    return word_key(words[1]) in given_names() and _looks_family(words[0]) and not _looks_family(words[-1])


def _looks_family(word: str) -> bool:
    return folded(word).endswith(_FAMILY_ENDINGS)


Kin = list[tuple[Judged, tuple[str, ...]]]
Test = Callable[[Figure, Figure, list[Figure], dict[int, Figure], Layout], bool]


def identify(places: list[Judged], layout: Layout, kin: Kin) -> list[Figure]:
    """Groups the accepted full names of a document into persons, in order of their first place.

    `kin` are places of a given name that shares the surname of the name after it, with the whole name.
    """
    figures = _by_name([(p, p.stretch.words) for p in places] + kin)
    buckets: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        surname, given = surname_key(surname_of(figure.forms[0])), word_key(given_of(figure.forms[0]))
        buckets[surname, ""].append(figure)
        buckets[surname[:2], given].append(figure)
    gone: dict[int, Figure] = {}
    for (_, given), bucket in buckets.items():
        if 1 < len(bucket) <= _LARGEST_BUCKET:
            tests = (_near_name,) if given else (_same_name, _last_words, _near_name, _two_first_names)
            _merge_bucket(bucket, tests, gone, layout)
    _join_first_words([f for f in figures if id(f) not in gone], gone)
    kept = [f for f in figures if id(f) not in gone]
    for figure in kept:
        figure.places.sort(key=lambda j: j.stretch.span)
    return sorted(kept, key=lambda f: f.first)


def _join_first_words(figures: list[Figure], gone: dict[int, Figure]) -> None:
    """A name that is the first two words or more of just one longer name before it is that person ("Sayed Ihsan" after
    "Sayed Ihsan Jawad Taqi"), unless it is told to be a relative.
    """
    opens: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in figures:
        for keys in {tuple(map(word_key, form[:n])) for form in figure.forms for n in range(2, len(form))}:
            opens[keys].append(figure)
    for short in figures:
        longer = [f for form in short.forms for f in opens.get(tuple(map(word_key, form)), ()) if f is not short]
        told = any(role_of(j.role) == "relative" for j in short.places)
        if len(longer) == 1 and not told and longer[0].first < short.first and id(longer[0]) not in gone:
            longer[0].forms += [f for f in short.forms if f not in longer[0].forms]
            longer[0].places += short.places
            gone[id(short)] = longer[0]


def _by_name(places: Kin) -> list[Figure]:
    figures: dict[tuple[str, ...], Figure] = {}
    for place, words in places:
        key = tuple(sorted(word_key(w) for w in words))
        figure = figures.setdefault(key, Figure())
        figure.places.append(place)
        if words not in figure.forms:
            figure.forms.append(words)
    return list(figures.values())


def _merge_bucket(bucket: list[Figure], tests: tuple[Test, ...], gone: dict[int, Figure], layout: Layout) -> None:
    for test in tests:
        for one, other in combinations(bucket, 2):
            a, b = _kept(one, gone), _kept(other, gone)
            if a is not b and test(a, b, bucket, gone, layout):
                a.forms += [f for f in b.forms if f not in a.forms]
                a.places += b.places
                gone[id(b)] = a


def _kept(figure: Figure, gone: dict[int, Figure]) -> Figure:
    while id(figure) in gone:
        figure = gone[id(figure)]
    return figure


def _same_name(a: Figure, b: Figure, bucket: list[Figure], gone: dict[int, Figure], layout: Layout) -> bool:
    """Same given name and surname in any spelling, with or without a patronymic, in either order."""
    return any(_same_form(x, y) for x in a.forms for y in b.forms)


def _last_words(a: Figure, b: Figure, bucket: list[Figure], gone: dict[int, Figure], layout: Layout) -> bool:
    """A long name and its last two words or more, where no kinship word and no second long name stands in the way."""
    short, long = sorted((a, b), key=lambda f: min(len(x) for x in f.forms))
    if any(role_of(j.role) == "relative" for j in short.places):
        return False
    return _ends(short, long) and sum(_ends(short, _kept(f, gone)) for f in bucket if f is not short) == 1


def _ends(short: Figure, long: Figure) -> bool:
    """True when the long name of one figure ends with the whole name of the other."""
    keys = [[word_key(w) for w in f] for f in long.forms]
    return any(
        1 < len(x) < len(k) and k[-len(x) :] == [word_key(w) for w in x] for x in short.forms for k in keys
    )


def _same_form(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    if surname_key(surname_of(x)) == surname_key(surname_of(y)) and word_key(given_of(x)) == word_key(given_of(y)):
        return len(x) < 3 or len(y) < 3 or len(x) != len(y) or word_key(x[1]) == word_key(y[1])
    short, long = sorted(({word_key(w) for w in x}, {word_key(w) for w in y}), key=len)
    return len(short) >= 2 and short < long and word_key(given_of(x)) == word_key(given_of(y))


def _near_name(a: Figure, b: Figure, bucket: list[Figure], gone: dict[int, Figure], layout: Layout) -> bool:
    """Given names or surnames that differ by a letter or by vowels only, and never stand in one passage."""
    near = any(
        (surname_key(surname_of(x)) == surname_key(surname_of(y)) and _close(given_of(x), given_of(y)))
        or (word_key(given_of(x)) == word_key(given_of(y)) and _close(surname_of(x), surname_of(y)))
        for x in a.forms for y in b.forms
    )  # fmt: skip
    return near and (not _together(a, b, layout) or _misprint(a, b))


def _misprint(a: Figure, b: Figure) -> bool:
    """One given name, and long surnames a letter apart of which one stands once: a slip, even side by side."""
    if min(len(a.places), len(b.places)) > 1:
        return False
    return any(
        word_key(given_of(x)) == word_key(given_of(y)) and min(len(surname_of(x)), len(surname_of(y))) >= 8
        and is_feminine(surname_of(x)) == is_feminine(surname_of(y))
        and _one_edit(word_key(surname_of(x)), word_key(surname_of(y)))
        for x in a.forms for y in b.forms
    )  # fmt: skip


@lru_cache(maxsize=65536)
def _close(x: str, y: str) -> bool:
    """One name in two spellings: same consonants and first sound, or one letter's difference in a long word."""
    if is_feminine(x) != is_feminine(y) or min(len(x), len(y)) < 4:
        return False
    a, b = word_key(x), word_key(y)
    if a in given_names() and b in given_names() and a[:2] != b[:2]:
        return False
    return (skeleton(x) == skeleton(y) and len(skeleton(x)) > 2) or (min(len(a), len(b)) >= 6 and _one_edit(a, b))


def _one_edit(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return a[i + 1 :] == b[i + 1 :] or a[i:] == b[i + 1 :] or a[i + 1 :] == b[i:]


def _two_first_names(a: Figure, b: Figure, bucket: list[Figure], gone: dict[int, Figure], layout: Layout) -> bool:
    """A rare surname with two given names of one initial, of which one stands once and never beside the other.

    A summary often calls a person by the short name that friends use. Relatives who share a surname are mostly named
    side by side, differ in initial or sex, or have a case of their own.
    """
    alive = {id(_kept(f, gone)) for f in bucket}
    few, many = sorted((a, b), key=lambda f: len(f.places))
    if len(alive) != 2 or len(few.places) > 1 or len(many.places) < 2 or a.surnames() != b.surnames():
        return False
    initials = {g[:1] for f in (a, b) for g in f.givens()}
    feminine = {is_feminine(surname_of(f)) for x in (a, b) for f in x.forms}
    lead = layout.block_at(few.first)
    starts_block = lead is not None and lead.span[0] == few.first
    return len(initials) == 1 and len(feminine) == 1 and not starts_block and not _together(a, b, layout)


def _together(a: Figure, b: Figure, layout: Layout) -> bool:
    """True when one block names both."""
    blocks = {layout.index_at(j.stretch.span[0]) for j in a.places}
    return any(layout.index_at(j.stretch.span[0]) in blocks for j in b.places)
