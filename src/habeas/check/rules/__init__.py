"""Findings: one file for each kind of thing that does not fit. Each rule takes the report and its checked figures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from habeas.check.report import Report
from habeas.check.result import KINDS, CheckedFigure, Finding
from habeas.check.rules.article_edition import article_edition
from habeas.check.rules.article_titles import article_titles
from habeas.check.rules.ban import bans
from habeas.check.rules.capitals import capitals, word_order
from habeas.check.rules.cause import causes
from habeas.check.rules.counted_elsewhere import counted_elsewhere
from habeas.check.rules.duplicate import duplicates
from habeas.check.rules.heading import headings
from habeas.check.rules.list_basis import list_basis
from habeas.check.rules.list_items import list_items
from habeas.check.rules.mixed_script import mixed_script
from habeas.check.rules.namesake import namesakes
from habeas.check.rules.numerals import numerals
from habeas.check.rules.order import date_order
from habeas.check.rules.penalty import penalties
from habeas.check.rules.places import places
from habeas.check.rules.release import releases
from habeas.check.rules.run_out import run_out
from habeas.check.rules.run_together import run_together
from habeas.check.rules.spelling import spelling
from habeas.check.rules.tense import no_information, office_held, present_custody
from habeas.check.rules.torture import torture
from habeas.check.rules.two_names import two_names


class Rule(Protocol):
    """Finds one kind of contradiction in a report."""

    def __call__(self, report: Report, figures: tuple[CheckedFigure, ...], /) -> Iterable[Finding]: ...


RULES: tuple[Rule, ...] = (
    spelling, places, numerals, capitals, word_order, mixed_script, namesakes, two_names,
    releases, penalties, bans, causes, torture, article_edition, headings, counted_elsewhere, run_out,
    article_titles, list_basis, date_order, duplicates, present_custody, office_held, no_information, list_items,
    run_together,
)  # fmt: skip


def find_all(report: Report, figures: tuple[CheckedFigure, ...]) -> tuple[Finding, ...]:
    """Every finding once, by kind, then by place."""
    found = {(f.kind, f.about, f.spans): f for rule in RULES for f in rule(report, figures)}
    return tuple(sorted(found.values(), key=lambda f: (KINDS.index(f.kind), f.spans[0], f.about)))


__all__ = ["RULES", "Rule", "find_all"]
