"""Finds every passage of the golds anew after a text was edited: `python tests/reading/corpus/respan.py`.

A gold item keeps its `evidence`, the words of the text; `span` is where they stand. Where they stand more than once,
the place nearest to the old span is taken. Says which evidence stands nowhere any more, and leaves that gold alone.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LISTS = ("charges", "sentences", "events", "mass")


def respan(gold: dict[str, Any], text: str) -> list[str]:
    """Corrects spans, length and hash in place; returns the evidence that is not in the text."""
    lost = []
    for item in (item for name in LISTS for item in gold[name]):
        starts = [m.start() for m in re.finditer(re.escape(item["evidence"]), text)]
        if not starts:
            lost.append(item["evidence"])
            continue
        start = min(starts, key=lambda at, old=item["span"][0]: abs(at - old))
        item["span"] = [start, start + len(item["evidence"])]
    gold["annotated_range"] = [0, len(text.rstrip())]
    gold["characters"], gold["sha256"] = len(text), hashlib.sha256(text.encode()).hexdigest()
    return lost


def main() -> int:
    bad = 0
    for path in sorted(HERE.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        lost = respan(gold, (HERE / gold["file"]).read_text(encoding="utf-8"))
        bad += len(lost)
        for words in lost:
            print(f"{path.name}: not in the text: {words}", file=sys.stderr)
        if not lost:
            path.write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
