"""Which stretches name a person: those with points enough, in a list with one, or seen again alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from habeas.reading.evidence import ENOUGH, Judged, joined
from habeas.reading.layout import Layout
from habeas.reading.spelling import word_key

Key = tuple[str, ...]

_KIN_AFTER = re.compile(
    r",?\s(?:twin\s)?(?:brothers|sisters|siblings|twins|spouses|husband and wife|a (?:married )?couple)\b"
)
_SIBLINGS = frozenset({"brothers", "sisters", "twins", "siblings", "spouses", "couple"})


def key_of(words: Iterable[str]) -> Key:
    """The spelling keys of a name's words in order."""
    return tuple(word_key(w) for w in words)


def accepted(judged: list[Judged], text: str, layout: Layout) -> list[Judged]:
    """The full names among `judged` (all stretches of a text in order), in order."""
    full = [j for j in judged if j.stretch.full]
    groups: dict[Key, list[Judged]] = defaultdict(list)
    for one in full:
        groups[key_of(one.stretch.words)].append(one)
    points = {key: _points(group) for key, group in groups.items()}
    _seen_alone(points, judged)
    _share_surname(points)
    _whole_blocks(points, full, text, layout)
    _in_lists(points, full, text, layout)
    return [j for j in full if points[key_of(j.stretch.words)] >= ENOUGH and j.context > -4 and _is_open(j)]


def _points(group: list[Judged]) -> int:
    """Points of a name over all its places: the best place counts, and one that repeats counts once more."""
    contexts = [j.context for j in group]
    if sum(c <= -4 for c in contexts) * 2 > len(contexts):
        return -9
    return max(j.intrinsic for j in group) + max(contexts) + (len(group) > 2)


def _is_open(judged: Judged) -> bool:
    return not judged.stretch.blocked or (judged.intrinsic >= 5 and bool(judged.role))


def _seen_alone(points: dict[Key, int], judged: list[Judged]) -> None:
    """A last name that stands alone elsewhere, and not as a place, speaks for the full name."""
    alone: dict[str, int] = defaultdict(lambda: -9)
    for one in judged:
        if len(one.stretch.words) == 1:
            key = word_key(one.stretch.words[0])
            alone[key] = max(alone[key], one.context)
    for name in points:
        if alone.get(name[-1], -9) >= 0:
            points[name] += 2


def _whole_blocks(points: dict[Key, int], full: list[Judged], text: str, layout: Layout) -> None:
    """A heading or an item that is nothing but the name."""
    for one in full:
        block = layout.block_at(one.stretch.span[0])
        if block and block.kind in ("heading", "item") and block.span == one.stretch.span and not one.stretch.blocked:
            if block.kind == "heading" and _heads_a_list(text, layout, block.span[0]):
                points[key_of(one.stretch.words)] -= 3
                continue
            points[key_of(one.stretch.words)] += 1


def _heads_a_list(text: str, layout: Layout, start: int) -> bool:
    """True for a heading right over items that are no fields: what stands over a list is mostly no person."""
    index = layout.index_at(start)
    if index is None or index + 1 >= len(layout.blocks):
        return False
    return layout.blocks[index + 1].kind == "item" and not layout.is_label(index + 1, text)


def kin(judged: list[Judged], full: list[Judged], text: str, layout: Layout) -> list[tuple[Judged, tuple[str, ...]]]:
    """In "Anna and Ivan Petrov" the first word, with the surname that it shares: the place and the whole name."""
    named = {id(j) for j in full}
    found: list[tuple[Judged, tuple[str, ...]]] = []
    for one, following in pairwise(judged):
        stretch, other = one.stretch, following.stretch
        given = stretch.classes == ("given",) or (len(stretch.words) == 1 and _are_kin(one, following, text, layout))
        if len(stretch.words) == 1 and given and not stretch.blocked and id(following) in named:
            gap = text[stretch.span[1] : other.span[0]]
            if gap in (" and ", " & ") and 1 < len(other.words) < 4 and one.context >= 0:
                found.append((one, (stretch.words[0], *other.words[1:])))
    return found


def _are_kin(one: Judged, following: Judged, text: str, layout: Layout) -> bool:
    """True when the text calls two names kin, or a heading or an item opens with both ("X and Y Z, twins")."""
    block = layout.block_at(one.stretch.span[0])
    opens = block is not None and block.kind in ("heading", "item") and block.span[0] == one.stretch.span[0]
    return opens or one.role in _SIBLINGS or bool(_KIN_AFTER.match(text, following.stretch.span[1]))


def _share_surname(points: dict[Key, int]) -> None:
    """A surname that a surer name of the text also has speaks for a name: relatives."""
    sure = {key[-1] for key, value in points.items() if value >= ENOUGH}
    for name, value in points.items():
        if 0 <= value < ENOUGH and name[-1] in sure and name[-1] != name[0]:
            points[name] += 2


def _in_lists(points: dict[Key, int], full: list[Judged], text: str, layout: Layout) -> None:
    """What stands in one list with a person is probably a person too."""
    pairs = list(pairwise(full))
    for ordered in (pairs, [(b, a) for a, b in reversed(pairs)]):
        for sure, other in ordered:
            sure_key, key = key_of(sure.stretch.words), key_of(other.stretch.words)
            if points[sure_key] >= ENOUGH > points[key] >= -1 and not other.stretch.blocked:
                first, second = sorted((sure.stretch, other.stretch), key=lambda s: s.span)
                if joined(text, first, second) and layout.index_at(first.span[0]) == layout.index_at(second.span[0]):
                    points[key] += 3
