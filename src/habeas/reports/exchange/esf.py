"""Tables of the HURIDOCS Events Standard Formats: events, acts, involvements, information, interventions, persons.

Columns bear the field names of the formats (`esf.toml` says where they and the codes were read). What our register
cannot say for certain is left empty: no code is guessed, and our own words stand beside every code in `habeas_term`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.lexicon.when import When
from habeas.reports.exchange.codes import code, term_of, used
from habeas.reports.site.tables import Table
from habeas.reports.site.view import PublicView, Shown, Statement

ACTS = ("custody", "sentence", "ill_treatment", "coercive_step", "restriction", "disappearance", "death")
"""Kinds of statement that are acts done to a person. An assembly is an act done to many."""
DONE = ("happened", "alleged")
"""A sentence that was only asked for, or a step that was annulled, is no act."""
INTERVENTIONS = ("intervention", "finding")

EVENT = (
    "event_record_number", "event_title", "confidentiality", "geographical_term", "initial_date", "initial_date_type",
    "final_date", "final_date_type", "event_description", "remarks",
)  # fmt: skip
ACT = (
    "act_record_number", "victim", "event", "confidentiality", "type_of_act", "initial_date", "initial_date_type",
    "final_date", "final_date_type", "exact_location", "remarks", "habeas_term",
)  # fmt: skip
ARREST = ("arrest_record_number", "case_description", "type_of_detention", "whereabouts", "legal_counsel", "remarks")
INVOLVEMENT = (
    "involvement_record_number", "perpetrator", "event", "act", "confidentiality", "degree_of_involvement", "remarks",
    "habeas_term",
)  # fmt: skip
INFORMATION = (
    "information_record_number", "source", "event", "related_person", "confidentiality",
    "source_connection_to_information", "date_of_source_material", "remarks",
)  # fmt: skip
INTERVENTION = (
    "intervention_record_number", "intervening_party", "event", "victim", "confidentiality", "type_of_intervention",
    "date_of_intervention", "parties_requested", "response", "remarks",
)  # fmt: skip
PERSON = (
    "person_record_number", "counting_unit", "person_name", "other_names", "confidentiality", "date_of_birth", "sex",
    "occupation", "citizenship", "deceased", "number_of_persons_in_group", "remarks",
)  # fmt: skip
BIOGRAPHIC = (
    "biographic_details_record_number", "person", "related_person", "confidentiality", "type_of_relationship",
    "remarks", "habeas_term",
)  # fmt: skip


def esf_tables(view: PublicView, *, audience: str, country: str = "") -> dict[str, Table]:
    """Name of each table -> its columns and rows. `country` is that of the law pack (`kz`).

    The last table lists the codes that the others use, each with its micro-thesaurus, its term and ours.
    """
    made = _Tables(view, "n" if audience == "public" else "y", code(f"country.{country}"))
    tables: dict[str, Table] = {
        "event": (EVENT, made.events()), "act": (ACT, made.acts()), "arrest": (ARREST, made.arrests()),
        "involvement": (INVOLVEMENT, made.involvements()), "information": (INFORMATION, made.information()),
        "intervention": (INTERVENTION, made.interventions()), "person": (PERSON, made.persons()),
        "biographic_details": (BIOGRAPHIC, made.relations()), "codes": used(),
        "about": (("what", "value"), made.about(audience)),
    }  # fmt: skip
    return tables


Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class _Tables:
    """`closed` is the value of every field of confidentiality."""

    view: PublicView
    closed: str
    country: str

    def events(self) -> Iterator[Row]:
        """One for each person to whom something was done, one for each assembly."""
        for person in self._victims():
            whens = [s.when for s in person.statements if s.kind in ACTS and s.when]
            remarks = f"Liberty on {self.view.as_of}: {', '.join(person.states).replace('_', ' ')}."
            words = " ".join(f"{s.line()}." for s in person.statements if s.kind in (*ACTS, "charge", "proceeding"))
            title = f"Case of {person.name}"
            yield (_event(person.id), title, self.closed, self.country, *_dates(whens), words, remarks)
        for s in self._assemblies():
            yield (_event(s.id), s.line(), self.closed, self.country, *_dates([s.when]), s.line(), _said(s))

    def acts(self) -> Iterator[Row]:
        for person in self._victims():
            for s in filter(_is_act, person.statements):
                yield self._act(s, person.id, _event(person.id))
        for s in self._assemblies():
            yield self._act(s, _group(s), _event(s.id))

    def arrests(self) -> Iterator[Row]:
        """The supplement to acts that deprive of liberty: what detention it was, and who could be reached."""
        for person in self._victims():
            charges = "; ".join(s.line() for s in person.statements if s.kind == "charge" and s.modality in DONE)
            for s in person.statements:
                row = (code(f"detention.{_own(s)}"), _whereabouts(s), code(f"counsel.{_own(s)}"))
                if _is_act(s) and (s.kind == "custody" or any(row)):
                    yield (_act_id(s), charges, *row, _said(s))

    def involvements(self) -> Iterator[Row]:
        events = {s.id: _event(p.id) for p in self.view.people for s in p.statements}
        acts = {s.id for p in self.view.people for s in p.statements if _is_act(s)}
        for official in self.view.people:
            for s in (s for s in official.statements if s.kind == "involvement" and s.modality in DONE):
                degree = str(s.fields.get("degree") or "")
                for number, about in enumerate(s.about or ("",)):
                    act = f"act-{about}" if about in acts else ""
                    yield (
                        f"involvement-{s.id}-{number}", official.id, events.get(about, ""), act, self.closed,
                        code(f"degree.{degree}"), _said(s), term_of("involvement", "degree", degree),
                    )  # fmt: skip

    def information(self) -> Iterator[Row]:
        """Which source tells of which event, and who speaks in it when it is one voice."""
        published = {c.id: c.published or "" for c in self.view.sources}
        for person in self._victims():
            told: dict[str, list[Statement]] = {}
            for s in person.statements:
                for source in s.sources:
                    told.setdefault(source, []).append(s)
            for source, said in told.items():
                voices = {s.attribution for s in said}
                connection = code(f"attribution.{voices.copy().pop()}") if len(voices) == 1 else ""
                yield (
                    f"information-{person.id}-{source[:16]}", _source(source), _event(person.id), person.id,
                    self.closed, connection, published.get(source, ""), f"{len(said)} statements. SHA-256 {source}",
                )  # fmt: skip

    def interventions(self) -> Iterator[Row]:
        for person in self._victims():
            for s in (s for s in person.statements if s.kind in INTERVENTIONS and s.modality in DONE):
                party = str(s.fields.get("body") or "")
                yield (
                    f"intervention-{s.id}", party, _event(person.id), person.id, self.closed, "", s.when or "",
                    s.fields.get("addressee") or "", s.fields.get("outcome") or "", _said(s),
                )  # fmt: skip

    def persons(self) -> Iterator[Row]:
        """Victims and officials; the crowds of assemblies; and sources, which the formats count among persons."""
        unit = code("unit.person")
        for p in self.view.people:
            of = {a: _identity(p, a) for a in ("birth", "sex", "occupation", "citizenship")}
            dead = "y" if "dead" in p.states else ""
            remarks = f"On the list: {'; '.join(p.categories)}" if p.categories else ""
            names = "; ".join(_all(p, "alias", "name"))
            yield (
                p.id, unit, p.name, names, self.closed, of["birth"], code(f"sex.{of['sex']}") or of["sex"],
                of["occupation"], of["citizenship"], dead, "", remarks,
            )  # fmt: skip
        for s in self._assemblies():
            count = s.fields.get("detained")
            number = count["value"] if isinstance(count, Mapping) else ""
            yield (_group(s), "", s.line(), "", self.closed, "", "", "", "", "", number, _said(s))
        for c in self.view.sources:
            yield (_source(c.id), "", c.title, "", self.closed, "", "", "", "", "", "", f"A document. SHA-256 {c.id}")

    def relations(self) -> Iterator[Row]:
        for p in self.view.people:
            for s in (s for s in p.statements if s.kind == "relation"):
                tie = str(s.fields.get("tie") or "")
                yield (
                    f"relation-{s.id}", p.id, s.fields.get("other") or "", self.closed, code(f"tie.{tie}"), _said(s),
                    term_of("relation", "tie", tie),
                )  # fmt: skip

    def about(self, audience: str) -> Iterator[Row]:
        yield from (
            ("register", self.view.heading), ("as_of", self.view.as_of.isoformat()), ("known_at", self.view.known_at),
            ("audience", audience), ("format", "HURIDOCS Events Standard Formats, as OpenEvSys keeps them"),
        )  # fmt: skip

    def _act(self, s: Statement, victim: str, event: str) -> Row:
        place = s.fields.get("facility") or s.fields.get("place") or s.fields.get("court") or ""
        kind = code(_own_term(s)) or code(s.kind)
        return (_act_id(s), victim, event, self.closed, kind, *_dates([s.when]), place, _said(s), _words(s))

    def _victims(self) -> Iterator[Shown]:
        return (p for p in self.view.people if any(map(_is_act, p.statements)) or _is_victim(p))

    def _assemblies(self) -> Iterator[Statement]:
        return (s for s in self.view.events if s.kind == "assembly" and s.modality in DONE)


def _is_act(s: Statement) -> bool:
    return s.kind in ACTS and s.modality in DONE


def _is_victim(person: Shown) -> bool:
    return any(s.kind in (*INTERVENTIONS, "charge") for s in person.statements)


def _event(id: str) -> str:
    return f"event-{id}"


def _act_id(s: Statement) -> str:
    return f"act-{s.id}"


def _group(s: Statement) -> str:
    return f"group-{s.id}"


def _source(sha256: str) -> str:
    return f"source-{sha256[:16]}"


_FIELD = {
    "custody": "form", "sentence": "penalty", "ill_treatment": "act", "coercive_step": "act", "restriction": "what",
}  # fmt: skip
"""Kind -> the field whose term says what act it is."""


def _own(s: Statement) -> str:
    return str(s.fields.get(_FIELD.get(s.kind, "")) or "")


def _own_term(s: Statement) -> str:
    return f"{s.kind}.{_own(s)}"


def _words(s: Statement) -> str:
    return term_of(s.kind, _FIELD.get(s.kind, ""), _own(s))


def _whereabouts(s: Statement) -> str:
    known = s.fields.get("acknowledged")
    if s.kind == "disappearance" and isinstance(known, bool):
        return code("whereabouts.acknowledged" if known else "whereabouts.denied")
    return code(f"whereabouts.{_own(s)}")


def _said(s: Statement) -> str:
    """The statement in words; that it is alleged or disputed, and a date that is no day, are never left out."""
    marks = (s.modality if s.modality != "happened" else "", "disputed" if s.disputed else "")
    date = [f"date: {s.when}"] if s.when and len(s.when) != len("2020-01-31") else []
    told = "; ".join([*(m for m in marks if m and m not in s.line()), *date])
    return f"{s.line()} ({told})" if told else s.line()


def _identity(person: Shown, attribute: str) -> str:
    """The values that statements give, each once, between semicolons."""
    return "; ".join(_all(person, attribute))


def _all(person: Shown, *attributes: str) -> list[str]:
    found: dict[str, None] = {}
    for s in person.statements:
        if s.kind == "identity" and s.fields.get("attribute") in attributes and s.modality in DONE:
            found[str(s.fields.get("value") or "")] = None
    return [value for value in found if value and value != person.name]


def _dates(whens: Iterable[str | None]) -> tuple[str, str, str, str]:
    """First and last day of all of these, each with the code of what is not known about it.

    One date says when something began or happened, and not when it ended: there is a last day only when there are
    several dates, or an interval.
    """
    known = [When.parse(w) for w in whens if w]
    starts = sorted(((w.earliest, w) for w in known if w.earliest), key=lambda pair: (pair[0], pair[1].text))
    closed = ((w.latest, w) for w in known if w.latest and (len(known) > 1 or "/" in w.text))
    ends = sorted(closed, key=lambda pair: (pair[0], pair[1].text))
    start = (starts[0][0].isoformat(), _date_type(starts[0][1], 0)) if starts else ("", "")
    end = (ends[-1][0].isoformat(), _date_type(ends[-1][1], -1)) if ends else ("", "")
    return (*start, *end)


def _date_type(when: When, end: int) -> str:
    if when.approximate or when.uncertain:
        return code("date.estimate")
    part: Any = when.text.split("/")[end].replace("-XX", "").strip("~?%")
    return {4: code("date.year"), 7: code("date.month")}.get(len(part), "")
