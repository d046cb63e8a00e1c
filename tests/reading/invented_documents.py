"""Documents that nobody would write, for a machine to make: what reports are made of, in any order.

`problems(text)` reads one and says what does not hold: every place inside the text, every quotation whole.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from hypothesis import strategies as st

from habeas.evidence import Document, Passage, quote, split
from habeas.reading import read

SECONDS = 30.0
_PIECES = (
    "# ", "## 2.1. ", "- ", "• ", "1. ", "12) ", "| ", " | ", "|---|---|\n", "**", "*", "—", " – ", ": ", "; ", ". ",
    ", ", "(", ")", "[", "]", "«", "»", "“", "”", "\n", "\n\n", "\r\n", "\t", "\f", "\v", "\x85", "\u2028", " ", "  ",
    "\u00a0", "\u00ad", "\u200b", "\u202e", "Ivan Petrov", "Anna Sidorova", "PETROV", "al-Hasan bin Omar", "Мukhtar",
    "Иван Петров", "Анна Сидорова", "Петрову", "Айгүл Қасым", "Mr.", "Dr.", "judge", "lawyer", "his wife", "судья",
    "адвокат", "he", "she", "they", "each of them", "both", "respectively", " was sentenced to ", " was detained on ",
    " was arrested", " was released", " the prosecutor asked for ", " was fined ", " приговорил ", " задержан ",
    " освобождён ", " запросил ", " к ", " на ", " по ", " бас бостандығынан айырылды ", "5 years",
    "five and a half years", "2 months and 3 days", "life imprisonment", "трём годам лишения свободы", "условно",
    "үш жыл", "12 March 2021", "March 12", "2021-03-12", "in 2019", "the following day", "5 мая 2020 года",
    "12.03.2021", "31 February 2020", "0/0/0000", "Article 212.1", "Art. 280, part 1 of the Criminal Code",
    "ст. 207.3 УК РФ", "ч. 2 ст. 282", "Articles 1, 2, 3-9 and 10", "§", "No fewer than 16", "more than 6,000",
    "1,500", "-1", "1" * 40, "10.5", "7,5", "½", "²", "a" * 300, "А" * 300, "((((((((", "))))))))", ",,,,,,,,",
    ". . . . .", "I. I. I. ", "née ", "aka ", "https://example.org/a?b=c#d", "Name: ", "Date of arrest: ", "Charge: ",
    "Имя: ", "Name | Article | Sentence | Date of verdict\n", "State of 31 January 2020",
)  # fmt: skip
_ANY = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
documents = st.lists(
    st.one_of(st.sampled_from(_PIECES), st.sampled_from(_PIECES), st.sampled_from(_PIECES), _ANY), max_size=120
)


def text_of(pieces: list[str], times: int = 1) -> str:
    """One text; `times` makes it long."""
    return "".join(pieces) * times


def problems(text: str) -> Iterator[str]:
    """What does not hold of the reading of a text. Nothing, when all is well."""
    document = Document.from_text(text, sha256="0" * 64)
    start = time.monotonic()
    reading = read(document)
    took = time.monotonic() - start
    if took > SECONDS:
        yield f"reading took {took:.1f} s"
    places = [(f"a mention of {p.name!r}", m) for p in reading.persons for m in p.mentions]
    places += [(f"a {c.kind} by {c.rule}", c.span) for c in reading.claims]
    places += [(f"a {b.kind}", (b.passage.start, b.passage.end)) for b in split(document)]
    for what, (start_at, end) in places:
        if not 0 <= start_at < end <= len(text):
            yield f"{what} at {start_at}..{end} of {len(text)}"
        elif quote(document, Passage(document.sha256, start_at, end)) != text[start_at:end]:
            yield f"{what} at {start_at}..{end} is not what is quoted"
    for person in reading.persons:
        yield from (
            f"a mention of {person.name!r} without a letter" for s, e in person.mentions if not _said(text[s:e])
        )
    known = {p.id for p in reading.persons}
    for claim in reading.claims:
        if not set(claim.persons) <= known:
            yield f"a {claim.kind} by {claim.rule} about nobody known"
        if not 0 <= claim.confidence <= 1:
            yield f"a {claim.kind} by {claim.rule} with confidence {claim.confidence}"


def _said(words: str) -> bool:
    return any(map(str.isalpha, words)) and words == words.strip()
