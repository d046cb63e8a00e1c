"""Orlenia, an invented country: two sources about the same people, with mistakes, corrections and disputes.

`orlenia()` returns the office that wrote it all down and the names of what is worth asking for. On 2021-01-31 the list
of the Lamp holds seven people, of whom three are held for certain and one perhaps.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.office import Office

DAY = "2021-01-31"
LIST = "Lamp"


@dataclass(frozen=True, slots=True)
class Orlenia:
    """The office, its two sources, and records and facts by a word."""

    office: Office
    lamp: str
    gazette: str
    records: dict[str, str]
    facts: dict[str, str]


def orlenia() -> Orlenia:
    """Writes the country down, the same every time."""
    office = Office()
    lamp = office.source("The Lamp: people in trouble, January 2021")
    gazette = office.source("Gazette of Orlen", published="2021-02-05")
    names = ("Odo Brandt", "Ilse Brandt", "Marek Tull", "Vera Quist", "Jon Aster", "Pia Holm", "Rolf Egge")
    records = {n.split()[0].lower() + ("2" if n == "Ilse Brandt" else ""): office.person(n, lamp) for n in names}
    records["unlisted"] = office.person("Tove Rask", lamp)
    records["judge"] = office.person("Karl Stern", lamp, role="official")
    facts = {
        f"listed {k}": office.listed(r, category="poets" if k == "odo" else "writers")
        for k, r in records.items()
        if k not in ("unlisted", "judge")
    }
    _lives(office, records, facts)
    _gazette(office, gazette, records, facts)
    return Orlenia(office, lamp, gazette, records, facts)


def _lives(office: Office, records: dict[str, str], facts: dict[str, str]) -> None:
    add = office.accept_fact
    facts["odo sentence"] = add(records["odo"], "sentence", "2019-05-14", penalty="imprisonment", length="P6Y")
    facts["odo beaten"] = add(
        records["odo"], "ill_treatment", "2019-06", act="beating", modality="alleged", attribution="victim"
    )
    facts["ilse sentence"] = add(
        records["ilse2"], "sentence", "2020-11-02", penalty="restriction_of_liberty", length="P1Y"
    )
    facts["marek custody"] = add(records["marek"], "custody", "2020-12", form="pretrial_detention")
    facts["vera sentence"] = add(records["vera"], "sentence", None, penalty="imprisonment", length="P9Y")
    facts["jon charge"] = add(records["jon"], "charge", None, article="88", title="slander of the crown")
    facts["pia asylum"] = add(records["pia"], "protection", "2018", act="asylum_granted", state="Norland")
    facts["rolf sentence"] = add(records["rolf"], "sentence", "2020-03-01", penalty="imprisonment", length="P2Y")
    facts["unlisted sentence"] = add(
        records["unlisted"], "sentence", "2020-08-08", penalty="imprisonment", length="P3Y"
    )
    facts["finding"] = add(
        records["odo"], "finding", "2020-02-02", body="Committee of Jurists", reference="12/2020", demand="release"
    )
    add(records["vera"], "finding", "2020-02-02", body="Committee of Jurists", reference="12/2020", demand="release")
    facts["compliance"] = add(records["odo"], "compliance", "2020-09", remedy="release", state="none")
    facts["vera list"] = add(records["vera"], "listing", "2020-06-06", list="register of agitators", action="listed")
    crowd = {"source": office.journal and next(iter(office._document_of.values()))}
    facts["total"] = add(
        "g-total", "assembly", "2020", place="Orlenia", detained={"value": 500, "comparator": ">"}, **crowd
    )
    facts["may"] = add(
        "g-may", "assembly", "2020-05-01", place="Port", detained={"value": 300, "comparator": "~"}, **crowd
    )
    facts["june"] = add(
        "g-june", "assembly", "2020-06-09", place="Port", detained={"value": 120, "comparator": ">="}, **crowd
    )


def _gazette(office: Office, gazette: str, records: dict[str, str], facts: dict[str, str]) -> None:
    """The second source: the same people, one misread date, and an official who denies what the Lamp says."""
    rolf = office.person("R. Egge", gazette)
    office.do("same", records=[records["rolf"], rolf], why="same case number")
    records["rolf gazette"] = rolf
    facts["rolf release"] = office.accept_fact(
        rolf, "release", "2021-01-20", ground="parole", attribution="official", source=gazette
    )
    denied = office.accept(
        records["rolf"],
        "release",
        "2021-01-20",
        fact=facts["rolf release"],
        ground="parole",
        modality="denied",
        attribution="relative",
        source=gazette,
    )
    facts["rolf denied"] = denied
    misread = office.accept(
        records["ilse2"],
        "sentence",
        "2019-11-02",
        fact=facts["ilse sentence"],
        source=gazette,
        penalty="restriction_of_liberty",
        length="P1Y",
    )
    office.correct(misread, when="2020-11-02")
    facts["ilse misread"] = misread
