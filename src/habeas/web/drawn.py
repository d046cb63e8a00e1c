"""The charts of the desk: title, rule in words, picture, and the same numbers as rows of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from habeas.lexicon.wording import say_count, say_when
from habeas.web.charts.bars import Bar, Bounded, bar_chart, bounds_chart
from habeas.web.charts.curve import curve_chart
from habeas.web.charts.held import held_chart
from habeas.web.charts.months import month_chart
from habeas.web.charts.tiles import placed, tile_map
from habeas.web.context import language
from habeas.web.dates import Dates

if TYPE_CHECKING:
    from habeas.desk import Workspace
    from habeas.desk.series import Wave

ARTICLES = 15
"""The chart shows so many articles; the file holds all."""
Rows = tuple[Sequence[str], Iterable[Sequence[object]]]


@dataclass(frozen=True, slots=True)
class Chart:
    """`name` is the file's; `picture` is empty where there is nothing to show."""

    name: str
    title: str
    rule: str
    picture: str
    rows: Rows


def _held(ws: Workspace, dates: Dates) -> Chart:
    from habeas.desk.series import held_over_time

    held, title = held_over_time(ws, as_of=dates.as_of, list_name=dates.list), _("People held over time")
    rule = _(
        "Of the people whom the list holds on the date: how many were held at the end of each month. Hatched: "
        "dates or disputes leave it open."
    )
    rows = ("day", "held", "open"), [(h.day, h.certain, h.open) for h in held]
    return Chart("held", title, rule, held_chart(held, title, (_("held"), _("perhaps"))), rows)


def _arrests(ws: Workspace, dates: Dates) -> Chart:
    from habeas.desk.series import arrests_by_month

    found, title = arrests_by_month(ws, as_of=dates.as_of), _("Arrests by month")
    rule = _("Everybody with a fact that begins with an arrest, once in its month.")
    if found.without_month:
        rule += " " + _("Arrests whose month is not known: %(n)s.") % {"n": found.without_month}
    if found.delay is not None:
        rule += " " + _(
            "Nine of ten were told within %(days)s days (a year at most is taken). Hatched: months so near to the last "
            "report that more may come."
        ) % {"days": found.delay}
    rows = ("month", "arrests", "may_grow"), [(m.month, m.arrests, m.growing) for m in found.months]
    return Chart("arrests", title, rule, month_chart(found.months, title, _("may still grow")), rows)


def _times(ws: Workspace, dates: Dates) -> Chart:
    from habeas.desk.series import times_held
    from habeas.figures import median_days, survival

    times, without = times_held(ws, as_of=dates.as_of, list_name=dates.list)
    steps, title = survival(times), _("Time in detention")
    rule = _(
        "Of the %(n)s people of the list whose first detention has a known beginning: the share still held after so "
        "long (Kaplan and Meier). Whoever is still held, or whose release nobody tells of, leaves the count when last "
        "known to be held. The band: 95 percent."
    ) % {"n": len(times)}
    middle = median_days(steps)
    if middle is not None:
        rule += " " + _("Half were released after %(days)s days.") % {"days": middle}
    if without:
        rule += " " + _("Without a known beginning: %(n)s.") % {"n": without}
    picture = curve_chart(steps, max((t.days for t in times), default=0), title, _("years"))
    head = ("days", "share", "low", "high", "at_risk", "released")
    rows = [(s.days, f"{s.share:.4f}", f"{s.low:.4f}", f"{s.high:.4f}", s.at_risk, s.released) for s in steps]
    return Chart("times", title, rule, picture, (head, rows))


def _articles(ws: Workspace, dates: Dates) -> Chart:
    from habeas.desk.series import sentences_by_article

    articles, title = sentences_by_article(ws, as_of=dates.as_of), _("Sentences by article")
    rule = _(
        "People with a sentence, under each article they are charged with; somebody charged under several stands "
        "under each."
    )
    bars = [
        Bar(
            _("Article %(a)s") % {"a": b.article},
            ((b.prison, "prison", _("prison")), (b.other, "other", _("another penalty"))),
        )
        for b in articles[:ARTICLES]
    ]
    rows = ("article", "prison", "other"), [(a.article, a.prison, a.other) for a in articles]
    return Chart("articles", title, rule, bar_chart(bars, title), rows)


def _regions(ws: Workspace, dates: Dates) -> Chart:
    from habeas.desk.breakdowns import breakdown
    from habeas.web.counting import counted

    listed = counted(ws, dates, "listed").figures[0].counted
    parts = breakdown(ws, listed, "region", as_of=dates.as_of)
    counts, title = {line.word: len(line.people) for line in parts.lines}, _("Where people of the list lived")
    known, elsewhere = placed(counts, ws.config.country)
    rule = (
        _("By residence as sources state it: one tile a region, about where it lies.")
        + " "
        + _("Not known: %(unknown)s; elsewhere: %(elsewhere)s.")
        % {"unknown": len(parts.unknown), "elsewhere": elsewhere}
    )
    bars = [Bar(word, ((number, "floor", _("people")),)) for word, number in counts.items()][:ARTICLES]
    picture = tile_map(known, ws.config.country, title) or bar_chart(bars, title)
    return Chart("regions", title, rule, picture, (("region", "people"), list(counts.items())))


def _assemblies(ws: Workspace, dates: Dates) -> Chart:
    from habeas.desk.series import waves

    found, title = waves(ws, as_of=dates.as_of), _("Detained at assemblies")
    rule = _(
        "Each assembly as its source counts it. An arrow: the source says at least so many. Hatched: about. "
        "Outlined: contained in others, and added to nothing."
    )
    head = ("fact", "when", "place", "value", "comparator", "low", "high", "added")
    rows = [
        (w.fact, w.when or "", w.place, w.value, w.comparator, w.low, "" if w.high is None else w.high, w.summed)
        for w in found
    ]
    return Chart("assemblies", title, rule, bounds_chart(_bounded(found), title), (head, rows))


def decisions(ws: Workspace, dates: Dates) -> Chart:
    """Remedies of international decisions. It folds the register, so that it stands on a page of its own."""
    from habeas.desk import compliance_page

    made, title = (
        compliance_page(ws, as_of=dates.as_of, known_at=dates.known_at)[0],
        _("What was done of international decisions"),
    )
    words = {"met": _("met"), "partial": _("partly"), "met_but_not_because": _("met, not because of it"),
             "none": _("not met"), "unknown": _("nothing is said")}  # fmt: skip
    shades = {"met": "good-bar", "partial": "other", "met_but_not_because": "maybe-bar", "none": "prison",
              "unknown": "contained"}  # fmt: skip
    bars = [
        Bar(
            d.reference or d.body,
            tuple((sum(r.state == s for r in d.remedies), shades[s], words[s]) for s in words),
        )
        for d in made.decisions
        if d.remedies
    ][:ARTICLES]
    rule = _("Remedies of each decision by the last state that a source tells by the date.")
    head = ("body", "reference", "remedy", "state", "when", "fact")
    rows = [
        (d.body, d.reference, r.name, r.state, r.when or "", r.fact or "") for d in made.decisions for r in d.remedies
    ]
    return Chart("decisions", title, rule, bar_chart(bars, title), (head, rows))


CHARTS: Mapping[str, Callable[[Workspace, Dates], Chart]] = {
    "held": _held,
    "arrests": _arrests,
    "times": _times,
    "articles": _articles,
    "regions": _regions,
    "assemblies": _assemblies,
}
"""In the order of the page of figures."""
FILES = {**CHARTS, "decisions": decisions}
"""Every chart whose numbers can be had as a file."""


TITLES: Mapping[str, object] = {
    "held": gettext_lazy("People held over time"),
    "arrests": gettext_lazy("Arrests by month"),
    "times": gettext_lazy("Time in detention"),
    "articles": gettext_lazy("Sentences by article"),
    "regions": gettext_lazy("Where people of the list lived"),
    "assemblies": gettext_lazy("Detained at assemblies"),
}
"""What the page of figures calls a chart before it is drawn."""


def drawn(ws: Workspace, dates: Dates, name: str) -> Chart:
    """A chart of the page of figures, drawn once for each state of the ledger; without a picture it has nothing to
    show.
    """
    return _drawn(ws, dates, name, language(), ws.journal.head().seq)


@lru_cache(maxsize=64)
def _drawn(ws: Workspace, dates: Dates, name: str, lang: str, head: int) -> Chart:
    made = CHARTS[name](ws, dates)
    return replace(made, rows=(made.rows[0], list(made.rows[1])))


def _bounded(found: Iterable[Wave]) -> list[Bounded]:
    lang = language()
    return [
        Bounded(
            (say_when(w.when, language=lang) if w.when else _("undated")) + (f", {w.place}" if w.place else ""),
            float(w.value), w.comparator,
            say_count({"value": w.value, "comparator": w.comparator}, language=lang), not w.summed,
        )
        for w in found
    ]  # fmt: skip
