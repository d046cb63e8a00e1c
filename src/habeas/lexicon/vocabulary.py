"""Prints `docs/vocabulary.md`: `python -m habeas.lexicon.vocabulary > docs/vocabulary.md`."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.lexicon.kinds import KINDS, Field
from habeas.lexicon.terms import LISTS, label, languages, unreviewed

_LISTS_SAY = {
    "attribution": "Who says so. Every claim has one.",
    "modality": "Whether it happened. \"The prosecutor asked for five years\" is a requested sentence, not a sentence.",
    "role": "What a person is in a source.",
    "liberty": "What a person's liberty can be on a date.",
    "level": "Who may see a claim. New claims start at 2; health, relations and all about a minor at 3; a giver at 4.",
    "audience": "Whom a document is made for.",
}
_TYPES_SAY = {
    "term": "one of the terms below",
    "text": "text",
    "when": "EDTF date",
    "length": "ISO 8601 duration or `life`",
    "count": "count with a comparator",
    "number": "whole number",
    "truth": "true or false",
}


def page() -> str:
    """The whole page as Markdown. Every word comes from `kinds.py` and `data/terms.toml`."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield "# Vocabulary\n"
    yield "Made by `python -m habeas.lexicon.vocabulary > docs/vocabulary.md`; edit `data/terms.toml` instead.\n"
    yield f"No native editor has read these yet: {', '.join(unreviewed())}. Corrections to that file are welcome.\n"
    yield "## Lists\n"
    for name, words in LISTS.items():
        yield f"### {name}\n\n{_LISTS_SAY[name]}\n"
        yield from _table((word, f"{name}.{word}") for word in words)
    yield "## Claim kinds\n"
    yield "Every claim also carries `when`, `passage`, `attribution`, `modality`, `of` and `case`.\n"
    for kind, fields in KINDS.items():
        yield f"### {kind}\n\n{' / '.join(label(kind, language) for language in languages())}\n"
        yield from _fields(kind, tuple(fields.values()))


def _fields(kind: str, fields: tuple[Field, ...]) -> Iterator[str]:
    for field in fields:
        names = " / ".join(label(f"{kind}.{field.name}", language) for language in languages())
        yield f"- `{field.name}` ({_TYPES_SAY[field.type]}): {names}"
    yield ""
    for field in fields:
        if field.terms:
            yield f"Terms of `{field.name}`:\n"
            yield from _table((term, f"{kind}.{field.name}.{term}") for term in field.terms)


def _table(rows: Iterator[tuple[str, str]]) -> Iterator[str]:
    yield "| word | " + " | ".join(languages()) + " |"
    yield "|---" * (1 + len(languages())) + "|"
    for word, path in rows:
        yield f"| `{word}` | " + " | ".join(label(path, language) for language in languages()) + " |"
    yield ""


if __name__ == "__main__":
    print(page())
