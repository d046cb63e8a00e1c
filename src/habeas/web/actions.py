"""What a decision of the ledger is called on a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.translation import ngettext_lazy

Words = Callable[[int], str]

SAID: Mapping[str, object] = {
    "member_added": ngettext_lazy("%(n)s member added", "%(n)s members added", "n"),
    "source_captured": ngettext_lazy("%(n)s source archived", "%(n)s sources archived", "n"),
    "record_opened": ngettext_lazy("%(n)s person entered", "%(n)s persons entered", "n"),
    "accept": ngettext_lazy("%(n)s claim accepted", "%(n)s claims accepted", "n"),
    "reject": ngettext_lazy("%(n)s proposal rejected", "%(n)s proposals rejected", "n"),
    "correct": ngettext_lazy("%(n)s claim corrected", "%(n)s claims corrected", "n"),
    "prefer": ngettext_lazy("%(n)s dispute settled", "%(n)s disputes settled", "n"),
    "withdraw": ngettext_lazy("%(n)s withdrawal", "%(n)s withdrawals", "n"),
    "same": ngettext_lazy("%(n)s joining of records", "%(n)s joinings of records", "n"),
    "different": ngettext_lazy("%(n)s judgement of difference", "%(n)s judgements of difference", "n"),
    "cannot_tell": ngettext_lazy("%(n)s pair that nobody could tell", "%(n)s pairs that nobody could tell", "n"),
    "split": ngettext_lazy("%(n)s person taken apart", "%(n)s persons taken apart", "n"),
    "recognise": ngettext_lazy("%(n)s decision on the own list", "%(n)s decisions on the own list", "n"),
    "release": ngettext_lazy("%(n)s release", "%(n)s releases", "n"),
    "mandate_recorded": ngettext_lazy("%(n)s mandate recorded", "%(n)s mandates recorded", "n"),
    "basis_withdrawn": ngettext_lazy("%(n)s basis withdrawn", "%(n)s bases withdrawn", "n"),
    "assess": ngettext_lazy("%(n)s criterion assessed", "%(n)s criteria assessed", "n"),
    "assessment_seconded": ngettext_lazy("%(n)s assessment seconded", "%(n)s assessments seconded", "n"),
    "edition_frozen": ngettext_lazy("%(n)s edition frozen", "%(n)s editions frozen", "n"),
    "erased": ngettext_lazy("%(n)s erasure", "%(n)s erasures", "n"),
    "received": ngettext_lazy("%(n)s feed received", "%(n)s feeds received", "n"),
}


def said(action: str, n: int = 1) -> str:
    """`3 claims accepted`. An action that is not known here stays its own word."""
    words = SAID.get(action)
    return str(words % {"n": n}) if words is not None else f"{n} {action}"  # type: ignore[operator]
