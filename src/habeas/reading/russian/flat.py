"""The flat text of a document: lower case, `е` for `ё`, one kind of quote, dash, space. As long as the text itself."""

from __future__ import annotations

import re

_YEAR_STOP = re.compile(r"(?<=\d\d\d\d\sг)\.(?=\s+[а-яё])|(?<=\d\d\d\dг)\.(?=\s+[а-яё])")
"""The stop of "2023 г." inside a sentence: patterns that stay within a sentence must not end there."""
STOP = r"(?<!\bст)(?<!\bч)(?<!\bп)(?<!\bг)(?<!\bруб)(?<!\bтыс)(?<!\bмес)(?<!\bим)(?<!\bул)\.\s"
"""A full stop with a blank on flat text, those of abbreviations apart: a pattern."""
_SAME = str.maketrans(
    {
        "\n": " ",
        "\r": " ",
        "\t": " ",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "‐": "-",
        "−": "-",
        "ё": "е",
        "Ё": "е",
    }
)


def flatten(text: str) -> str:
    """The flat form, character for character, so that offsets in it are offsets in the text."""
    flat = _YEAR_STOP.sub(" ", text.translate(_SAME))
    low = flat.lower()
    return low if len(low) == len(flat) else "".join(c.lower() if len(c.lower()) == 1 else c for c in flat)
