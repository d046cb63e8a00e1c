"""A document in, a reading out: layout, sentences, people, rules, then ids, order and duplicates."""

from __future__ import annotations

from habeas.evidence.document import Document
from habeas.reading.bare_rows import with_bare_rows
from habeas.reading.bracketed import with_bracketed
from habeas.reading.context import Context, Rule
from habeas.reading.draft import Draft
from habeas.reading.find import find_people
from habeas.reading.identity import read_identity
from habeas.reading.layout import lay_out
from habeas.reading.persecuted import with_persecuted
from habeas.reading.proposals import Proposal, Reading, proposal_id
from habeas.reading.recognition import read_recognition
from habeas.reading.rules import RULES
from habeas.reading.russian import pipeline as russian
from habeas.reading.russian.persecuted import with_persecuted as with_persecuted_in_russian
from habeas.reading.said_terms import with_said_terms
from habeas.reading.sentences import sentences
from habeas.reading.stateof import state_of
from habeas.reading.tabled import with_tables

LIST_RULES: tuple[Rule, ...] = (read_recognition, read_identity)
"""Rules about the list itself; those about what happened stand in `rules`."""


def prepare(document: Document) -> Context:
    """The context that every rule reads."""
    if document.language in russian.LANGUAGES:
        return russian.prepare(document)
    layout = lay_out(document.text)
    inside = [sentences(document.text, block) for block in layout.blocks]
    people = find_people(document.text, layout, inside)
    spans = tuple(s for block in inside for s in block)
    return Context(document, layout, spans, people, state_of(document.text, spans))


def read(document: Document) -> Reading:
    """Reads everything the rules know out of a document. Any text is accepted; none raises."""
    context = prepare(document)
    cyrillic = document.language in russian.LANGUAGES
    rules = russian.RULES if cyrillic else (*LIST_RULES, *RULES)
    drafts = [draft for rule in rules for draft in rule(context)]
    mark = with_persecuted_in_russian if cyrillic else with_persecuted
    people = mark(context.people, drafts, document.text)
    found = Reading(document, people.persons, proposals(context, drafts))
    return with_said_terms(with_bracketed(with_bare_rows(with_tables(found))))


def proposals(context: Context, drafts: list[Draft]) -> tuple[Proposal, ...]:
    """Drafts as proposals: in text order, each once."""
    found: dict[str, Proposal] = {}
    for draft in sorted(drafts, key=lambda d: (d.span, d.kind, -d.confidence)):
        proposal = _proposal(context, draft)
        found.setdefault(proposal.id, proposal)
    return tuple(found.values())


def _proposal(context: Context, draft: Draft) -> Proposal:
    return Proposal(
        _id(context, draft), draft.kind, draft.persons, draft.span, draft.when, draft.fields, draft.rule,
        draft.confidence, draft.attribution, draft.modality, tuple(_id(context, d) for d in draft.of),
    )  # fmt: skip


def _id(context: Context, draft: Draft) -> str:
    names = tuple(context.people.name(p) for p in draft.persons)
    return proposal_id(context.document.sha256, draft.kind, draft.span, names, draft.when, draft.fields)
