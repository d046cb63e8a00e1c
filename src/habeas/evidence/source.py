"""A source: what was captured, when, by whom and how. Its bytes lie in the vault under their hash."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from habeas.errors import HabeasError
from habeas.evidence.document import Document
from habeas.lexicon.when import When

WAYS = ("file", "address", "memo")
"""How a source may have come: a file, a web address, or a memo of a call, a letter, a visit."""


class BadSource(HabeasError):
    """The description of a source cannot be true."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Source:
    """Captured bytes, described. `published` is EDTF or None; `captured_at` is UTC ISO 8601; `by` is a member's id.

    `file` is the original file name, kept as data and never used as a path; `encoding` that of the bytes. `text` is the
    SHA-256 of the text layer (UTF-8) where it was parsed out of the bytes. Raises `BadSource` for an unknown way of
    capture, `NotADate` for a date that is none.
    """

    sha256: str
    title: str
    media_type: str
    language: str
    characters: int
    captured_at: str
    by: str
    how: str = "file"
    published: str | None = None
    file: str | None = None
    address: str | None = None
    encoding: str = "utf-8"
    text: str | None = None

    def __post_init__(self) -> None:
        if self.how not in WAYS:
            raise BadSource(f"{self.how!r} is no way of capture.", f"Use one of {', '.join(WAYS)}.")
        if self.published is not None:
            When.parse(self.published)

    @classmethod
    def of(
        cls,
        document: Document,
        *,
        media_type: str,
        captured_at: str,
        by: str,
        how: str = "file",
        published: str | None = None,
        file: str | None = None,
        address: str | None = None,
        encoding: str = "utf-8",
        parsed: bool = False,
    ) -> Source:
        """Describes the source that `document` was read out of. Of a path given as `file` only the name is kept."""
        return cls(
            document.sha256, document.title or (base_name(file) if file else ""), media_type, document.language,
            len(document.text), captured_at, by, how, published, base_name(file) if file else None, address, encoding,
            text_hash(document.text) if parsed else None,
        )  # fmt: skip

    def to_json(self) -> dict[str, Any]:
        """The content of the ledger's `source_captured`."""
        kept = {"text": self.text} if self.text else {}
        return {
            **kept,
            "source": self.sha256, "title": self.title, "media_type": self.media_type, "language": self.language,
            "published": self.published, "captured_at": self.captured_at, "how": self.how,
            "characters": self.characters, "by": self.by, "file": self.file, "address": self.address,
            "encoding": self.encoding,
        }  # fmt: skip


def text_hash(text: str) -> str:
    """The SHA-256 of a text layer, by which it is told whether it is still the one that passages were taken from."""
    return hashlib.sha256(text.encode()).hexdigest()


def base_name(path: str) -> str:
    """The last part of a path of either kind, without the control characters that could hide what it is."""
    last = PurePosixPath(PureWindowsPath(path).as_posix()).name
    return "".join(c for c in last if c.isprintable())[:255]
