"""What the public may see, as plain values: the only thing that pages, downloads, feeds and the API are made of.

Every value here has passed `habeas.register.visible` for the audience `public`. A person of whom nothing is public is
not in it, and neither is a name, a list, a category or a source that stands only in what was not released.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from habeas.figures import Figure
from habeas.lexicon.terms import label
from habeas.lexicon.wording import say_claim, say_liberty, say_when
from habeas.reports.portraits import EMPTY, Portrait, Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One reading of a released fact, as it can be said in any language. `when` is EDTF."""

    kind: str
    fields: Mapping[str, Any]
    when: str | None
    attribution: str
    modality: str

    def line(self, language: str = "en") -> str:
        """The reading in one line. What a source wrote in its own words stays as it is."""
        return say_claim(
            self.kind, self.fields, when=self.when, attribution=self.attribution, modality=self.modality,
            language=language,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Told):
    """One released fact. `others` are readings in conflict with it or set aside.

    `sources` are ids of public sources; `sealed` says that it also rests on one that is not public. `about` are ids of
    statements that it is about.
    """

    id: str
    disputed: bool = False
    others: tuple[Told, ...] = ()
    sources: tuple[str, ...] = ()
    sealed: bool = False
    released: str
    about: tuple[str, ...] = ()

    def other_lines(self, language: str = "en") -> tuple[str, ...]:
        """The other readings that say anything else, each once."""
        lines = dict.fromkeys(other.line(language) for other in self.others)
        return tuple(line for line in lines if line != self.line(language))

    def to_json(self, language: str = "en") -> dict[str, Any]:
        """The statement as the download and the API give it."""
        return {
            "id": self.id, "kind": self.kind, "text": self.line(language), "when": self.when,
            "fields": dict(self.fields), "attribution": self.attribution, "modality": self.modality,
            "disputed": self.disputed, "other_readings": list(self.other_lines(language)),
            "sources": list(self.sources), "released": self.released,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A person of whom something is public. `states` are statuses of liberty on the day, `unknown` when one of the
    facts it rests on is not public; `because` are ids of statements. `also` are earlier ids of the same person;
    `photo` is the photograph that stands for them, if one is public."""

    id: str
    name: str
    states: tuple[str, ...]
    because: tuple[str, ...]
    listed: bool
    categories: tuple[str, ...]
    statements: tuple[Statement, ...]
    also: tuple[str, ...]
    photo: Portrait | None = None

    @property
    def updated(self) -> str:
        """The day on which something about the person was last released."""
        return max((s.released for s in self.statements), default="")

    def status(self, language: str = "en") -> str:
        """The statuses in words."""
        return say_liberty(self.states, language=language)

    def to_json(self, language: str = "en") -> dict[str, Any]:
        """The person as the download and the API give it."""
        return {
            "id": self.id, "name": self.name, "states": list(self.states), "status": self.status(language),
            "because": list(self.because), "listed": self.listed, "categories": list(self.categories),
            "updated": self.updated, "photo": self.photo.to_json() if self.photo else None,
            "statements": [s.to_json(language) for s in self.statements],
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cited:
    """A public source as a citation: no passage of it is shown."""

    id: str
    title: str
    published: str | None
    language: str

    def to_json(self) -> dict[str, Any]:
        """The source as the download and the API give it."""
        return {"sha256": self.id, "title": self.title, "published": self.published, "language": self.language}


@dataclass(frozen=True, slots=True)
class Correction:
    """Something published that was changed or taken back. `person` is an id, or None when it may not be told; `kind`
    is a claim kind."""

    day: str
    what: str
    person: str | None
    kind: str | None
    before: Told | None
    after: Told | None

    def to_json(self, language: str = "en") -> dict[str, Any]:
        """The correction as the download and the API give it."""
        return {
            "day": self.day, "what": self.what, "person": self.person,
            "kind": label(self.kind, language) if self.kind else None,
            "before": self.before.line(language) if self.before else None,
            "after": self.after.line(language) if self.after else None,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """One mark of a chart: `low` and `high` bound the value; `open` marks what is not complete yet. It is called by its
    date (`when`, EDTF) and by words of the sources (`what`)."""

    when: str | None
    what: str
    value: int | float
    low: int | float
    high: int | float
    open: bool = False

    @property
    def label(self) -> str:
        """What it is called in files: `2020-05-01 Port`."""
        return " ".join(part for part in (self.when, self.what) if part)

    def name(self, language: str = "en") -> str:
        """What it is called on pages: `1 May 2020 Port`."""
        said = say_when(self.when, language=language) if self.when else ""
        return " ".join(part for part in (said, self.what) if part)


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart. Its title and words are those of its name in the catalogue. `form` is `line` or `bars`; `delay` is in
    how many days nine of ten arrests became public."""

    name: str
    form: str
    unit: str
    points: tuple[Point, ...]
    delay: int = 0


@dataclass(frozen=True, slots=True)
class PublicView:
    """Everything that the public may see of a register on a day, as known at another. `photos` are the photographs of
    people here by their path on the site; `shelf` hands out their bytes when a file is made. `language` is that in
    which files and answers say it all."""

    heading: str
    as_of: date
    known_at: str
    lists: tuple[str, ...]
    people: tuple[Shown, ...]
    events: tuple[Statement, ...]
    sources: tuple[Cited, ...]
    figures: tuple[Figure, ...]
    corrections: tuple[Correction, ...]
    drawn: Callable[[], tuple[Chart, ...]] = field(repr=False, compare=False)
    by_id: Mapping[str, Shown] = field(repr=False, compare=False)
    photos: Mapping[str, Portrait] = field(default_factory=dict, repr=False, compare=False)
    shelf: Shelf = field(default=EMPTY, repr=False, compare=False)
    language: str = "en"

    def said_in(self, language: str) -> PublicView:
        """The same view in another language."""
        return replace(self, language=language)

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The charts, counted when they are first asked for."""
        return self.drawn()

    def person(self, id: str) -> Shown | None:
        """The person with this id, or who had it earlier; None when there is none, public or not."""
        return self.by_id.get(id)

    def names(self, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """(id, name) of those ids that are people here, by name."""
        known = [(i, self.by_id[i].name) for i in ids if i in self.by_id]
        return tuple(sorted(known, key=lambda pair: (pair[1].casefold(), pair[0])))
