"""The one workspace that this process serves, and the accounts database beside it."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from habeas.desk import Workspace

ACCOUNTS, SECRET, ALIAS = "accounts.sqlite3", "web.key", "default"
"""The accounts are Django's default database, because packages that keep accounts name none."""
_served: list[tuple[Workspace, str]] = []


def use(folder: Path) -> Workspace:
    """Opens the workspace in `folder` for this process, making its accounts database and key when it has none.

    Using another one closes the one before. Raises `WorkspaceFault`.
    """
    from django.core.management import call_command

    from habeas.desk import open_workspace
    from habeas.desk.orm import attach

    release()
    ws = open_workspace(folder)
    settings.SECRET_KEY = _secret(ws.folder / SECRET)
    database = ws.folder / ACCOUNTS
    database.touch(mode=0o600)
    alias = attach(database, journal=ws.config.journal, alias=ALIAS)
    _served.append((ws, alias))
    call_command("migrate", database=alias, verbosity=0, interactive=False)
    return ws


def release() -> None:
    """Closes the workspace in use, if any."""
    from habeas.desk.orm import detach

    while _served:
        ws, alias = _served.pop()
        ws.close()
        detach(alias)


def workspace() -> Workspace:
    """The workspace in use."""
    return _served[-1][0]


def accounts_alias() -> str | None:
    """Django's alias of the accounts database in use; None before a workspace is opened."""
    return _served[-1][1] if _served else None


def _secret(path: Path) -> str:
    """The key that signs sessions, made at first use, for the owner alone."""
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text("ascii")
