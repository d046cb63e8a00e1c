"""The whole public site: its pages in each language, and what stands at its root once for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from habeas.reports.catalogue import chosen
from habeas.reports.site.pages import Pages, plain, resource
from habeas.reports.site.view import PublicView

TYPES: Mapping[str, str] = {
    ".html": "text/html; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".json": "application/json",
    ".atom": "application/atom+xml; charset=utf-8", ".css": "text/css; charset=utf-8",
    ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml",
    ".ftm": "application/json+ftm", ".jpg": "image/jpeg",
}  # fmt: skip
"""Ending of a path -> its media type."""
_AS_THEY_ARE = ("site.css", "icon.svg")
_ONCE = (*_AS_THEY_ARE, "robots.txt")


@dataclass(frozen=True, slots=True)
class Site:
    """The site of one view. `indexed` False asks search engines to stay away; `address` (with a slash at the end) is
    where the site will stand, for feeds and for search engines. The first of the `languages` stands at the root, each
    other in a folder of its code. Raises `NoSuchLanguage`."""

    view: PublicView
    indexed: bool = True
    address: str = ""
    languages: tuple[str, ...] = ("en",)

    def __post_init__(self) -> None:
        chosen(self.languages)

    def paths(self) -> Iterator[str]:
        """Every path of the site."""
        yield from (*_ONCE, *self.view.photos)
        yield from (folder + path for code, folder in self._folders().items() for path in self._pages(code).paths())

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every path with its bytes."""
        return ((path, data) for path in self.paths() if (data := self.render(path)) is not None)

    def render(self, path: str) -> bytes | None:
        """The bytes at a path; None when there is nothing, whether or not there is something that is not public."""
        if path in _AS_THEY_ARE:
            return plain(resource(path).encode())
        if path == "robots.txt":
            return b"User-agent: *\n" + (b"Allow: /\n" if self.indexed else b"Disallow: /\n")
        if photo := self.view.photos.get(path):
            return self.view.shelf.take(photo.source, False)
        code, below = self._split(path)
        return self._pages(code).render(below)

    def absent(self, path: str) -> bytes:
        """The page of an address at which there is nothing, in the language of its folder."""
        code, below = self._split(path)
        return self._pages(code).absent(below)

    def _folders(self) -> dict[str, str]:
        """Language -> its folder below the root, with a slash at the end; empty for the first."""
        return {code: f"{code}/" if place else "" for place, code in enumerate(self.languages)}

    def _pages(self, code: str) -> Pages:
        return Pages(self.view.said_in(code), self._folders(), self.indexed, self.address)

    def _split(self, path: str) -> tuple[str, str]:
        """The language of a path, and the path below its folder."""
        for code, folder in self._folders().items():
            if folder and path.startswith(folder):
                return code, path.removeprefix(folder)
        return self.languages[0], path


def media_type(path: str) -> str:
    """The media type of a path of the site."""
    return TYPES.get("." + path.rsplit(".", 1)[-1], "application/octet-stream")
