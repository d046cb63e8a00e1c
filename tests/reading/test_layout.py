"""Blocks, headings and sentences of small texts."""
# ruff: noqa: E501 (a paragraph of a test text is one line)

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.reading.blocks import Block
from habeas.reading.layout import lay_out
from habeas.reading.sentences import sentences


def kinds(text: str) -> list[tuple[str, str]]:
    return [(b.kind, text[b.span[0] : b.span[1]]) for b in lay_out(text).blocks]


LINES = [
    ("# Cases\n\nText here is a paragraph.", [("heading", "Cases"), ("paragraph", "Text here is a paragraph.")]),
    ("2.1. Those in prison\n\nThey were tried.", [("heading", "Those in prison"), ("paragraph", "They were tried.")]),
    ("A report\n\nOn 9 May people met.", [("heading", "A report"), ("paragraph", "On 9 May people met.")]),
    ("He was\n\nOn 9 May people met.", [("paragraph", "He was"), ("paragraph", "On 9 May people met.")]),
    ("Charge: theft (Art. 1)\n\nHe denies it.", [("field", "Charge: theft (Art. 1)"), ("paragraph", "He denies it.")]),
    ("9 June. The square. Photo: Ann Lee", [("caption", "9 June. The square. Photo: Ann Lee")]),
    ("  • one\n  • two", [("item", "one"), ("item", "two")]),
    ("1. Petrov Ivan\n2. Sidorov Oleg", [("item", "Petrov Ivan"), ("item", "Sidorov Oleg")]),
    ("13 people were held.", [("paragraph", "13 people were held.")]),
    ("CASES\n=====\n\nText is here.", [("heading", "CASES"), ("paragraph", "Text is here.")]),
    (
        "The court sat for a whole day and heard nobody but the two police\nofficers, who said nothing new.",
        [("paragraph", "The court sat for a whole day and heard nobody but the two police\nofficers, who said nothing new.")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LINES, ids=[t[:20] for t, _ in LINES])
def test_says_what_a_line_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_headings_over_an_offset_stand_outermost_first() -> None:
    text = "# One\n\n## Two\n\nHere it is.\n\n# Three\n\nThere it is."
    layout = lay_out(text)

    def over(word: str) -> list[str]:
        return [text[s:e] for s, e in layout.headings_at(text.index(word))]

    assert over("Here") == ["One", "Two"]
    assert over("There") == ["Three"]


SENTENCES = [
    ("He was tried under Art. 5. Then he left.", ["He was tried under Art. 5.", "Then he left."]),
    ("M. Petrov said no. 7 is wrong.", ["M. Petrov said no. 7 is wrong."]),
    ("It ended in 2012.[4] Later it began again.", ["It ended in 2012.[4]", "Later it began again."]),
    ("It is a problem.Representatives came.", ["It is a problem.", "Representatives came."]),
    ("“It is over.” He left.", ["“It is over.”", "He left."]),
    ("The U.S. Secretary spoke.", ["The U.S. Secretary spoke."]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[t[:16] for t, _ in SENTENCES])
def test_cuts_sentences(text: str, expected: list[str]) -> None:
    spans = sentences(text, Block("paragraph", (0, len(text))))
    assert [text[s:e] for s, e in spans] == expected


texts = st.text(alphabet=st.sampled_from("Aa. \n#*-•1|:(“”’[]йЯ"), max_size=300)


@given(texts)
def test_every_letter_lies_in_one_block_and_one_sentence(text: str) -> None:
    blocks = lay_out(text).blocks
    spans = [b.span for b in blocks]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    held = {i for s, e in spans for i in range(s, e)}
    assert {i for i, c in enumerate(text) if c.isalpha()} <= held
    cut = {i for b in blocks for s, e in sentences(text, b) for i in range(s, e)}
    assert {i for i in held if not text[i].isspace()} == {i for i in cut if not text[i].isspace()}
