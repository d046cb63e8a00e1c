"""Names: what comparing reaches on the development pairs, the public pairs and generated ones, and how fast it is.

    python bench/names.py
    python bench/names.py --freeze    # keeps this run on the development pairs in names/frozen.csv

Beside each figure stands its target, or what a peer reached on the same data in the same run (rapidfuzz), or as
`peers.md` of the shared texts recalls it (nomenklatura logic-v2).
"""

from __future__ import annotations

import csv
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.process import cpdist
from rows import Row, at_least, at_most

from habeas.matching import compare_many, prepare, score_pairs
from habeas.matching.evidence import expected_error
from habeas.matching.sounds import sounds_of
from habeas.matching.words import word_of

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "names"
FROZEN = ROOT / "names" / "frozen.csv"
sys.path.insert(0, str(ROOT / "tools"))


def rows() -> Iterator[Row]:
    """The figures, as they come."""
    if not SHARED.exists():
        yield Row("names", "not measured: the shared texts are absent")
        return
    yield from _development()
    yield from _public()
    yield from _tokens()
    yield from _generated()


def scores(pairs: Sequence[tuple[str, str]]) -> Any:
    """Probabilities of pairs, in bulk."""
    left, right = prepare([p[0] for p in pairs]), prepare([p[1] for p in pairs])
    places = np.arange(len(pairs), dtype=np.int32)
    return score_pairs(left, places, right, places)


def auc(said: Any, same: Any) -> float:
    """The chance that a pair of one person is scored above a pair of two."""
    one, two = said[same], said[~same]
    return float((one[:, None] > two[None, :]).mean() + (one[:, None] == two[None, :]).mean() / 2)


def f1(said: Any, same: Any, least: float = 0.5) -> float:
    """F1 of taking all from `least` up."""
    taken = said >= least
    return float(2 * (taken & same).sum() / max(taken.sum() + same.sum(), 1))


def best_f1(said: Any, same: Any) -> float:
    """F1 at the threshold that suits it best."""
    return max(f1(said, same, t) for t in np.unique(said))


def recall_at(said: Any, same: Any, precision: float) -> float:
    """The best recall at a threshold where at least this share of what is taken is right."""
    reached = [float((said[same] >= t).mean()) for t in np.unique(said) if same[said >= t].mean() >= precision]
    return max(reached, default=0.0)


def development() -> list[dict[str, str]]:
    """The hand-made pairs."""
    with (SHARED / "pairs-dev.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _development() -> Iterator[Row]:
    found = development()
    said = scores([(r["left"], r["right"]) for r in found])
    same = np.array([r["same"] == "1" for r in found])
    peer = cpdist([r["left"] for r in found], [r["right"] for r in found], scorer=fuzz.token_sort_ratio) / 100
    yield at_least("pairs-dev: AUC", auc(said, same), 0.97, ".3f")
    yield Row("  rapidfuzz token_sort in this run; logic-v2 (peers.md)", f"{auc(peer, same):.3f}; 0.784")
    yield at_least("pairs-dev: F1 at 0.5 (logic-v2 at its best: 0.787)", f1(said, same), 0.94, ".3f")
    yield at_least("pairs-dev: recall at precision 0.95 (logic-v2: 0.34)", recall_at(said, same, 0.95), 0.9, ".3f")
    sure = said >= 0.9
    yield at_least(f"pairs-dev: same among the {sure.sum()} from 0.9 up", float(same[sure].mean()), 0.95, ".3f")
    for what in ("kind", "language"):
        yield Row(f"pairs-dev: wrong at 0.5, by {what}", _wrong(found, said, same, what))
    lost, won = against_frozen(found, said)
    yield Row("pairs-dev: against the frozen run", f"{len(won)} won, {len(lost)} lost", "none lost", not lost)


def _wrong(found: Sequence[dict[str, str]], said: Any, same: Any, what: str) -> str:
    count: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row, p, truth in zip(found, said, same, strict=True):
        count[row[what]][1] += 1
        count[row[what]][0] += (p >= 0.5) != truth
    return ", ".join(f"{k} {wrong}/{all_}" for k, (wrong, all_) in sorted(count.items()) if wrong) or "none"


def against_frozen(found: Sequence[dict[str, str]], said: Any) -> tuple[list[int], list[int]]:
    """Rows that are wrong now and were right in the frozen run, and the other way round."""
    with FROZEN.open(encoding="utf-8", newline="") as file:
        before = {int(r["row"]): float(r["probability"]) for r in csv.DictReader(file)}
    lost, won = [], []
    for number, (row, p) in enumerate(zip(found, said, strict=True), start=1):
        right, was = (p >= 0.5) == (row["same"] == "1"), (before[number] >= 0.5) == (row["same"] == "1")
        if right != was:
            (won if right else lost).append(number)
    return lost, won


def freeze() -> None:
    """Keeps this run: the row's number in the file of pairs and the probability, no name."""
    FROZEN.parent.mkdir(exist_ok=True)
    said = scores([(r["left"], r["right"]) for r in development()])
    with FROZEN.open("w", encoding="utf-8", newline="") as file:
        write = csv.writer(file, lineterminator="\n")
        write.writerow(("row", "probability"))
        write.writerows((n, f"{p:.4f}") for n, p in enumerate(said, start=1))


def _public() -> Iterator[Row]:
    with (SHARED / "data" / "name_bench_cases.csv").open(encoding="utf-8", newline="") as file:
        found = [r for r in csv.DictReader(file) if r["schema"] == "Person"]
    said = scores([(r["name1"], r["name2"]) for r in found])
    same = np.array([r["is_match"].lower() == "true" for r in found])
    yield at_least(f"name_bench, {len(found)} persons: best F1 (logic-v2: 0.756)", best_f1(said, same), 0.83, ".3f")
    yield Row("name_bench: AUC (logic-v2: 0.841)", f"{auc(said, same):.3f}")


def _tokens() -> Iterator[Row]:
    """A Latin token searched among all Cyrillic ones: is its own the first, is it among ten."""
    lines = (SHARED / "data" / "wd_russian_20").read_text("utf-8").splitlines()
    split = (line.split("\t") for line in lines)
    pairs = list(dict.fromkeys((p[0], p[1].replace(" ", "")) for p in split if len(p) >= 2))[:3000]
    ours = _recalls([sounds_of(a).sounds for a, _ in pairs], [sounds_of(b).sounds for _, b in pairs])
    plain = _recalls([a.lower() for a, _ in pairs], [_translit(b.lower()) for _, b in pairs])
    yield Row(f"wd_russian_20, {len(pairs)} tokens: recall at 1, at 10", f"{ours[0]:.3f}, {ours[1]:.3f}")
    yield Row("  rapidfuzz on a plain transliteration in this run", f"{plain[0]:.3f}, {plain[1]:.3f}")


def _recalls(queries: Sequence[str], choices: Sequence[str]) -> tuple[float, float]:
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist

    first = ten = 0
    for start in range(0, len(queries), 500):
        distances = cdist(queries[start : start + 500], choices, scorer=Levenshtein.normalized_distance)
        for n, line in enumerate(distances):
            own = line[start + n]
            better = int((line < own).sum())
            first += better == 0
            ten += better < 10
    return first / len(queries), ten / len(queries)


def _translit(text: str) -> str:
    from habeas.lexicon import transliterate

    return transliterate(text, "press_any").text


def _generated() -> Iterator[Row]:
    from fit_names import Maker

    pairs = Maker(7).pairs(20_000)
    said, same = scores([p[:2] for p in pairs]), np.array([p[2] for p in pairs])
    yield at_most("20,000 generated pairs, half the same: calibration error", expected_error(said, same), 0.02, ".4f")
    names = [name for p in pairs for name in p[:2]]
    word_of.cache_clear()
    begin = time.perf_counter()
    ready = prepare(names)
    yield at_least("names prepared a second, none seen before", len(names) / (time.perf_counter() - begin), 100_000)
    draw = np.random.default_rng(1)
    one, other = (draw.integers(0, len(names), 200_000).astype(np.int32) for _ in range(2))
    begin = time.perf_counter()
    score_pairs(ready, one, ready, other)
    yield at_least("pairs a second in bulk", 200_000 / (time.perf_counter() - begin), 100_000)
    begin = time.perf_counter()
    compare_many([p[:2] for p in pairs[:5000]])
    speed = 5000 / (time.perf_counter() - begin)
    yield at_least("pairs a second with reasons (logic-v2: 4,000 to 6,000)", speed, 5_000)


if __name__ == "__main__":
    if "--freeze" in sys.argv:
        freeze()
    for row in rows():
        print(row)
