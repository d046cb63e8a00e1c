"""A digest of what is due, by mail. Off until `[mail]` stands in `habeas.toml`; without names unless it says so.

Mail lies on servers of others. By default the digest says how much of what is due when, with the ids by which members
find it in the register, and names nobody.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import datetime
from typing import Any

from habeas.adapters.mail import MailSettings, send
from habeas.desk import config
from habeas.desk.config import WorkspaceFault
from habeas.desk.due import DuePage
from habeas.desk.faults import BadRequest, told
from habeas.desk.workspace import Workspace
from habeas.watch import COUNTERS, KINDS, Item, by_kind

EXAMPLE = '[mail]\nhost = "mail.example.org"\nport = 587\nsender = "habeas@example.org"\nto = ["desk@example.org"]'
_KEYS = {"host": str, "port": int, "sender": str, "to": list, "security": str, "user": str, "names": bool}
Sender = Callable[..., None]


@told
def mail_settings(ws: Workspace, *, password: str | None = None) -> tuple[MailSettings, bool] | None:
    """The settings of `[mail]` and whether names may stand in a mail; None when mail is off.

    Raises `WorkspaceFault` for settings that are incomplete, `NotSafe` for ones that would send in the clear.
    """
    said = tomllib.loads((ws.folder / config.FILE).read_text("utf-8")).get("mail")
    if said is None:
        return None
    fault = _fault(said)
    if fault:
        raise WorkspaceFault(f"[mail] in {config.FILE} {fault}.", f"Write it like this: {' '.join(EXAMPLE.split())}")
    names = bool(said.pop("names", False))
    return MailSettings(**{**said, "to": tuple(said["to"])}, password=password), names


@told
def send_digest(
    ws: Workspace, page: DuePage, *, now: str, password: str | None = None, sender: Sender = send
) -> tuple[str, ...]:
    """Sends the digest to the addresses of `[mail]`, which are returned. Raises `BadRequest` when mail is off."""
    found = mail_settings(ws, password=password)
    if found is None:
        raise BadRequest(
            "Mail is off: habeas.toml has no [mail].", f"Add it to send a digest: {' '.join(EXAMPLE.split())}"
        )
    settings, names = found
    sender(settings, subject=f"{len(page.items)} due", text=digest(page, names=names), at=datetime.fromisoformat(now))
    return settings.to


def digest(page: DuePage, *, names: bool) -> str:
    """The text: passed and open first, then what comes, then what is counted."""
    lines = [f"As of {page.on}" + (f", until {page.until}" if page.until else "") + f": {len(page.items)} items.", ""]
    for kind, items in by_kind(page.items).items():
        lines.append(f"{KINDS[kind]}: {len(items)}")
        lines += [f"  {_line(item, page, names)}" for item in items]
        lines.append("")
    lines.append("The rule and the source of each stand in `habeas due` and in the register.")
    return "\n".join(lines) + "\n"


def _line(item: Item, page: DuePage, names: bool) -> str:
    who = (page.names.get(item.person) if names and item.person else item.person) or ""
    what = f": {item.what}" if names else ""
    passed = " (passed)" if item.kind not in COUNTERS and item.passed(page.on) else ""
    return f"{item.between}{passed} {who or item.about}{what}"


def _fault(said: Any) -> str | None:
    if not isinstance(said, dict):
        return "is no table"
    for key, value in said.items():
        if key == "password":
            return "holds a password, which does not belong in a file (HABEAS_MAIL_PASSWORD gives it)"
        if key not in _KEYS or type(value) is not _KEYS[key]:
            return f"has {key} = {value!r}, which cannot be"
    absent = [key for key in ("host", "port", "sender", "to") if not said.get(key)]
    if absent:
        return f"lacks {', '.join(absent)}"
    if not all(isinstance(a, str) and a.isprintable() for a in (*said["to"], said["sender"])):
        return "has an address that cannot be"
    return None if said.get("security", "starttls") in ("tls", "starttls", "none") else "names no known security"
