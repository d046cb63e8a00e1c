"""Requests to bodies: what each asks and what the register answers, declared in `requests.toml`.

The check comes before the document: what is required and missing is told, each with why it is asked.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from habeas.reports.documents.faults import TemplateFault
from habeas.reports.views import FactShown, PersonShown


@dataclass(frozen=True, slots=True)
class Item:
    """One question. `free` is answered by people, never by the register; `least` independent sources are needed."""

    asks: str
    answers: tuple[str, ...]
    required: bool
    why: str
    least: int
    free: bool
    native: bool
    modality: str | None

    def facts(self, person: PersonShown) -> list[FactShown]:
        """The facts of the person that answer, in order of time. What is denied answers only where that is asked."""
        wanted = [a.partition("=") for a in self.answers]
        return [f for f in person.facts if self._told(f) and any(_answers(f, path, term) for path, _, term in wanted)]

    def lacks(self, person: PersonShown) -> bool:
        """True when something required is missing. What people write themselves never is: the document leaves room."""
        found = self.facts(person)
        names = (str(f.fields.get("value") or "") for f in found)
        if self.free or not self.required:
            return False
        if self.native and not any(_is_native(n) for n in (person.name, *person.also, *names)):
            return True
        named = not found and any(a.startswith("identity.name") for a in self.answers) and bool(person.name)
        return not named and len({c.source for f in found for c in f.claims}) < max(self.least, 1)

    def _told(self, fact: FactShown) -> bool:
        return fact.modality == self.modality if self.modality else fact.modality not in ("denied", "annulled")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a request."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """A request: about a persecuted `person` or an `official`, its parts, where its questions come from."""

    name: str
    about: str
    title: str
    note: str
    source: str
    verified: bool
    parts: tuple[Part, ...]

    def missing(self, person: PersonShown) -> list[Item]:
        """The required items without an answer."""
        return [item for part in self.parts for item in part.items if item.lacks(person)]


def request(name: str) -> Request:
    """The request with this name. Raises `TemplateFault`."""
    known = requests()
    if name not in known:
        raise TemplateFault(f"There is no request {name!r}.", f"Requests are {', '.join(known)}.")
    return known[name]


@cache
def requests() -> Mapping[str, Request]:
    """Every request, by name."""
    text = (files("habeas.reports.documents") / "requests.toml").read_text("utf-8")
    return {name: _request(name, said) for name, said in tomllib.loads(text).items()}


def _request(name: str, said: Mapping[str, Any]) -> Request:
    parts = tuple(Part(p["title"], tuple(_items(p["item"]))) for p in said["part"])
    return Request(name, said["about"], said["title"], said["note"], said["source"], said["verified"], parts)


def _items(said: Iterable[Mapping[str, Any]]) -> Iterator[Item]:
    for i in said:
        yield Item(
            i["asks"], tuple(i["answers"]), i.get("required", False), i.get("why", ""), i.get("least", 1),
            i.get("free", False), i.get("native", False), i.get("modality"),
        )  # fmt: skip


def _answers(fact: FactShown, path: str, term: str) -> bool:
    """Whether `kind`, `kind.field=term` or `identity.attribute` names the fact."""
    kind, _, field = path.partition(".")
    if fact.kind != kind:
        return False
    if kind == "identity":
        return not field or fact.fields.get("attribute") == field
    return not field or fact.fields.get(field) == term


def _is_native(name: str) -> bool:
    """True for a name with a letter that is not Latin."""
    return any(c.isalpha() and not unicodedata.name(c, "").startswith("LATIN") for c in name)
