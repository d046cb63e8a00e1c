"""Whether a predicate is told as something that happened, and who says so.

`modality_at` looks at the words that govern the predicate in its clause; `attribution_of` at the sentence's own cue
("according to the prosecution", "X's wife said", "the indictment states").
"""

from __future__ import annotations

import re

from habeas.reading.clauses import Statement

_REQUESTED = (
    r"\b(?:prosecut\w+|procurator|attorney|he|she|they|side|authorit\w+|office|lawyers?|groups?|bodies|body|un|"
    r"committee|parliament|organi[sz]ations?)\b[^.;]{0,60}?"
    r"\b(?:ask(?:ed|s|ing)?|request(?:ed|s|ing)?|demand(?:ed|s|ing)?|sought|seeks?|propos(?:ed|es)|call(?:ed|s|"
    r"ing)? (?:for|on)|urg(?:ed|es|ing)|appeal(?:ed|s)? (?:to|for)|insist(?:ed|s) on|want(?:ed|s))\b"
    r"(?!\s+(?:and|but|,))[^.;]{0,80}$"
)
_THREATENED = (
    r"\b(?:fac(?:e|es|ed|ing)|could|(?<!in )(?<!of )(?<!since )(?<!late )(?<!early )(?<!until )may(?!\s+(?:\d|day\b))|"
    r"might|can|would|"
    r"risk(?:s|ed|ing)?(?: being)?|threaten(?:s|ed|ing)?(?: \w+)?(?: with| to| that)?|if|punishable(?: by| with)?|"
    r"carr(?:y|ies)|provid(?:es|ing) for|liable|fear(?:s|ed|ing)?(?: of| being)?|danger of|prevent(?:s|ed)?|"
    r"avoid(?:ed)?|possible|possibility of|potential|envisag\w+|opens up|"
    r"penalty of|punish\w* (?:by|with)|subject to)\b(?!\s+(?:not be|trial|charges))[^.;]{0,60}$"
)
_SCHEDULED = r"\b(?:will|shall|is to|are to|due to|scheduled|planned|expected to|set to|should|must)\b[^.;,]{0,40}$"
_DENIED = (
    r"\b(?:not|never|n't|without being|instead of|rather than|no one (?:was|has been|is)|nobody (?:was|has been)|"
    r"den(?:y|ied|ies)(?: that)?|refus(?:ed|es|ing) to)\s+"
    r"(?:[\w\x01]+\s+){0,2}$"
)
_ALLEGED = (
    r"\b(?:allegedly|reportedly|purportedly|supposedly|is believed to|are believed to|is said to|claim(?:s|"
    r"ed)? (?:that|to)|possibly|probably|rumou?rs?|according to some)\b[^.;]{0,80}$"
)
_ANNULLED_AFTER = (
    r"[^.;,]{0,60}\b(?:was|were|has been|have been)\s+(?:\w+ly\s+)?(?:overturned|annulled|quashed|"
    r"cancell?ed|set aside|revoked)\b"
)
_CHECKS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("denied", _DENIED), ("requested", _REQUESTED), ("threatened", _THREATENED), ("scheduled", _SCHEDULED),
        ("alleged", _ALLEGED),
    )
)  # fmt: skip
_TRIGGER = re.compile(
    r"\b(?:ask|request|demand|sought|seek|propos|call|urg|appeal|insist|want|fac[ei]|could|may|might|can|would|risk|"
    r"threat|if|punish|carr|"
    r"provid|liable|fear|danger|prevent|avoid|possib|potential|envisag|opens|penalty|subject|will|shall|is to|are to|"
    r"due|schedul|plan|expect|set to|"
    r"should|must|not|never|n't|instead|rather|no one|nobody|den[iy]|refus|alleg|report|purport|suppos|believ|said|"
    r"claim|probab|rumou?r|according|without)"
)
_CUT = re.compile(
    r"\b(?:whom?|whose|which)\b[^;.]{0,150}?,\s+(?=(?:was|were|is|are|has|had|received|got)\b)|[;:]|"
    r"\band\s+(?=(?:on|in)\s+\x02)|,\s+(?:and|but|so|while|after which)\b|\b(?:who|which|whose)\b|\bbut\b|"
    r"\.\s")
_ANNULLED = re.compile(_ANNULLED_AFTER)

_ACCORDING = re.compile(
    r"\b(?:according to|as stated by|as reported by|in the words of|as noted by)\s+(?P<by>[^,.;]{2,80})"
    r"|\b(?P<who>[^,.;]{0,60}?)\s*\b(?:said|says|states|stated|claims|claimed|reported|noted|notes|told|alleges|"
    r"alleged|complained|"
    r"testified|announced|believes?|asserts?|asserted|emphasi[sz]ed?|insists?|recalled|wrote|declared|explained|"
    r"(?<!was )(?<!were )(?<!been )(?<!is )(?<!are )accus(?:es?|ed|ing)(?= [^,.;]{1,60}? of))\b"
)
_SOURCES = (
    ("defence", re.compile(r"\b(?:lawyers?|attorneys?|counsels?|defen[cs]e (?:team|counsel|lawyer)|defender)\b")),
    ("prosecution", re.compile(
        r"\b(?:prosecut\w+|investigat\w+|indictment|charges?|case (?:files?|materials?)|"
        r"procurator\w*)\b")),
    ("court", re.compile(r"\b(?:court|verdict|judge|ruling|judgment)\b")),
    ("relative", re.compile(
        r"\b(?:wife|husband|spouse|mother|father|son|daughter|brother|sister|famil(?:y|ies)|"
        r"relatives?|parents?|cousin)\b")),
    ("media", re.compile(
        r"\b(?:media|newspapers?|news|journalists?|radio|press|tv|channel|reuters|website|outlets?|"
        r"agency)\b")),
    ("body", re.compile(
        r"\b(?:un|united nations|working group|committee|rapporteurs?|osce|european parliament|"
        r"amnesty|human rights watch|organi[sz]ations?|ngos?|watchdog|groups?|centre|center|"
        r"foundation)\b")),
    ("official", re.compile(
        r"\b(?:authorit(?:y|ies)|minist\w+|police|officials?|government|spokes\w+|president|office|"
        r"prison administration|administration|embassy|officers?|department)\b")),
)  # fmt: skip


def modality_at(statement: Statement, start: int, end: int) -> str:
    """One of the seven modalities for the predicate at `start..end`."""
    before = _CUT.split(statement.masked[max(0, start - 150) : start])[-1]
    if _TRIGGER.search(before):
        for name, pattern in _CHECKS:
            if pattern.search(before):
                return name
    if _ANNULLED.match(statement.masked, end):
        return "annulled"
    return "happened"


def attribution_of(statement: Statement, at: int, persons: tuple[str, ...]) -> str:
    """Who says it: the speaker that the sentence names, `author` when it names none."""
    flat = statement.flat
    if not any(cue in flat for cue in _CUES):
        return "author"
    for match in _ACCORDING.finditer(statement.masked):
        by = match["by"] or match["who"] or ""
        if match["who"] is not None and match.start() > at:
            continue
        for name, pattern in _SOURCES:
            if pattern.search(by):
                return name
        if "\x01" in by or re.search(r"\b(?:he|she|they|him|her|them)\b", by):
            return _speaker(statement, match.start(), match.end(), persons)
    return "author"


_CUES = (
    "according", " said", " says", " state", "claim", "report", " note", " told", "alleg", "complain", "testif",
    "announc", "believe",
    "assert", "emphasi", "insist", "recall", "wrote", "declar", "explain", "accus", " words",
)  # fmt: skip


def _speaker(statement: Statement, start: int, end: int, persons: tuple[str, ...]) -> str:
    people = statement.context.people
    for slot in statement.slots:
        if start <= slot.span[0] < end and slot.kind == "name":
            if set(slot.persons) & set(persons):
                return "victim"
            role = people.role(slot.persons[0])
            return {"lawyer": "defence", "relative": "relative", "official": "official", "politician": "official",
                    "journalist": "media", "subject": "victim"}.get(role, "author")  # fmt: skip
    return "victim"
