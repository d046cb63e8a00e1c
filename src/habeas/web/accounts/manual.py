"""Prints the tables of `docs/accounts.md`: `python -m habeas.web.accounts.manual` writes them into the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from habeas.web.permissions import ACTIONS, NOT_OWN, TABLE
from habeas.web.who import ROLES

BEGIN, END = "<!-- tables: made by `python -m habeas.web.accounts.manual` -->", "<!-- end of tables -->"
OPEN = {
    "first": "the holder of the first link",
    "sign-in": "everybody",
    "account_login": "everybody",
    "by-link": "the holder of a link",
    "sign-out": "everybody",
    "account_logout": "everybody",
    "mfa_authenticate": "whoever has just given the right password",
    "mfa_index": "whoever is signed in",
    "mfa_activate_totp": "whoever is signed in, for themselves",
    "mfa_deactivate_totp": "whoever is signed in",
    "mfa_view_recovery_codes": "whoever is signed in, for themselves",
    "mfa_generate_recovery_codes": "whoever is signed in, for themselves",
    "mfa_list_webauthn": "whoever is signed in",
    "mfa_add_webauthn": "whoever is signed in, for themselves",
    "mfa_remove_webauthn": "whoever is signed in, for their own",
    "mfa_login_webauthn": "everybody",
    "mfa_reauthenticate_webauthn": "whoever is signed in, for themselves",
    "account_reauthenticate": "whoever is signed in, for themselves",
    "mfa_reauthenticate": "whoever is signed in, for themselves",
    "calendar": "the holder of the address, while its user may see the register",
    "trust": "everybody, where the office is served",
    "authority": "everybody, where the office is served",
    "public": "everybody",
    "public-file": "everybody",
    "api": "everybody, to read",
}
"""Addresses without an action of the table -> who may open them."""


def pages() -> list[tuple[str, str, tuple[str, ...], str]]:
    """(name, address, methods, action) of every page that names an action, in the order of addresses."""
    return sorted((n, a, v.methods, v.action) for n, a, v in addresses() if hasattr(v, "action"))


def unclassed() -> list[str]:
    """Names of addresses that neither name an action nor stand in `OPEN`."""
    return sorted({name for name, _, view in addresses() if not hasattr(view, "action") and name not in OPEN})


def addresses() -> Iterator[tuple[str, str, Any]]:
    """(name, address, view) of everything that can be opened. The API counts as one."""
    from django.urls import get_resolver

    yield from _below(get_resolver().url_patterns, "/")


def _below(patterns: Any, root: str) -> Iterator[tuple[str, str, Any]]:
    for pattern in patterns:
        address = root + re.sub(r"<\w+:", "<", str(pattern.pattern))
        if address == "/api/v1/":
            yield "api", address, object()
        elif hasattr(pattern, "url_patterns"):
            yield from _below(pattern.url_patterns, address)
        else:
            yield pattern.name or address, address, pattern.callback


def tables() -> str:
    """Roles by actions, then every page by roles."""
    return "\n".join((BEGIN, "", *_by_action(), "", *_by_page(), "", *_open(), "", END))


def _by_action() -> Iterator[str]:
    yield "| action | permits | " + " | ".join(ROLES) + " |"
    yield "|---|---|" + "---|" * len(ROLES)
    for action, words in ACTIONS.items():
        yield f"| `{action}` | {words} | " + " | ".join(_cell(role, action) for role in ROLES) + " |"


def _by_page() -> Iterator[str]:
    yield "| page | address | method | action | " + " | ".join(ROLES) + " |"
    yield "|---|---|---|---|" + "---|" * len(ROLES)
    for name, address, methods, action in pages():
        cells = " | ".join(_cell(role, action) for role in ROLES)
        yield f"| {name} | `{address}` | {', '.join(methods)} | `{action}` | {cells} |"


def _open() -> Iterator[str]:
    yield "| address without an action | who |\n|---|---|"
    known = {name: address for name, address, _ in addresses()}
    yield from (f"| `{known[name]}` ({name}) | {who} |" for name, who in sorted(OPEN.items()) if name in known)


def _cell(role: str, action: str) -> str:
    if action not in TABLE[role]:
        return "–"
    return "not own" if action in NOT_OWN.get(role, ()) else "yes"


def placed(page: str) -> str:
    """The page with the tables of today."""
    before, rest = page.split(BEGIN, 1)
    return before + tables() + rest.split(END, 1)[1]


def main() -> None:
    """Writes the tables into `docs/accounts.md` of the checkout that is the present folder."""
    from habeas.web.settings import configure

    configure()
    import habeas.desk  # noqa: F401 (starts Django)

    path = Path("docs/accounts.md")
    path.write_text(placed(path.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
