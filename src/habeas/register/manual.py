"""Prints `docs/liberty.md`: `python -m habeas.register.manual > docs/liberty.md`. Every line comes from the tables."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.register.cases import cases
from habeas.register.rules import QUASHED, RULES, Rule
from habeas.register.statuses import HELD, SHORT_CUSTODY, STATUSES

_INTRODUCTION = """# Liberty on a date

Made by `python -m habeas.register.manual > docs/liberty.md`; edit the tables in `src/habeas/register` instead.

A person's liberty on a day follows from the accepted facts by the rules of this page and nothing else. Each answer
names the facts that it rests on. When dates are wide, or facts are in dispute and nobody has said which holds, every
status that may be true is given, and figures show the range.
"""
_DATES = """## Facts without a date

A source may tell a fact without saying when. Such a fact is never given a day. For the replay it lies

- for custody: before the first dated verdict about the person (imprisonment: before the first dated enforcement or
  release); without one, it holds on the day up to which the source speaks. Detention by the police and administrative
  arrest hold on stated days only;
- for a sentence, release or other step that could be the telling of a dated one (same term, no other length): nowhere;
  it is that one;
- otherwise after the dated fact told before it in the same source, before the one told after it when these two are in
  order, and in any case by the day up to which the source speaks.

The day up to which a source speaks is the latest date of the recognitions that it makes itself, else its publication,
else its capture. An undated sentence is in force on that day at least, and may be until its length, counted from that
day, is over. Hours of compulsory labour are hours of work: they may take up to a year.
"""


def page() -> str:
    """The whole page."""
    return "\n".join((_INTRODUCTION, *_statuses(), "", *_table(), "", _DATES, *_shown()))


def _statuses() -> Iterator[str]:
    yield "## The statuses\n"
    yield "The strongest first: when several hold at once, the first is the answer. *Held*: counted as imprisoned.\n"
    yield "| status | held | meaning |\n|---|---|---|"
    for status, words in STATUSES.items():
        yield f"| `{status}` | {'held' if status in HELD else ''} | {words} |"


def _table() -> Iterator[str]:
    yield "## What each fact does\n"
    yield (
        "Facts are replayed in the order of their days; on one day: accusation, custody, verdict, enforcement, "
        "release. Only "
        "what happened counts; a charge may be alleged. A fact that is not in the table changes nothing.\n"
    )
    yield "| fact | which | what follows |\n|---|---|---|"
    for rule in (*RULES, QUASHED):
        yield f"| {rule.kind} | {rule.term or 'any'} | {_words(rule)} |"


def _words(rule: Rule) -> str:
    days = SHORT_CUSTODY.get(rule.term)
    return f"{rule.words}: up to {days} in all" if days else rule.words


def _shown() -> Iterator[str]:
    yield "## Cases\n"
    yield "Each is run as a test. The source speaks up to 31 January 2021; `-` stands for no date.\n"
    yield "| case | facts, as told | on | liberty |\n|---|---|---|---|"
    for case in cases():
        facts = "<br>".join(f"`{fact}`" for fact in case.life) or "none"
        yield f"| {case.name} | {facts} | {case.day} | {' or '.join(case.statuses)} |"


if __name__ == "__main__":
    print(page())
