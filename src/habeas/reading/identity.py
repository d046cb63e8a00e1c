"""Identity: what an opening line says of a person's names, occupation and residence. No health, no family."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from habeas.lexicon.scripts import is_mixed_script
from habeas.reading.context import Context
from habeas.reading.draft import Draft
from habeas.reading.people import CaseEntry, Mention
from habeas.reading.proposals import Span
from habeas.reading.spelling import folded
from habeas.reading.tokens import UPPER
from habeas.reading.wordlists import cue_words, role_of

_WHO = re.compile(
    r"[*_\s]*(?:\([^()]{0,120}\))?[*_\s]*(?:[–—-]\s+)?(?:(?:is|are|was|were)\s+|[–—-]\s+|,\s+|(?<=[–—-]\s))(?:both\s+)?"
    r"(?:an?\s+|the\s+|one of the\s+)?(?P<what>[^.;:()\n]{3,160})"
)
_PLACE = (
    rf"(?:[{UPPER}][\w’'-]+)(?:[ -][{UPPER}][\w’'-]+)*"
    r"(?:\s(?:region|province|district|oblast|Region|Province|District|Oblast))?"
)
_HOME = re.compile(
    r"\b(?:from|residents? of|lives? in|living in|resid(?:es|ing) in|based in)\s(?:the\s)?(?:(?:city|town|village|"
    r"capital)\s(?:of\s)?)?"
    rf"(?P<place>{_PLACE})"
)
_ENDS_WORK = re.compile(
    r",?\s(?:who|which|whom|whose|from|based|living|born|and\s(?:lives|resides|heads)|at the same time)\b|"
    r",\s(?:the|his|her|sentenced|arrested|detained)\b"
)
_NO_WORK = cue_words("no_occupation")
_FAMILY = re.compile(
    r"\b(?:wife|husband|mother|father|brother|sister|son|daughter|son-in-law|widow|children|parent|married)\b"
)


def read_identity(context: Context) -> Iterator[Draft]:
    """Names, aliases, occupation and residence from the opening lines of entries."""
    seen: set[str] = set()
    for entry in context.people.entries:
        for person in entry.people:
            if person not in seen:
                seen.add(person)
                yield from _names(context, person, entry)
        yield from _described(context, entry)


def _draft(person: str, span: Span, attribute: str, value: str, confidence: float) -> Draft:
    fields = {"attribute": attribute, "value": value}
    return Draft("identity", (person,), span, fields, f"identity.{attribute}", confidence)


def _names(context: Context, person: str, entry: CaseEntry) -> Iterator[Draft]:
    """The main name, and the other names that the document gives the person; spellings of one name apart."""
    named = context.people.person(person)
    yield _draft(person, entry.lead, "name", named.name, 0.95)
    for alias in context.people.aliases.get(person, ()):
        if folded(alias) != folded(named.name) and not is_mixed_script(alias):
            yield _draft(person, entry.lead, "alias", alias, 0.9)


def _described(context: Context, entry: CaseEntry) -> Iterator[Draft]:
    """Occupation and residence, from the words right after the last name of the lead's list."""
    text, (start, end) = context.text, entry.lead
    mentions = [m for m in context.people.mentions_in(start, end) if m.person in entry.people and m.full]
    for index, mention in enumerate(mentions):
        match = _WHO.match(text, mention.span[1], end)
        if not match or (index + 1 < len(mentions) and mentions[index + 1].span[0] <= match.start("what") + 4):
            continue
        people = _sharing(text, mentions[: index + 1])
        what, at = match["what"], match.start("what")
        if home := _HOME.search(what):
            for person in people:
                yield _draft(person, (at + home.start(), at + home.end()), "residence", home["place"], 0.85)
        work = _ENDS_WORK.split(what, maxsplit=1)[0].strip(" ,*_“”‘’")
        if _is_work(work):
            for person in people:
                yield _draft(person, (at, at + len(_ENDS_WORK.split(what, maxsplit=1)[0])), "occupation", work, 0.8)


def _sharing(text: str, mentions: Sequence[Mention]) -> list[str]:
    """The people of the list that ends with the last of `mentions`."""
    people = [mentions[-1].person]
    for one, after in zip(reversed(mentions[:-1]), reversed(mentions), strict=False):
        if not re.fullmatch(r"[*_]*(?:\([^()]*\))?,?\s*(?:and|&)?\s*[*_]*", text[one.span[1] : after.span[0]]):
            break
        people.append(one.person)
    return list(dict.fromkeys(reversed(people)))


def _is_work(work: str) -> bool:
    """True when the words name an occupation and no family tie."""
    words = {w.lower().strip(",’'") for w in work.split()}
    known = {w for w in words if role_of(w) not in (None, "relative")}
    return 0 < len(words) <= 16 and not _FAMILY.search(work) and bool(known - _NO_WORK)
