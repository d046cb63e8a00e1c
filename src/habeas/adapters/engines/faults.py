"""What an engine cannot do without."""

from __future__ import annotations

from habeas.errors import HabeasError


class NotInstalled(HabeasError):
    """What an engine stands on is not there."""

    exit_code = 2


class UnknownEngine(HabeasError):
    """No engine has this name."""

    exit_code = 2
