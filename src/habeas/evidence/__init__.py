"""Evidence: what was captured. Bytes under their hash, one unmoving text, passages of it.

In come files or bytes; out come a `Source`, its `Document` and passages. It never changes a captured byte, never leaves
out or replaces a character that it cannot read, never uses a file name as a path, and does not know what a text means.
"""

from habeas.evidence.document import Document, guess_language
from habeas.evidence.intake import (
    LIMIT,
    BadInput,
    EmptyFile,
    FileMissing,
    NotAFile,
    NotText,
    Taken,
    TooLarge,
    WrongEncoding,
    file_bytes,
    take,
    take_file,
)
from habeas.evidence.pages import page_of, paged
from habeas.evidence.passage import Passage
from habeas.evidence.source import BadSource, Source
from habeas.evidence.split import Block, quote, sentences, split
from habeas.evidence.vault import SourceAltered, SourceMissing, Vault, VaultReport

__all__ = [
    "LIMIT", "BadInput", "BadSource", "Block", "Document", "EmptyFile", "FileMissing", "NotAFile", "NotText", "Passage",
    "Source", "SourceAltered", "SourceMissing", "Taken", "TooLarge", "Vault", "VaultReport", "WrongEncoding",
    "file_bytes", "guess_language", "page_of", "paged", "quote", "sentences", "split", "take", "take_file",
]  # fmt: skip
