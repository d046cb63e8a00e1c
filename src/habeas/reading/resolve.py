"""Who a single word means: the entry's own person first, then the passage's, then the last one named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from habeas.reading.aliases import Alias
from habeas.reading.evidence import FAMILY, Judged
from habeas.reading.identify import Figure, given_of, surname_of
from habeas.reading.layout import Layout
from habeas.reading.spelling import folded, is_feminine, surname_key, word_key
from habeas.reading.wordlists import given_names, role_of

Owners = Callable[[int], tuple[Figure, ...]]


_STRONG = 3
_LONE_ROLES = frozenset({"official", "relative", "honorific", "politician", "lawyer", "person", "journalist"})


ROLE_AND_FATE = 6
"""Points of a word with a noun for a person before it and a fate behind it: "activist Dursoltan was detained"."""


def lone_figures(judged: list[Judged], figures: list[Figure], aliases: list[Alias]) -> list[Figure]:
    """People whom the text names by one word only: a title or noun stands before it, and it looks like a name."""
    known = {surname_key(w) for f in figures for form in f.forms for w in form}
    known |= {surname_key(alias.name) for alias in aliases}
    lone: dict[str, Figure] = {}
    for one in judged:
        stretch = one.stretch
        key = surname_key(stretch.words[-1])
        if stretch.full or stretch.blocked or key in known or (key in lone and one not in lone[key].places):
            continue
        if one.marked or _is_lone_name(one):
            figure = lone.setdefault(key, Figure())
            figure.forms = [stretch.words]
            figure.places.append(one)
    return list(lone.values())


def _is_lone_name(one: Judged) -> bool:
    """A single word, or initials with one, is a person after a title, a kinship word or with initials before it."""
    kind = one.stretch.classes[-1]
    if one.context < 2 or kind == "caps" or len(one.stretch.words[-1]) < 3:
        return False
    if one.stretch.classes[0] == "initial":
        return kind in ("surname", "given") or (kind == "plain" and one.context >= _STRONG)
    role = role_of(one.role) or ""
    if role == "relative" and one.apposed and kind == "plain":
        return True
    if role == "honorific":
        return kind in ("given", "surname", "plain")
    told = kind == "plain" and one.context >= ROLE_AND_FATE
    return role in _LONE_ROLES and (kind in ("given", "surname") or told)


_SEX_OF_TITLE = {"mr": "m", "sir": "m", "mrs": "f", "ms": "f", "miss": "f", "madam": "f", "madame": "f"}


def _of_sex(figures: list[Figure], title: str) -> list[Figure]:
    """Those whose given name fits a title such as Ms, as far as any fits."""
    sex = _SEX_OF_TITLE.get(title)
    if sex is None or len(figures) < 2:
        return figures
    return [f for f in figures if _may_be(f, sex)] or figures


def _may_be(figure: Figure, sex: str) -> bool:
    """False when the given name, or a Vietnamese middle word, is of the other sex."""
    middle = {folded(w) for form in figure.forms for w in form[1:-1]}
    told = "f" if "thi" in middle else "m" if "van" in middle else sex
    return told == sex and all(given_names().get(key, sex) in (sex, "u") for key in figure.givens())


class Resolver:
    """Finds the figure that a single word, or an initial with a surname, means in its place."""

    def __init__(self, figures: list[Figure], layout: Layout, owners: Owners, aliases: list[Alias]) -> None:
        self._layout = layout
        self._owners = owners
        self._surnames: dict[str, list[Figure]] = defaultdict(list)
        self._givens: dict[str, list[Figure]] = defaultdict(list)
        self._last: dict[int, int] = {}
        for figure in figures:
            for key in sorted({surname_key(surname_of(f)) for f in figure.forms}):
                self._surnames[key].append(figure)
            for key in sorted({word_key(w) for f in figure.forms for w in f if w != surname_of(f)}):
                self._givens[key].append(figure)
        for alias in aliases:
            if " " not in alias.name:
                self._surnames[surname_key(alias.name)].append(alias.figure)

    def note(self, figure: Figure, offset: int) -> None:
        """Remembers that the figure was named at `offset`."""
        self._last[id(figure)] = offset

    def find(self, judged: Judged, following: Figure | None = None) -> Figure | None:
        """The figure that a stretch means, None when no name of the document fits.

        `following` is the figure of the next full name: in "Anna and Ivan Petrov" the first word shares its surname.
        """
        words = judged.stretch.words
        if judged.stretch.full or judged.stretch.blocked or judged.context <= -FAMILY:
            return None
        if following is not None and len(words) == 1 and (kin := self._kin(words[0], following)):
            return kin
        word = words[-1]
        if word.endswith("s") and word_key(word) not in self._surnames and surname_key(word[:-1]) in self._surnames:
            return None
        candidates = self._surnames.get(surname_key(word), [])
        if candidates:
            fitting = _of_sex(self._fitting(candidates, words), judged.before.lower())
            return self._nearest(fitting, word, judged.stretch.span[0])
        givens = self._givens.get(word_key(word), [])
        if judged.before.lower() in _SEX_OF_TITLE and len(words) == 1:
            first = [f for f in givens if any(word_key(x[0]) == word_key(word) and len(x) > 2 for x in f.forms)]
            return self._nearest(_of_sex(first, judged.before.lower()), word, judged.stretch.span[0])
        return givens[0] if len(givens) == 1 and len(words) == 1 and judged.context >= 0 else None

    def _kin(self, given: str, following: Figure) -> Figure | None:
        """The one figure with this given name and the surname of `following`."""
        kin = [f for key in sorted(following.surnames()) for f in self._surnames[key] if word_key(given) in f.givens()]
        return kin[0] if len(kin) == 1 and kin[0] is not following else None

    def _fitting(self, candidates: list[Figure], words: tuple[str, ...]) -> list[Figure]:
        """Those with the initial, the sex and the spelling that the words show, each as far as any fits."""
        word = words[-1]
        fitting = candidates
        if len(words) > 1:
            initial = folded(words[0])[:1]
            fitting = [f for f in candidates if any(folded(given_of(x)).startswith(initial) for x in f.forms)]
            if not fitting:
                return []
        feminine = is_feminine(word)
        same_sex = [f for f in fitting if any(is_feminine(surname_of(x)) == feminine for x in f.forms)]
        return same_sex or ([] if feminine else fitting)

    def _nearest(self, candidates: list[Figure], word: str, offset: int) -> Figure | None:
        if len(candidates) < 2:
            return candidates[0] if candidates else None
        owned = self._owners(offset)
        owners = [f for f in candidates if f in owned]
        exact = [f for f in candidates if any(folded(surname_of(x)) == folded(word) for x in f.forms)]
        if len(owners) == 1:
            return owners[0]
        pool = owners or exact or candidates
        named = [f for f in pool if id(f) in self._last]
        return max(named, key=lambda f: self._last[id(f)]) if named else min(pool, key=lambda f: f.first)
