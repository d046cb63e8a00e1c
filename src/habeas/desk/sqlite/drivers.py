"""Which SQLite is used, and in which journal mode. WAL only on a version without the WAL-reset bug.

SQLite 3.7.0 to 3.51.2 may lose or corrupt commits in WAL when two connections reset the log at once; 3.51.3 mended it,
as did the back-ports 3.50.7 and 3.44.6 (sqlite.org/wal.html#walresetbug).
"""

from __future__ import annotations

import sqlite3
from types import ModuleType
from typing import Literal

from habeas.errors import HabeasError

JournalMode = Literal["wal", "delete"]
Version = tuple[int, int, int]
BUSY_SECONDS = 30
"""How long a writer waits for another."""


class UnsafeSQLite(HabeasError):
    """The workspace wants WAL and no SQLite at hand can do that safely."""

    exit_code = 4


def wal_is_safe(version: Version) -> bool:
    """False for versions that hold the WAL-reset bug."""
    mended = {(3, 50): 7, (3, 44): 6}
    if version >= (3, 51, 3) or version < (3, 7, 0):
        return version >= (3, 51, 3)
    return version[:2] in mended and version[2] >= mended[version[:2]]


def drivers() -> tuple[ModuleType, ...]:
    """The DB-API modules at hand, the preferred one first."""
    try:
        from sqlcipher3 import dbapi2 as bundled  # type: ignore[import-untyped,unused-ignore]
    except ImportError:
        return (sqlite3,)
    return (bundled, sqlite3)


def best_mode() -> JournalMode:
    """WAL when some driver is safe for it, else the rollback journal."""
    return "wal" if any(wal_is_safe(d.sqlite_version_info) for d in drivers()) else "delete"


def driver_for(mode: JournalMode) -> ModuleType:
    """The driver for a journal mode: a safe one for WAL, the stock module for the rollback journal.

    Raises `UnsafeSQLite`.
    """
    if mode == "delete":
        return sqlite3
    for driver in drivers():
        if wal_is_safe(driver.sqlite_version_info):
            return driver
    raise UnsafeSQLite(
        f"The register is kept in WAL mode, and SQLite {sqlite3.sqlite_version} can lose writes in that mode.",
        "Install the bundled SQLite: pip install 'sqlcipher3>=0.6.4'.",
    )
