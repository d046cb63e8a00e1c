"""Reports: figures and the visible part of a register become bytes that people read.

In come a folded register, its figures, a day and an audience; out comes one document. It counts nothing itself, shows
nothing that `habeas.register.visible` does not allow, and writes no reference to anything outside the document.
"""

from __future__ import annotations

from habeas.reports.figure_words import say_number
from habeas.reports.list_page import Masthead, list_page

__all__ = ["Masthead", "list_page", "say_number"]
