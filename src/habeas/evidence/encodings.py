"""Which encoding bytes seem to have. A guess is shown to the user and never acted on by itself."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

KNOWN = (
    "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1251", "koi8-r", "koi8-u", "cp866", "kz1048",
    "ptcp154", "mac-cyrillic", "iso8859-5", "windows-1252", "windows-1250", "windows-1254", "latin-1",
)  # fmt: skip
"""What `--encoding` takes."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_CYRILLIC = ("windows-1251", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5")
_FREQUENT = frozenset("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэф")
_COMMON = frozenset("оеаинтсрвл")
_SAMPLE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Damage:
    """Text in UTF-8 but for a few bytes: where the first of them stands, counted from 1."""

    byte: int
    line: int


def seems(data: bytes) -> str | None:
    """The encoding, of `KNOWN`, that bytes which are not UTF-8 most plausibly have; None when none is plausible."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    sample = data[: _SAMPLE & ~1]
    if b"\0" in sample or _wide(sample):
        return next((name for name in ("utf-16-le", "utf-16-be") if _is_prose(_decoded(sample, name))), None)
    letters = sum(65 <= b <= 90 or 97 <= b <= 122 for b in sample)
    high = sum(b >= 128 for b in sample)
    if high * 4 <= letters:
        return "windows-1252" if _is_prose(_decoded(sample, "windows-1252")) else None
    best = max(_CYRILLIC, key=lambda name: _cyrillic_score(sample, name))
    return best if _cyrillic_score(sample, best) > 0.5 else None


def damage(data: bytes) -> Damage | None:
    """Where UTF-8 breaks, when the bytes otherwise hold well-formed letters beyond ASCII; else None."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        good = data[: error.start] + data[error.end :]
        sound = sum(ord(c) > 127 and c != "\ufffd" for c in good[:_SAMPLE].decode("utf-8", "replace"))
        broken = good[:_SAMPLE].decode("utf-8", "replace").count("\ufffd") + 1
        if sound >= 10 * broken:
            return Damage(error.start + 1, data.count(b"\n", 0, error.start) + 1)
    return None


def _wide(sample: bytes) -> bool:
    """True when one byte of each pair is nearly always the same: Cyrillic in UTF-16 without a mark."""
    for start in (0, 1):
        side = sample[start::2]
        if len(side) > 8 and max(side.count(b"\x04"), side.count(b"\0")) > 0.7 * len(side):
            return True
    return False


def _decoded(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _is_prose(text: str | None) -> bool:
    """True when nearly all characters are letters, digits, spaces or marks of Latin or Cyrillic prose."""
    if not text:
        return False
    plain = sum(c in "\t\r\n\ufeff" or (c.isprintable() and ord(c) < 0x530) or 0x2010 <= ord(c) < 0x2040 for c in text)
    return plain > 0.97 * len(text) and sum(c.isalpha() for c in text) > 0.4 * len(text)


def _cyrillic_score(data: bytes, name: str) -> float:
    """How much the letters beyond ASCII look like Russian: frequent letters, in small type, Cyrillic at all.

    KOI8 and Windows-1251 give each other's small letters as capitals, so type tells them apart.
    """
    text = _decoded(data, name)
    beyond = [c for c in text or "" if ord(c) > 127]
    if not beyond:
        return 0.0
    frequent = sum(c in _FREQUENT for c in beyond) / len(beyond)
    return frequent * (0.5 + sum(c in _COMMON for c in beyond) / len(beyond))
