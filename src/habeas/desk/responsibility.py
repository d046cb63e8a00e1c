"""Who is involved and what came of decisions: officials by degree, and compliance remedy by remedy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from habeas.desk import models
from habeas.desk.faults import BadRequest, told
from habeas.desk.folding import register
from habeas.desk.marks import HAND
from habeas.desk.members import member
from habeas.desk.records import fact_id, record_id
from habeas.desk.results import Decided
from habeas.desk.signing import Pen
from habeas.desk.targets import fact_in
from habeas.desk.workspace import Workspace
from habeas.figures import Compliance, compliance
from habeas.lexicon.kinds import check
from habeas.lexicon.wording import say_claim
from habeas.reading.proposals import proposal_id
from habeas.register import Fact, Register, officials


@dataclass(frozen=True, slots=True)
class ActLine:
    """One involvement in words: the degree, what it was in, to whom."""

    fact: str
    degree: str
    line: str
    about: tuple[str, ...]
    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OfficialLine:
    """An official: posts in words, acts, how many sources; `common` are others with people in common, and how many."""

    id: str
    name: str
    posts: tuple[str, ...]
    acts: tuple[ActLine, ...]
    degrees: tuple[tuple[str, int], ...]
    people: int
    sources: int
    common: tuple[tuple[str, str, int], ...]


@told
def officials_page(ws: Workspace, *, known_at: str | None = None, audience: str = "team") -> tuple[OfficialLine, ...]:
    """Everybody with an involvement that the audience may see, those with most acts first."""
    held = register(ws, known_at=known_at)
    found = officials(held, audience=audience)
    lines = []
    for one in found:
        shared = ((o.person, o.name, len(set(one.people) & set(o.people))) for o in found if o is not one)
        acts = tuple(
            ActLine(
                a.fact.id, a.degree, _line(a.fact), tuple(map(_line, a.about)),
                tuple((p, held.people[p].name) for p in a.people),
            )
            for a in one.acts
        )  # fmt: skip
        lines.append(
            OfficialLine(
                one.person, one.name, tuple(map(_line, one.posts)), acts, tuple(one.degrees.items()),
                len(one.people), one.sources, tuple(s for s in shared if s[2]),
            )
        )  # fmt: skip
    return tuple(lines)


@told
def involve(
    ws: Workspace, official: str, *, degree: str, fact: str, by: str, now: str, key: str | None = None
) -> Decided:
    """Says that an official, as the source of a fact names them, was involved in it by a degree.

    The passage is that of the fact's first claim: it must name the official. Raises `NotFound`, `NotInVocabulary`,
    `BadRequest` when the source does not hold the name.
    """
    check("involvement", {"degree": degree})
    name = " ".join(official.split())
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now, key)
        held = register(ws)
        about = fact_in(held, fact)
        claim = held.claims[about.claims[0]]
        text = models.SourceText.objects.using(ws.alias).filter(source=claim.document).values_list("text", flat=True)
        if not name or name.split()[-1].casefold() not in str(text.first() or "").casefold():
            raise BadRequest(f"The source of {fact} does not name {official!r}.", "Give the name as it stands there.")
        record = record_id(claim.document, name)
        drafts = []
        if record not in held.records:
            opened = {"record": record, "document": claim.document, "name": name, "names": [name], "role": "official"}
            drafts.append(pen.draft("record_opened", opened, (record,)))
        proposal = proposal_id(
            claim.document, "involvement", claim.span, (name, about.id, HAND), None, {"degree": degree}
        )
        supported = fact_id(proposal)
        content = {
            "claim": proposal, "fact": supported, "record": record, "kind": "involvement", "fields": {"degree": degree},
            "when": None, "document": claim.document, "span": list(claim.span),
            "attribution": claim.reading.attribution, "modality": claim.reading.modality, "of": list(about.claims),
            "case": None, "rule": HAND, "confidence": 1.0, "proposal": None, "bulk": False,
        }  # fmt: skip
        drafts.append(pen.draft("accept", content, (record, supported, proposal)))
        return pen.decide_all(lambda: drafts)


@told
def compliance_page(
    ws: Workspace, *, as_of: date, known_at: str | None = None, audience: str = "team"
) -> tuple[Compliance, Register]:
    """The decisions with their remedies by a day, and the register whose people they name."""
    held = register(ws, known_at=known_at)
    return compliance(held, as_of=as_of, audience=audience), held


def _line(fact: Fact) -> str:
    reading = fact.readings[0]
    when = reading.when.text if reading.when else None
    return say_claim(
        reading.kind, reading.fields, when=when, attribution=reading.attribution, modality=reading.modality
    )
