"""A map of a country in tiles: one square a region, about where it lies, so that small regions are seen as well as
wide ones.

Where the tiles stand is data (`places/CC.toml`), with the spellings by which sources call the region.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from habeas.web.charts.svg import element, picture

SIDE, GAP, EDGE, SHADES = 84, 6, 10, 5


@dataclass(frozen=True, slots=True)
class Tile:
    """A region: its short name, where its tile stands, and the words that mean it."""

    name: str
    column: int
    row: int
    words: tuple[str, ...]


@cache
def tiles(country: str) -> tuple[Tile, ...]:
    """The tiles of a country; empty where there are none."""
    file = files("habeas.web.charts") / "places" / f"{country}.toml"
    if not file.is_file():
        return ()
    return tuple(
        Tile(t["name"], t["at"][0], t["at"][1], tuple(w.casefold() for w in t["words"]))
        for t in tomllib.loads(file.read_text("utf-8"))["tile"]
    )


def placed(counts: Mapping[str, int], country: str) -> tuple[dict[str, int], int]:
    """(tile -> number, number that no tile takes): a place belongs to the tile with the longest word that it holds."""
    found: dict[str, int] = {}
    elsewhere = 0
    for place, number in counts.items():
        tile = _tile_of(place.casefold(), country)
        if tile is None:
            elsewhere += number
        else:
            found[tile] = found.get(tile, 0) + number
    return found, elsewhere


def tile_map(counts: Mapping[str, int], country: str, label: str) -> str:
    """The picture, `counts` by the names of tiles; empty without tiles or numbers."""
    known = tiles(country)
    if not known or not any(counts.values()):
        return ""
    most = max(counts.values())
    parts = [part for tile in known for part in _drawn(tile, counts.get(tile.name, 0), most)]
    wide = EDGE * 2 + (max(t.column for t in known) + 1) * (SIDE + GAP)
    tall = EDGE * 2 + (max(t.row for t in known) + 1) * (SIDE + GAP)
    return picture(wide, tall, label, parts)


def _drawn(tile: Tile, number: int, most: int) -> Sequence[str]:
    x, y = EDGE + tile.column * (SIDE + GAP), EDGE + tile.row * (SIDE + GAP)
    shade = 0 if not number else 1 + (SHADES - 1) * (number - 1) // max(most, 1)
    middle, tone = x + SIDE / 2, "on-dark" if shade >= 4 else "on-light"
    return (
        element("rect", x=x, y=y, width=SIDE, height=SIDE, rx=6, cls=f"tile t-{shade}", title=f"{tile.name}: {number}"),
        element("text", x=middle, y=y + SIDE / 2 - 2, cls=f"tile-n {tone}", text=str(number)),
        element("text", x=middle, y=y + SIDE / 2 + 20, cls=f"tile-name {tone}", text=tile.name),
    )


def _tile_of(place: str, country: str) -> str | None:
    fitting = [(len(w), t.name) for t in tiles(country) for w in t.words if w in place]
    return max(fitting)[1] if fitting else None
