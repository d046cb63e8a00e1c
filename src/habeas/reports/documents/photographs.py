"""Photographs as the pictures of a document, fetched one by one when they are drawn: a long list has thousands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from habeas.reports.documents.cover import Picture
from habeas.reports.documents.faults import TemplateFault
from habeas.reports.portraits import Portrait, Shelf

SIZES: Mapping[str, bool] = {"portrait": False, "face": True}
"""Class of a picture -> whether it is the small copy. `portrait:PERSON` stands on a sheet, `face:PERSON` in a list."""


class Photographs(Mapping[str, Picture]):
    """The pictures that the portraits of people make. Raises `TemplateFault` when a copy went in the meantime."""

    def __init__(self, found: Mapping[str, Portrait], shelf: Shelf) -> None:
        self._found, self._shelf = found, shelf

    def __getitem__(self, name: str) -> Picture:
        size, _, person = name.partition(":")
        if size not in SIZES or person not in self._found:
            raise KeyError(name)
        data = self._shelf.take(self._found[person].source, SIZES[size])
        if data is None:
            raise TemplateFault("A photograph was taken away while the document was made.", "Make it again.")
        return Picture("image/jpeg", data)

    def __contains__(self, name: object) -> bool:
        size, _, person = str(name).partition(":")
        return size in SIZES and person in self._found

    def __iter__(self) -> Iterator[str]:
        return (f"{size}:{person}" for person in self._found for size in SIZES)

    def __len__(self) -> int:
        return len(self._found) * len(SIZES)
