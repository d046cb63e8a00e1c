"""Names made ready all at once are what they are one by one, whatever the script, the spelling and the case."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.matching import Prepared, prepare, prepared
from habeas.matching.at_once import PLAIN
from habeas.matching.prepared import prepare_each
from habeas.matching.sounds import heard_of, sounds_of
from habeas.matching.spellings import NONE

LATIN = "ı ş ğ ə ç ö j ja aa q x sch tsch ovich kizi evna kh zh ts ia yo ou w é ñ ō serik alma bek gul nur li un oglu"
CYRILLIC = "ба бе жа ай ул кы зы ов ев ин оглы ұлы қызы хь ё ю дж тч уа әсет серік нұр ґ ўна ция"
ODD = "ſ ª ʻ de al- abd . , ' - 0 i̇ Ж van"
NOISE = st.text("ab АЖқә-.,'čğyjZاب1ΣςßİǅԱ^$\n\t_ʻ é", max_size=20)


def written(draw: random.Random) -> str:
    case, words = draw.choice((str.title, str.title, str.upper, str.lower, str)), []
    for _ in range(draw.randint(1, 5)):
        pieces = draw.choice((LATIN, CYRILLIC)).split() + ODD.split() * (draw.random() < 0.2)
        words.append(case("".join(draw.choices(pieces, k=draw.randint(1, 4)))))
    return " ".join(words)


def content(found: Prepared) -> list[Any]:
    """All that is known of names, whatever the numbers of their words."""
    w = found.words
    texts = zip(w.sounds, w.consonants, w.classes, w.vowels, w.loose, strict=True)
    marks = (w.bare, w.initial, w.pinyin, w.begins, w.begins_as, w.known, w.short, w.sizes)
    words = [*zip(texts, *(m.tolist() for m in marks), strict=True)]

    def said(table: Any) -> list[Any]:
        return [None if n == NONE else words[n] for n in table.reshape(-1).tolist()]

    numbers = [found.first, found.genders, found.swapped, found.compound]
    return [*(n.tolist() for n in numbers), said(found.slots), said(found.stems), said(found.every)]


def all_at_once(names: Sequence[str], patch: pytest.MonkeyPatch, *, parts: int = 1) -> Prepared:
    with patch.context() as many:
        many.setattr(prepared, "FEW", 0)
        many.setattr(prepared, "AT_ONCE", max(len(names) // parts, 1))
        return prepare(names)


def test_invented_names_of_every_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = random.Random(4)
    names = [written(draw) for _ in range(6000)]
    assert min(sum(bool(PLAIN.fullmatch(n)) is plain for n in names) for plain in (True, False)) > 1000
    one = content(prepare_each(names))
    assert content(all_at_once(names, monkeypatch)) == one
    assert content(all_at_once(names, monkeypatch, parts=7)) == one


def test_the_names_of_the_shared_texts(shared: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []
    for file, columns in (("pairs-dev.csv", ("left", "right")), ("data/name_bench_cases.csv", ("name1", "name2"))):
        with shared(f"names/{file}").open(encoding="utf-8", newline="") as lines:
            names += [row[c] for row in csv.DictReader(lines) for c in columns]
    tokens = shared("names/data/wd_russian_20").read_text("utf-8").split()[:20_000]
    names += [f"{one.title()} {other.title()}" for one, other in pairwise(tokens)]
    assert content(all_at_once(names, monkeypatch)) == content(prepare_each(names))


@settings(max_examples=150)
@given(st.lists(NOISE, min_size=1, max_size=8))
def test_any_text(names: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        assert content(all_at_once(names, patch)) == content(prepare_each(names))


@pytest.mark.parametrize("style", [{}, {"turkic": True}, {"glide_j": True}])
def test_many_words_are_heard_as_each_is(style: dict[str, bool]) -> None:
    draw = random.Random(5)
    words = ["".join(draw.choices(f"{LATIN} {CYRILLIC}".split(), k=draw.randint(1, 14))) for _ in range(3000)]
    words += ["", "Ж", "Σ", "ΑΣ", "İ", "გიორგი", "Արամ"]
    assert heard_of(words, **style) == [sounds_of(word, **style).sounds for word in words]
    assert heard_of([]) == []


def test_an_apostrophe_that_is_a_letter_is_no_sound() -> None:
    assert content(prepare(["Oʻtkir Gʻafurov"])) == content(prepare(["O'tkir G'afurov"]))
