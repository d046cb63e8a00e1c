"""Names as they are printed: nominatives in capitals, initials with their stops."""

from __future__ import annotations

from habeas.reading.russian.names import Reading


def cap(word: str) -> str:
    """The word with each of its hyphened parts in a capital."""
    return "-".join(p[:1].upper() + p[1:] for p in word.split("-"))


def title(reading: Reading, *, patronymic: bool) -> str:
    """The full name of a reading as a list prints it."""
    given = (
        " ".join(p + "." for p in reading.given.upper().split(".") if p) if "." in reading.given else cap(reading.given)
    )
    surname = reading.surname.upper() if reading.surname.endswith(".") else cap(reading.surname)
    return " ".join(w for w in (given, cap(reading.patronymic) if patronymic else "", surname) if w)
