"""Editions: a list frozen with its figures and heads, and two of them compared.

In come a register with its figures, or the bytes of what was frozen; out come an `Edition` and what changed between
two: who entered, who left and why, whose status changed, which figure moved by how much and through what.
"""

from habeas.watch.editions.comparing import Compared, Left, compare_lists, compare_own
from habeas.watch.editions.edition import Edition, Member, NotAnEdition, Number, from_bytes, take
from habeas.watch.editions.moves import CAUSES, Move, follows

__all__ = [
    "CAUSES", "Compared", "Edition", "Left", "Member", "Move", "NotAnEdition", "Number", "compare_lists",
    "compare_own", "follows", "from_bytes", "take",
]  # fmt: skip
