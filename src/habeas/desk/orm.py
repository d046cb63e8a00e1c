"""Starts Django inside this process, without a project, a manage.py or an environment variable.

One Django setting fits every workspace; each open workspace is one more database under its own alias (`attach`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import django
from django.apps import apps
from django.conf import settings
from django.db import connections

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


def attach(database: Path, *, journal: JournalMode) -> str:
    """Makes the file known to Django. Returns its alias, the same for the same file and mode."""
    alias = f"{journal}:{database}"
    if alias not in connections.settings:
        entry: dict[str, Any] = {
            "ENGINE": "habeas.desk.sqlite",
            "NAME": str(database),
            "OPTIONS": {"journal": journal, "timeout": BUSY_SECONDS, "transaction_mode": "IMMEDIATE"},
        }
        connections.settings[alias] = connections.configure_settings({"default": entry})["default"]
    return alias


def detach(alias: str) -> None:
    """Closes this thread's connection and forgets the database."""
    connections[alias].close()
    del connections[alias]
    connections.settings.pop(alias, None)
