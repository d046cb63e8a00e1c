"""From a file of any kind that is read to a document: plain text here, everything else in a child process."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from habeas.adapters.parsing.kinds import kind_of
from habeas.adapters.parsing.layer import LONGEST
from habeas.adapters.parsing.process import MEGABYTE, Limits, run
from habeas.evidence import LIMIT, BadInput, Document, EmptyFile, Taken, TooLarge, file_bytes, take

LARGEST = 50 * MEGABYTE
"""Bytes that a file other than plain text may have."""
SCAN_PAGES = 300
"""Scanned pages that are read from their pictures at most."""
PARSING = Limits()
OCR = "; text=ocr"
"""Marks the media type of a source whose text was read from pictures."""
_NAMELESS = ("text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
"""Media types of tables, whose first line is no title."""
_LANGUAGES = ("eng", "rus", "kaz")


class NotReadable(BadInput):
    """A file whose kind is read, but not this one: encrypted, broken, too much of something."""


def take_any_file(path: Path, *, encoding: str | None = None, limit: int = LARGEST) -> Taken:
    """Reads the file that a user names. Raises a `BadInput` saying what is wrong and what to do."""
    data = file_bytes(path, limit_of=lambda head: limit if _is_parsed(head) else LIMIT)
    return take_any(data, file=path.name, encoding=encoding, limit=limit)


def _is_parsed(head: bytes) -> bool:
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return bare.startswith((b"%PDF-", b"PK", b"\x1f\x8b", b"WARC/", b"<", b"From:", b"MIME-Version:"))


def take_any(data: bytes, *, file: str, encoding: str | None = None, limit: int = LARGEST) -> Taken:
    """The same for bytes that are there already; `file` names them."""
    kind = kind_of(data, file) if data else None
    if kind is None:
        return take(data, file=file, encoding=encoding)
    if len(data) > limit:
        cause = f"{file} has {len(data) / MEGABYTE:.1f} MB; the limit is {limit / MEGABYTE:.1f} MB."
        raise TooLarge(cause, "Split it, or add only the text of it.")
    if kind == "csv":
        plain = take(data, file=file, encoding=encoding)
        answer = parsed("csv", plain.document.text.encode(), file)
        return _taken(answer, data, file, plain.encoding)
    answer = parsed(kind, data, file, encoding)
    if kind == "pdf" and answer.get("scanned"):
        answer = _with_scans(data, file, answer)
    return _taken(answer, data, file, encoding or "utf-8")


def parsed(
    kind: str, data: bytes, file: str, encoding: str | None = None, limits: Limits = PARSING, languages: str = ""
) -> dict[str, Any]:
    """The answer of a child process. Raises `NotReadable`."""
    answer = answered(kind, data, file, encoding=encoding, limits=limits, languages=languages)
    if not _is_sound(answer):
        raise NotReadable(
            f"The parser of {file} answered nonsense.",
            "Do not open the file elsewhere before you know where it is from.",
        )
    return answer


SMALLER = "Split it, print it to PDF anew, or add only the text of it."


def answered(
    kind: str, data: bytes, file: str, *, limits: Limits, encoding: str | None = None, languages: str = "",
    smaller: str = SMALLER,
) -> dict[str, Any]:  # fmt: skip
    """What the child said, whatever it is. Raises `NotReadable` for a file that it could not read; `smaller` is what to
    do with one that asks for too much."""
    answer = run(kind, data, limits=limits, encoding=encoding, languages=languages)
    if "cause" in answer:
        raise NotReadable(f"{file} {answer['cause']}.", str(answer.get("next_step", "")))
    if "fault" in answer:
        raise NotReadable(*_fault(str(answer["fault"]), file, limits, smaller))
    return answer


def _is_sound(answer: dict[str, Any]) -> bool:
    said = [answer.get(k) for k in ("text", "title", "media_type")]
    lists = isinstance(answer.get("notes"), list) and isinstance(answer.get("ocr"), list)
    return all(isinstance(s, str) for s in said) and lists and len(answer["text"]) <= LONGEST + 10


def _fault(fault: str, file: str, limits: Limits, smaller: str) -> tuple[str, str]:
    return {
        "memory": (f"{file} needs more than {limits.memory // MEGABYTE} MB of memory to be read.", smaller),
        "time": (f"{file} takes more than {limits.seconds} seconds to be read.", smaller),
        "answer": (f"{file} unpacks to more text than a document holds.", smaller),
        "nesting": (f"{file} nests its parts too deep.", smaller),
        "crash": (
            f"{file} made its parser crash, which did no harm.",
            "Check where it is from; open it and save it anew.",
        ),
    }.get(fault, (f"{file} is broken inside ({fault}).", "Open it in the program that made it and save it anew."))


def _with_scans(data: bytes, file: str, answer: dict[str, Any]) -> dict[str, Any]:
    """The answer with the scanned pages read from their pictures, where Tesseract is installed."""
    pages, languages = len(answer["scanned"]), languages_installed()
    empty = not any(map(str.isalpha, answer["text"]))
    if not languages:
        if empty:
            step = "Install Tesseract and its languages (Debian: tesseract-ocr-rus and the like) and add it again."
            raise NotReadable(f"{file} is a scan: its pages are pictures without a text.", step)
        told = f"{pages} scanned pages were not read: Tesseract is not installed."
        return {**answer, "notes": [*answer["notes"], told]}
    if pages > SCAN_PAGES:
        raise NotReadable(f"{file} has {pages} scanned pages; {SCAN_PAGES} are read at most.", "Split it.")
    limits = Limits(memory=1024 * MEGABYTE, seconds=30 + 20 * pages)
    return parsed("scan", data, file, limits=limits, languages="+".join(languages))


@lru_cache(maxsize=1)
def languages_installed() -> tuple[str, ...]:
    """Those of English, Russian and Kazakh that Tesseract has; empty when it is not installed."""
    program = shutil.which("tesseract")
    if program is None:
        return ()
    try:
        said = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return tuple(name for name in _LANGUAGES if name in said.split())


def _taken(answer: dict[str, Any], data: bytes, file: str, encoding: str) -> Taken:
    text = answer["text"]
    if not any(map(str.isalpha, text)):
        raise EmptyFile(f"{file} holds no letters.", "Check that it is the file that you meant.")
    title = answer["title"] or (Path(file).stem if answer["media_type"] in _NAMELESS else None)
    document = Document.from_text(text, sha256=hashlib.sha256(data).hexdigest(), title=title)
    media = answer["media_type"] + (OCR if answer["ocr"] else "")
    notes = [str(n) for n in answer["notes"]]
    if answer.get("published"):
        notes.append(f"The page says that it was published on {answer['published']}; --published keeps a date.")
    return replace(Taken(data, document, media, file, encoding), notes=tuple(notes), parsed=True)
