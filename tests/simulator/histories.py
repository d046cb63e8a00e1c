"""Random histories of two offices: what hypothesis draws is only numbers; the acts they stand for are made here."""

from __future__ import annotations

from hypothesis import strategies as st

from habeas.ledger import Entry
from simulator.office import Office

WHENS = (
    None,
    "2018",
    "2019-03",
    "2019-03-04",
    "2020-06/2020-09",
    "2020-11-30",
    "2021-01-31",
    "../2020-05",
    "2020-12-31",
)
LENGTHS = ("P1Y", "P2Y6M", "P9Y", "P10D", "PT100H")
MODALITIES = ("happened", "happened", "happened", "alleged", "denied", "requested", "annulled")
SAYINGS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "sentence",
        "penalty",
        ("imprisonment", "restriction_of_liberty", "suspended", "fine", "arrest", "life", "compulsory_labour", "ban"),
    ),
    (
        "custody",
        "form",
        (
            "pretrial_detention",
            "house_arrest",
            "police_detention",
            "imprisonment",
            "extradition_detention",
            "psychiatric",
            "administrative_arrest",
            "transfer",
        ),
    ),
    ("release", "ground", ("served", "parole", "substitution", "pardon", "illness", "acquittal", "bail", "not_stated")),
    (
        "enforcement",
        "step",
        (
            "deferred",
            "deferral_cancelled",
            "release_granted",
            "release_annulled",
            "replaced",
            "reduced",
            "pardoned",
            "interrupted_illness",
            "resumed",
            "served",
        ),
    ),
    ("proceeding", "step", ("opened", "acquitted", "acquittal_annulled", "closed", "appeal", "parole_refused")),
    ("protection", "act", ("asylum_granted", "extradition_requested", "extradited", "asylum_refused")),
    ("recognition", "step", ("entered", "left", "refused")),
    ("listing", "action", ("listed", "delisted")),
    ("ill_treatment", "act", ("torture", "threats")),
    ("charge", "article", ("88", "90")),
    ("finding", "reference", ("12/2020", "13/2020")),
    ("compliance", "state", ("none", "partial", "met")),
    ("assembly", "place", ("Port", "Hill")),
    ("disappearance", "whereabouts", ("unknown",)),
    ("death", "place", ("Port",)),
)
MORE = {
    "recognition": {"list": "Lamp", "category": "writers"},
    "listing": {"list": "register"},
    "finding": {"body": "Jurists"},
}

Numbers = list[int]


LIBERTY = 6
"""The first so many of `SAYINGS` bear on liberty; half of all acceptances draw from them."""


def histories(most: int = 40) -> st.SearchStrategy[list[list[int]]]:
    """Lists of acts, each a list of eight small numbers."""
    return st.lists(st.lists(st.integers(0, 59), min_size=8, max_size=8), min_size=6, max_size=most)


class World:
    """Plays acts on two offices that name the same few people in their own sources."""

    def __init__(self) -> None:
        self.offices = (Office("orla"), Office("lind", start="2021-03-01T08:00:30Z"))
        self.sources = [
            o.source(f"Source of {o.feed}", published=p)
            for o, p in zip(self.offices, ("2021-01-31", None), strict=True)
        ]
        self.records = [
            (office, office.person(name, source))
            for office, source in zip(self.offices, self.sources, strict=True)
            for name in ("Una Veil", "Ula Veil", "Odo Brandt")
        ]
        self.claims: list[tuple[Office, str]] = []
        self.facts: list[str] = []
        self.decisions: list[str] = []

    def play(self, acts: list[list[int]]) -> list[Entry]:
        """Every entry of both offices after these acts."""
        for act in acts:
            self._act(act)
        return [e for office in self.offices for e in office]

    def _act(self, n: list[int]) -> None:
        match n[0] % 20:
            case 0 if self.claims:
                self._correct(n)
            case 1 if self.claims:
                self._prefer(n)
            case 2 if self.decisions:
                self._withdraw(n)
            case 3:
                self._group(n)
            case 4 | 6 | 7 if self.facts:
                self._release(n)
            case 5:
                self._recognise(n)
            case _:
                self._accept(n)

    def _accept(self, n: list[int]) -> None:
        office, record = self.records[n[1] % len(self.records)]
        kind, field, terms = SAYINGS[n[2] % (LIBERTY if n[0] % 2 else len(SAYINGS))]
        fields: dict[str, object] = {field: terms[n[3] % len(terms)], **MORE.get(kind, {})}
        if kind == "sentence":
            fields |= {"length": LENGTHS[n[4] % len(LENGTHS)]} if n[4] % 6 else {}
            fields |= {"in_absentia": True} if n[4] % 13 == 0 else {}
        if kind == "assembly":
            record = f"g-{n[1]}"
            fields["detained"] = {"value": 10 + n[4], "comparator": ("=", "~", ">=", ">")[n[5] % 4]}
        known = [f for f, k in self._kinds.items() if k == kind] if n[6] % 3 == 0 else []
        fact = known[n[7] % len(known)] if known else None
        claim = office.accept(
            record,
            kind,
            WHENS[n[5] % len(WHENS)],
            fact=fact,
            modality=MODALITIES[n[7] % len(MODALITIES)],
            source=self.sources[self.offices.index(office)],
            claim=f"c-{len(self.claims)}-{office.feed}",
            **fields,
        )
        self.claims.append((office, claim))
        self.facts.append(office.facts[claim])
        self.decisions.append(office.accepted[claim])
        self._kinds[office.facts[claim]] = kind

    @property
    def _kinds(self) -> dict[str, str]:
        return self.__dict__.setdefault("kinds", {})

    def _correct(self, n: list[int]) -> None:
        office, claim = self.claims[n[1] % len(self.claims)]
        by = self.offices[n[2] % 2]
        when = WHENS[n[3] % len(WHENS)]
        self.decisions.append(by.do("correct", claim=claim, when=when, why="misread", replaces=office.accepted[claim]))

    def _prefer(self, n: list[int]) -> None:
        office, claim = self.claims[n[1] % len(self.claims)]
        self.decisions.append(self.offices[n[2] % 2].do("prefer", fact=office.facts[claim], claim=claim, why="better"))

    def _withdraw(self, n: list[int]) -> None:
        target = self.decisions[n[1] % len(self.decisions)]
        self.decisions.append(self.offices[n[2] % 2].withdraw(decision=target))

    def _group(self, n: list[int]) -> None:
        by = self.offices[n[1] % 2]
        ids = sorted({self.records[n[k] % len(self.records)][1] for k in (2, 3)})
        action = ("same", "same", "different", "split")[n[4] % 4]
        if action == "split" or len(ids) == 2:
            self.decisions.append(by.do(action, records=ids[:1] if action == "split" else ids, why="looked closely"))

    def _release(self, n: list[int]) -> None:
        basis = f"mandate:m-{n[2] % 2}"
        by = self.offices[n[3] % 2]
        if n[4] % 9 == 0:
            self.decisions.append(by.do("basis_withdrawn", basis=basis, why="asked"))
        else:
            facts = sorted({self.facts[(n[1] + k) % len(self.facts)] for k in range(1 + n[6] % 8)})
            self.decisions.append(by.do("release", facts=facts, level=n[5] % 3, basis=basis))

    def _recognise(self, n: list[int]) -> None:
        step = ("entered", "left", "refused")[n[1] % 3]
        _, record = self.records[n[2] % len(self.records)]
        when = WHENS[n[3] % len(WHENS)]
        self.decisions.append(
            self.offices[n[4] % 2].do(
                "recognise", record=record, list="own", step=step, category=None, tier=None, reason=None, when=when
            )
        )
