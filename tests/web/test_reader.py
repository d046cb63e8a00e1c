"""Text cut for reading keeps every character in its place; pictures and cells escape what they are given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from habeas.lexicon import KINDS
from habeas.web.cells import cell
from habeas.web.charts.bars import Bar, Bounded, bar_chart, bounds_chart
from habeas.web.charts.held import held_chart
from habeas.web.charts.timeline import LANES, Band, Dated, Wording, timeline
from habeas.web.claimform import inputs, read_fields
from habeas.web.reader import Part, part_at, parts, stretches

TEXT = st.text(alphabet="ab é\n\r😀", max_size=200)


@dataclass(frozen=True, slots=True)
class Span:
    id: str
    start: int
    end: int
    kind: str = "sentence"
    status: str = "open"


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(TEXT)
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = draw(st.lists(ends, max_size=6))
    return text, [Span(f"c-{n}", *sorted(s)) for n, s in enumerate(spans) if s[0] != s[1]]


@given(marked())
def test_stretches_give_the_text_back_and_know_their_marks(given: tuple[str, list[Span]]) -> None:
    text, spans = given
    found = list(stretches(text, spans, Part(1, 0, len(text))))
    assert "".join(s.text for s in found) == text.replace("\r", "")
    for s in found:
        assert text[s.start : s.start + len(s.text)] == s.text
        over = {m.id for m in spans if m.start <= s.start and s.start + len(s.text) <= m.end}
        assert set(s.ids) == over


@given(TEXT, st.integers(2, 60))
def test_parts_are_the_whole_text_in_order(text: str, size: int) -> None:
    found = parts(text, size=size)
    assert "".join(text[p.start : p.end] for p in found) == text
    assert [p.number for p in found] == list(range(1, len(found) + 1))
    assert all(part_at(found, n) == p for p in found for n in range(p.start, p.end))


@pytest.mark.parametrize("bad", ["<script>", '"', "'><img src=x>", "&amp;"])
def test_pictures_escape_words(bad: str) -> None:
    words = Wording(bad, bad, dict.fromkeys(LANES, bad))
    drawn = [
        timeline([Dated("f-1", "sentence", "2019-05", bad, True)], [], date(2020, 1, 1), words),
        bar_chart([Bar(bad, ((1, "prison", bad),))], bad),
        bounds_chart([Bounded(bad, 3.0, "~", bad, False)], bad),
    ]
    assert [("<script>" in d, "<img" in d, 'style="' in d) for d in drawn] == [(False, False, False)] * 3


def test_an_uncertain_date_is_a_stretch_of_days_and_a_day_a_dot() -> None:
    words = Wording("x", "x", dict.fromkeys(LANES, "x"))
    certain = timeline([Dated("f-1", "sentence", "2019-05-06", "x", True)], [], date(2020, 1, 1), words)
    month = timeline([Dated("f-1", "sentence", "2019-05", "x", True)], [], date(2020, 1, 1), words)
    about = timeline([Dated("f-1", "sentence", "2019-05-06~", "x", True)], [], date(2020, 1, 1), words)
    assert [d.count("<circle") for d in (certain, month, about)] == [1, 0, 0]
    assert [d.count("url(#hatch)") for d in (certain, month, about)] == [0, 1, 1]


def test_an_open_status_is_hatched_and_nothing_is_drawn_without_dates() -> None:
    words = Wording("x", "x", dict.fromkeys(LANES, "x"))
    bands = [Band("in_prison", "in prison", date(2019, 1, 1), date(2019, 6, 1), False)]
    assert timeline([], bands, date(2020, 1, 1), words).count("url(#hatch)") == 1
    assert timeline([], [], date(2020, 1, 1), words) == ""
    assert held_chart([], "x", ("a", "b")) == ""


@pytest.mark.parametrize(
    ("text", "kept"), [("=1+1", "'=1+1"), ("-5", "'-5"), ("@x", "'@x"), ("\tx", "'\tx"), ("Ada", "Ada"), ("", "")]
)
def test_a_cell_is_never_a_formula(text: str, kept: str) -> None:
    assert cell(text) == kept


@pytest.mark.parametrize(
    ("written", "kept"),
    [("23", {"value": 23, "comparator": "="}), ("≥ 23", {"value": 23, "comparator": ">="}),
     ("~ 6,000", {"value": 6000, "comparator": "~"}), ("many", "many"), ("", None)],
)  # fmt: skip
def test_a_count_is_read_as_it_is_written(written: str, kept: object) -> None:
    sent = QueryDict(mutable=True)
    sent["f-detained"] = written
    assert read_fields("assembly", sent)["detained"] == kept


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_gives_back_what_it_was_filled_with(kind: str) -> None:
    example = {
        "term": lambda f: f.terms[0], "truth": lambda f: True, "number": lambda f: 3, "length": lambda f: "P1Y",
        "when": lambda f: "2019", "count": lambda f: {"value": 7, "comparator": "~"}, "text": lambda f: "x",
    }  # fmt: skip
    fields = {name: example[field.type](field) for name, field in KINDS[kind].items()}
    sent = QueryDict(mutable=True)
    sent.update({i.name: i.value for i in inputs(kind, fields)})
    assert read_fields(kind, sent) == fields
