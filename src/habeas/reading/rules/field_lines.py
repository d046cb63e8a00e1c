"""Lines of field and value in case entries: "Date of arrest: 3 May 2019", "Released: 5 June 2020", "Date of sentence:
...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.reading.anaphora import Who
from habeas.reading.clauses import Statement
from habeas.reading.dates import DateMention
from habeas.reading.draft import Draft
from habeas.reading.rules.proceeding import outcome_in
from habeas.reading.rules.telling import tell

TRIGGERS = (":",)
_LABEL = re.compile(r"[\s•*_–-]*(?P<label>[a-z][a-z' /()-]{2,48}?)[*_]{0,2}\s*:[*_]{0,2}\s*")
_MORE = re.compile(r"[;|][\s*_]*(?P<label>[a-z][a-z' /()-]{2,40}?)[*_]{0,2}\s*:[*_]{0,2}\s*")
_AGAIN = r"(?: again| anew| repeatedly| (?:a |the )?(?:second|third) time| \(\w+\))?"
_SINCE = r"(?: (?:date|on|since|from))?"
_FIELDS = (
    ("custody", {"form": "pretrial_detention"}, re.compile(
        r"(?:date of |in )?(?:since|pre-?trial detention|remand(?:ed)?|(?:placed |held )?in custody|"
        rf"custody|in detention|behind bars){_SINCE}{_AGAIN}")),
    ("custody", {"form": "house_arrest"}, re.compile(rf"(?:date of |under )?house arrest{_SINCE}")),
    ("custody", {"form": "transfer"}, re.compile(rf"(?:date of )?transfer(?:red)?{_SINCE}{_AGAIN}")),
    ("custody", {"form": "police_detention"}, re.compile(
        r"(?:date of |day of |time of |date and place of )?(?:initial |first |second |the |new |latest |re-?)?"
        rf"(?:arrest(?:ed)?|detention|detain(?:ed|ment)|taken|imprison(?:ed|ment)|apprehen\w+|capture[d]?|abducted|abduction|"
        rf"arrest date|detention date|last arrest){_AGAIN}{_SINCE}{_AGAIN}(?: and place)?")),
    ("release", {"ground": "not_stated"}, re.compile(
        r"(?:date of |day of )?(?:actual |early )?(?:releas(?:e|ed)|freed|set free)(?: (?:on bail|from custody|on "
        rf"parole|under \w+))?{_SINCE}{_AGAIN}")),
)  # fmt: skip
SENTENCE_DATE = re.compile(
    r"(?:date of )(?:the )?(?:sentence|sentencing|conviction|verdict|judgment|trial verdict)|"
    r"(?:sentenced|convicted|verdict|sentence|tried) (?:on|date)|tried|(?:date of (?:the )?|first |"
    r"final )?trial(?: date)?|"
    r"(?:date of )?(?:verdict|conviction|judgment)|(?:trial )?court(?: and date)?"
)
_EXPECTED = re.compile(r"expected|planned|projected|scheduled|end of|due")


_NAMED = re.compile(r"\s*\(?\s*(?=\x01)")


def read(statement: Statement) -> Iterator[Draft]:
    """The dated fields of an entry; a line may hold several ("Detained: 3 May; released: 5 June")."""
    first = _LABEL.match(statement.flat)
    if not first or not statement.dates:
        return
    labels = [first, *_MORE.finditer(statement.flat, first.end())]
    for label, stop in zip(labels, [*(m.start() for m in labels[1:]), len(statement.flat)], strict=True):
        if not _EXPECTED.search(label["label"]):
            yield from _field(statement, label, stop)


def _field(statement: Statement, label: re.Match[str], stop: int) -> Iterator[Draft]:
    told = _told(statement, label, stop)
    dates = [
        d for d in statement.dates
        if label.end() <= d.span[0] < stop and not _UNTIL.search(statement.masked, 0, d.span[0])
    ]
    if told is None or not dates:
        return
    kind, fields = told
    if kind == "proceeding":
        fields = fields | _outcome(statement.flat[label.end() : stop])
    if kind == "release":
        fields = {"ground": "bail"} if "bail" in label["label"] else fields
    for who, date in _shared_out(statement, dates):
        yield from tell(
            statement, who, label.start(), date.span[1], kind=kind, fields=fields, rule=f"{kind}.field", base=0.95,
            modality="happened", dates=(date,),
        )  # fmt: skip


def _told(statement: Statement, label: re.Match[str], stop: int) -> tuple[str, dict[str, str]] | None:
    """What a label tells of: by its whole words, else by the word for it within a few others ("When and where taken").

    House arrest may stand in the value alone ("Taken into custody: house arrest since May").
    """
    words = label["label"].strip()
    told = next(((k, f) for k, f, pattern in _FIELDS if pattern.fullmatch(words)), None)
    if told is None and len(words.split()) <= 6 and not _NOT_THE_ACT.search(words):
        told = next(((k, f) for k, f, pattern in _LOOSELY if pattern.search(words)), None)
    if told and told[1].get("form") == "police_detention" and _HOME.match(statement.masked, label.end(), stop):
        return "custody", {"form": "house_arrest"}
    return told


_STOOD = re.compile(r"\b(?:unchanged|in force)\b")


def _outcome(said: str) -> dict[str, str]:
    """What a field of appeals says came of one; that a term was raised is told by its length."""
    _, outcome = outcome_in(said)
    outcome = outcome or ("upheld" if _STOOD.search(said) else None)
    return {"outcome": outcome} if outcome and outcome != "increased" else {}


_UNTIL = re.compile(r"\b(?:until|till|up\s+to)\s+$")
_HOME = re.compile(r"\s*(?:placed\s+|put\s+)?(?:under\s+)?house\s+arrest\b")
_NOT_THE_ACT = re.compile(
    r"\b(?:places?(?! and)|where(?! and)|facility|prison|colony|by whom|authority|officers?|agency|lawyer|reasons?|"
    r"grounds?|circumstances?|"
    r"before|prior|history|earlier|previous|conditions?|length|duration|charges?|articles?|court|sentence[ds]?|status|"
    r"work|after|during|sentence|visits?|health|treatment|orders?|warrants?)\b"
)
_LOOSELY = (
    ("proceeding", {"step": "appeal"}, re.compile(
        r"^(?:(?:date of |result of )?(?:the )?appeals?|on appeal|cassation|"
        r"appeal (?:court|decision|hearing|verdict))$")),
    ("custody", {"form": "house_arrest"}, re.compile(r"\bhouse arrest\b")),
    ("custody", {"form": "transfer"}, re.compile(r"\btransfer")),
    ("release", {"ground": "not_stated"}, re.compile(r"\b(?:releas|freed|set free|let go|out of prison)")),
    ("custody", {"form": "pretrial_detention"}, re.compile(
        r"\b(?:pre-?trial|remand|(?:held|detained|custody|detention|jailed|behind bars|inside) since)\b")),
    ("custody", {"form": "police_detention"}, re.compile(
        r"\b(?:arrest|detain|detention|apprehen|abduct|captur|taken|seized|custody|picked up|imprisoned|jailed)")),
)  # fmt: skip


def _shared_out(statement: Statement, dates: list[DateMention]) -> Iterator[tuple[Who, DateMention]]:
    """The first date is the holder's; dates with names behind are theirs ("24 May (Ivan), 28 May (Pavel)")."""
    named = [(who, d) for d in dates if (who := _named_behind(statement, d))]
    if named:
        yield from named
        return
    holders = _holder(statement)
    if len(holders.persons) == len(dates) > 1:
        for person, date in zip(holders.persons, dates, strict=True):
            yield Who((person,), holders.sure), date
        return
    yield holders, dates[0]


def _named_behind(statement: Statement, date: DateMention) -> Who | None:
    gap = _NAMED.match(statement.masked, date.span[1])
    slot = next((s for s in statement.singles if gap and s.span[0] == gap.end() and s.kind == "name"), None)
    return Who(slot.persons, 1.0, slot) if slot else None


def _holder(statement: Statement) -> Who:
    return Who(statement.entry_people, 1.0) if statement.entry_people else Who(statement.topic_before, 0.85)


def sentence_date(statement: Statement) -> str | None:
    """The date of a "Date of sentence:" line, for the sentences of the same entry that state none."""
    label = _LABEL.match(statement.flat)
    if label and statement.dates and SENTENCE_DATE.fullmatch(label["label"].strip()):
        return statement.dates[0].when
    return None
