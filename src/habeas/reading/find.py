"""Finds the people of a text: names, who is who, case entries, single words, roles. The one way to a `People`."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from habeas.lexicon.scripts import is_mixed_script
from habeas.reading.accept import accepted, key_of, kin
from habeas.reading.aliases import Alias, find_aliases
from habeas.reading.cards import in_place_field, is_marked
from habeas.reading.entries import Entry, find_entries
from habeas.reading.evidence import ENOUGH, Judged, judge
from habeas.reading.identify import Figure, identify
from habeas.reading.layout import Layout
from habeas.reading.name_cells import name_cells
from habeas.reading.names import WordClasses, stretches
from habeas.reading.nicknames import with_nicknames
from habeas.reading.people import CaseEntry, Mention, People
from habeas.reading.proposals import NamedPerson, Span
from habeas.reading.resolve import Resolver, lone_figures
from habeas.reading.roles import Place, office, subjects
from habeas.reading.sex import sex_of
from habeas.reading.surnames_first import with_surnames_first

Named = tuple[Span, Figure]
OF_A_PLACE = 6
"""Points against a name in a field for places."""


def find_people(text: str, layout: Layout, sentences: Sequence[Sequence[Span]]) -> People:
    """The people of a text. `sentences` go with the blocks of `layout`."""
    judged = _judged(text, layout)
    full = accepted(judged, text, layout)
    figures = identify(full, layout, kin(judged, full, text, layout))
    aliases = find_aliases(text, figures)
    _join_aliases(aliases, figures)
    figures = [f for f in figures if f.places]
    figures += lone_figures(judged, figures, aliases)
    entries = find_entries(text, layout, sentences, _full(figures))
    places = _resolve(judged, figures, entries, layout, aliases)
    return _people(text, layout, figures, entries, places, aliases)


def _join_aliases(aliases: list[Alias], figures: list[Figure]) -> None:
    """Another name that had been taken for a person of its own goes to the person whose name it is."""
    places = {j.stretch.span: f for f in figures for j in f.places}
    for alias in aliases:
        own = places.get(alias.span)
        if own is not None and own is not alias.figure and alias.figure.places:
            alias.figure.forms += [f for f in own.forms if f not in alias.figure.forms]
            alias.figure.places = sorted([*alias.figure.places, *own.places], key=lambda j: j.stretch.span)
            own.places = []
    aliases[:] = [a for a in aliases if a.figure.places]


def _judged(text: str, layout: Layout) -> list[Judged]:
    blocks = layout.blocks
    found = []
    cells = name_cells(text)
    words = with_nicknames(text, stretches(text, layout, WordClasses(text)))
    for stretch in with_surnames_first(text, layout, words):
        index = layout.index_at(stretch.span[0])
        one = judge(stretch, text, blocks[index].span[0] if index is not None else 0)
        in_cell = cells.get(stretch.span[0]) == stretch.span[1]
        if (in_cell or is_marked(text, layout, stretch.span)) and not stretch.blocked:
            one.marked, one.context = True, max(one.context, 0) + ENOUGH
        if stretch.full and not one.role and not one.marked and in_place_field(text, layout, stretch.span):
            one.context -= OF_A_PLACE
        found.append(one)
    return found


def _full(figures: list[Figure]) -> list[Named]:
    named = [
        (j.stretch.span, f)
        for f in figures
        for j in f.places
        if len(j.stretch.words) > 1 or len(f.forms[0]) > 1 or j.marked
    ]
    return sorted(named, key=lambda n: n[0])


def _resolve(
    judged: list[Judged], figures: list[Figure], entries: list[Entry[Figure]], layout: Layout, aliases: list[Alias]
) -> list[tuple[Judged, Figure]]:
    """Every stretch that names a figure, in text order."""
    starts = [span[0] for _, span, _ in entries]

    def owners(offset: int) -> tuple[Figure, ...]:
        at = bisect_right(starts, offset) - 1
        return entries[at][0].people if at >= 0 and offset < entries[at][1][1] else ()

    of_place = {id(j): f for f in figures for j in f.places}
    resolver = Resolver(figures, layout, owners, aliases)
    places = []
    for index, one in enumerate(judged):
        figure = of_place.get(id(one))
        if figure is None:
            following = of_place.get(id(judged[index + 1])) if index + 1 < len(judged) else None
            figure = resolver.find(one, following)
        if figure is not None:
            resolver.note(figure, one.stretch.span[0])
            places.append((one, figure))
    return places


def _people(
    text: str, layout: Layout, figures: list[Figure], entries: list[Entry[Figure]], named: list[tuple[Judged, Figure]],
    aliases: list[Alias],
) -> People:  # fmt: skip
    ids = {id(f): f"p{i + 1}" for i, f in enumerate(figures)}
    number = {id(f): i for i, f in enumerate(figures)}
    by_figure: dict[int, list[Place]] = defaultdict(list)
    places = [Place(number[id(f)], j, layout.index_at(j.stretch.span[0]) or 0) for j, f in named]
    for place in places:
        by_figure[place.person].append(place)
    persecuted = subjects(places, text, layout)
    persecuted |= {number[id(f)] for lead, _, _ in entries for f in lead.people}
    also: dict[str, tuple[str, ...]] = {}
    for alias in aliases:
        also[ids[id(alias.figure)]] = (*also.get(ids[id(alias.figure)], ()), alias.name)
    leads = {id(f): lead.span for lead, _, _ in reversed(entries) for f in lead.people}
    persons = []
    for i, figure in enumerate(figures):
        role = "subject" if i in persecuted else office(by_figure[i], text, layout)
        id_ = ids[id(figure)]
        persons.append(_person(id_, figure, by_figure[i], role, also.get(id_, ()), leads.get(id(figure))))
    mentions = tuple(Mention(j.stretch.span, ids[id(f)], j.stretch.full) for j, f in named)
    cases = tuple(
        CaseEntry(lead.span, span, over, tuple(ids[id(f)] for f in lead.people)) for lead, span, over in entries
    )
    sexes = _sexes(text, layout, figures, places)
    known = {ids[id(f)]: s for f, s in zip(figures, sexes, strict=True) if s}
    return People(tuple(persons), mentions, cases, known, also)


def _person(
    id: str, figure: Figure, places: list[Place], role: str, aliases: Iterable[str], lead: Span | None
) -> NamedPerson:  # fmt: skip
    names = [" ".join(p.judged.stretch.words) for p in places]
    return NamedPerson(
        id, _main_name(figure, places, lead), tuple(dict.fromkeys([*sorted(set(names)), *aliases])), role,
        tuple(p.judged.stretch.span for p in places),
    )  # fmt: skip


def _main_name(figure: Figure, places: list[Place], lead: Span | None) -> str:
    """The name under which the person has an entry, else the full name used most; of its spellings the one used most.

    A spelling that mixes two scripts is never the main one when there is another.
    """
    spelled: Counter[str] = Counter()
    keys: Counter[tuple[str, ...]] = Counter()
    for place in places:
        stretch = place.judged.stretch
        if stretch.words in figure.forms:
            weight = 1000 if lead and lead[0] <= stretch.span[0] < lead[1] else 1
            keys[key_of(stretch.words)] += weight
            name = " ".join(stretch.words)
            spelled[name] += 1 if not is_mixed_script(name) else 0
    if not keys:
        return " ".join(figure.forms[0])
    key = max(keys, key=lambda k: keys[k])
    fitting = [n for n in spelled if key_of(n.split(" ")) == key] or list(spelled)
    return max(fitting, key=lambda n: spelled[n])


def _sexes(text: str, layout: Layout, figures: list[Figure], places: list[Place]) -> list[str | None]:
    """The sex of each figure, from blocks that name it alone and from its names."""
    alone: dict[int, list[Span]] = defaultdict(list)
    by_block: dict[int, set[int]] = defaultdict(set)
    for place in places:
        by_block[place.block].add(place.person)
    for block, people in by_block.items():
        if len(people) == 1:
            alone[next(iter(people))].append(layout.blocks[block].span)
    starts: dict[int, list[int]] = defaultdict(list)
    for place in places:
        starts[place.person].append(place.judged.stretch.span[0])
    return [sex_of(f.forms, alone[i], text, starts[i]) for i, f in enumerate(figures)]
