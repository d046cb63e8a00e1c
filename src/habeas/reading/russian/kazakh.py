"""What short Kazakh sentences say happened to whom they name.

The verb stands last, so order tells little, and no case is looked at: what a sentence tells, it tells of all it names.
Persons, dates and layout come from the Russian reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from habeas.errors import HabeasError
from habeas.lexicon.length import Length
from habeas.reading.draft import Draft
from habeas.reading.proposals import Span
from habeas.reading.russian.dates import find_dates
from habeas.reading.russian.statement import RussianContext

_ROWS: tuple[tuple[str, str, re.Pattern[str], dict[str, Any]], ...] = tuple(
    (kind, name, re.compile(pattern), fields)
    for kind, name, pattern, fields in (
        ("custody", "house-arrest", r"үйқамақ\w*", {"form": "house_arrest"}),
        (
            "custody",
            "arrested",
            r"(?<!й)қамауға ал\w+|тергеу изолятор\w+|тергеу қамағ\w+",
            {"form": "pretrial_detention"},
        ),
        ("custody", "detained", r"ұста(?:ды|лды|лған|п алды|п кетті)(?!\w)", {"form": "police_detention"}),
        (
            "release",
            "released",
            r"бостандыққа шы\w+|босат(?:ылды|ты|ылған)(?!\w)|босап шы\w+",
            {"ground": "not_stated"},
        ),
        ("release", "pardoned", r"кешірім жаса\w+|рақымшылық\w*", {"ground": "pardon"}),
        ("coercive_step", "searched", r"тінту\w*", {"act": "search"}),
        ("ill_treatment", "tortured", r"азапта\w+|қинаған\w*", {"act": "torture", "by": None}),
        ("ill_treatment", "beaten", r"соққыға жығ\w+|ұрып-соқ\w+", {"act": "beating", "by": None}),
    )
)
_DENIED = re.compile(r"(?:мады|меді|мапты|мепті|ған жоқ|ген жоқ|талап етті|сұрады|мүмкін)(?!\w)")
"""What did not happen, or is only asked for."""
_TERM = re.compile(
    r"(?<!\w)(?P<n>\d{1,2})(?:[.,](?P<half>5))?\s+(?:жыл\s+(?P<m>\d{1,2})\s+ай\w*|жыл(?!ы|дың)\w*)(?P<rest>[^.;]{0,60})"
)
_DAYS = re.compile(r"(?<!\w)(?P<n>\d{1,2})\s+тәулік\w*[^.;]{0,30}(?:қама\w+|қамақ\w*)")
_FINE = re.compile(r"айыппұл\w*")
_ARTICLE = re.compile(r"(?<!\w)(?P<article>\d{2,3}(?:-\d)?)-ба[пб]\w*(?:\s+(?P<part>\d)-(?:ші\s+)?бөлі\w+)?")
_KINDS = (("шектеу", "restriction_of_liberty"), ("шартты", "suspended"),
          *((stem, "imprisonment") for stem in ("айыр", "сотта", "түрме", "колония")))  # fmt: skip


def read_kazakh(context: RussianContext) -> Iterator[Draft]:
    """The claims of a Kazakh text, sentence by sentence; a sentence without a name goes on with the one before."""
    last: tuple[str, ...] = ()
    anchor: str | None = None
    for span in context.sentences:
        people = tuple(dict.fromkeys(m.person for m in context.people.mentions_in(*span)))
        people = tuple(p for p in people if context.people.role(p) not in ("official", "lawyer", "relative"))
        dates = find_dates(context.flat, *span, anchor=anchor, year=context.year, today=context.today)
        when = max((d.when for d in dates), key=len, default=None)
        anchor = when or anchor
        last = people or last
        if last and not _DENIED.search(context.flat, *span):
            yield from _told(context, span, last, when, 0.85 if people else 0.7)


def _told(
    context: RussianContext, span: Span, people: tuple[str, ...], when: str | None, sure: float
) -> Iterator[Draft]:
    flat = context.flat
    for kind, name, pattern, fields in _ROWS:
        if match := pattern.search(flat, *span):
            yield Draft(kind, people, match.span(), dict(fields), f"{kind}.kk-{name}", sure, when, "author", "happened")
    for place, penalty, length in _penalties(flat, span):
        fields = {"penalty": penalty, "length": length}
        yield Draft("sentence", people, place, fields, "sentence.kk", sure, when, "author", "happened")
    for match in _ARTICLE.finditer(flat, *span):
        fields = {"article": match["article"], "part": match["part"], "code": None, "title": None}
        yield Draft("charge", people, match.span(), fields, "charge.kk", sure, None, "author", "happened")


def _penalties(flat: str, span: Span) -> Iterator[tuple[Span, str, str | None]]:
    for match in _TERM.finditer(flat, *span):
        kind = next((k for stem, k in _KINDS if stem in match["rest"]), None)
        if kind:
            months = int(match["m"] or 0) + (6 if match["half"] else 0)
            try:
                yield match.span(), kind, Length.of(years=int(match["n"]), months=months).text
            except HabeasError:
                continue
    for match in _DAYS.finditer(flat, *span):
        yield match.span(), "arrest", f"P{int(match['n'])}D"
    if fine := _FINE.search(flat, *span):
        yield fine.span(), "fine", None
