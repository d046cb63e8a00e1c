"""Matching: names in, scored and explained candidates out.

Duty: compare two names, search a register for duplicates, screen a list. In: names and what is known beside them. Out:
candidates with a score and the reasons for it. It never joins records: only a decision `same` of a member does.

Nothing is in this room yet.
"""

__all__: list[str] = []
