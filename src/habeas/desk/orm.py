"""Starts Django inside this process, without a project, a manage.py or an environment variable.

One Django setting fits every workspace; each open workspace is one more database under its own alias (`attach`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections

from habeas.desk.sqlite.drivers import BUSY_SECONDS, JournalMode

APP = "habeas.desk.apps.DeskConfig"


def start() -> None:
    """Configures Django once. A process that has configured Django itself must list `APP` among its INSTALLED_APPS."""
    if not settings.configured:
        settings.configure(
            INSTALLED_APPS=[APP],
            DATABASES={},
            USE_TZ=True,
            TIME_ZONE="UTC",
            USE_I18N=False,
            DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        )
    if not apps.ready:
        django.setup()


def attach(database: Path, *, journal: JournalMode, alias: str | None = None) -> str:
    """Makes the file known to Django. Returns its alias, the same for the same file and mode unless one is named."""
    named = alias or f"{journal}:{database}"
    if alias or named not in connections.settings:
        entry: dict[str, Any] = {
            "ENGINE": "habeas.desk.sqlite",
            "NAME": str(database),
            "OPTIONS": {"journal": journal, "timeout": BUSY_SECONDS, "transaction_mode": "IMMEDIATE"},
        }
        if named in connections.settings:  # another database of that name
            detach(named)
        connections.settings[named] = connections.configure_settings({"default": entry})["default"]
    return named


def detach(alias: str) -> None:
    """Closes this thread's connection and forgets the database."""
    connections[alias].close()
    del connections[alias]
    connections.settings.pop(alias, None)
    if alias == DEFAULT_DB_ALIAS:  # Django itself cannot do without one of that name
        connections.settings[alias] = connections.configure_settings({})[alias]
