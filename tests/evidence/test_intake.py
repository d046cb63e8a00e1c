"""Every bad file is refused in one sentence of its own, with what to do, and exit code 2."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.evidence import (
    LIMIT,
    BadInput,
    EmptyFile,
    FileMissing,
    NotAFile,
    NotText,
    TooLarge,
    WrongEncoding,
    take,
    take_file,
)  # fmt: skip
from habeas.evidence.encodings import KNOWN

RUSSIAN = "Суд приговорил активиста к трём годам лишения свободы. Адвокат подал апелляцию, и дело вернули в суд.\n"
KAZAKH = "Сот белсендіні үш жылға бас бостандығынан айырды. Қорғаушы шағым түсірді, өтініш қаралуда.\n"
FRENCH = "Le tribunal a condamné l'opposant à trois ans de prison; la défense a interjeté appel après le procès.\n"


def office(part: str, first: str = "[Content_Types].xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(first, "x")
        archive.writestr(part, "x")
    return out.getvalue()


def refused(data: bytes, encoding: str | None = None, file: str = "report.txt") -> BadInput:
    with pytest.raises(BadInput) as caught:
        take(data, file=file, encoding=encoding)
    assert caught.value.exit_code == 2
    assert caught.value.next_step
    return caught.value


def test_a_text_is_taken_unchanged(tmp_path: Path) -> None:
    text = "# The title of a report\r\n\r\nOne line.\rOther – «line» \u2028 𝔘\n"
    path = tmp_path / "Report.MD"
    path.write_bytes(text.encode())
    taken = take_file(path)
    assert taken.document.text == text
    assert taken.document.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert (taken.data, taken.media_type, taken.file) == (text.encode(), "text/markdown", "Report.MD")
    assert taken.document.title == "The title of a report"


def test_a_byte_order_mark_is_no_character(tmp_path: Path) -> None:
    taken = take(b"\xef\xbb\xbfText", file="a.txt")
    assert (taken.document.text, taken.media_type) == ("Text", "text/plain")
    assert taken.document.sha256 == hashlib.sha256(b"\xef\xbb\xbfText").hexdigest()


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileMissing) as caught:
        take_file(tmp_path / "absent.txt")
    assert caught.value.cause == f"There is no file {tmp_path}/absent.txt."


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileMissing) as caught:
        take_file(tmp_path / name)
    assert "cannot be reached" in caught.value.cause


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NotAFile) as caught:
        take_file(tmp_path)
    assert caught.value.cause == f"{tmp_path} is a folder."


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotAFile):
        take_file(tmp_path / "pipe")


def test_two_hundred_megabytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(TooLarge) as caught:
        take_file(path)
    assert caught.value.cause == f"{path} has 200.0 MB; the limit is 20.0 MB."
    assert LIMIT == 20 * 1024 * 1024


def test_the_limit_is_the_callers(tmp_path: Path) -> None:
    path = tmp_path / "ten.txt"
    path.write_bytes(b"ten bytes!")
    assert take_file(path, limit=10).document.text == "ten bytes!"
    with pytest.raises(TooLarge):
        take_file(path, limit=9)


@pytest.mark.parametrize(("data", "cause"), [
    (b"", "report.txt is empty."),
    (b" \r\n\t", "report.txt holds no letters."),
    (b"1, 2, 3 ... 2019-10-03\n", "report.txt holds no letters."),
    (b"\xef\xbb\xbf", "report.txt holds no letters."),
])  # fmt: skip
def test_nothing_to_read(data: bytes, cause: str) -> None:
    error = refused(data)
    assert (type(error), error.cause) == (EmptyFile, cause)


@pytest.mark.parametrize(("data", "what"), [
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF file"),
    (office("word/document.xml"), "a Word document (DOCX)"),
    (office("xl/workbook.xml"), "an Excel workbook (XLSX)"),
    (office("any.txt"), "a ZIP archive"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
    (b"RIFF\x10\0\0\0WEBPVP8 ", "a WebP image"),
    (b"\0\0\0\x18ftypheic\0\0\0\0", "a HEIC or AVIF image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an old Office document (DOC, XLS or PPT)"),
    (b"{\\rtf1\\ansi Text}", "an RTF document"),
    (b"\n <!DOCTYPE html><p>Text", "a web page (HTML)"),
    (b"\xef\xbb\xbf<?xml version='1.0'?><a/>", "an XML file"),
])  # fmt: skip
def test_other_formats_are_named(data: bytes, what: str) -> None:
    error = refused(data)
    assert (type(error), error.cause) == (NotText, f"report.txt is {what}, not plain text.")


@pytest.mark.parametrize(
    "data", [b"MZ\x90\0\3\0text", b"text\0text and more text", bytes(range(256)) * 8, b"\x01\x02abc" * 50]
)
def test_other_binary_data(data: bytes) -> None:
    assert type(refused(data)) in (NotText, WrongEncoding)
    assert "not plain text" in str(refused(data)) or "cannot be told" in str(refused(data))


@pytest.mark.parametrize(("text", "encoding", "guess"), [
    (RUSSIAN, "cp1251", "windows-1251"),
    (RUSSIAN, "koi8-r", "koi8-r"),
    (RUSSIAN, "cp866", "cp866"),
    (RUSSIAN, "mac-cyrillic", "mac-cyrillic"),
    (RUSSIAN, "iso8859-5", "iso8859-5"),
    (RUSSIAN, "utf-16", "utf-16"),
    (RUSSIAN, "utf-16-le", "utf-16-le"),
    (RUSSIAN, "utf-16-be", "utf-16-be"),
    (KAZAKH, "utf-16-le", "utf-16-le"),
    (RUSSIAN, "utf-32", "utf-32"),
    ("Plain English words, twice over.\n", "utf-16", "utf-16"),
    ("Plain English words, twice over.\n", "utf-16-le", "utf-16-le"),
    (FRENCH, "cp1252", "windows-1252"),
])  # fmt: skip
def test_a_wrong_encoding_is_named_and_can_be_given(text: str, encoding: str, guess: str) -> None:
    data = text.encode(encoding)
    error = refused(data)
    assert (type(error), error.cause) == (WrongEncoding, f"report.txt is not UTF-8; it seems to be {guess}.")
    assert f"--encoding {guess} " in error.next_step
    taken = take(data, file="report.txt", encoding=guess)
    assert taken.document.text == text
    assert (taken.data, taken.document.sha256) == (data, hashlib.sha256(data).hexdigest())


def test_damaged_utf8_is_not_called_another_encoding() -> None:
    data = bytearray((RUSSIAN * 20).encode())
    data[len(RUSSIAN.encode()) * 3 + 1] = 0x20
    error = refused(bytes(data))
    where = len(RUSSIAN.encode()) * 3 + 1
    assert error.cause == f"report.txt is UTF-8, but damaged at byte {where}, in line 4."


def test_a_cut_last_letter_is_damage() -> None:
    assert refused((RUSSIAN * 2).encode() + b"\xd0").cause.startswith("report.txt is UTF-8, but damaged at byte")


@pytest.mark.parametrize("encoding", ["rot13", "unicode_escape", "utf-7", "no-such", ""])
def test_unknown_encodings_are_refused(encoding: str) -> None:
    error = refused(b"Text", encoding)
    assert error.cause == f"{encoding!r} is no encoding that is read here."


def test_the_wrong_encoding_given_is_refused() -> None:
    assert "is not utf-16-le" in refused(b"odd", "utf-16-le").cause
    assert "is no text" in refused(RUSSIAN.encode("utf-16-le"), "latin-1").cause


@pytest.mark.parametrize("encoding", KNOWN)
def test_every_offered_encoding_is_read(encoding: str) -> None:
    assert take("Plain words.".encode(encoding), file="a.txt", encoding=encoding).document.text == "Plain words."


@given(st.binary(max_size=300), st.sampled_from([None, *KNOWN]))
def test_any_bytes_are_taken_whole_or_refused(data: bytes, encoding: str | None) -> None:
    try:
        taken = take(data, file="a.txt", encoding=encoding)
    except BadInput as error:
        assert error.exit_code == 2
        assert "\n" not in str(error)
    else:
        assert taken.data == data
        if encoding is None:
            assert taken.document.text.encode() == data.removeprefix(b"\xef\xbb\xbf")
