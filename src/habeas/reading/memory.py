"""What a text has told so far that later sentences lean on: kin, who was sentenced last, the day of a verdict."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from habeas.reading.clause_dates import dates_of
from habeas.reading.clauses import Statement
from habeas.reading.context import Context
from habeas.reading.dates import DateMention
from habeas.reading.draft import Draft

_VERDICT = re.compile(
    r"\b(?:sentenced|convicted|condemned|jailed|imprisoned|imposed|passed|pronounced|delivered|announced|"
    r"handed\s+(?:down|out))\b(?=[^.;]{0,80}?\b(?:people|persons|men|women|defendants|members|activists|journalists|"
    r"protesters|lawyers|students|workers|verdicts?|sentences|(?:prison|jail)\s+terms|others)\b)"
)


@dataclass(slots=True)
class Memory:
    """`kin`: (person, tie) -> person; `judged`: whom the last sentence was passed on (`sentenced`: all); `verdict`: the
    day of one for many; `head`: the columns of the table that the text is in.
    """

    kin: dict[tuple[str, str], str] = field(default_factory=dict)
    judged: tuple[str, ...] = ()
    sentenced: tuple[str, ...] = ()
    verdict: DateMention | None = None
    head: tuple[str, ...] = ()

    def section(self) -> None:
        """A new section or entry begins."""
        self.judged, self.sentenced, self.verdict = (), (), None

    def note(self, context: Context, statement: Statement, found: Iterable[Draft]) -> None:
        """Remembers what a sentence told."""
        for draft in found:
            if draft.kind == "relation":
                self._kin(context, draft)
            elif draft.kind == "sentence" and draft.modality == "happened":
                self.judged = draft.persons
                self.sentenced = tuple(dict.fromkeys(self.sentenced + draft.persons))
        verdict = _VERDICT.search(statement.masked) if statement.dates and not statement.entry_people else None
        if verdict and " had " not in statement.masked:
            days = dates_of(statement, verdict.start(), verdict.end())
            self.verdict = DateMention(days[0].span, days[0].when, sure=False) if len(days) == 1 else self.verdict

    def _kin(self, context: Context, draft: Draft) -> None:
        other = next((p.id for p in context.people.persons if p.name == draft.fields["other"]), None)
        if other:
            self.kin[draft.persons[0], draft.fields["tie"]] = other
            self.kin[other, draft.fields["tie"]] = draft.persons[0]
