"""Turns the faults of the database into errors that a user can act on.

Every function of the shelf is wrapped in `told`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import DatabaseError, OperationalError

from habeas.desk.config import WorkspaceFault
from habeas.errors import HabeasError

P = ParamSpec("P")
T = TypeVar("T")


class Busy(HabeasError):
    """Another process kept the register locked for longer than we wait."""

    exit_code = 6


class NotFound(HabeasError):
    """No such member, person, fact, claim, proposal, source or entry."""

    exit_code = 3


class Refused(HabeasError):
    """The rules of the register do not permit it."""

    exit_code = 7


class BadRequest(HabeasError):
    """What was asked makes no sense as it stands."""

    exit_code = 2


def told(action: Callable[P, T]) -> Callable[P, T]:
    """The same function, raising `Busy` or `WorkspaceFault` where Django's database errors would come out."""

    @wraps(action)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return action(*args, **kwargs)
        except DatabaseError as error:
            raise explained(error) from error

    return wrapped


def explained(error: DatabaseError) -> HabeasError:
    """The error for a user. The register is never left half written: each action is one transaction."""
    text = str(error)
    if isinstance(error, OperationalError) and "locked" in text:
        return Busy("Another process is writing to this workspace.", "Wait until it has finished, then try again.")
    if isinstance(error, OperationalError) and ("full" in text or "readonly" in text or "disk I/O" in text):
        return WorkspaceFault(
            f"The register cannot be written: {text}. Nothing was saved.", "Free or repair the disk, then try again."
        )
    return WorkspaceFault(
        f"The register cannot be used: {text}.", "Run `habeas verify`; restore from a backup if it reports faults."
    )
