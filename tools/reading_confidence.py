"""Whether confidence means something: of the proposals that are so sure, how many are right.

    python tools/reading_confidence.py [--shared DIR] [--rules]

Over the shared development texts and the project's own development texts (never the held ones), pooled. Judged are
numbered charges, sentences and events, each claim alone, by the scorer of the shared folder (`reading_judged`).
"""

from __future__ import annotations

import argparse
import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

from reading_judged import Judged, judged
from reading_scores import PROJECT, groups, scorer

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
SURE, WANTED = 0.9, 0.9
DEVELOPMENT = ("shared English", "shared Russian", "own dev", "own Russian")


def all_judged(shared: Path) -> list[Judged]:
    """Every judged claim of the development texts."""
    score = scorer(shared)
    cases = groups(shared)
    found = [j for name in DEVELOPMENT for case in cases[name] for j in judged(score, case)]
    return [j for j in found if j.right is not None]


def share(of: Sequence[Judged]) -> float:
    """The share that is right."""
    return sum(bool(j.right) for j in of) / len(of) if of else float("nan")


def table(found: Sequence[Judged]) -> Iterable[str]:
    """Bins of confidence with how many are right, and the sure ones by kind."""
    yield "confidence      n   right   mean confidence"
    for low, high in pairwise(EDGES):
        inside = [j for j in found if low <= j.confidence < high]
        mean = sum(j.confidence for j in inside) / len(inside) if inside else float("nan")
        yield f"{low:.2f}-{min(high, 1):.2f}  {len(inside):6d}   {share(inside):.3f}   {mean:.3f}"
    for kind in sorted({j.kind for j in found}):
        sure = [j for j in found if j.kind == kind and j.confidence >= SURE]
        yield f"{kind:14s} of {len(sure):4d} with confidence >= {SURE}: {share(sure):.3f} right"
    sure = [j for j in found if j.confidence >= SURE]
    word = "reached" if share(sure) >= WANTED else "NOT REACHED"
    yield f"of {len(sure)} with confidence >= {SURE}, {share(sure):.3f} are right (target {WANTED}: {word})"


def by_rule(found: Sequence[Judged]) -> Iterable[str]:
    """Each rule and confidence: how many, how many right."""
    rules: dict[tuple[str, float], list[Judged]] = defaultdict(list)
    for j in found:
        rules[j.rule, round(j.confidence, 2)].append(j)
    for (rule, confidence), inside in sorted(rules.items(), key=lambda r: -len(r[1])):
        yield f"{rule:40s} {confidence:.2f} n={len(inside):4d} right={share(inside):.3f}"


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rules", action="store_true", help="a line for each rule too")
    beside = Path(os.environ.get("HABEAS_SHARED") or PROJECT.parent / "shared")
    parser.add_argument("--shared", type=Path, default=beside)
    args = parser.parse_args(argv)
    if not (args.shared / "reading" / "score.py").is_file():
        parser.error(f"no reading/score.py in {args.shared}: say --shared DIR or set HABEAS_SHARED")
    found = all_judged(args.shared)
    for line in (*table(found), *(by_rule(found) if args.rules else ())):
        print(line)


if __name__ == "__main__":
    main()
