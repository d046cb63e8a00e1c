"""Charges told in words, without an article: "convicted of fraud", "on treason charges", "nine years for espionage".

What stands behind "for" is a charge only when it begins with the name of an offence or the verb of one: "jailed for her
writings" tells why somebody thinks that she was jailed, and no charge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.reading.anaphora import NOBODY, Who
from habeas.reading.attach import object_of, subject_of
from habeas.reading.clauses import Statement
from habeas.reading.draft import Draft
from habeas.reading.proposals import Span
from habeas.reading.rules.telling import tell

_WORDS = re.compile(
    r"\b(?:convicted\s+of|(?:found\s+)?guilty\s+of|accused\s+of|charged\s+with|indicted\s+(?:for|on)|tried\s+for|"
    r"suspected\s+of|"
    r"(?P<object>convicted|accused|accuse|accuses|"
    r"charged)(?:[\s,]+(?:\x01+|him|her|them|and|[a-z]+(?=\s+\x01))){1,8}\s+(?:of|with))(?!\w)(?!\s+the\s+same\b)"
)
_ON_CHARGES = re.compile(r"\b(?:on|over)\s+(?P<title>(?:[a-z-]+\s+){1,6}?)charges\b(?!\s+(?:of|that|under|in))")
_NO_TITLE = re.compile(
    r"\b(?:politically[\s-]motivated|trumped-up|fabricated|bogus|false|spurious|unfounded|separate|"
    r"similar|new|the|same|"
    r"other|several|multiple|various|criminal|administrative|additional|those|these|his|her|their|such|related|serious|"
    r"widely|dubious|unspecified|contrived|questionable|vague|what|human|rights|groups|called|any|no|two|three|four|"
    r"formal|further|and|or)\b"
)
_BROUGHT_IN = re.compile(
    r"\b(?:detain\w*|arrest\w*|convict\w*|sentenc\w*|jail\w*|imprison\w*|tried|held|trial|indict\w*|"
    r"prosecut\w*|remand\w*|custody)\b"
)
WAS = re.compile(r"\b(?:was|were|been|is|are)\s+(?:\w+\s+)?$")
"""A form of "be" and up to one word, before a participle."""
_NOT_A_CHARGE = re.compile(r"\b(?:acquitted|cleared|never|not)\s+(?:\w+\s+){0,2}$")
_TITLE_STOP = re.compile(
    r"[.;:()\x02]|,|\band\s+(?:was|were|could|may|might|faces?|is|are|has|have|will|risks?|sentenc|"
    r"placed|put|held|then|gave|fined|taken)|"
    r"\band\s+(?:\w+ly\s+)?(?:ill-treated|beaten|tortured|released|arrested|detained|sent|kept|denied)\b|"
    r"\b(?:in\s+connection|after|because|before|by\s+the)\b|\b(?:on|in)\s+\x02"
)
_LOOSE = re.compile(r"^alleged(?:ly)?\s+|(?:\s+(?:in|on|at|since|from|the|and|of|during|early|late|until|about))+$")
"""What is no part of an offence's name: doubt about it in front, the words before a date behind."""
_QUOTED = re.compile(r"\s*(?:having\s+)?[“\"‘„«]([^“”\"„«»]{3,160})[”\"’»]")
_OFFENCE = (
    r"(?:(?:alleged(?:ly)?|so-called|high|state|mass|grand|petty|aggravated|attempted|large-scale|religious|armed|"
    r"[\"'“‘«])\s*)*"
    r"(?:treason|espionage|spying|libel|slander|defam\w+|insult\w*|fraud|embezzl\w+|tax\s+evasion|evading|desert\w+|"
    r"extremis[mt]\w*|terroris[mt]\w*|incit\w+|calling\s+for|calls?\s+(?:for|to)|dissemin\w+|spreading|membership|"
    r"belonging|organi[sz]\w+|establishing|leading|creating|financing|funding|justif\w+|propagand\w+|sediti\w+|"
    r"subversi\w+|conspir\w+|plotting|blasphemy|apostasy|hooliganism|discrediting|possess\w+|smuggling|"
    r"murder|manslaughter|assault\w*|violating|violation|violence|disobe\w+|resist\w+|corruption|brib\w+|"
    r"extort\w+|(?:money\s+)?laundering|illegal\w*|unlawful\w*|obstruct\w+|riot\w*|mutiny|coup|separatis\w+|"
    r"abuse\s+of|theft|robbery|arson|sabotage|vandalism|contempt|undermining|endangering|attempt(?:ing)?\s+to|"
    r"publishing|false|fake|unauthori[sz]ed|drugs?\s+(?:possession|trafficking)|disclos\w+|enmity|hostility|"
    r"waging\s+war|moharebeh|collusion|disturb\w+|participat\w+\s+in\s+(?:an?\s+)?(?:illegal|unlawful|"
    r"unauthori[sz]ed|unsanctioned|mass|extremist|terrorist|riot))"
)
_FOR = re.compile(
    rf"\bfor\s+(?=(?:the\s+|an?\s+)?{_OFFENCE}|[\"“«‘])|"
    r"\bon\s+(?:(?:\w+|trumped-up|politically\s+motivated)\s+)?(?:suspicion|charges?|counts?)\s+of\s+"
)
_VERDICT = re.compile(
    r"\b(?:sentenc(?:ed|ing)|jailed|imprisoned|convicted|prosecuted|tried|arrest(?:ed|ing)|detain(?:ed|ing)|fined|"
    r"remanded|investigated|under\s+investigation|given|handed(?:\s+down)?|awarded|received|got|serving|serves|served|"
    r"serve|gave|placed|held|kept|sent|taken|put|condemned|indicted|wanted|stood\s+trial|on\s+trial)\b"
)
_ACTIVE = re.compile(r"received|got|serv(?:ing|es|ed|e)$|stood\s+trial")
_AUX = re.compile(r"\b(?:was|were|been|being|is|are|has|have|had|got)\s+(?:[a-z]+\s+){0,2}$")
_PASSIVE = re.compile(r"(?:was|were|been|being|is|are|got)\b|(?:has|have|had)\s+been")


def in_words(statement: Statement) -> Iterator[Draft]:
    """ "Convicted of fraud", "accused of “inciting hatred”": a charge without an article."""
    for match in _WORDS.finditer(statement.masked):
        if statement.quoted(match.start()) or _NOT_A_CHARGE.search(statement.masked, 0, match.start()):
            continue
        title, who = _title_behind(statement, match.end()), _words_whose(statement, match)
        if title and who.persons:
            yield from _told(statement, who, match.span(), title, "charge.words", 0.8)
            return


def on_charges(statement: Statement) -> Iterator[Draft]:
    """ "Detained X on treason charges": the words before are the title, unless they only say what charges they are."""
    for match in _ON_CHARGES.finditer(statement.masked):
        low, high = match.span("title")
        words = " ".join(statement.text[low:high].split())
        told = " ".join(_NO_TITLE.sub(" ", words.lower()).split())
        cues = list(_BROUGHT_IN.finditer(statement.masked, 0, match.start()))
        if not told or not cues or statement.quoted(match.start()):
            continue
        start = low + words.lower().rfind(told) if told in words.lower() else low
        title = words[words.lower().find(told) :] if told in words.lower() else told
        for cue in reversed(cues):
            who = _under(statement, cue)
            if who.persons:
                yield from _told(statement, who, (start, match.end()), title, "charge.on-charges", 0.8)
                return


def for_offence(statement: Statement) -> Iterator[Draft]:
    """ "Sentenced X to nine years for espionage", "was arrested on suspicion of fraud": the offence is the title."""
    for match in _FOR.finditer(statement.masked):
        verdicts = list(_VERDICT.finditer(statement.masked, 0, match.start()))
        title = _title_behind(statement, match.end())
        if statement.quoted(match.start()) or not verdicts or title is None:
            continue
        if re.search(r"[.;]", statement.masked[verdicts[-1].end() : match.start()]):
            continue
        who = _under(statement, verdicts[-1])
        if who.persons:
            yield from _told(statement, who, match.span(), title, "charge.for-offence", 0.75)
            return


def _told(statement: Statement, who: Who, span: Span, title: str, rule: str, base: float) -> Iterator[Draft]:
    fields = {"article": None, "part": None, "code": None, "title": title}
    yield from tell(statement, who, *span, kind="charge", fields=fields, rule=rule, base=base, each_date=False)


def _words_whose(statement: Statement, match: re.Match[str]) -> Who:
    before = statement.masked[: match.start()]
    aux = _AUX.search(before)
    if match["object"]:
        return NOBODY if aux else object_of(statement, match.end("object"))
    found = re.search(r"\bfound\s+(?=[^.;]*$)", before)
    if match[0].startswith("guilty") and found and not WAS.search(before[: found.start()]):
        return object_of(statement, found.end())
    return subject_of(statement, aux.start() if aux else match.start())


def _under(statement: Statement, verb: re.Match[str]) -> Who:
    """Whom the verb of a verdict or an arrest strikes: its subject when passive or "received", else its object."""
    before = statement.masked[: verb.start()]
    aux = _AUX.search(before)
    if _NOT_A_CHARGE.search(before):
        return NOBODY
    if _ACTIVE.match(verb[0]):
        return subject_of(statement, aux.start() if aux else verb.start())
    if aux and _PASSIVE.match(aux[0]):
        return subject_of(statement, aux.start())
    found = object_of(statement, verb.end())
    return found if found.persons else subject_of(statement, verb.start())


def _title_behind(statement: Statement, at: int) -> str | None:
    """The words of an offence: what stands in quotes, else up to the end of the clause or the next verb or date."""
    if quoted := _QUOTED.match(statement.text, at):
        return " ".join(quoted[1].split()).strip(" ,.;")
    stop = _TITLE_STOP.search(statement.masked, at)
    words = " ".join(statement.text[at : stop.start() if stop else len(statement.text)].split()).strip(' ,.;:“”"’‘')
    words = _LOOSE.sub("", words)
    return words if 3 <= len(words) <= 200 else None
