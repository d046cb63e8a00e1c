"""A person's course through custody and sentences: what the effects of `habeas.register.rules` do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import product

from habeas.lexicon.length import Length, NotALength
from habeas.register.happenings import Happening
from habeas.register.statuses import (
    ARREST_DAYS,
    CUSTODY_OF_FORM,
    HELD,
    NON_CUSTODIAL,
    RANK,
    SHORT_CUSTODY,
    TERM_OF_PENALTY,
)
from habeas.register.term import Facts, Layer, Term

_DAY = timedelta(days=1)


_SETTLES = frozenset({"hold", "convict", "fine", "acquit", "close", "end", "let_out", "parole"})
"""After these, a term that had run out before is old news."""


@dataclass(slots=True)
class Course:
    """Mutable while replaying. `at` answers for a day; each other public method is an effect of the rule table."""

    terms: list[Term] = field(default_factory=list)
    custody: tuple[str, ...] = ()
    custody_facts: Facts = ()
    brief: list[tuple[str, Facts, date, date]] = field(default_factory=list)
    accused: Facts = ()
    freed: Layer | None = None
    wanted: Facts = ()
    protected: Facts = ()
    vanished: Facts = ()
    died: Facts = ()
    annulled_later: bool = False

    def apply(self, happening: Happening, *, annulled_later: bool) -> None:
        """Replays one happening. `annulled_later`: a granted release is taken back further on."""
        self.annulled_later = annulled_later
        if happening.rule.effect in _SETTLES:
            self.terms = [t for t in self.terms if t.last >= happening.low or t.timeless]
        getattr(self, happening.rule.effect)(happening)

    # -- the answer ------------------------------------------------------------------------------------------------

    def at(self, day: date) -> set[Layer]:
        """The strongest status on `day`, or each that may be the strongest, with the facts it rests on."""
        if self.died:
            return {("dead", self.died)}
        layers = list(self._layers(day))
        return {min(choice, key=lambda layer: RANK[layer[0]]) for choice in product([("unknown", ())], *layers)}

    def _layers(self, day: date) -> Iterator[list[Layer]]:
        for term in self.terms:
            yield term.layers(day)
        if self.custody:
            yield [(status, self.custody_facts) for status in self.custody]
        for status, facts, sure, gone in self.brief:
            if day <= gone:
                yield [(status, facts)] if day <= sure else [(status, facts), ("unknown", ())]
        for facts, status in ((self.vanished, "disappeared"), (self.accused, "charged_at_liberty")):
            if facts:
                yield [(status, facts)]
        if self.protected or self.wanted:
            yield [("abroad_protected", self.protected)] if self.protected else [("abroad_wanted", self.wanted)]
        if self.freed:
            yield [self.freed]

    # -- accusation and custody ------------------------------------------------------------------------------------

    def accuse(self, h: Happening) -> None:
        self.accused = (*self.accused, *h.facts)

    def reopen(self, h: Happening) -> None:
        self.accused, self.freed = h.facts, None

    def hold(self, h: Happening) -> None:
        status = CUSTODY_OF_FORM[h.reading.fields["form"]]
        self.freed, self.vanished = None, ()
        if status == "extradition_custody":
            self._mark("absent", h, [t for t in self.terms if t.mode == "recalled"])
        else:
            self.wanted = self.protected = ()
        if status == "in_prison" and self._prison():
            self._mark("runs", h, self._prison())
            self._unhold()
        else:
            self.custody, self.custody_facts = (status,), h.facts

    def hold_shortly(self, h: Happening) -> None:
        form = h.reading.fields["form"]
        sure = h.high if h.low == h.high else date.min
        gone = h.high + SHORT_CUSTODY[form] * _DAY - _DAY if h.high < date.max - 100 * _DAY else h.high
        self.brief.append((CUSTODY_OF_FORM[form], h.facts, sure, gone))
        self.vanished = ()

    def vanish(self, h: Happening) -> None:
        self._unhold()
        self.vanished, self.freed = h.facts, None

    def die(self, h: Happening) -> None:
        self.died = h.facts

    # -- verdicts --------------------------------------------------------------------------------------------------

    def convict(self, h: Happening) -> None:
        fields = h.reading.fields
        assert h.ends is not None
        status = TERM_OF_PENALTY[fields["penalty"]]
        if fields["penalty"] == "arrest" and _short(fields.get("length")):
            status = "administrative_arrest"
        absent = bool(fields.get("in_absentia")) and status == "in_prison"
        if not absent:
            self._settle()
        self.terms.append(Term(status, h.facts, h.low, *h.ends, mode="absent" if absent else "runs"))

    def fine(self, h: Happening) -> None:
        self._settle()
        self.freed = ("free", h.facts)

    def acquit(self, h: Happening) -> None:
        if not (self.accused or self.custody):
            self.terms = []
        self._settle()
        self.freed = ("free", h.facts)

    def close(self, h: Happening) -> None:
        self._settle()
        self.freed = ("free", h.facts)

    def quash(self, h: Happening) -> None:
        kept = [t for t in self.terms if t.mode == "absent"] if not self._prison() else []
        self.terms, self.accused = kept, h.facts

    # -- enforcement and release -----------------------------------------------------------------------------------

    def defer(self, h: Happening) -> None:
        self._mark("deferred", h, self._prison())

    def recall(self, h: Happening) -> None:
        self._mark("recalled", h, [t for t in self.terms if t.mode == "deferred"])

    def grant(self, h: Happening) -> None:
        if self._prison():
            self._unhold()
            self._mark("doubtful" if self.annulled_later else "conditional", h, self._prison())
        else:
            self.end(h)

    def parole(self, h: Happening) -> None:
        self._unhold()
        self._mark("conditional", h, self._prison())
        if not self._prison():
            self.freed = ("released_conditional", h.facts)

    def take_back(self, h: Happening) -> None:
        back = [t for t in self.terms if t.mode in ("conditional", "doubtful", "still")]
        self._mark("runs", h, back)
        self.freed = None
        if not self._prison():
            self.custody, self.custody_facts = ("in_prison",), h.facts

    def refuse(self, h: Happening) -> None:
        if self._let_out_early():
            self.take_back(h)

    def overturn(self, h: Happening) -> None:
        if self._let_out_early():
            self.take_back(h)
        else:
            self.quash(h)

    def _let_out_early(self) -> bool:
        return any(t.mode in ("conditional", "doubtful") for t in self.terms)

    def substitute(self, h: Happening) -> None:
        to = str(h.reading.fields.get("to") or "").strip().replace(" ", "_")
        ended = [t for t in self._prison() if t.start < h.low or to or len(self.terms) > len(self._prison())]
        self.terms = [t for t in self.terms if t not in ended]
        self._unhold()
        if to in TERM_OF_PENALTY:
            first = max((t.first for t in ended), default=h.high)  # what replaces the rest lasts as long as the rest
            last = max((t.last for t in ended), default=date.max)
            self.terms.append(Term(TERM_OF_PENALTY[to], h.facts, h.low, first, last))
        elif to == "fine":
            self.freed = ("free", h.facts)
        elif not any(t.start >= h.low for t in self.terms):
            self.freed = self.freed or ("released_conditional", h.facts)

    def shorten(self, h: Happening) -> None:
        try:
            length = Length.parse(str(h.reading.fields.get("to") or ""))
        except NotALength:
            return
        for n, term in enumerate(self.terms):
            end = length.after(term.start) if term.start > date.min else None
            if term in self._prison() and end is not None:
                self.terms[n] = replace(term, first=min(term.first, end), last=min(term.last, end), since=h.facts)

    def end(self, h: Happening) -> None:
        self.terms, self.accused = [], ()
        self._unhold()
        self.freed = ("free", h.facts)

    def interrupt(self, h: Happening) -> None:
        self._unhold()
        self._mark("still", h, self._prison())
        if not self._prison():
            self.freed = ("released_conditional", h.facts)

    def resume(self, h: Happening) -> None:
        self._mark("runs", h, self._prison())

    def bail(self, h: Happening) -> None:
        self._unhold()
        self.accused = (*self.accused, *h.facts)

    def let_out(self, h: Happening) -> None:
        held, awaited = self.custody, [t for t in self._prison() if t.mode in ("runs", "doubtful")]
        self._unhold()
        self._mark("absent", h, [t for t in self.terms if t.mode == "recalled"])
        if "extradition_custody" in held:
            self.wanted = h.facts
        elif held and self.accused and not awaited:
            self.accused = (*self.accused, *h.facts)
        else:
            self.terms = [t for t in self.terms if t not in awaited]
            self.freed = ("free", h.facts)

    # -- abroad ----------------------------------------------------------------------------------------------------

    def protect(self, h: Happening) -> None:
        self.protected = h.facts
        self._mark("absent", h, [t for t in self.terms if t.status in NON_CUSTODIAL or t.mode == "recalled"])

    def want(self, h: Happening) -> None:
        self.wanted = h.facts
        self._mark("absent", h, [t for t in self.terms if t.mode == "recalled"])

    def hand_over(self, h: Happening) -> None:
        self.wanted = self.protected = ()
        self.accused = h.facts
        self.custody, self.custody_facts = ("pretrial", "charged_at_liberty"), h.facts

    # -- shared ----------------------------------------------------------------------------------------------------

    def _prison(self) -> list[Term]:
        return [t for t in self.terms if t.status in HELD]

    def _mark(self, mode: str, h: Happening, terms: list[Term]) -> None:
        self.terms = [t.marked(mode, h.facts) if t in terms else t for t in self.terms]

    def _unhold(self) -> None:
        self.custody, self.custody_facts, self.vanished, self.brief = (), (), (), []

    def _settle(self) -> None:
        """A verdict ends accusation, custody before it, and an earlier release."""
        self._unhold()
        self.accused, self.freed, self.wanted, self.protected = (), None, (), ()


def _short(length: str | None) -> bool:
    if not length:
        return False
    parsed = Length.parse(length)
    return not parsed.life and parsed.months * 30 + parsed.days <= ARREST_DAYS
