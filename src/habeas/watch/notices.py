"""One of INTERPOL's public notices as an entry. Reading JSON out of a file is an adapter's work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from habeas.lexicon.written_days import written_day
from habeas.watch.snapshot import ListEntry, Span

NOTICES = "Red notices (INTERPOL)"


def notice_entry(notice: Mapping[str, Any], span: Span) -> ListEntry | None:
    """The entry of a notice: its id in INTERPOL's files, surname and forename, birth date; None without a name.

    Who asked for it, and for what, is a detail: `issuing_country` and `charge`, as the notice prints them.
    """
    name = " ".join(p for p in (_text(notice.get("name")), _text(notice.get("forename"))) if p)
    if not name:
        return None
    warrants = [w for w in notice.get("arrest_warrants") or () if isinstance(w, Mapping)]
    details = {
        "nationalities": "; ".join(_text(n) for n in notice.get("nationalities") or () if _text(n)),
        "issuing_country": "; ".join(dict.fromkeys(c for w in warrants if (c := _text(w.get("issuing_country_id"))))),
        "charge": "; ".join(dict.fromkeys(c for w in warrants if (c := _text(w.get("charge"))))),
    }
    identifier = _text(notice.get("entity_id")) or None
    birth = written_day(_text(notice.get("date_of_birth")))
    said = tuple((k, v) for k, v in details.items() if v)
    return ListEntry(name, "person", (), birth, identifier, None, said, span)


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
