"""The one Django application: the tables of a workspace."""

from __future__ import annotations

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Found by its path in INSTALLED_APPS; tables are named `desk_...`."""

    name = "habeas.desk"
    label = "desk"
