"""Whatever the text, a check gives spans inside it and known verdicts and kinds; it never raises; it is repeatable."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from check.invented import Invented
from habeas.check import KINDS, VERDICTS, Finding, NotTheSameDocument, check, render
from habeas.evidence.document import Document
from habeas.reading.proposals import NamedPerson, Proposal, Reading, Span

LINES = st.sampled_from(
    [
        "1. Summary", "2. Persons in detention", "3. Those who still serve suspended sentences", "",
        "Ada Moss is a poet.", "On 4 May 2019 the court sentenced Moss to 3 years in prison.",
        "This report presents the cases of 4 persons. Among them, 2 remain in prison.",
        "  • In total, 3 people: Ada Moss, Bo Reed.",
        "“fraud” (Article 12 of the CC)", "Мoss’sbank 1,000 7.5 years",
        "convicted for supporting the FPL: Ada Moss", "banned from writing for 2 and 3 years, respectively",
        "31 February 2019",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(LINES, max_size=14).map("\n".join))
FIELDS = {
    "sentence": {"penalty": "imprisonment", "length": "P1Y"}, "custody": {"form": "house_arrest"},
    "release": {"ground": "parole"}, "recognition": {"step": "entered", "reason": "entry"},
    "charge": {"article": "12", "title": "fraud"},
    "asserted_figure": {"count": {"value": 3, "comparator": ">"}}, "listing": {"action": "listed"}, "death": {},
    "proceeding": {"step": "appeal"}, "enforcement": {"step": "replaced"},
}  # fmt: skip
WHEN = st.sampled_from([None, "2019", "2019-05-04", "2018-02/2018-05", "nonsense"])


def spans_in(text: str) -> st.SearchStrategy[Span]:
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    return ends.map(lambda e: (min(e), max(e) + 1)).filter(lambda s: s[1] <= len(text))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    document = Document.from_bytes(draw(TEXTS).encode("utf-8", "ignore"), title="Any")
    if not document.text:
        return Reading(document, (), ())
    spans = spans_in(document.text)
    persons = tuple(
        NamedPerson(id, name, (name,), "subject", tuple(sorted(draw(st.lists(spans, max_size=3)))))
        for id, name in (("a", "Ada Moss"), ("b", "Bo Moss"))
    )
    claims = [
        Proposal(
            f"c{n}",
            kind,
            draw(st.sampled_from([(), ("a",), ("a", "b")])),
            draw(spans),
            draw(WHEN),
            FIELDS[kind],
            "t.t",
            0.9,
        )
        for n, kind in enumerate(draw(st.lists(st.sampled_from(sorted(FIELDS)), max_size=8)))
    ]
    return Reading(document, persons, tuple(sorted(claims, key=lambda c: c.span)))


@settings(max_examples=150, deadline=None)
@given(readings())
def test_any_text_and_any_reading(reading: Reading) -> None:
    result = check(reading.document, reading)
    size = len(reading.document.text)
    spans = [s for f in result.findings for s in f.spans] + [f.span for f in result.figures]
    assert [s for s in spans if not 0 <= s[0] < s[1] <= size] == []
    assert {f.recount.verdict for f in result.figures} - set(VERDICTS) == set()
    assert {f.kind for f in result.findings} - set(KINDS) == set()
    assert check(reading.document, reading) == result
    assert render(result).endswith("\n")


def test_a_reading_of_another_document_is_refused() -> None:
    one, other = Invented("Ada Moss wrote."), Invented("Bo Reed wrote.")
    with pytest.raises(NotTheSameDocument) as error:
        check(one.document, other.reading())
    assert (error.value.exit_code, str(error.value)) == (
        2,
        "The reading is of another document. Read the document again, then check it.",
    )


def test_a_finding_has_one_to_six_spans_and_a_known_kind() -> None:
    for kind, spans in (("spelling", ()), ("spelling", tuple((n, n + 1) for n in range(7))), ("rumour", ((0, 1),))):
        with pytest.raises(ValueError):
            Finding(kind, "x", spans, "y")
