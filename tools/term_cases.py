"""Prints the hand-worked cases of sentence arithmetic beside what the program says: `python tools/term_cases.py`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from law.term_cases import CASES, RULE, answer

agree = 0
for case in CASES:
    said = answer(case)
    agree += said == case["end"]
    mark = "  " if said == case["end"] else "≠ "
    print(f"{mark}{case['what']}: {case['end']}{'' if said == case['end'] else f' (the program: {said})'}")
    print(f"     {case['working']} [{case.get('source', RULE)}]")
print(f"{agree} of {len(CASES)} cases agree.")
sys.exit(agree != len(CASES))
