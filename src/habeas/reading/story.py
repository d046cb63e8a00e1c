"""How far a text has told: the last date of its story, from which dates without a year go on.

A bare year and a look back ("in 1996 he had been ...") do not move a story that has a month already. Where a document
has its own year, each paragraph outside of case entries starts from that year again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.reading.blocks import Block
from habeas.reading.clause_dates import bracket_of
from habeas.reading.clauses import Statement
from habeas.reading.dates import DateMention
from habeas.reading.own_year import OwnTime

_LOOK_BACK = re.compile(r"\bhad\b")
_ONLY_A_DATE = re.compile(r"[\s*_(]*(?:(?:on|in|early|late|mid|the|of|night|evening|morning)\W+)*\x02+[\s*_).:–—-]*")


@dataclass(slots=True)
class Story:
    """`anchor` is the last date told, `lead` the date that a paragraph opens with as a sentence of its own; `fresh`
    where a paragraph starts again from the document's own year.
    """

    own: OwnTime
    anchor: str | None = None
    lead: DateMention | None = None
    fresh: bool = False
    in_block: Block | None = None

    def section(self, year: str | None) -> None:
        """A new section or case entry begins, under a heading that may be a year."""
        self.anchor, self.lead, self.in_block, self.fresh = year, None, None, False

    def block(self, block: Block | None, *, in_entry: bool) -> None:
        """The next sentence stands in `block`."""
        if block is not self.in_block:
            own = f"{self.own.year:04d}" if self.own.year else None
            self.fresh = bool(own and not in_entry and self.in_block and (self.anchor or "").startswith(f"{own}-"))
            self.in_block, self.lead = block, None

    def told(self, statement: Statement) -> None:
        """Goes on behind a sentence."""
        dates = [d for d in statement.dates if bracket_of(statement.masked, d.span[0]) < 0]
        if not dates:
            return
        if len(dates) == 1 and _ONLY_A_DATE.fullmatch(statement.masked):
            self.lead = DateMention(dates[0].span, dates[0].when, sure=False)
        last = dates[-1].when
        looks_back = bool(_LOOK_BACK.search(statement.masked))
        back = self.anchor is not None and last < self.anchor and "-" in self.anchor
        if (back and ("-" not in last or looks_back)) or ("-" not in last and looks_back) or "X" in last:
            return
        self.anchor, self.fresh = last, False
