"""The liberty table: what each kind of fact does to a person's course. Data; `habeas.register.manual` prints it.

`effect` names a method of `habeas.register.course.Course`. A fact that no rule names changes nothing. Only what
happened counts: what is alleged, requested, threatened, scheduled or denied does not. A charge is what it is when it is
alleged, and a sentence that was annulled is quashed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from habeas.register.model import Reading


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the table. `stage` orders facts of one day: accusation, custody, verdict, enforcement, release."""

    kind: str
    term: str
    effect: str
    stage: int
    words: str


ACCUSATION, CUSTODY, VERDICT, ENFORCEMENT, RELEASE = range(5)


def _rules(kind: str, effect: str, stage: int, words: str, *terms: str) -> list[Rule]:
    return [Rule(kind, term, effect, stage, words) for term in terms or ("",)]


_TABLE: list[list[Rule]] = [
    _rules("charge", "accuse", ACCUSATION, "accused: charged_at_liberty while nothing stronger holds"),
    _rules(
        "proceeding",
        "accuse",
        ACCUSATION,
        "a case is open: charged_at_liberty while nothing stronger holds",
        "opened",
        "indicted",
        "trial",
        "reclassified",
    ),
    _rules("proceeding", "reopen", VERDICT, "the acquittal no longer counts: charged_at_liberty", "acquittal_annulled"),
    _rules(
        "proceeding",
        "acquit",
        VERDICT,
        "accusation and custody end: free; with neither open, the sentence ends",
        "acquitted",
    ),
    _rules("proceeding", "close", VERDICT, "accusation and custody end: free", "closed"),
    _rules(
        "proceeding",
        "overturn",
        RELEASE,
        "outcome overturned: a release that was granted no longer counts; else the sentences end and the accusation "
        "is open",
        "appeal",
    ),
    _rules("proceeding", "refuse", RELEASE, "a release granted before no longer counts", "parole_refused"),
    _rules(
        "custody",
        "hold",
        CUSTODY,
        "held, until a verdict, a release or another custody: the status of the form",
        "pretrial_detention",
        "house_arrest",
        "psychiatric",
        "extradition_detention",
        "imprisonment",
    ),
    _rules(
        "custody",
        "hold_shortly",
        CUSTODY,
        "held on the days named, perhaps for a few more; without a date, not at all",
        "police_detention",
        "administrative_arrest",
    ),
    _rules(
        "sentence",
        "convict",
        VERDICT,
        "accusation and custody end; the status of the penalty from its date to its end, then run_out_unconfirmed. "
        "Imprisonment in absentia: abroad_wanted until custody",
        "imprisonment",
        "life",
        "arrest",
        "restriction_of_liberty",
        "suspended",
        "probation",
        "compulsory_labour",
    ),
    _rules("sentence", "fine", VERDICT, "accusation and custody end; free unless another sentence runs", "fine"),
    _rules("enforcement", "defer", ENFORCEMENT, "the prison term waits: deferred", "deferred"),
    _rules(
        "enforcement",
        "recall",
        ENFORCEMENT,
        "the term is to be served: in_prison or unknown until custody is stated",
        "deferral_cancelled",
    ),
    _rules(
        "enforcement",
        "grant",
        ENFORCEMENT,
        "released_conditional; when it was annulled later, in_prison or released_conditional until then",
        "release_granted",
    ),
    _rules(
        "enforcement", "take_back", RELEASE, "the release no longer counts: the term runs again", "release_annulled"
    ),
    _rules(
        "enforcement",
        "substitute",
        ENFORCEMENT,
        "the prison terms before end; the penalty that replaces them counts, else released_conditional",
        "replaced",
    ),
    _rules("enforcement", "shorten", ENFORCEMENT, "the term ends as the new length says, if it gives one", "reduced"),
    _rules("enforcement", "end", ENFORCEMENT, "all terms end: free", "pardoned", "served"),
    _rules(
        "enforcement", "interrupt", ENFORCEMENT, "the term stands still: released_conditional", "interrupted_illness"
    ),
    _rules("enforcement", "resume", RELEASE, "the term runs again", "resumed"),
    _rules("release", "end", RELEASE, "custody and terms end: free", "served", "pardon", "amnesty", "exchange"),
    _rules(
        "release",
        "acquit",
        RELEASE,
        "accusation and custody end: free; with neither open, the sentence ends",
        "acquittal",
    ),
    _rules("release", "parole", RELEASE, "released_conditional until the term ends", "parole"),
    _rules(
        "release",
        "substitute",
        RELEASE,
        "the prison terms before end; the penalty that replaces them counts, else released_conditional",
        "substitution",
    ),
    _rules("release", "interrupt", RELEASE, "the term stands still: released_conditional", "illness"),
    _rules("release", "bail", RELEASE, "custody ends: charged_at_liberty", "bail", "change_of_measure"),
    _rules(
        "release",
        "let_out",
        RELEASE,
        "custody ends, else the terms: charged_at_liberty while accused, abroad_wanted after extradition custody, "
        "else free",
        "not_stated",
    ),
    _rules("protection", "protect", ACCUSATION, "abroad_protected", "asylum_granted", "subsidiary_protection"),
    _rules("protection", "want", ACCUSATION, "abroad_wanted unless protected or held", "extradition_requested"),
    _rules(
        "protection",
        "hand_over",
        ACCUSATION,
        "no longer abroad: pretrial or charged_at_liberty until custody is stated",
        "extradited",
        "rendition",
    ),
    _rules("disappearance", "vanish", CUSTODY, "disappeared, until custody or release"),
    _rules("death", "die", RELEASE, "dead"),
]

RULES: tuple[Rule, ...] = tuple(rule for group in _TABLE for rule in group)
FIELD: Mapping[str, str] = {
    "proceeding": "step",
    "custody": "form",
    "sentence": "penalty",
    "enforcement": "step",
    "release": "ground",
    "protection": "act",
}
"""Kind -> the field whose term picks the rule; the other kinds have one rule."""
_BY_TERM: Mapping[tuple[str, str], Rule] = {(r.kind, r.term): r for r in RULES}
KINDS = frozenset(r.kind for r in RULES)
QUASHED = Rule("sentence", "annulled", "quash", VERDICT, "the sentences before end, the accusation is open again")


def rule_for(reading: Reading) -> Rule | None:
    """The rule that this reading of a fact falls under; None when it changes nothing."""
    if reading.modality == "annulled" and reading.kind == "sentence":
        return QUASHED
    if reading.modality != "happened" and not (reading.kind == "charge" and reading.modality == "alleged"):
        return None
    rule = _BY_TERM.get((reading.kind, str(reading.fields.get(FIELD.get(reading.kind, "")) or "")))
    if rule is None and reading.kind == "release":
        rule = _BY_TERM["release", "not_stated"]
    if rule is not None and rule.term == "appeal" and reading.fields.get("outcome") != "overturned":
        return None
    return rule
