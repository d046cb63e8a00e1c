"""Case entries: from an opening line to the next one or the next heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from habeas.reading.capital_leads import capital_leads
from habeas.reading.entry_ends import ends_of
from habeas.reading.layout import Layout
from habeas.reading.leads import Lead, Named, lead_of
from habeas.reading.proposals import Span

P = TypeVar("P")
Entry = tuple[Lead[P], Span, tuple[Span, ...]]

_FRAME = re.compile(
    r"\W*(?:[\dIVX.]+\s+)?(?:executive\s+)?(?:summary|introduction|background|conclusions?|recommendations?|"
    r"methodology|overview|"
    r"foreword|preface|context|contents|table of contents|appeal|call to action|about (?:us|the)|acknowledge?ments|"
    r"sources|"
    r"references|notes|further reading|see also|legal (?:framework|analysis|background))\b",
    re.I,
)
_PERSECUTION = re.compile(
    r"\b(?:charge[sd]?|accus|sentence|detain|detention|arrest|prosecut|prison|jail|tortur|extradit|persecut|"
    r"criminal|convict|custody|"
    r"imprison|colony|penal|abduct|disappear|article|art\.|search|interrogat|wanted|asylum|"
    r"restriction of (?:liberty|freedom)|"
    r"fined?\b|years?\b|suspended|compulsory|psychiatr|trial|court|investigation|beaten|harass|killed|exile|releas|\bbail|\bsec(?:tion|\.)|sentence)",
    re.I,
)
_WEAK_FORMS = ("comma", "colon", "stop")


def find_entries(
    text: str, layout: Layout, sentences: Sequence[Sequence[Span]], named: Sequence[Named[P]]
) -> list[Entry[P]]:
    """The case entries in order. `sentences` go with the blocks; `named` are the full names of the text in order."""
    leads = _leads(text, layout, sentences, named)
    leads = _consistent(leads)
    found: list[Entry[P]] = []
    own = {lead.span[0] for lead in leads}
    for lead, end in zip(leads, ends_of(text, layout, [lead.span[0] for lead in leads]), strict=True):
        over = tuple(h for h in layout.headings_at(lead.span[0]) if h[0] not in own)
        if lead.form in ("name", "bold") or _PERSECUTION.search(text, lead.span[0], end):
            found.append((lead, (lead.span[0], _trim(text, end)), over))
    return found


def _leads(
    text: str, layout: Layout, sentences: Sequence[Sequence[Span]], named: Sequence[Named[P]]
) -> list[Lead[P]]:
    leads: list[Lead[P]] = []
    starts = [n[0][0] for n in named]
    capital = capital_leads(text, layout, sentences, named)
    for index, (block, inside) in enumerate(zip(layout.blocks, sentences, strict=True)):
        at = bisect_left(starts, block.span[0])
        if at >= len(starts) or starts[at] >= block.span[1] or block.kind == "caption":
            continue
        card = block.kind == "heading" and layout.is_label(index + 1, text)
        lead = capital.get(block.span[0]) or lead_of(text, block, inside, named, card=card)
        if lead is None or _in_frame(text, layout, lead.span[0]):
            continue
        again = bool(leads) and set(lead.people) <= set(leads[-1].people)
        if again and lead.form in ("copula", "dash", "item", *_WEAK_FORMS):
            continue
        leads.append(lead)
    return leads


def _in_frame(text: str, layout: Layout, offset: int) -> bool:
    """True under a summary, an introduction, conclusions and the like: what stands there frames the list."""
    return any(_FRAME.match(text, *heading) for heading in layout.headings_at(offset))


def _consistent(leads: list[Lead[P]]) -> list[Lead[P]]:
    """Leads with a comma or a colon alone count only where several blocks open like that, or a heading does.

    So do items that open with a name and a mark: they count where two do, or beside a surer lead.
    """
    if sum(lead.form not in _WEAK_FORMS for lead in leads) < 2:
        leads = [lead for lead in leads if lead.form != "item"]
    weak = [lead for lead in leads if lead.form in _WEAK_FORMS]
    if len(weak) >= 2 and len(weak) * 2 >= len(leads):
        return leads
    return [lead for lead in leads if lead.form not in _WEAK_FORMS]


def _trim(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end
