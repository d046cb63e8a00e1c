"""From a file to a document: every bad input is refused in one clear sentence, and nothing is guessed away.

Plain text and Markdown; other formats are parsed by `habeas.adapters.parsing`, which begins with `file_bytes` too.
Markdown is taken unchanged, marks and all, so that an offset means the same in both.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from habeas.errors import HabeasError
from habeas.evidence.document import Document
from habeas.evidence.encodings import KNOWN, damage, seems
from habeas.evidence.formats import binary_format, is_binary

LIMIT = 20 * 1024 * 1024
"""Bytes of text that one file may have, unless the caller says otherwise."""
HEAD = 64
_TEXT_ONLY = "Save it as plain text (UTF-8), DOCX or PDF and add that."
_PICTURE = "A photograph of a person is added on that person's page, or with `habeas photo add`; a scan as PDF."


class BadInput(HabeasError):
    """The file cannot become a document."""

    exit_code = 2


class FileMissing(BadInput):
    """There is no such file, or it may not be read."""


class NotAFile(BadInput):
    """A folder, a device or a pipe."""


class TooLarge(BadInput):
    """More bytes than the limit."""


class EmptyFile(BadInput):
    """No bytes, or no letter in them."""


class NotText(BadInput):
    """A PDF, an image, an archive, or other bytes that are no text."""


class WrongEncoding(BadInput):
    """Text in another encoding than the one it is read in."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that became a document: the bytes for the vault, and what a `Source` says of them.

    `notes` are sentences for the user (what was left out, what was read from a picture); `parsed` says that the text is
    not the bytes decoded, so that its own hash has to be kept.
    """

    data: bytes
    document: Document
    media_type: str
    file: str
    encoding: str
    notes: tuple[str, ...] = ()
    parsed: bool = False


def take_file(path: Path, *, limit: int = LIMIT, encoding: str | None = None) -> Taken:
    """Reads the file that a user names. Raises a `BadInput` saying what is wrong and what to do.

    `limit` is in bytes and is held against the file's size before anything is read; `encoding` is one of `KNOWN`, and
    UTF-8 when None.
    """
    data = file_bytes(path, limit_of=lambda head: limit)
    return take(data, file=path.name, encoding=encoding, limit=limit)


def file_bytes(path: Path, *, limit_of: Callable[[bytes], int]) -> bytes:
    """The bytes of the file that a user names. Raises a `BadInput` when there is none, or more than the limit.

    `limit_of` tells the limit by the first `HEAD` bytes; it is held against the file's size before more is read.
    """
    try:
        state = path.stat()
    except FileNotFoundError:
        raise FileMissing(f"There is no file {path}.", "Check the name and the folder.") from None
    except (OSError, ValueError) as error:
        raise FileMissing(f"{path} cannot be reached: {_why(error)}.", "Check the name and the rights.") from error
    if S_ISDIR(state.st_mode):
        raise NotAFile(f"{path} is a folder.", "Name one file in it.")
    if not S_ISREG(state.st_mode):
        raise NotAFile(f"{path} is not a regular file.", "Name a file that holds text.")
    try:
        with path.open("rb") as file:
            limit = limit_of(file.read(HEAD))
            _check_size(path, state.st_size, limit)
            file.seek(0)
            data = file.read(limit + 1)
    except OSError as error:
        raise FileMissing(f"{path} cannot be read: {_why(error)}.", "Check the rights of the file.") from error
    _check_size(path, len(data), limit)
    return data


def take(data: bytes, *, file: str, encoding: str | None = None, limit: int = LIMIT) -> Taken:
    """The same for bytes that are there already. `file` names them in messages and gives the media type."""
    _check_size(Path(file), len(data), limit)
    if not data:
        raise EmptyFile(f"{file} is empty.", "Check that the download or copy was complete.")
    if what := binary_format(data):
        raise NotText(f"{file} is {what}, not plain text.", _PICTURE if "image" in what else _TEXT_ONLY)
    encoding = _known(encoding) if encoding is not None else None
    text = _decode(data, file, encoding)
    if "\0" in text or not any(map(str.isalpha, text)):
        raise EmptyFile(f"{file} holds no letters.", "Check that it is the file that you meant.")
    read = Document.from_text(text, sha256=hashlib.sha256(data).hexdigest())
    markdown = file.lower().endswith((".md", ".markdown"))
    return Taken(data, read, "text/markdown" if markdown else "text/plain", file, encoding or "utf-8")


def _check_size(path: Path, size: int, limit: int) -> None:
    if size > limit:
        cause = f"{path} has {_megabytes(size)}; the limit is {_megabytes(limit)}."
        raise TooLarge(cause, "Split it, or add only the text of it.")


def _decode(data: bytes, file: str, encoding: str | None) -> str:
    if encoding is not None:
        return _decode_as(data, file, encoding)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, file) from error
    if is_binary(data):
        raise _not_text(data, file)
    return text


def _known(encoding: str) -> str:
    """The name in `KNOWN` of an encoding that a user gave."""
    name = encoding.strip().lower().replace("_", "-").replace("cp125", "windows-125").replace("utf8", "utf-8")
    if name not in KNOWN:
        raise WrongEncoding(f"{encoding!r} is no encoding that is read here.", f"Use one of {', '.join(KNOWN)}.")
    return name


def _decode_as(data: bytes, file: str, encoding: str) -> str:
    try:
        text = data.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except UnicodeDecodeError as error:
        cause = f"{file} is not {encoding}: byte {error.start + 1} does not fit."
        raise WrongEncoding(cause, _offer(seems(data))) from error
    if is_binary(text.encode("utf-8", "surrogatepass")):
        raise WrongEncoding(f"Read as {encoding}, {file} is no text.", _offer(seems(data)))
    return text.removeprefix("\ufeff")


def _not_utf8(data: bytes, file: str) -> BadInput:
    if where := damage(data):
        cause = f"{file} is UTF-8, but damaged at byte {where.byte}, in line {where.line}."
        return WrongEncoding(cause, "Get the file again; nothing is left out or replaced silently.")
    return _not_text(data, file)


def _not_text(data: bytes, file: str) -> BadInput:
    if guess := seems(data):
        return WrongEncoding(f"{file} is not UTF-8; it seems to be {guess}.", _offer(guess))
    if is_binary(data):
        return NotText(f"{file} is binary data, not plain text.", _TEXT_ONLY)
    return WrongEncoding(f"{file} is not UTF-8, and its encoding cannot be told.", _offer(None))


def _offer(guess: str | None) -> str:
    name = guess or "NAME"
    return f"Try --encoding {name} and check the names, or save the file as UTF-8."


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MB" if size >= 1024 * 100 else f"{size} bytes"


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
