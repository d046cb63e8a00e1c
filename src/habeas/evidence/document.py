"""The text layer of a source: one text, never re-flowed, so that an offset taken once is good for ever."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """What was read out of a source's bytes.

    `sha256` is the hash of the source's bytes, `text` their decoded characters with every line end as captured.
    `language` is an ISO 639-1 code, `title` the first line that looks like one.
    """

    sha256: str
    text: str
    title: str
    language: str = "en"

    @classmethod
    def from_bytes(cls, data: bytes, *, title: str | None = None, language: str | None = None) -> Document:
        """Decodes UTF-8 text (a leading byte-order mark is dropped from the text).

        Raises UnicodeDecodeError; `habeas.evidence.intake` turns that and other faults into sentences for a user.
        """
        text = data.decode("utf-8-sig")
        return cls.from_text(text, sha256=hashlib.sha256(data).hexdigest(), title=title, language=language)

    @classmethod
    def from_text(cls, text: str, *, sha256: str, title: str | None = None, language: str | None = None) -> Document:
        """The same for text that was decoded already; `sha256` is the hash of the bytes that it came from."""
        return cls(sha256, text, title or _title(text), language or guess_language(text))


def _title(text: str) -> str:
    """The first line with five words or a heading mark; else the first line with a letter; else empty."""
    lines = [line.strip() for line in text[:4000].splitlines() if any(c.isalpha() for c in line)]
    likely = (line for line in lines if line.startswith("#") or len(line.split()) >= 5)
    return next(likely, lines[0] if lines else "").lstrip("#").strip(" *_")[:200]


def guess_language(text: str) -> str:
    """`kk` when Kazakh letters are frequent, `ru` when most letters are Cyrillic, else `en`."""
    sample = [c for c in text[:20000] if c.isalpha()]
    if not sample:
        return "en"
    cyrillic = sum("\u0400" <= c <= "\u04ff" for c in sample)
    if cyrillic * 2 < len(sample):
        return "en"
    kazakh = sum(c in "әғқңөұүһіӘҒҚҢӨҰҮҺІ" for c in sample)
    return "kk" if kazakh * 50 > cyrillic else "ru"
