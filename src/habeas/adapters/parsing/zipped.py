"""An Office file is a ZIP archive of XML: its parts, read under limits and never unpacked to the disk."""

from __future__ import annotations

import io
import zipfile
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from habeas.adapters.parsing.unreadable import Unreadable

MOST_FILES, MOST_BYTES, LARGEST_PART, RATIO = 2_000, 300 << 20, 60 << 20, 100
_SMALL = 1 << 20
_BROKEN = Unreadable("is a broken archive", "Get the file again, or open it in Office and save it anew.")
_AGAIN = "Open it in Office and save it anew, or save it as PDF."


class Parts:
    """The parts of an Office file by name. Raises `Unreadable` for bombs, encryption, links and nesting."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            infos = self._archive.infolist()
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
            raise _BROKEN from error
        _check(infos)
        self.names = {i.filename for i in infos}
        self._read = 0

    def data(self, name: str) -> bytes:
        """The bytes of a part, at most `LARGEST_PART`, whatever its header says; empty when there is none."""
        if name not in self.names:
            return b""
        try:
            with self._archive.open(name) as file:
                data = file.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError) as error:
            raise _BROKEN from error
        except Exception as error:  # zlib.error and its like have no common root
            raise _BROKEN from error
        self._read += len(data)
        if len(data) > LARGEST_PART or self._read > MOST_BYTES:
            raise _bomb()
        return data

    def xml(self, name: str) -> Element | None:
        """The root element of a part; None when there is no such part. Entities and document types are refused."""
        data = self.data(name)
        if not data:
            return None
        try:
            return fromstring(data, forbid_dtd=True)
        except DefusedXmlException as error:
            raise Unreadable(
                "declares XML entities or a document type, which no Office program writes", _AGAIN
            ) from error
        except (ParseError, ValueError, LookupError) as error:
            raise Unreadable(f"is broken inside: the part {name[:60]!r} is no XML", _AGAIN) from error


def _check(infos: list[zipfile.ZipInfo]) -> None:
    if len(infos) > MOST_FILES:
        raise Unreadable(f"holds more than {MOST_FILES:,} files", "No document needs so many: check where it is from.")
    if any(i.flag_bits & 1 for i in infos):
        raise Unreadable("is encrypted", "Open it with its password and save it without one.")
    if any((i.external_attr >> 16) & 0o170000 == 0o120000 for i in infos):
        raise Unreadable("holds links to other files", "No Office program writes such a file: check where it is from.")
    total, packed = sum(i.file_size for i in infos), sum(i.compress_size for i in infos)
    if total > MOST_BYTES or any(i.file_size > max(_SMALL * 4, RATIO * i.compress_size) for i in infos):
        raise _bomb()
    if total > _SMALL * 8 and total > RATIO * max(packed, 1):
        raise _bomb()


def _bomb() -> Unreadable:
    return Unreadable(
        "unpacks to far more than a document holds (a ZIP bomb)", "Check where it is from; do not open it."
    )
