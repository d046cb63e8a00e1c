"""Names on a large scale: a million screened, duplicates among 200,000, ours beside Splink where it is installed.

    python bench/screening.py            # 100,000 names, 50,000 people
    python bench/screening.py --full     # 1,000,000 names, 200,000 people: minutes, 2 GB

People come from `generate_people.py` of the shared texts with seeds of our own, and from a second generator of our own
rules (`invented_people.py`): one generator prints its own rules.
"""

from __future__ import annotations

import csv
import os
import random
import resource
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from invented_people import invented
from rows import Row, at_least, at_most

from habeas.lexicon import transliterate
from habeas.matching import build_index
from habeas.matching.duplicates import Listed, pair_scores

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))
Person = tuple[int, str, int | None, str | None]
"""Cluster, name, year of birth, city."""
CEILING = {100_000: 0.928, 1_000_000: 0.699}
"""Recall at 10 that true namesakes leave, as measured by the author of the generator (peers.md)."""


def rows(*, full: bool = False) -> Iterator[Row]:
    """The figures, as they come."""
    from fit_names import SHARED, generator

    if not SHARED.exists():
        yield Row("screening", "not measured: the shared texts are absent")
        return
    made = generator()
    yield from _screening(made, 1_000_000 if full else 100_000)
    size = 200_000 if full else 50_000
    yield from _duplicates("generate_people, seed 23", [r[:4] for r in made.generate(size, seed=23)])
    yield from _duplicates("our own generator", invented(size, seed=1))


def _screening(made: object, size: int) -> Iterator[Row]:
    draw, people = random.Random(42), []
    chosen = set(random.Random(6).sample(range(size), 500))
    names, kept = [], {}
    for n in range(size):
        person = made.person(draw)  # type: ignore[attr-defined]
        names.append(made.render(person, draw)[0])  # type: ignore[attr-defined]
        if n in chosen:
            kept[n] = person
    draw = random.Random(size)
    for n, person in kept.items():
        said = (made.render(person, draw)[0] for _ in range(20))  # type: ignore[attr-defined]
        people.append((next((s for s in said if s.casefold() != names[n].casefold()), names[n]), n))
    strangers = [made.render(made.person(draw), draw)[0] for _ in range(500)]  # type: ignore[attr-defined]
    begin = time.perf_counter()
    index = build_index(names)
    yield at_most(f"index of {size:,} names built, seconds", time.perf_counter() - begin, 60, ".1f")
    begin = time.perf_counter()
    hits = list(index.find([p[0] for p in people] + strangers))
    yield at_least("names screened a second", 1000 / (time.perf_counter() - begin), 400)
    found = sum(any(h.place == n for h in hit) for (_, n), hit in zip(people, hits, strict=False)) / len(people)
    yield at_least(f"recall at 10 (ceiling {CEILING[size]})", found, 0.92 * CEILING[size], ".3f")
    yield at_most("memory so far, GB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6, 1.5)


def _duplicates(name: str, people: Sequence[Person]) -> Iterator[Row]:
    listed = [Listed(said, str(year) if year else None, city) for _, said, year, city in people]
    cluster = np.array([p[0] for p in people])
    true = sum(n * (n - 1) // 2 for n in Counter(cluster.tolist()).values())
    begin = time.perf_counter()
    left, right, said, _ = pair_scores(listed)
    took = time.perf_counter() - begin
    same, taken = cluster[left] == cluster[right], said >= 0.5
    right_ones = int((same & taken).sum())
    score = 2 * right_ones / max(int(taken.sum()) + true, 1)
    yield at_least(f"duplicates among {len(people):,} ({name}): F1 at 0.5", score, 0.78, ".3f")
    yield Row("  seconds, pairs compared", f"{took:.1f}, {len(left):,}")
    yield from _splink(people, cluster, true, took)


def _splink(people: Sequence[Person], cluster: np.ndarray, true: int, ours: float) -> Iterator[Row]:
    """The same list through Splink, when a Python that has it is named or it is installed beside us."""
    python = os.environ.get("HABEAS_SPLINK_PYTHON") or (sys.executable if find_spec("splink") else None)
    if python is None:
        yield Row("  Splink", "not measured: name a Python that has it in HABEAS_SPLINK_PYTHON")
        return
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "people.csv", Path(folder) / "pairs.csv"
        begin = time.perf_counter()
        _write(people, source)
        prepared = time.perf_counter() - begin
        peer = [python, str(ROOT / "bench" / "splink_peer.py"), str(source), str(target)]
        done = subprocess.run(peer, capture_output=True, text=True, check=True)
        took = float(done.stdout.split()[-1])
        with target.open(encoding="utf-8", newline="") as file:
            pairs = [(int(a), int(b), float(p)) for a, b, p in list(csv.reader(file))[1:]]
    said = np.array([p for _, _, p in pairs])
    same = np.array([cluster[a] == cluster[b] for a, b, _ in pairs])
    order = np.argsort(-said, kind="stable")
    right = np.cumsum(same[order])
    best = float((2 * right / (np.arange(1, len(order) + 1) + true)).max())
    half = said >= 0.5
    at_half = 2 * int((same & half).sum()) / max(int(half.sum()) + true, 1)
    yield Row("  Splink in this run: F1 at 0.5, at its best", f"{at_half:.3f}, {best:.3f}")
    yield Row("  Splink: seconds, preparation", f"{took:.1f}, {prepared:.1f}")
    yield at_most("  ours as a multiple of its time", ours / (took + prepared), 1.5)


def _write(people: Sequence[Person], path: Path) -> None:
    """What Splink gets: the two longest words of the name and the city in ASCII, the year."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "one", "two", "year", "city"))
        for number, (_, name, year, city) in enumerate(people):
            words = sorted(sorted(_ascii(name).split(), key=len)[-2:])
            writer.writerow((number, *words, *[""] * (2 - len(words)), year or "", _ascii(city or "")))


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", transliterate(text.lower(), "press_any").text)
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("'", "").replace(".", "")


if __name__ == "__main__":
    for row in rows(full="--full" in sys.argv):
        print(row, flush=True)
