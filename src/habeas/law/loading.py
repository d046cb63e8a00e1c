"""Reads the country packs that the package ships. Faults in a pack are found here, at the first use, and named."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from habeas.errors import HabeasError
from habeas.law.codes import (
    STATUSES,
    Article,
    Edition,
    Group,
    ListRule,
    Pack,
    Pair,
    Part,
    Punishment,
    StateList,
)
from habeas.law.shapes import first_fault
from habeas.lexicon.length import Length


class NoPack(HabeasError):
    """There is no pack for the country."""

    exit_code = 3


class BrokenPack(HabeasError):
    """A pack says something that cannot be."""


def countries() -> tuple[str, ...]:
    """ISO 3166 codes, in small letters, of the countries that have a pack."""
    return tuple(sorted(_folders()))


@cache
def pack(country: str = "kz") -> Pack:
    """The pack of a country by its ISO 3166 code. Raises `NoPack` or `BrokenPack`."""
    folder = _folders().get(country.casefold())
    if folder is None:
        raise NoPack(f"There is no law pack for {country!r}.", f"Packs: {', '.join(countries())}.")
    return read_pack(folder)


def read_pack(folder: Traversable) -> Pack:
    """The pack in a folder, each entry held against `habeas.law.shapes`. Raises `BrokenPack`: file, entry and key."""
    head = _toml(folder, "pack.toml")
    editions = tuple(_edition(entry) for entry in head["edition"])
    articles = [
        _article(edition["id"], entry)
        for edition in head["edition"]
        for entry in _toml(folder, edition["file"])["article"]
    ]
    found = Pack(
        head["country"], head["name"], head.get("later_milder_law", ""),
        tuple(sorted(editions, key=lambda edition: edition.valid_from)),
        MappingProxyType({article.id: article for article in articles}),
        _pairs(_toml(folder, "crosswalk.toml")),
        tuple(_group(entry) for entry in head.get("group", ())),
        tuple(_punishment(entry) for entry in _toml(folder, "punishments.toml").get("punishment", ())),
        tuple(_list(entry) for entry in _toml(folder, "lists.toml").get("list", ())),
        frozenset(article.number for article in articles),
    )
    if len(found.articles) != len(articles):
        raise BrokenPack(f"The pack {head['country']!r} holds an article twice.", "Keep one entry for each number.")
    return found


@cache
def _folders() -> Mapping[str, Traversable]:
    found = {}
    for folder in (files("habeas.law") / "packs").iterdir():
        if (folder / "pack.toml").is_file():
            found[_toml(folder, "pack.toml")["country"]] = folder
    return found


def _toml(folder: Traversable, name: str) -> dict[str, Any]:
    if not (folder / name).is_file():
        return {}
    try:
        read = tomllib.loads((folder / name).read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BrokenPack(f"{name} of a law pack cannot be read ({error}).", "Mend the line that it names.") from None
    if fault := first_fault(name, read):
        raise BrokenPack(f"A law pack is not in shape: {fault}.", "docs/law.md says what each entry holds.")
    return read


def _trust(entry: Mapping[str, Any]) -> tuple[str, str]:
    """Status and source, which every entry must have."""
    if entry.get("status") not in STATUSES or not entry.get("source"):
        raise BrokenPack(f"An entry of a law pack lacks status or source: {dict(entry)!r}.", "Add both to the entry.")
    return entry["status"], entry["source"]


def _length(entry: Mapping[str, Any]) -> Length | None:
    return Length.parse(entry["maximum"]) if "maximum" in entry else None


def _edition(entry: Mapping[str, Any]) -> Edition:
    return Edition(
        entry["id"], entry["name"], entry["reference"], entry["year"], entry["valid_from"], entry.get("valid_until"),
        *_trust(entry),
    )


def _article(edition: str, entry: Mapping[str, Any]) -> Article:
    return Article(
        edition, entry["number"], entry["title"], tuple(entry.get("also", ())), _length(entry),
        tuple(entry.get("punishments", ())), tuple(_part(part) for part in entry.get("part", ())), entry.get("until"),
        entry.get("note", ""), *_trust(entry),
    )


def _part(entry: Mapping[str, Any]) -> Part:
    return Part(
        entry["number"], entry.get("offence"), _length(entry), tuple(entry.get("punishments", ())), entry.get("seen"),
        *_trust(entry),
    )


def _pairs(crosswalk: Mapping[str, Any]) -> tuple[Pair, ...]:
    return tuple(
        Pair(
            f"{crosswalk['old_edition']}/{entry['old']}", f"{crosswalk['new_edition']}/{entry['new']}",
            entry.get("partial", False), entry.get("note", ""), *_trust(entry),
        )
        for entry in crosswalk.get("pair", ())
    )


def _group(entry: Mapping[str, Any]) -> Group:
    return Group(
        entry["id"], entry["name"], entry["edition"], entry["basis"], tuple(entry["articles"]), entry.get("note", ""),
        *_trust(entry),
    )


def _punishment(entry: Mapping[str, Any]) -> Punishment:
    return Punishment(
        entry["id"], entry["name"], entry.get("term"), entry["in"], entry.get("note", ""), *_trust(entry)
    )


def _list(entry: Mapping[str, Any]) -> StateList:
    rules = tuple(ListRule(rule["text"], *_trust(rule)) for rule in entry.get("rule", ()))
    return StateList(entry["id"], entry["name"], entry["basis"], entry["keeper"], rules, *_trust(entry))
