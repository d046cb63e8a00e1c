"""A workspace: a folder with `habeas.toml`, `register.sqlite3` and `vault/`, readable by its owner alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from django.core.management import call_command
from django.db import DatabaseError, connections, transaction

from habeas.adapters.clock import now as real_now
from habeas.adapters.clock import salt as random_salt
from habeas.desk import config as configuration
from habeas.desk import orm
from habeas.desk.config import Config, WorkspaceFault
from habeas.desk.faults import explained, told
from habeas.desk.journal import TableJournal
from habeas.desk.moments import instant
from habeas.desk.sqlite.drivers import best_mode, driver_for
from habeas.evidence.vault import Vault
from habeas.law import pack
from habeas.ledger import Salts
from habeas.reports.catalogue import chosen

DATABASE, VAULT = "register.sqlite3", "vault"
SCHEMA = 5
"""Raised with each migration; kept in the database as `user_version`, so that opening need not look for migrations."""


@dataclass(frozen=True, slots=True, eq=False)
class Workspace:
    """An open workspace. Close it, or use it in a `with` statement. `salts` gives 16 random bytes."""

    folder: Path
    config: Config
    alias: str
    vault: Vault
    salts: Salts

    @property
    def name(self) -> str:
        """What its owners call it."""
        return self.config.name

    @property
    def feed(self) -> str:
        """The id of this office's feed."""
        return self.config.feed

    @property
    def journal(self) -> TableJournal:
        """The journal, as the `Journal` port of `ledger`, with the real clock."""
        return TableJournal(self.alias, self.config.feed, clock=real_now, salts=self.salts)

    def journal_at(self, now: str) -> TableJournal:
        """The journal whose next entries are dated `now` (UTC ISO 8601 with Z)."""
        return TableJournal(self.alias, self.config.feed, clock=lambda: instant(now), salts=self.salts)

    def random_key(self) -> str:
        """32 random hex digits: for idempotency keys and opaque ids."""
        return self.salts().hex()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. The write lock is taken at once, so that what is read inside holds until it is written."""
        with transaction.atomic(using=self.alias):
            yield

    def close(self) -> None:
        """Closes this thread's connection."""
        connections[self.alias].close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@told
def create_workspace(
    folder: Path,
    *,
    name: str | None = None,
    country: str = "kz",
    languages: Sequence[str] = ("en",),
    journal: Literal["auto", "wal", "delete"] = "auto",
    salts: Salts = random_salt,
) -> Workspace:
    """Makes a workspace. `folder` must not exist, or be empty; it appears whole or not at all.

    `country` is that of the law pack (`NoPack`), `languages` those of the public site (`NoSuchLanguage`); `journal` is
    SQLite's journal mode; `auto` takes WAL where that is safe. Raises `WorkspaceFault`, `UnsafeSQLite`.
    """
    folder = folder.absolute()
    refuse_occupied(folder)
    mode = best_mode() if journal == "auto" else journal
    driver_for(mode)
    made = Config(name or folder.name, salts().hex()[:12], mode, country=pack(country).country,
                  languages=chosen(languages))  # fmt: skip
    with building(folder) as partial:
        (partial / configuration.FILE).write_text(made.to_toml(), "utf-8")
        (partial / VAULT).mkdir(mode=0o700)
        _create_database(partial / DATABASE, made)
        private(partial)
    return open_workspace(folder, salts=salts)


@told
def open_workspace(folder: Path | None = None, *, salts: Salts = random_salt) -> Workspace:
    """Opens the workspace in `folder`, or the nearest one at or above the current folder.

    Raises `WorkspaceFault` when there is none, when it is broken, or when a newer Habeas wrote it.
    """
    root = (folder or nearest(Path.cwd())).absolute()
    config = configuration.read(root)
    for part in (DATABASE, VAULT):
        if not (root / part).exists():
            raise WorkspaceFault(
                f"The workspace {root} lacks {part}.", "Restore it with `habeas restore BACKUP FOLDER`."
            )
    if not (root / DATABASE).stat().st_size:  # SQLite would take an empty file for a new database
        raise WorkspaceFault("The register holds no tables.", "Restore it with `habeas restore BACKUP FOLDER`.")
    alias = orm.attach(root / DATABASE, journal=config.journal)
    try:
        _bring_up_to_date(alias)
    except BaseException:
        connections[alias].close()
        raise
    return Workspace(root, config, alias, Vault(root / VAULT), salts)


def nearest(start: Path) -> Path:
    """`start` or the closest folder above it that holds a workspace. Raises `WorkspaceFault`."""
    for folder in (start, *start.parents):
        if (folder / configuration.FILE).is_file():
            return folder
    raise configuration.missing(start)


def refuse_occupied(folder: Path) -> None:
    """Raises `WorkspaceFault` when something stands where a workspace is to be made."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WorkspaceFault(f"{folder} is there already and is not empty.", "Choose a new folder.")


@contextmanager
def building(folder: Path) -> Iterator[Path]:
    """A temporary folder beside `folder` that takes its place at the end; removed when something fails."""
    partial = folder.with_name(f".{folder.name}.{os.getpid()}.partial")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        partial.mkdir(mode=0o700)
        yield partial
        partial.rename(folder)
    except OSError as error:
        raise WorkspaceFault(
            f"{folder} cannot be made: {error.strerror or error}.", "Choose a folder that you may write to."
        ) from None
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def private(root: Path) -> None:
    """Takes every right from everyone but the owner: folders 0700, files 0600."""
    root.chmod(0o700)
    for path in root.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)


def _create_database(path: Path, config: Config) -> None:
    path.touch(mode=0o600)
    alias = orm.attach(path, journal=config.journal)
    try:
        _migrate(alias)
    finally:
        orm.detach(alias)


def _bring_up_to_date(alias: str) -> None:
    try:
        with connections[alias].cursor() as cursor:
            version = cursor.execute("PRAGMA user_version").fetchone()[0]
    except DatabaseError as error:
        raise explained(error) from error
    if version > SCHEMA:
        raise WorkspaceFault(
            f"A newer Habeas wrote this register (schema {version}; this one reads {SCHEMA}).", "Upgrade Habeas."
        )
    if version == 0:
        raise WorkspaceFault("The register holds no tables.", "Restore it with `habeas restore BACKUP FOLDER`.")
    if version < SCHEMA:
        _migrate(alias)


def _migrate(alias: str) -> None:
    call_command("migrate", database=alias, verbosity=0, interactive=False)
    with connections[alias].cursor() as cursor:
        cursor.execute(f"PRAGMA user_version = {SCHEMA}")
