#!/usr/bin/env python3
"""Keeps the example's decisions in step with what is read there, so that a person need only look at what is new.

    python tools/example_decisions.py            # proposals without a decision, and decisions whose proposal is gone
    python tools/example_decisions.py --accept   # after looking at them: accept the new ones, drop what is gone

A proposal keeps its id as long as the same words are read in the same way, so decisions on it stay good.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from habeas.evidence import take_file
from habeas.lexicon.wording import say_claim
from habeas.reading import read

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "kazakhstan-2020"
DECISIONS = EXAMPLE / "decisions.jsonl"


def main(accept: bool) -> int:
    """Prints what is new and what is gone; the exit code is 1 when there is either and nothing was written."""
    document = take_file(EXAMPLE / "report.md").document
    reading = read(document)
    names = {person.id: person.name for person in reading.persons}
    lines = DECISIONS.read_text("utf-8").splitlines() if DECISIONS.exists() else []
    decided = {_id(json.loads(line)): line for line in lines}
    proposals = {claim.id: claim for claim in reading.claims}
    new = [claim for name, claim in proposals.items() if name not in decided]
    gone = [line for name, line in decided.items() if name not in proposals]
    for claim in new:
        said = say_claim(
            claim.kind, claim.fields, when=claim.when, attribution=claim.attribution, modality=claim.modality
        )
        words = " ".join(document.text[slice(*claim.span)].split())
        print(f"new   {claim.id}  {', '.join(names[p] for p in claim.persons)}: {said}  “{words[:100]}”")
    for line in gone:
        print(f"gone  {line}")
    if accept:
        kept = [decided.get(name) or json.dumps({"accept": name}) for name in proposals]
        DECISIONS.write_text("\n".join(kept) + "\n", "utf-8")
        return 0
    return 1 if new or gone else 0


def _id(decision: dict[str, str]) -> str:
    return next(decision[act] for act in ("accept", "reject", "correct") if act in decision)


if __name__ == "__main__":
    sys.exit(main("--accept" in sys.argv[1:]))
