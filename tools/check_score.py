"""Scores `habeas check --json` against a careful reading of the same report.

    habeas read REPORT.txt --json > READING.json; habeas check REPORT.txt --json > CHECK.json
    python tools/check_score.py GOLD.json CHECK.json READING.json [--misses] [--text REPORT.txt --sample 50]

**Figures.** A gold figure is found by a checked figure whose span overlaps it and whose value is equal (the one with
the largest overlap counts; a gold figure without a value counts as `cannot_tell` when nothing is asserted there). A
figure that is not found is wrong. `called` counts figures that cannot be told and are called otherwise. The people
behind a figure are compared as sets; people are matched by their mentions.

**Inconsistencies.** One is found when one finding (a) has a kind of its family (`FAMILIES`), (b) names at least one of
its people, where both name any, and (c) has a span that overlaps one of its quoted places. The stricter `two places`
asks for spans on two of them. The target is on those of weight 3.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path
from typing import Any

FAMILIES = {
    "spelling": {"spelling", "mixed_script", "namesake", "two_names"},
    "ambiguity": {"namesake"},
    "fact": {
        "summary_against_entry",
        "two_names",
        "article_edition",
        "date_order",
        "duplicate",
        "wording",
        "heading_against_entry",
    },
    "scope": {"heading_against_entry", "counted_elsewhere", "run_out", "summary_against_entry"},
    "terminology": {"terminology"},
    "arithmetic": {"summary_against_entry", "run_out", "counted_elsewhere"},
    "gap": {"summary_against_entry", "date_order", "wording"},
    "typo": {"wording", "spelling"},
    "wording": {"wording", "summary_against_entry"},
}
LOOKED_AT = (56, 16, 3, 6, 23, 2)


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def place(item: dict[str, Any], words: str = "quote") -> tuple[int, int]:
    return item["offset"], item["offset"] + len(item[words])


def match_people(gold: dict[str, Any], names: dict[str, list[tuple[int, int]]]) -> dict[str, str]:
    """Person id of the check -> gold id, by the mentions they share."""
    spans = [(p["id"], o, o + len(words)) for p in gold["persons"] for o, words in p["mentions"]]
    found = {}
    for person, mentions in names.items():
        votes: dict[str, int] = {}
        for a, b in mentions:
            for gid, c, d in spans:
                if a < d and c < b:
                    votes[gid] = votes.get(gid, 0) + 1
        if votes:
            found[person] = max(votes, key=lambda gid: votes[gid])
    return found


def score_figures(gold: dict[str, Any], check: dict[str, Any], people: dict[str, str]) -> dict[str, Any]:
    right, called, misses, sets = 0, 0, [], {}
    for g in gold["figures"]:
        span = place(g, "text")
        near = [f for f in check["figures"] if overlap(span, tuple(f["span"])) and f["value"] == g["value"]]
        best = max(near, key=lambda f: overlap(span, tuple(f["span"])), default=None)
        verdict = best["verdict"] if best else ("cannot_tell" if g["value"] is None else "not found")
        right += verdict == g["verdict"]
        called += g["verdict"] == "cannot_tell" and verdict in ("agrees", "differs")
        if verdict != g["verdict"]:
            misses.append(f"{g['text'][:70]!r}: gold {g['verdict']}, check {verdict}")
        if g["value"] in LOOKED_AT and g["unit"] == "persons" and g["recount"]["ids"] and g["value"] not in sets:
            ours = {people.get(p, p) for p in best["persons"]} if best else set()
            sets[g["value"]] = f1(ours, set(g["recount"]["ids"]))
    return {"figures": len(gold["figures"]), "right": right, "called": called, "people F1": sets, "misses": misses}


def f1(ours: set[str], theirs: set[str]) -> float:
    return round(2 * len(ours & theirs) / (len(ours) + len(theirs)), 3) if ours or theirs else 1.0


def score_findings(gold: dict[str, Any], check: dict[str, Any], people: dict[str, str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "findings": len(check["findings"]),
        "most spans": max((len(f["spans"]) for f in check["findings"]), default=0),
    }
    misses = []
    for weight in (3, 2, 1):
        items = [i for i in gold["inconsistencies"] if i["weight"] == weight]
        one = [i for i in items if found(i, check, people, 1)]
        two = [i for i in items if found(i, check, people, 2)]
        result[f"weight {weight}"] = {"of": len(items), "found": len(one), "two places": len(two)}
        misses += [f"weight {weight}: {i['id']} {i['about']}" for i in items if i not in one]
    result["misses"] = misses
    return result


def found(item: dict[str, Any], check: dict[str, Any], people: dict[str, str], places: int) -> bool:
    spans = [place(item["a"]), place(item["b"]), *(place(m) for m in item["more"])]
    for finding in check["findings"]:
        who = {people.get(p, p) for p in finding["persons"]}
        if finding["kind"] not in FAMILIES[item["kind"]] or (
            who and item["persons"] and not who & set(item["persons"])
        ):
            continue
        if sum(any(overlap(s, tuple(f)) for f in finding["spans"]) for s in spans) >= places:
            return True
    return False


def sample(check: dict[str, Any], text: str, number: int) -> str:
    """A random sample of findings to be judged by hand (seed 1), each with its quotes."""
    chosen = random.Random(1).sample(check["findings"], min(number, len(check["findings"])))
    lines = []
    for n, f in enumerate(chosen, 1):
        lines.append(f"{n}. [{f['kind']}] {f['message']}")
        lines += [f"     {text.count(chr(10), 0, a) + 1}: {' '.join(text[a:b].split())[:120]}" for a, b in f["spans"]]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("check", type=Path, help="output of habeas check --json")
    parser.add_argument("reading", type=Path, help="output of habeas read --json of the same text")
    parser.add_argument("--text", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--sample", type=int, default=0)
    args = parser.parse_args()
    gold, check, reading = (json.loads(p.read_text("utf-8")) for p in (args.gold, args.check, args.reading))
    people = match_people(gold, {p["id"]: [tuple(m) for m in p["mentions"]] for p in reading["persons"]})
    for name, scores in (
        ("figures", score_figures(gold, check, people)),
        ("findings", score_findings(gold, check, people)),
    ):
        misses = scores.pop("misses")
        print(name, json.dumps(scores))
        if args.misses:
            print("\n".join(f"  {m}" for m in misses))
    if args.sample and args.text:
        print(sample(check, args.text.read_text("utf-8"), args.sample))


if __name__ == "__main__":
    main()
