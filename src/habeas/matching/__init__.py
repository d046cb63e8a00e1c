"""Matching: names in, scored and explained candidates out.

Duty: compare two names, search a register for duplicates, screen a list. In: names and what is known beside them. Out:
candidates with a score and the reasons for it. It never joins records: only a decision `same` of a member does.
"""

from habeas.matching.beside import Beside
from habeas.matching.compare import Comparison, Part, compare, compare_many
from habeas.matching.evidence import score_pairs
from habeas.matching.index import NameHit, NameIndex, build_index
from habeas.matching.prepared import Prepared, prepare
from habeas.matching.screening import Known, ScreeningHit, screened

__all__ = [
    "Beside", "Comparison", "Known", "NameHit", "NameIndex", "Part", "Prepared", "ScreeningHit", "build_index",
    "compare", "compare_many", "prepare", "score_pairs", "screened",
]  # fmt: skip
