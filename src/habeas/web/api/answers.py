"""The shapes of the API's answers, from which its OpenAPI document is made."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from ninja import Field, Schema

MOMENT = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?Z)?$"


class Asked(Schema):
    """The two dates and the list, as every address of Habeas carries them."""

    as_of: date | None = Field(None, description="The day that is asked about; today when left out.")
    known_at: Annotated[str, Field(pattern=MOMENT)] | None = Field(
        None, description="As the register knew it then: a day (its end) or a UTC time."
    )
    list: str | None = Field(None, description="The list that counts.", max_length=200)
    language: Literal["en", "ru", "kk"] = Field("en", description="In which texts, titles and rules are said.")


class Paged(Asked):
    """The dates, and which part of a long answer is wanted."""

    limit: int = Field(100, ge=1, le=500)
    offset: int = Field(0, ge=0, le=10_000_000)


class Problem(Schema):
    """What went wrong and what to do."""

    cause: str
    next_step: str = ""


class Dated(Schema):
    """The dates for which an answer holds."""

    as_of: date
    known_at: str


class StatementOut(Schema):
    """A released fact. `when` is EDTF; `fields` are those of its kind that may be public."""

    id: str
    kind: str
    text: str
    when: str | None
    fields: dict[str, Any]
    attribution: str
    modality: str
    disputed: bool
    other_readings: list[str]
    sources: list[str]
    released: str


class PhotoOut(Schema):
    """A photograph that is public. `file` is a path of the public site, `statement` the fact that it is."""

    statement: str
    file: str
    alt: str
    credit: str
    width: int
    height: int


class PersonShort(Schema):
    """A person in a list."""

    id: str
    name: str
    states: list[str]
    status: str
    listed: bool
    categories: list[str]
    updated: str


class PersonOut(PersonShort, Dated):
    """A person with everything that is public."""

    because: list[str]
    photo: PhotoOut | None
    statements: list[StatementOut]


class SourceOut(Schema):
    """A public source as a citation."""

    sha256: str
    title: str
    published: str | None
    language: str


class CorrectionOut(Schema):
    """Something published that was corrected or withdrawn."""

    day: str
    what: str
    person: str | None
    kind: str | None
    before: str | None
    after: str | None


class FigureOut(Schema):
    """A number with its rule and whom it counts, as far as that is public."""

    name: str
    title: str
    value: float
    low: float
    high: float
    comparator: str
    unit: str
    rule: str
    lists: list[str]
    counted: list[str]
    unknown: list[str]
    disputed: list[str]
    withheld: int


class Page(Dated):
    """A part of a long answer."""

    total: int
    limit: int
    offset: int


class People(Page):
    """Part of the list of people."""

    people: list[PersonShort]


class Events(Page):
    """Part of the events."""

    events: list[StatementOut]


class Sources(Page):
    """Part of the sources."""

    sources: list[SourceOut]


class Corrections(Page):
    """Part of the corrections."""

    corrections: list[CorrectionOut]


class Figures(Dated):
    """Every figure."""

    figures: list[FigureOut]
