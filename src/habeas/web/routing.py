"""Where tables live: the desk's in the register, which names its database with every query; all others in
`accounts.sqlite3` of the workspace that this process serves.
"""

from __future__ import annotations

from typing import Any

from habeas.web.opening import ALIAS, accounts_alias

DESK = "desk"


class Router:
    """Django's database router."""

    def db_for_read(self, model: Any, **hints: Any) -> str | None:
        """The accounts database, but for the desk's tables."""
        return None if model._meta.app_label == DESK else accounts_alias()

    db_for_write = db_for_read

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """Each table is made in one database only."""
        return (app_label == DESK) == (db != ALIAS)
