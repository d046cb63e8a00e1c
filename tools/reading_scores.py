"""How well `reading` reads: pooled scores over the shared development texts and over the project's own corpus.

    python tools/reading_scores.py [--misses] [--each] [--only "own dev"] [--shared DIR]

The scorer is not part of this project: it is `reading/score.py` of the shared folder (beside the checkout,
`$HABEAS_SHARED`, or `--shared`), and its docstring is the rule book. Groups: `shared English`, `shared Russian`,
`own dev`, `own held`, `own Russian`, `own Russian held`. The misses of held texts are never listed: they measure, and
no rule is made from them.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from habeas.evidence import Document
from habeas.reading import read

PROJECT = Path(__file__).resolve().parent.parent
CORPUS = PROJECT / "tests" / "reading" / "corpus"

Case = tuple[Path, Path]
"""A gold file and its text."""


def scorer(shared: Path) -> ModuleType:
    """The module `score` of the shared folder."""
    spec = importlib.util.spec_from_file_location("shared_score", shared / "reading" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(shared)
    module = importlib.util.module_from_spec(spec)
    sys.modules["shared_score"] = module
    spec.loader.exec_module(module)
    return module


def own(part: str, *, russian: bool) -> list[Case]:
    """The corpus texts of a part of the manifest (`dev` or `held`) in one language."""
    stems = json.loads((CORPUS / "manifest.json").read_text(encoding="utf-8"))[part]
    return [(CORPUS / f"{s}.gold.json", CORPUS / f"{s}.txt") for s in stems if s.startswith("ru_") == russian]


def others(shared: Path, *, russian: bool) -> list[Case]:
    """The shared development texts in one language."""
    golds = sorted((shared / "reading" / "gold").glob("*.gold.json"))
    texts = [shared / "reading" / "texts" / g.name.replace(".gold.json", ".txt") for g in golds]
    languages = [json.loads(g.read_text(encoding="utf-8"))["language"] for g in golds]
    return [(g, t) for g, t, lang in zip(golds, texts, languages, strict=True) if (lang == "ru") == russian]


def groups(shared: Path) -> dict[str, list[Case]]:
    """Every group with its cases."""
    return {
        "shared English": others(shared, russian=False),
        "shared Russian": others(shared, russian=True),
        "own dev": own("dev", russian=False),
        "own held": own("held", russian=False),
        "own Russian": own("dev", russian=True),
        "own Russian held": own("held", russian=True),
    }


def score_case(score: ModuleType, case: Case) -> tuple[dict[str, Any], list[str], str]:
    """({field: counts}, format errors, text) of what `reading` proposes for one text."""
    gold, text = score.read_gold(case[0]), score.read_text(case[1])
    proposed = read(Document.from_bytes(case[1].read_bytes())).to_json()
    result, errors = score.score(gold, json.loads(json.dumps(proposed)), text)
    return result, errors, text


def pool(score: ModuleType, results: list[dict[str, Any]]) -> dict[str, Any]:
    """The sum of the counts, field by field."""
    pooled = {name: score.Counts() for name in (*score.FIELDS, *score.EXTRA)}
    for result in results:
        for name, counts in result.items():
            pooled[name].add(counts)
    return pooled


def report(score: ModuleType, title: str, cases: list[Case], *, misses: bool, each: bool) -> str:
    """The table of a group; before it each text's own table and misses, where asked for."""
    rows, results = [], []
    for case in cases:
        result, errors, text = score_case(score, case)
        results.append(result)
        rows += [f"  {case[1].name}: format error: {e}" for e in errors]
        if each:
            rows.append(score.table(case[1].name, result))
        if misses:
            rows += [f"  {case[1].name}", score.misses(result, text)]
    return "\n".join([*rows, score.table(f"{title} ({len(cases)} texts)", pool(score, results)), ""])


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="list what was missed and what was wrong")
    parser.add_argument("--each", action="store_true", help="a table per text too")
    parser.add_argument("--only", help="one group, by its name")
    beside = Path(os.environ.get("HABEAS_SHARED") or PROJECT.parent / "shared")
    parser.add_argument("--shared", type=Path, default=beside)
    args = parser.parse_args(argv)
    if not (args.shared / "reading" / "score.py").is_file():
        parser.error(f"no reading/score.py in {args.shared}: say --shared DIR or set HABEAS_SHARED")
    chosen = {name: cases for name, cases in groups(args.shared).items() if args.only in (None, name)}
    if not chosen:
        parser.error(f"no group {args.only!r}; the groups are: {', '.join(groups(args.shared))}")
    score = scorer(args.shared)
    for name, cases in chosen.items():
        open_to_look = "held" not in name
        print(report(score, name, cases, misses=args.misses and open_to_look, each=args.each))


if __name__ == "__main__":
    main()
