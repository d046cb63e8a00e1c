"""The flat text of a document: lower case, `е` for `ё`, one kind of quote, dash, space. As long as the text itself."""

from __future__ import annotations

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
    flat = text.translate(_SAME)
    low = flat.lower()
    return low if len(low) == len(flat) else "".join(c.lower() if len(c.lower()) == 1 else c for c in flat)
