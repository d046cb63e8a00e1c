"""A check for people: figures with their verdicts, then findings by kind with quotes and line numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from habeas.check.result import KINDS, CheckedFigure, CheckResult, Finding
from habeas.reading.proposals import Span

_VERDICT = {"agrees": "agrees", "differs": "DIFFERS", "cannot_tell": "cannot tell"}
_TITLES = {
    "spelling": "One name in several spellings", "mixed_script": "Letters of two scripts in one word",
    "namesake": "People who share a surname", "two_names": "One person under two names",
    "summary_against_entry": "Summary against entry", "article_edition": "One offence under two article numbers",
    "heading_against_entry": "Heading against entry", "counted_elsewhere": "In prison, and not counted",
    "run_out": "Sentences that had ended", "terminology": "One thing under several terms",
    "date_order": "Dates out of order", "duplicate": "Told twice, differently", "wording": "Wording",
}  # fmt: skip


def render(result: CheckResult) -> str:
    """The whole check as plain text, lines up to about 120 characters."""
    lines = [result.document.title, "", *_figures(result), *_findings(result)]
    return "\n".join(lines).rstrip() + "\n"


def _figures(result: CheckResult) -> Iterator[str]:
    counts = {v: sum(f.recount.verdict == v for f in result.figures) for v in _VERDICT}
    yield f"Figures: {len(result.figures)}, of which " + ", ".join(f"{n} {_VERDICT[v]}" for v, n in counts.items())
    yield ""
    starts = _line_starts(result.document.text)
    for figure in result.figures:
        where = f"line {_line(starts, figure.span)}"
        yield f"  {_VERDICT[figure.recount.verdict]:<12}{where:<11}“{_short(figure.text, 70)}”"
        if figure.recount.verdict != "cannot_tell" or figure.recount.value is not None:
            yield f"{'':<14}{_why(result, figure)}"
    yield ""


def _why(result: CheckResult, figure: CheckedFigure) -> str:
    r = figure.recount
    names = ", ".join(result.names.get(p, p) for p in r.persons[:30])
    value = f"recount {r.value:g}: " if r.value is not None else ""
    return f"{value}{r.why}" + (f" ({names})" if names else "")


def _findings(result: CheckResult) -> Iterator[str]:
    starts = _line_starts(result.document.text)
    yield f"Findings: {len(result.findings)}"
    for kind in KINDS:
        found = [f for f in result.findings if f.kind == kind]
        if found:
            yield from ("", f"{_TITLES[kind]} ({len(found)})")
            for finding in found:
                yield from _finding(result, finding, starts)


def _finding(result: CheckResult, finding: Finding, starts: list[int]) -> Iterator[str]:
    yield f"  - {finding.message}"
    for span in finding.spans:
        yield f"      line {_line(starts, span)}: “{_short(result.document.text[span[0] : span[1]], 90)}”"


def _line_starts(text: str) -> list[int]:
    return [0] + [n + 1 for n, c in enumerate(text) if c == "\n"]


def _line(starts: list[int], span: Span) -> int:
    return bisect_right(starts, span[0])


def _short(text: str, most: int) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + "…"
