"""Decisions of international bodies on a person, with their reference and demand, and whether states complied."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.reading.anaphora import Who, inherited, resolve
from habeas.reading.attach import object_of, owner_of
from habeas.reading.clauses import Statement
from habeas.reading.dates import DateMention, find_dates
from habeas.reading.draft import Draft
from habeas.reading.rules.telling import tell

TRIGGERS = (
    "un ",
    "un's",
    "united nations",
    "working group",
    "committee",
    "rapporteur",
    "european court",
    "echr",
    "opinion no",
    "comply",
    "complied",
    "implement",
    "wgad",
    "arbitrary",
    "european parliament",
)
_BODY = re.compile(
    r"\b(?:(?:the\s+)?(?:un|united nations)\s+(?:human rights\s+(?:committee|council|office)|"
    r"working group(?:\s+on\s+(?:arbitrary detention|enforced[\w\s]{0,40}disappearances))?|committee(?:\s+(?:against|"
    r"on)\s+[a-z]+(?:\s[a-z]+)?)?|"
    r"special rapporteurs?|treaty bod(?:y|ies)|bod(?:y|ies)|experts?|high commissioner[\w\s]{0,20})?|"
    r"working group on arbitrary detention|human rights committee|committee against torture|wgad|"
    r"european court of human rights|european parliament|inter-american (?:court|commission)[\w\s]{0,16}|osce)(?!\w)"
)
_FOUND = re.compile(
    r"\b(?:(?:has\s+|have\s+)?(?:found|finds|concluded|concludes|considers|ruled|acknowledged|recogni[sz]ed|declared|determined|established|"
    r"adopted|issued|held|stated|considered|deemed|called\s+(?:for|on|upon)|(?:called|termed|described)(?=[^.;]{2,90}\barbitrary)|calls\s+(?:for|(?=[^.;]{2,80}\barbitrary))|demand(?:ed|s|ing)?|"
    r"are\s+demanding|is\s+demanding|urged|asked\s+for|requested|decided|condemned))\b"
)
_REFERENCE = re.compile(
    r"\b(?:Opinion|Communication|Case|Application|Resolution|Views|Decision)\s+(?:No\.?|no\.?|№|"
    r"n°)?\s*\d+(?:/\d+)+|\bA/HRC/[\w/.]+|\bCCPR/[\w/.]+"
)
_DEMANDS = (
    ("release and compensation", re.compile(r"\b(?:release|released|free)\b.*\bcompensat|\bcompensat.*\brelease")),
    ("release", re.compile(r"\b(?:release|released|freed)\b")),
    ("compensation", re.compile(r"\bcompensat")),
    ("annulment", re.compile(r"\bannul|quash|retrial|overturn")),
)  # fmt: skip
_NOT_MET = re.compile(
    r"\b(?:(?:has|have|had|did|does|do)\s+not\s+(?:yet\s+)?(?:compl(?:y|ied)|implement(?:ed)?|execut\w+|met|meet|"
    r"fulfil\w*)|refus\w+\s+to\s+(?:comply|implement|do\s+so|execute)|"
    r"ignor\w+\s+(?:the\s+)?(?:decision|demand|opinion|request|recommendation|requirement|un\b)|"
    r"fail\w+\s+to\s+(?:comply|implement))"
)
_ABOUT = re.compile(
    r"\b(?:decisions?|un|opinions?|committee|working\s+group|requests?|requirements?|"
    r"recommendations?|demands?)\b"
)
_PARTIAL = re.compile(
    r"\bpartial(?:ly)?\s+(?:complied|implemented|met)|not\s+accepted\s+as\s+execution|"
    r"reason\s+for\s+the\s+release\s+was\s+not\s+the\s+implementation"
)


_RELATED = re.compile(
    r"'s?\s+(?:predecessor|successor|colleague|brother|sister|husband|wife|co-defendant|lawyer|\w+er),\s"
)
_DEPRIVED = re.compile(r"\b(?:deprivation\s+of\s+liberty|detention|arrest\s+and\s+detention)\s+of\s+(?=\x01)")
_ARBITRARY = re.compile(r"[^.;]{0,200}?\b(?:is|was|were|being|to\s+be)\b[^.;]{0,60}?\barbitrary\b")
_ADOPTED = re.compile(r"\b(?:adopted|issued|dated|delivered|published|rendered|of)\s+(?:(?:by|"
    r"at)\s+[^,;.\x02]{3,60},?\s+)?(?:on\s+)?(?=\x02)")
_WAS_ADOPTED = re.compile(r"\b[Aa]dopted\b[^.;\n]{0,120}?\b(?:on|of)\s+(?=\d)")
_OWN_OPINION = re.compile(r"\bOpinion\s+(?:No\.?|№)\s*\d+/((?:19|20)\d\d)")


def _renders(statement: Statement) -> Iterator[Draft]:
    """ "The deprivation of liberty of X is arbitrary" in an opinion of the Working Group itself."""
    deprived = _DEPRIVED.search(statement.masked)
    own = _OWN_OPINION.search(statement.context.text, 0, 1500) if deprived else None
    if deprived and own and _ARBITRARY.match(statement.masked, deprived.end()):
        fields = {"body": "UN Working Group on Arbitrary Detention", "reference": own[0], "demand": None}
        yield from tell(
            statement, object_of(statement, deprived.end()), deprived.start(), deprived.end(), kind="finding",
            fields=fields, rule="finding.opinion", base=0.9, modality="happened",
            dates=_adopted(statement.context.text) or _year_of(own[0]),
        )  # fmt: skip


def _adopted(text: str) -> tuple[DateMention, ...]:
    """When an opinion says it was adopted: in its head or at its end."""
    for part in (text[:2500], text[-500:]):
        said = _WAS_ADOPTED.search(part)
        found = find_dates(part[said.end() : said.end() + 40]) if said else []
        if found and found[0].span[0] == 0:
            return (DateMention((0, 0), found[0].when),)
    return ()


def _year_of(reference: str | None) -> tuple[DateMention, ...]:
    """The year in an opinion's number, for a finding that the text gives no date of."""
    year = re.search(r"/((?:19|20)\d\d)$", reference or "")
    return (DateMention((0, 0), year[1], sure=False),) if year else ()


def read(statement: Statement) -> Iterator[Draft]:
    """The findings and their (non-)compliance that one sentence tells."""
    masked = statement.masked
    not_met = _NOT_MET.search(masked)
    if not_met and _ABOUT.search(masked):
        yield from tell(
            statement,
            _of_entry(statement),
            not_met.start(),
            not_met.end(),
            kind="compliance",
            fields={"remedy": "release" if "release" in masked else None, "state": "none"},
            rule="compliance.not-met",
            base=0.85,
            modality="happened",
            dates=(),
        )
    elif (partial := _PARTIAL.search(masked)) and _ABOUT.search(masked):
        yield from tell(
            statement,
            _of_entry(statement),
            partial.start(),
            partial.end(),
            kind="compliance",
            fields={"remedy": "release" if "release" in masked else None, "state": "met_but_not_because"},
            rule="compliance.not-because",
            base=0.75,
            modality="happened",
            dates=(),
        )
    yield from _renders(statement)
    body = _BODY.search(masked)
    found = _FOUND.search(masked, body.end()) if body else None
    if not body or not found or statement.quoted(found.start()) or found.start() - body.end() > 140:
        return
    who = _about(statement, found.end())
    reference = _REFERENCE.search(statement.text)
    demand = (
        next((name for name, pattern in _DEMANDS if pattern.search(masked, found.start())), None)
        if re.search(r"demand|call|urg|request|asked for", masked)
        else None
    )
    fields = {"body": _body(statement, body), "reference": reference[0] if reference else None, "demand": demand}
    yield from tell(
        statement,
        who,
        body.start(),
        found.end(),
        kind="finding",
        fields=fields,
        rule="finding.body",
        base=0.93,
        modality="happened",
        dates=_day_of(statement, fields["reference"]),
    )


def _day_of(statement: Statement, reference: str | None) -> tuple[DateMention, ...] | None:
    """The date that the words give for the decision ("adopted on 3 May"); the year of its number where the sentence has
    no date; None where the clause decides.
    """
    if not statement.dates:
        return _year_of(reference) or None
    said = _ADOPTED.search(statement.masked)
    return tuple(d for d in statement.dates if said and d.span[0] == said.end()) or None


def _body(statement: Statement, match: re.Match[str]) -> str:
    text = " ".join(statement.text[match.start() : match.end()].split())
    return re.sub(r"^[Tt]he\s+", "", text).strip()


_HIS_DETENTION = re.compile(r"\s+(?:that\s+)?(?:his|her|their)\s+(?:[a-z]+\s+){0,3}?(?:detention|arrest|"
    r"deprivation|imprisonment)\b")


def _about(statement: Statement, at: int) -> Who:
    """The people named behind the verb, first as owners of a release or verdict; else the entry's when its noun is
    there.
    """
    behind = [s for s in statement.slots if s.span[0] >= at and s.kind != "group"]
    if behind and behind[0].owner and _HIS_DETENTION.match(statement.masked, at):
        return resolve(statement, behind[0])
    names = [s for s in behind if s.kind == "name"]
    if names:
        free = next((s for s in names if not s.owner), names[0])
        apposed = names[0].owner and _RELATED.match(statement.masked, names[0].span[1])
        return resolve(statement, free if apposed else names[0])
    for noun in re.finditer(
        r"\b(?:release|detention|verdict|sentence|conviction|arrest|imprisonment|case|rights)\b", statement.masked[at:]
    ):
        who = owner_of(statement, at + noun.start(), at + noun.end())
        if who.persons:
            return who
    if behind:
        return resolve(statement, behind[0])
    if re.search(r"\b(?:verdict|his|her|their|case|detention|conviction|sentence|"
        r"violations?)\b", statement.masked[at:]):
        return inherited(statement)
    return Who((), 0.0)


def _of_entry(statement: Statement) -> Who:
    names = [s for s in statement.slots if s.kind == "name"]
    return resolve(statement, names[0]) if names and not statement.entry_people else inherited(statement)
