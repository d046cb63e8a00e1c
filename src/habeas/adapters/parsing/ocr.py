"""Scanned pages through Tesseract: each page drawn to pixels and read from them. Nothing else of the PDF is used."""

from __future__ import annotations

import shutil
import subprocess
from typing import Any

from habeas.adapters.parsing.pdf import Page, layer_of, opened, pages_of
from habeas.adapters.parsing.unreadable import Unreadable
from habeas.evidence.document import guess_language

DOTS, MOST_PIXELS, SECONDS_A_PAGE = 300, 40_000_000, 60
_BY_LANGUAGE = {"en": ("eng",), "ru": ("rus",), "kk": ("kaz", "rus")}


def read_scan(data: bytes, languages: str) -> dict[str, Any]:
    """The text layer as JSON. `languages` are those that Tesseract has, as in `eng+rus`."""
    document = opened(data)
    pages = pages_of(document)
    scanned = [n for n, p in enumerate(pages) if p.scanned]
    used, low = "", []
    for number in scanned:
        picture = _picture(document[number])
        used = used or _language(picture, languages)
        pages[number].said = _said(picture, used)
        if sum(map(str.isalpha, pages[number].said or "")) < 20:
            low.append(str(number + 1))
    layer = layer_of(pages, "")
    layer.ocr = [n + 1 for n in scanned]
    layer.notes.append(_told(pages, scanned, used))
    if low:
        layer.notes.append(f"Nearly nothing could be read on page {', '.join(low[:20])}.")
    return layer.to_json()


def _told(pages: list[Page], scanned: list[int], used: str) -> str:
    which = "Every page was" if len(scanned) == len(pages) else f"{len(scanned)} of {len(pages)} pages were"
    return f"{which} read from a picture (OCR, {used}): check names, dates and numbers against the original."


def _picture(page: Any) -> bytes:
    """A page as a grey picture in PGM, at 300 dots to the inch or what the limit of pixels allows."""
    wide, high = page.get_size()
    scale = min(DOTS / 72, (MOST_PIXELS / max(1.0, wide * high)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    rows, stride = memoryview(bitmap.buffer), bitmap.stride
    dots = b"".join(bytes(rows[n * stride : n * stride + bitmap.width]) for n in range(bitmap.height))
    return b"P5\n%d %d\n255\n" % (bitmap.width, bitmap.height) + dots


def _language(picture: bytes, languages: str) -> str:
    """The languages in which the first page reads best: a first look with all tells the script."""
    there = languages.split("+")
    guess = guess_language(_said(picture, languages)) if len(there) > 1 else "en"
    wanted = [name for name in _BY_LANGUAGE[guess] if name in there]
    return "+".join(wanted) or languages


def _said(picture: bytes, languages: str) -> str:
    program = shutil.which("tesseract")
    if program is None:
        raise Unreadable(
            "is a scan, and Tesseract is not installed", "Install Tesseract with its languages, then add it again."
        )
    try:
        done = subprocess.run(
            [program, "stdin", "stdout", "-l", languages, "--dpi", str(DOTS)],
            input=picture, capture_output=True, timeout=SECONDS_A_PAGE, check=True,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise Unreadable(
            "has a page that Tesseract reads for more than a minute", "Scan it anew, in black and white."
        ) from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise Unreadable("is a scan that Tesseract cannot read", "Scan it anew, in black and white.") from error
    return done.stdout.decode("utf-8", "replace").replace("\f", "")
