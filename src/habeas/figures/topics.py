"""Which facts speak of one decision of an international body, and what sources say about complying with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from habeas.register import Fact, Register, visible


def topic(fact: Fact) -> str:
    """The same text for facts about one decision: body and reference; without a reference, the fact's own id."""
    reference = str(fact.fields.get("reference") or "").strip()
    if fact.kind != "finding" or not reference:
        return fact.id
    return " ".join(f"{fact.fields.get('body') or ''} {reference}".casefold().split())


def compliance_rows(register: Register) -> Iterator[tuple[str | int | float, ...]]:
    """Rows (fact, topic, high, state, level): each statement of compliance with each decision that it is about.

    It is about the findings whose claims it names; without any, about every finding on the same person.
    """
    topics: dict[str, set[str]] = defaultdict(set)
    findings = [f for f in register.facts.values() if f.kind == "finding"]
    for finding in findings:
        topics[finding.person or ""].add(topic(finding))
        for claim in finding.claims:
            topics[claim].add(topic(finding))
    for fact in register.facts.values():
        if fact.kind == "compliance" and fact.modality == "happened":
            yield from _of(fact, topics)


def _of(fact: Fact, topics: Mapping[str, set[str]]) -> Iterator[tuple[str | int | float, ...]]:
    named = set().union(*(topics.get(c, set()) for c in fact.about)) or topics.get(fact.person or "", set())
    when = fact.when
    high = (when.latest if when else fact.state_of) or date.max
    level = fact.level if visible("compliance", None, fact.level, "public") else max(fact.level, 1)
    for name in sorted(named):
        yield (fact.id, name, high.isoformat(), str(fact.fields.get("state") or ""), level)
