"""Which photograph stands for a person in documents and on the site, and its copy. Never the file that came."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from habeas.register import Register, photographs


@dataclass(frozen=True, slots=True)
class Shelf:
    """The copies that are kept: width and height by source (SHA-256), and what hands out the bytes of one, of the
    small one when the second argument is true, or None."""

    sizes: Mapping[str, tuple[int, int]]
    take: Callable[[str, bool], bytes | None]


EMPTY = Shelf({}, lambda source, small: None)
"""Where no photographs are kept."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """The photograph that an audience sees of a person. `fact` names it; `source` is the SHA-256 of the file that came
    and stays inside; `alt` says what can be seen, empty when nobody wrote it; sizes are the larger copy's, in pixels.
    """

    fact: str
    source: str
    alt: str
    credit: str
    width: int
    height: int

    @property
    def path(self) -> str:
        """Where its copy stands on the public site."""
        return f"photos/{self.fact}.jpg"

    def to_json(self) -> dict[str, Any]:
        """The photograph as the download and the API give it; `file` is a path of the public site."""
        return {
            "statement": self.fact, "file": self.path, "alt": self.alt, "credit": self.credit, "width": self.width,
            "height": self.height,
        }  # fmt: skip


def portraits(register: Register, audience: str, shelf: Shelf) -> Mapping[str, Portrait]:
    """Person -> the newest photograph that the audience may see and whose copy is kept.

    The register must be as it is published (`as_published`), and not narrowed yet. Raises `NoSuchAudience`.
    """
    found = {}
    for fact, claim in photographs(register, audience):
        if fact.person and claim.document in shelf.sizes:
            said = fact.fields
            found[fact.person] = Portrait(
                fact.id, claim.document, str(said.get("value") or ""), str(said.get("credit") or ""),
                *shelf.sizes[claim.document],
            )  # fmt: skip
    return found
