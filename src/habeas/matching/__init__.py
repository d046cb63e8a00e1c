"""Matching: names in, scored and explained candidates out.

Duty: compare two names, search a register for duplicates, screen a list. In: names and what is known beside them. Out:
candidates with a score and the reasons for it. It never joins records: only a decision `same` of a member does.
"""

from habeas.matching.beside import Beside
from habeas.matching.compare import Comparison, Part, compare, compare_many
from habeas.matching.evidence import score_pairs
from habeas.matching.index import NameHit, NameIndex, StaleIndex, build_index, load_index
from habeas.matching.prepared import Prepared, prepare

__all__ = [
    "Beside", "Comparison", "NameHit", "NameIndex", "Part", "Prepared", "StaleIndex", "build_index", "compare",
    "compare_many", "load_index", "prepare", "score_pairs",
]  # fmt: skip
