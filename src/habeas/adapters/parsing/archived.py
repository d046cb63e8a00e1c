"""Saved web pages: MHTML as browsers write it, and WARC as archives keep it. The page in them is read."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from habeas.adapters.parsing.unreadable import Unreadable

MOST_RECORDS, LARGEST = 20_000, 64 << 20
_PAGES = ("text/html", "application/xhtml+xml", "application/pdf", "text/plain")
_AGAIN = "Save the page anew, as HTML or PDF."


def page_in_mhtml(data: bytes) -> tuple[bytes, str | None, str]:
    """(bytes, encoding, media type) of the page in an MHTML file: its first part of HTML."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        for number, part in enumerate(message.walk()):
            if number > MOST_RECORDS:
                break
            if part.get_content_type() == "text/html" and isinstance(part, EmailMessage):
                found = part.get_payload(decode=True)
                if isinstance(found, bytes) and found.strip():
                    return found, part.get_content_charset(), "text/html"
    except (MessageError, LookupError, ValueError, RecursionError, AttributeError, TypeError) as error:
        raise Unreadable("is a broken saved page (MHTML)", _AGAIN) from error
    raise Unreadable("is a saved page (MHTML) that holds no page", _AGAIN)


def page_in_warc(data: bytes) -> tuple[bytes, str | None, str, str, int]:
    """(bytes, encoding, media type, address, how many more pages) of the first page that a WARC file keeps."""
    found: tuple[bytes, str | None, str, str] | None = None
    more = 0
    try:
        for number, record in enumerate(ArchiveIterator(io.BytesIO(data))):
            if number >= MOST_RECORDS:
                raise Unreadable(f"holds more than {MOST_RECORDS:,} records", "Add the pages that you need one by one.")
            media, charset = _media(record)
            if record.rec_type not in ("response", "resource") or media not in _PAGES or not _is_good(record):
                continue
            if found:
                more += 1
                continue
            body = record.content_stream().read(LARGEST + 1)
            if len(body) > LARGEST:
                raise Unreadable("holds a page of more than 64 MB", "Check where it is from.")
            found = (body, charset, media, record.rec_headers.get_header("WARC-Target-URI") or "")
    except Unreadable:
        raise
    except (ArchiveLoadFailed, zlib.error, EOFError, ValueError, OSError, AttributeError, TypeError, KeyError) as error:
        raise Unreadable("is a broken WARC file", "Get the file again.") from error
    if not found:
        raise Unreadable("is a WARC file that holds no page", "Check that the capture succeeded.")
    return (*found, more)


def is_gzipped_warc(data: bytes) -> bool:
    """Whether gzip holds WARC, by its first bytes."""
    try:
        return gzip.GzipFile(fileobj=io.BytesIO(data)).read(8).startswith(b"WARC/")
    except (OSError, EOFError, zlib.error):
        return False


def _is_good(record: object) -> bool:
    http = record.http_headers  # type: ignore[attr-defined]
    return http is None or (http.get_statuscode() or "").startswith("2")


def _media(record: object) -> tuple[str, str | None]:
    http, headers = record.http_headers, record.rec_headers  # type: ignore[attr-defined]
    said = (http.get_header("Content-Type") if http else headers.get_header("Content-Type")) or ""
    message = EmailMessage()
    try:
        message["Content-Type"] = " ".join(said.split())
        charset = message.get_content_charset()
        codecs.lookup(charset or "utf-8")
        return message.get_content_type(), charset
    except LookupError:  # a charset that is none: the page itself may say another
        return message.get_content_type(), None
    except (ValueError, IndexError):
        return "", None
