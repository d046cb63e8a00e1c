"""Steps of proceedings: cases opened and closed, indictments, trials, appeals with their outcome, acquittals, refused
parole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from habeas.reading.anaphora import NOBODY, Who, inherited, likely
from habeas.reading.attach import clause_start, object_of, owner_of
from habeas.reading.clauses import Statement
from habeas.reading.draft import Draft
from habeas.reading.rules.predicates import AUX, people_of, read_table, row
from habeas.reading.rules.telling import tell

TRIGGERS = (
    "appeal", "appellate", "upheld", "cassation", "supreme court", "parole", "acquit", "case", "indict", "trial",
    "proceeding", "investigation",
    "charges", "reclassif", "reduced", "commuted", "unchanged", "overturn", "second instance", "higher court",
    "cleared of", "hearing", "requalified", "re-qualified",
)  # fmt: skip
_COURT = re.compile(
    r"\b(?:federal|high|appeals?|appellate|cassation|supreme|higher|city|regional|county|superior|constitutional|"
    r"district|second)[\w\s.'-]{0,40}?(?:courts?|instances?|panel|board|chamber|coll?egium|college|"
    r"tribunal)\b|\bcourts? of (?:appeals?|cassation|second instance)\b|\bappeals? (?:was|were|has)\b"
)
_OUTCOMES = (
    ("upheld", re.compile(
        r"\b(?:upheld|upholding|let (?:the )?[\w\x01' ]{0,40} stand|left (?:the )?[\w\x01' ]{0,60}(?:unchanged|"
        r"in force|in effect|"
        r"intact)|confirmed|dismiss(?:ed|es)|reject(?:ed|s)|upholds|refused|denied|turned down|affirmed|"
        r"unsuccessful|failed|"
        r"took the side of the prosecut\w+|without satisfaction|declined|keep [\x01\w ]+ in prison)\b")),
    ("reduced",
     re.compile(r"\b(?:reduced|reducing|commuted|shortened|mitigated|lowered|softened|decreased|replaced|cut|"
         r"halved|reduces|brought [\w\x01' ]{2,40} down|took [\w ]{2,30} off|"
        r"slashed)\b")),
    ("increased", re.compile(r"\b(?:increased|raised|toughened|extended|lengthened|increases)\b")),
    ("overturned", re.compile(
        r"\b(?:overturned|overturning|annulled|quashed|cancell?ed|set aside|reversed|"
        r"sent [\x01\w' ]{0,40}back|returned [\x01\w' ]{0,40}for|retrial|reconsider\w*|re-?examin\w+|"
        r"vacated|revoked)\b")),
)  # fmt: skip
_APPEALED = re.compile(
    r"\b(?:appeal(?:ed|s|ing)?(?:\s+against)?|filed\s+(?:an?\s+)?(?:cassation\s+)?(?:appeal|"
    r"complaint)|lodged\s+(?:an?\s+)?appeal|attempts?\s+to\s+appeal(?:\s+against)?|appeals?)\b"
)
_ABOUT_APPEAL = re.compile(
    r"\b(?:appealed\s+to\s+(?!the\s+(?:court|supreme|appel|regional|city|cassation))|"
    r"appeals?\s+(?:to|for)\s+(?!the\s+(?:court|supreme|regional|city))|intention\s+to\s+appeal|"
    r"right\s+to\s+appeal|pending\s+appeal|made\s+(?:an?\s+)?appeals?\s+to)"
)


def _step(name: str) -> Mapping[str, Any]:
    return {"step": name}


_CASE = (
    r"(?:(?:new|another|second|criminal|pre-trial|pretrial|administrative|separate) )*(?:case|cases|proceedings?|"
    r"investigation|inquiry|probe)"
)
_TABLE = (
    row(
        "parole-refused", "any",
        r"(?:refused|denied|rejected|dismissed|declined|turned down)(?= [\x01\w',\s]{0,80}?\b(?:parole|early release|"
        r"conditional release))",
        _step("parole_refused"), 0.95, modality="happened",
    ),
    row(
        "was-denied-parole", "subject",
        rf"{AUX}(?:refused|denied) (?:release on )?(?:parole|early release|conditional release)",
        _step("parole_refused"), 0.95, modality="happened",
    ),
    row(
        "acquittal-annulled", "any",
        r"(?:cancell?(?:ed|ing)|overturn(?:ed|ing)|annull?(?:ed|ing)|quash(?:ed|ing)|revers(?:ed|ing)) (?:the|his|her|"
        r"their|\x01+'s)? ?acquittals?",
        _step("acquittal_annulled"), modality="happened",
    ),
    row(
        "was-acquitted", "subject",
        rf"{AUX}(?:fully )?(?:acquitted|found not guilty|cleared of)",
        _step("acquitted"),
    ),
    row("acquits", "object", r"(?<!was )(?<!were )(?<!been )acquitted", _step("acquitted")),
    row(
        "found-not-guilty", "object",
        r"found(?= [\x01\w ]{2,60}? not guilty)",
        _step("acquitted"), modality="happened",
    ),
    row(
        "case-opened-against", "owner",
        rf"(?:opened|initiated|launched|instituted|started|brought|filed) (?:an?|the)? ?{_CASE}|"
        rf"{_CASE} (?:\w+ )?(?:was|were|has been|have been) (?:\w+ )?(?:opened|initiated|launched|instituted|started|"
        r"brought)|charges (?:were|have been) (?:brought|filed|pressed)",
        _step("opened"), 0.93,
    ),
    row(
        "charged", "subject",
        rf"{AUX}(?:formally )?(?:charged|indicted) (?:with|under|for|on|in|by)",
        _step("indicted"), 0.93,
    ),
    row(
        "faced-charges", "subject",
        r"(?:faced|faces|facing|was facing) (?:\w+ )?(?:criminal |formal |additional |new |trumped-up )?charges",
        _step("indicted"), 0.9, modality="happened",
    ),
    row(
        "charges", "object",
        r"(?<!was )(?<!were )(?<!been )(?:formally )?(?:charged|indicted)(?! with (?:the|an?) (?:task|duty))",
        _step("indicted"), 0.9,
    ),
    row(
        "on-trial", "subject",
        r"(?:went|put|placed|is|was|were|are|stood|stands|goes) on trial|stood trial",
        _step("trial"), 0.93,
    ),
    row(
        "trial-began", "any",
        r"trials?(?= (?:of|against) \x01)(?: (?:of|against) \x01+)? (?:began|started|opened|commenced|took place|"
        r"was held)|(?:trials?|hearings?) (?:was|were) (?:held|organi[sz]ed|opened)",
        _step("trial"), 0.85,
    ),
    row(
        "case-closed", "owner",
        rf"(?:closed|terminated|dropped|discontinued|dismissed) (?:the |all )?(?:{_CASE}|charges)|"
        rf"{_CASE} (?:against [\x01\w ]{{1,40}}? )?(?:was|were|has been|have been) (?:\w+ )?(?:closed|terminated|"
        r"dropped|discontinued)|charges (?:were|was|have been) dropped",
        _step("closed"), 0.85,
    ),
    row(
        "reclassified", "any",
        r"(?:charges?|case|offen[cs]e|act(?:ion)?s?) [\w\x01' ]{0,40}?(?:was|were|has been|have been) (?:reclassified|"
        r"requalified|re-qualified|changed to)",
        _step("reclassified"), 0.9,
    ),
)  # fmt: skip


def read(statement: Statement) -> Iterator[Draft]:
    """The steps of proceedings that one sentence tells."""
    drafts = list(read_table(statement, "proceeding", _TABLE))
    yield from drafts
    if not any(d.fields["step"] in ("parole_refused", "acquittal_annulled") for d in drafts):
        yield from _appeal(statement)


_A_LABEL = re.compile(r"\W*(?:[a-z]+ ){0,2}appeals?:")
"""A field of appeals is read as a field: it may say that there was none."""
_RESPECT = re.compile(r"[\w\s']{0,40}?\b(?:in\s+respect\s+of|with\s+regard\s+to|as\s+regards|against|"
    r"in\s+the\s+case\s+of)\s+(?=(?:\w+\s+)?\x01)")


def _in_respect_of(statement: Statement, end: int) -> Who | None:
    """ "Upheld the verdict in respect of X and reduced Y's term": X alone."""
    match = _RESPECT.match(statement.masked, end)
    who = object_of(statement, match.end()) if match else NOBODY
    return who if who.persons else None


def _appeal(statement: Statement) -> Iterator[Draft]:
    """A decision of a higher court on a sentence or request, or an appeal that somebody filed."""
    masked = statement.masked
    court = _COURT.search(masked)
    filed = _APPEALED.search(masked)
    if filed and (statement.quoted(filed.start()) or _A_LABEL.match(masked)):
        filed = None
    at, outcome = outcome_in(masked)
    about = re.search(
        r"\b(?:sentence|verdict|conviction|decision|ruling|appeal|judgment|term|complaint|measure|"
        r"detention|arrest|parole|request|punishment|this|it)s?\b",
        masked,
    )
    if (
        at
        and about
        and ((court and not _SENTENCED.search(_clause(masked, at.start()))) or _APPEALS.search(masked) or _decided(at))
        and not _ABOUT_APPEAL.search(masked)
    ):
        who = _in_respect_of(statement, at.end()) or _whose(statement, at)
        fields = {"step": "appeal"} | ({"outcome": outcome} if outcome != "increased" else {})
        if court and "court" in court[0]:
            fields["body"] = " ".join(statement.text[court.start() : court.end()].split())
        yield from tell(
            statement,
            who,
            at.start(),
            at.end(),
            kind="proceeding",
            fields=fields,
            rule="proceeding.appeal-decided",
            base=0.93,
            modality="happened",
            span=(min(at.start(), court.start()) if court else at.start(), at.end()),
        )
    elif filed and not _ABOUT_APPEAL.search(masked) and not court:
        who = people_of(statement, "subject", filed)
        if who.persons and "intend" not in masked:
            yield from tell(
                statement,
                who,
                filed.start(),
                filed.end(),
                kind="proceeding",
                fields={"step": "appeal"},
                rule="proceeding.appealed",
                base=0.8,
            )
    elif filed and court and re.search(r"\bappeals?\s+instances?\b|\bappellate\s+instances?\b", masked):
        yield from tell(
            statement,
            _whose(statement, filed),
            court.start(),
            court.end(),
            kind="proceeding",
            fields={"step": "appeal"},
            rule="proceeding.appeal-instance",
            base=0.8,
        )


_SENTENCED = re.compile(r"\bsentenced\b")
_APPEALS = re.compile(r"\bappeal(?:s|ed)?\b")
_UNDONE = re.compile(
    r"(?:overturned|annulled|quashed|vacated|set aside|cancell?ed) (?:the |his |her |their |\x01+'s )?(?:\w+ )?"
    r"(?:convictions?|sentences?|verdicts?|judge?ments?)"
)


def _decided(at: re.Match[str]) -> bool:
    """ "Annulled the conviction" and "upheld" need no court beside them."""
    return at[0].startswith(("upheld", "left")) or bool(_UNDONE.match(at.string, at.start()))


def _clause(masked: str, at: int) -> str:
    """The clause around `at`, up to the next semicolon."""
    stop = masked.find(";", at)
    return masked[clause_start(masked, at) : stop if stop > 0 else len(masked)]


def outcome_in(masked: str) -> tuple[re.Match[str] | None, str | None]:
    """The first words that say what came of an appeal, and what: upheld, reduced, increased or overturned."""
    found = [(m, name) for name, pattern in _OUTCOMES if (m := pattern.search(masked))]
    return min(found, key=lambda f: f[0].start()) if found else (None, None)


def _whose(statement: Statement, at: re.Match[str]) -> Who:
    """Whose sentence: "the sentences of X and Y", "X's appeal", "his appeal", else the entry's people."""
    for noun in re.finditer(
        r"\b(?:sentences?|verdicts?|convictions?|appeals?|judgments?|rulings?|decisions?|complaints?|"
        r"request|application|terms?|detention|arrest|prison sentence)\b",
        statement.masked,
    ):
        who = owner_of(statement, noun.start(), noun.end())
        if who.persons:
            return who
    judged = statement.memory.sentenced if statement.memory else ()
    named_here = any(s.kind == "name" and not s.owner for s in statement.slots)
    if len(judged) > 1 and not named_here and (_THEIR.match(statement.masked, at.end()) or _ALL_THEIR.search(at[0])):
        return Who(judged, 0.85)
    stop = statement.masked.find(";", at.end())
    stop = stop if stop > 0 else len(statement.masked)
    named = [s for s in statement.slots if s.kind == "name" and not s.owner and at.start() < s.span[0] < stop]
    if named:
        return Who(named[0].persons, 0.9, named[0])
    free = (s for s in statement.slots if s.kind == "name" and not s.owner and not s.led and s.span[0] < stop)
    if first := next(free, None):
        return Who(first.persons, 0.85, first)
    return inherited(statement) if statement.entry_people else _recent(statement)


_THEIR = re.compile(r"\s+(?:all\s+)?(?:(?:the|these|their)\s+)?(?:sentences|verdicts|convictions)\b")


_ALL_THEIR = re.compile(r"\b(?:sentences|verdicts|convictions|terms)\b")
"""Several sentences that an outcome holds between its words: "left the sentences unchanged"."""


def _recent(statement: Statement) -> Who:
    """Whom the sentences before were about, as far as they may have been judged: no prosecutor and no lawyer."""
    topic = tuple(likely(statement, [*statement.topic_before]))
    return Who(topic, 0.75) if topic else NOBODY
