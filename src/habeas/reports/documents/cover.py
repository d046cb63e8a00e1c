"""What every document bears whatever its format: title, language, foot line, pictures, contents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.reports.documents.tree import Node


@dataclass(frozen=True, slots=True)
class Cover:
    """`foot` stands at the foot of each page: the list's name and the dates."""

    title: str
    language: str
    foot: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart (SVG) or a photograph (PNG, JPEG) as bytes."""

    media_type: str
    bytes: bytes


def size_of(picture: Picture) -> tuple[int, int]:
    """Width and height of a PNG or JPEG in pixels, as its head says. Source: PNG 11.2.2; ITU T.81, B.2.2."""
    data, at = picture.bytes, 2
    if picture.media_type == "image/png":
        return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    while data[at + 1] not in range(0xC0, 0xC4):
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return int.from_bytes(data[at + 7 : at + 9], "big"), int.from_bytes(data[at + 5 : at + 7], "big")


def headings(tree: Node) -> Iterator[tuple[int, str, str]]:
    """(1 or 2, id, text) of the headings that the contents list: h1 after the first, which is the title, and h2."""
    title = next((n for n in tree.walk() if n.tag == "h1"), None)
    for node in tree.walk():
        if node.tag in ("h1", "h2") and node is not title and node.get("id"):
            yield int(node.tag[1]), node.get("id"), " ".join(node.text.split())
