"""What a change to reading gains and loses, item by item, against a frozen run that is committed.

    python tools/reading_diff.py [--freeze] [--all] [--shared DIR]

Over the shared development texts (where the folder is there) and the project's own development texts. The frozen run
(`tests/reading/frozen_run.json`) holds no words of a text: kinds, controlled fields, dates, places and hashes. An item
is a claim about one person, or a person with a role; one that only moved, or whose confidence changed, is no loss.

A change that loses items says why in its commit message and freezes the run anew (`make reading-freeze`).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reading_scores import PROJECT, Case, groups

from habeas.evidence import Document
from habeas.reading import read

FROZEN = PROJECT / "tests" / "reading" / "frozen_run.json"
DEVELOPMENT = ("shared English", "shared Russian", "own dev", "own Russian")
PLAIN = ("article", "part", "penalty", "length", "form", "step", "act", "ground", "outcome", "modality")
"""Fields that are controlled terms and numbers; all others are told by a hash alone."""
COMMON = ("id", "kind", "persons", "when", "span", "attribution", "of", "rule", "confidence")
Item = tuple[str, ...]


def items(case: Case) -> Iterator[tuple[Item, int]]:
    """Every item of a text with its place."""
    document = Document.from_bytes(case[1].read_bytes())
    reading = read(document).to_json()
    names = {p["id"]: p["name"] for p in reading["persons"]}
    for person in reading["persons"]:
        yield ("person", hashed(person["name"]), person["role"]), (person["mentions"] or [[0]])[0][0]
    for claim in reading["claims"]:
        said = [f"{k}={claim[k]}" for k in PLAIN if claim.get(k) not in (None, "happened")]
        other = {k: v for k, v in claim.items() if k not in (*PLAIN, *COMMON) and v is not None}
        rest = [hashed(json.dumps(other, sort_keys=True, ensure_ascii=False))] if other else []
        for person in claim["persons"] or [""]:
            whom = hashed(names[person]) if person else "nobody"
            yield (claim["kind"], whom, claim["when"] or "-", " ".join(said), *rest), claim["span"][0]


def hashed(text: str) -> str:
    """Eight hex digits that stand for words."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def run(shared: Path) -> dict[str, Any]:
    """Text -> its hash and its items, each with the places where it stands."""
    there = (shared / "reading" / "gold").is_dir()
    found = groups(shared) if there else _own()
    made = {}
    for name in DEVELOPMENT:
        for case in found.get(name, []):
            places: dict[str, list[int]] = {}
            for item, place in items(case):
                places.setdefault(" | ".join(item), []).append(place)
            text = hashlib.sha256(case[1].read_bytes()).hexdigest()
            made[f"{name}/{case[1].stem}"] = {"text": text, "items": dict(sorted(places.items()))}
    return made


def _own() -> Mapping[str, list[Case]]:
    from reading_scores import own

    return {"own dev": own("dev", russian=False), "own Russian": own("dev", russian=True)}


def compared(before: Mapping[str, Any], after: Mapping[str, Any], *, every: bool) -> Iterator[str]:
    """Lines: for each text what was lost (-) and gained (+), then the sums."""
    lost_all, gained_all, kept_all = Counter[str](), Counter[str](), 0
    for name in sorted(before.keys() | after.keys()):
        if name not in after or name not in before:
            yield f"{name}: {'not read here: the text is absent' if name not in after else 'new text, not frozen yet'}"
            continue
        if before[name]["text"] != after[name]["text"]:
            yield f"{name}: the text itself changed since the run was frozen"
        then = Counter({k: len(v) for k, v in before[name]["items"].items()})
        now = Counter({k: len(v) for k, v in after[name]["items"].items()})
        lost, gained = then - now, now - then
        kept_all += (then & now).total()
        if lost or gained:
            yield f"{name}: {lost.total()} lost, {gained.total()} gained, {(then & now).total()} kept"
        shown = [*(("-", k, before) for k in sorted(lost)), *(("+", k, after) for k in sorted(gained))]
        for sign, item, where in shown if every else shown[:40]:
            yield f"  {sign} {item}  at {where[name]['items'][item][0]}"
        if len(shown) > 40 and not every:
            yield f"  ... and {len(shown) - 40} more (--all)"
        lost_all += _kinds(lost)
        gained_all += _kinds(gained)
    for kind in sorted(lost_all.keys() | gained_all.keys()):
        yield f"{kind:20s} -{lost_all[kind]} +{gained_all[kind]}"
    yield f"{lost_all.total()} items lost, {gained_all.total()} gained, {kept_all} kept"


def _kinds(counted: Counter[str]) -> Counter[str]:
    return Counter(k.split(" | ")[0] for k in counted.elements())


def main(argv: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--freeze", action="store_true", help="write the frozen run anew")
    parser.add_argument("--all", action="store_true", help="every item, not the first 40 of a text")
    beside = Path(os.environ.get("HABEAS_SHARED") or PROJECT.parent / "shared")
    parser.add_argument("--shared", type=Path, default=beside)
    args = parser.parse_args(argv)
    made = run(args.shared)
    if args.freeze:
        FROZEN.write_text(json.dumps(made, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
        print(f"Frozen: {sum(len(v) for t in made.values() for v in t['items'].values())} items of {len(made)} texts.")
        return
    if not FROZEN.is_file():
        parser.error("no run is frozen yet: say --freeze")
    for line in compared(json.loads(FROZEN.read_text(encoding="utf-8")), made, every=args.all):
        print(line)


if __name__ == "__main__":
    main()
