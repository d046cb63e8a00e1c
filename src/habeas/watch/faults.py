"""What can be wrong with a list that somebody gives us."""

from __future__ import annotations

from habeas.errors import HabeasError


class NotASnapshot(HabeasError):
    """The file is no list that Habeas reads, or cannot be read safely."""

    exit_code = 2
