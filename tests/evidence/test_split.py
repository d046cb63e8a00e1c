"""Blocks and sentences: in order, never overlapping, covering all, ending where sentences end."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.evidence import Document, Passage, quote, sentences, split

PIECES = st.sampled_from([
    "He left", "the court", "Art", "No", "Dr", "p", "A", "17", "3.2", "Mr", "said no", "Тест", "г", "ул", "“Yes",
    "(so)", ".",
    "!", "?", "...", "…", ". ", "! ", "\n", "\n\n", "\r\n", " ", "\t", "- ", "# ", "1. ", "a) ", "Photo: ", "”", "»",
    "\u2028", "\x0b",
    "ﬁ", "𝔘", "\u0301", ",", ";", ":",
])  # fmt: skip
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


def document(text: str) -> Document:
    return Document(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), text, "")


def said(text: str) -> list[str]:
    doc = document(text)
    return [quote(doc, p) for p in sentences(doc)]


def kinds(text: str) -> list[tuple[str, str]]:
    doc = document(text)
    return [(b.kind, quote(doc, b.passage)) for b in split(doc)]


@given(TEXTS)
def test_blocks_and_sentences_are_in_order_and_cover_the_text(text: str) -> None:
    doc = document(text)
    end = 0
    for block in split(doc):
        assert block.passage.start >= end
        assert [
            c for c in text[end : block.passage.start] if c.isalpha() and not _mark(text, end, block.passage.start)
        ] == []
        inner = block.passage.start
        for sentence in block.sentences:
            assert sentence.start >= inner
            assert text[inner : sentence.start].strip() == ""
            assert (
                quote(doc, sentence)
                == text[sentence.start : sentence.end]
                == text[sentence.start : sentence.end].strip()
            )
            inner = sentence.end
        assert inner == block.passage.end
        end = block.passage.end
    assert [c for c in text[end:] if not c.isspace()] == []


def _mark(text: str, start: int, end: int) -> bool:
    """Whether the gap holds nothing but a list mark such as `a)` or `1.`."""
    return len(text[start:end].split()) == 1 and len(text[start:end].strip()) <= 4


@pytest.mark.parametrize(("text", "expected"), [
    ("He was held. He left.", ["He was held.", "He left."]),
    ("Charged under Art. 174 of the Code. He denies it.", ["Charged under Art. 174 of the Code.", "He denies it."]),
    ("See No. 5 and p. 2 of it. Next one.", ["See No. 5 and p. 2 of it.", "Next one."]),
    ("He said no. She left.", ["He said no.", "She left."]),
    ("Dr. Ospan and J. K. Smith met. They spoke.", ["Dr. Ospan and J. K. Smith met.", "They spoke."]),
    ("“It is a lie.” The court rose.", ["“It is a lie.”", "The court rose."]),
    ("It ended in 2019. In 2020 it began.", ["It ended in 2019.", "In 2020 it began."]),
    ("Fined 3.5 million tenge. He paid!  Did he? Yes.", ["Fined 3.5 million tenge.", "He paid!", "Did he?", "Yes."]),
    ("Held on 17.02.2020. Freed later.", ["Held on 17.02.2020.", "Freed later."]),
    ("Held since Oct. 3. Freed later.", ["Held since Oct. 3.", "Freed later."]),
    ("Обвинён по ст. 405 ч. 2 УК. Вину не признал.", ["Обвинён по ст. 405 ч. 2 УК.", "Вину не признал."]),
    ("Живёт на ул. Абая. Работает там же.", ["Живёт на ул. Абая.", "Работает там же."]),
    ("Осуждён в 2019 г. Суд был закрыт.", ["Осуждён в 2019 г.", "Суд был закрыт."]),
    ("He waited... then left. Gone.", ["He waited... then left.", "Gone."]),
    ("Reported by a body.[12] It replied.", ["Reported by a body.[12]", "It replied."]),
    ("One", ["One"]),
    ("", []),
])  # fmt: skip
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_kinds_of_blocks() -> None:
    text = (
        "# Title of it\n\nThe first paragraph goes over a line that was broken here\nand ends here. It has two.\n\n"
        "- an item.\n2) another item.\nPhoto: by a friend\n\nA short heading\nA paragraph in one line.\r\n"
        "Another one.\n"
    )
    assert kinds(text) == [
        ("heading", "Title of it"),
        ("paragraph", "The first paragraph goes over a line that was broken here\nand ends here. It has two."),
        ("item", "an item."),
        ("item", "another item."),
        ("caption", "Photo: by a friend"),
        ("heading", "A short heading"),
        ("paragraph", "A paragraph in one line."),
        ("paragraph", "Another one."),
    ]


def test_a_quote_of_another_document_is_refused() -> None:
    doc = document("Some text.")
    with pytest.raises(ValueError, match="is no passage of document"):
        quote(doc, Passage("0" * 64, 0, 4))
    with pytest.raises(ValueError, match="is no passage of document"):
        quote(doc, Passage(doc.sha256, 0, 11))


@pytest.mark.parametrize(
    "text", ["a. " * 70000, "." * 200000, "A.A." * 50000, "\n" * 200000, "- " * 100000, "“" * 200000]
)
def test_hostile_texts_end(text: str) -> None:
    """Quadratic time would be seen here as a test that does not end."""
    assert sum(len(quote(document(text), p)) for p in sentences(document(text))) <= len(text)


def test_a_real_report_is_covered(shared: Callable[[str], Path]) -> None:
    doc = Document.from_bytes(shared("reading/texts/report-2020.txt").read_bytes())
    found = list(sentences(doc))
    assert sum(p.end - p.start for p in found) > 0.97 * len(doc.text.replace("\n", ""))
    assert max(p.end - p.start for p in found) < 2500
