"""The sentence clock: when each term ends, and how long somebody has been held before trial.

The end is that of the register's own replay (reductions, deferrals and releases applied), less the days in custody
before the sentence at the rates of the law pack. Where the pack is silent, or the custody has no dates, the earliest
end stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.law import Credit, converted, credit_on
from habeas.lexicon import Length, When
from habeas.lexicon.wording import say_claim
from habeas.register import Fact, Register, Stretch, liberty, stretches
from habeas.watch.item import Item
from habeas.watch.spans import DAY, days_of, term_of

OVER = ("run_out_unconfirmed", "free")
_NOT_RUNNING = ("deferred", "abroad_wanted", "abroad_protected")
_CUSTODY = {"pretrial": "pretrial_detention", "house_arrest": "house_arrest"}
_SOURCE = "habeas.law.term_end: a term of months ends on the day before its date comes round"


_SILENT = "The law pack does not say how this custody is credited."


@dataclass(frozen=True, slots=True)
class Credited:
    """Least and most days taken off a term (None: unknown), and what says so."""

    least: int
    most: int | None
    facts: tuple[str, ...] = ()
    source: str = ""
    note: str = ""


def sentence_ends(register: Register, person: str, on: date, *, country: str = "kz") -> Iterator[Item]:
    """The end of each term that somebody still serves on the day, or that ran out without a release being known."""
    course = stretches(register, person)
    states = liberty(register, person, on).states
    for fact in register.facts_of(person, "sentence"):
        now = [s for s in states if fact.id in s.because]
        if now:
            yield _end(register, fact, course, [s.status for s in now], on, country)
        elif _lasting(fact) and (item := _ban(fact, on)):
            yield item


def _end(
    register: Register, fact: Fact, course: Sequence[Stretch], statuses: Sequence[str], on: date, country: str
) -> Item:
    first, last = term_of(course, fact.id, OVER)
    if all(s in _NOT_RUNNING for s in statuses):
        return _item(fact, None, None, Credited(0, 0, note="The term does not run at present."), on)
    taken = _credited(register, fact, course, country)
    first = first - taken.most * DAY if first and taken.most is not None else None
    return _item(fact, first, last - taken.least * DAY if last else None, taken, on)


def _item(fact: Fact, first: date | None, last: date | None, taken: Credited, on: date) -> Item:
    over = last is not None and last < on
    days = ((on - last).days, (on - first).days if first else None) if over and last else None
    what = say_claim("sentence", fact.fields, when=str(fact.when) if fact.when else None, attribution="author",
                     modality=fact.modality)  # fmt: skip
    rule = "term ran out, no release known" if over else "end of the term"
    source = "; ".join(s for s in (_SOURCE, taken.source) if s)
    facts = tuple(dict.fromkeys((fact.id, *taken.facts)))
    return Item(
        "sentence_end", fact.person, what, first, last, rule, source, "to_be_checked", fact.id, facts, fact.level, days,
        taken.note,
    )  # fmt: skip


def _lasting(fact: Fact) -> bool:
    return fact.fields.get("penalty") == "ban" and fact.modality == "happened"


def _ban(fact: Fact, on: date) -> Item | None:
    """The end of a ban, which runs beside liberty: from the verdict at the earliest."""
    length = fact.fields.get("length")
    if not length or fact.when is None:
        return _item(fact, None, None, Credited(0, 0, note="Its length or its date is not known."), on)
    first, _ = Length.parse(length).bounds_after(fact.when)
    note = "A ban may run from the end of another punishment: the earliest end is as from the verdict."
    return _item(fact, first, None, Credited(0, 0, note=note), on)


def _credited(register: Register, fact: Fact, course: Sequence[Stretch], country: str) -> Credited:
    """Days in custody before the sentence, at the rates of the law pack."""
    if fact.when is None or fact.when.latest is None:
        return Credited(0, None, note="The date of the sentence is not known, so that nothing is credited.")
    verdict, total = fact.when, Credited(0, 0)
    for status, form in _CUSTODY.items():
        held = _before(course, status, verdict)
        if held != (0, 0):
            because = _facts(course, status, verdict)
            total = _sum(total, held, because, _rate(fact, form, country))
    return total


def _rate(fact: Fact, form: str, country: str) -> Credit | None:
    if fact.fields.get("penalty") != "imprisonment" or fact.when is None or fact.when.latest is None:
        return None
    return credit_on(fact.when.latest, form, country)


def _sum(total: Credited, held: tuple[int, int | None], facts: tuple[str, ...], rate: Credit | None) -> Credited:
    facts = tuple(dict.fromkeys((*total.facts, *facts)))
    if rate is None:
        return Credited(total.least, None, facts, total.source, _SILENT)
    least, off = converted((held[0], 0), rate.least)[0], converted((0, held[1]), rate.most)[1]
    most = None if off is None or total.most is None else total.most + off
    return Credited(total.least + least, most, facts, f"{rate.source} ({rate.edition})", rate.note)


def _before(course: Sequence[Stretch], status: str, verdict: When) -> tuple[int, int | None]:
    first, last = verdict.reach
    until = (first - DAY) if first and first > date.min else date.min
    return days_of(course, (status,), certain=(date.min, until), possible=(None, (last or date.max)))


def _facts(course: Sequence[Stretch], status: str, verdict: When) -> tuple[str, ...]:
    last = verdict.reach[1] or date.max
    said = (s for stretch in course if stretch.start <= last for s in stretch.states if s.status == status)
    return tuple(dict.fromkeys(f for s in said for f in s.because))


def pretrial_days(register: Register, person: str, on: date) -> Iterator[Item]:
    """How long somebody who may be in custody before trial on the day has been there."""
    states = [s for s in liberty(register, person, on).states if s.status == "pretrial"]
    if states:
        days = days_of(stretches(register, person), ("pretrial",), certain=(date.min, on), possible=(None, on))
        facts = tuple(dict.fromkeys(f for s in states for f in s.because))
        level = max((register.facts[f].level for f in facts), default=2)
        about = facts[0] if facts else person
        yield Item(
            "pretrial_days", person, "In custody before trial", on, on, "days held before trial", "counted here", "own",
            about, facts, level, days,
        )  # fmt: skip
