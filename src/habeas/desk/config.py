"""`habeas.toml`: what kind of workspace a folder is. Read with the standard library, written whole."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from habeas.desk.sqlite.drivers import JournalMode
from habeas.errors import HabeasError
from habeas.law import countries
from habeas.reports.catalogue import NoSuchLanguage, chosen

FILE = "habeas.toml"
FORMAT = 1


class WorkspaceFault(HabeasError):
    """There is no workspace, or it is broken, or a newer Habeas wrote it."""

    exit_code = 4


@dataclass(frozen=True, slots=True)
class Config:
    """What stands in `habeas.toml`. `feed` names this office's journal; `journal` is SQLite's mode; `country` is that
    of the law by which articles are read (ISO 3166, small letters); `languages` are those of the public site, the
    first at its root.
    """

    name: str
    feed: str
    journal: JournalMode
    format: int = FORMAT
    country: str = "kz"
    languages: tuple[str, ...] = ("en",)

    def to_toml(self) -> str:
        """The text of the file. JSON strings are TOML strings."""
        head = "# A Habeas workspace. Change `name`, `country` and `languages` freely; nothing else by hand.\n"
        return head + "".join(
            f"{key} = {json.dumps(value, ensure_ascii=False)}\n"
            for key, value in (
                ("format", self.format),
                ("name", self.name),
                ("country", self.country),
                ("languages", self.languages),
                ("feed", self.feed),
                ("journal", self.journal),
            )
        )


def read(folder: Path) -> Config:
    """The configuration of the workspace in `folder`. Raises `WorkspaceFault` with the cause."""
    path = folder / FILE
    try:
        data = tomllib.loads(path.read_text("utf-8"))
        config = Config(
            str(data["name"]), str(data["feed"]), data["journal"], int(data["format"]), str(data.get("country", "kz")),
            _languages(data.get("languages", ["en"])),
        )  # fmt: skip
    except FileNotFoundError:
        raise missing(folder) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, ValueError) as error:
        raise WorkspaceFault(f"{path} cannot be read ({error}).", "Restore the file from a backup.") from None
    if config.format > FORMAT:
        raise WorkspaceFault(
            f"A newer Habeas wrote this workspace (format {config.format}; this one reads up to {FORMAT}).",
            "Upgrade Habeas.",
        )
    if config.journal not in ("wal", "delete"):
        raise WorkspaceFault(f"{path} names the journal mode {config.journal!r}.", 'Write journal = "wal" or "delete".')
    try:
        chosen(config.languages)
    except NoSuchLanguage as error:
        raise WorkspaceFault(f"{path}: {error.cause}", error.next_step) from None
    if config.country not in countries():
        raise WorkspaceFault(
            f"{path} names the country {config.country!r}, for which there is no law pack.",
            f"Packs: {', '.join(countries())}. docs/law.md says how to add one.",
        )
    return config


def _languages(named: object) -> tuple[str, ...]:
    if not isinstance(named, list):
        raise ValueError('languages is no list; write languages = ["en"]')
    return tuple(str(name) for name in named)


def missing(folder: Path) -> WorkspaceFault:
    """The error for a folder that is no workspace."""
    return WorkspaceFault(
        f"There is no workspace in {folder} or above it.", "Make one with `habeas new NAME`, then enter it."
    )
