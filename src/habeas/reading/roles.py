"""What a source makes of a person: persecuted (`subject`), official, lawyer, relative, politician, journalist, other.

A person with a case entry is a subject; so is one whom the text says to be prosecuted, detained, sentenced, tortured or
a political prisoner. What is said of a list is said of each in it. Without that, the noun or title before the name
decides.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from habeas.reading.evidence import Judged, is_descriptive, listed
from habeas.reading.layout import Layout
from habeas.reading.wordlists import cue_words, role_of

_HARM = (
    r"(?:re-?)?(?:arrested|detained|sentenced|convicted|tortured|jailed|imprisoned|charged|accused|prosecuted|"
    r"extradited|abducted|"
    r"beaten|fined|persecuted|ill-treated|kidnapped|indicted|remanded|disappeared|deported|handcuffed|incarcerated|"
    r"pardoned|"
    r"forcibly|placed (?:in|under)|held (?:in|under|at|incommunicado)|taken (?:into custody|to (?:a |the )?police)|"
    r"subjected to|found guilty|facing|serving|in (?:prison|jail|custody|(?:pre-?trial )?detention|"
    r"(?:[A-Z][\w’'-]+\s){1,3}(?:[Pp]rison|[Jj]ail|[Cc]olony|[Dd]etention))|behind bars|released from|released\b|"
    r"executed|hanged|(?:due\sto\sbe\s)?tried\b|moved to|in (?:compulsory|forced|solitary)|flogged|"
    r"under (?:house )?arrest|"
    r"summoned for|transferred to|on trial|interrogated|denied medical|wanted by|removed from the wanted|acquitted|"
    r"searched|questioned|expelled|exiled|stripped of (?:his|her|their) citizenship|denaturali[sz]ed|whipped|lashed|"
    r"shot|poisoned|disbarred|dismissed (?:after|for)|under (?:investigation|surveillance|arrest)|raided|killed|"
    r"murdered|under (?:an?\s)?sentence|given (?:an?\s)?(?:\w+[- ]){0,4}?(?:years?|months?|life|sentence|term|fine)|"
    r"awaiting (?:trial|sentenc)|"
    r"barred from|banned from|blindfolded|kicked|punched|electrocuted|hooded|convict\w+|put (?:in|under|on trial)|"
    r"brought (?:before|to (?:court|trial))|sent to|committed to|moved from|freed|let go|bailed|spared|"
    r"hospitali[sz]ed after)\b"
)
_ASIDE = (
    r"(?:\sof\s[A-Z][a-z]+,?)?(?:\s*\([^()]{0,100}\))?"
    r"(?:,\s[^.;]{1,150}?,(?=\s(?:was|were|is|are|has|have|had|remain|continue|got|who|received|faces|faced|serves|served|spent|died|stood|pleaded|awaits|"
    r"fled|sentenced|arrested|detained|jailed|imprisoned|convicted)))?(?:\sand\s(?:his|her)\s[\w ]{3,30})?"
    r"(?:,\s[^.;–—]{1,100}(?=\s[–—]\s(?:was|were|is|are|has|have)\s))?"
)
_AUX = r"(?:was|were|is|are|(?:has|have|had)(?:\s\w+){0,2}\sbeen|being|remains?|remained|continues? to be|got|both)"
_ADVERB = (
    r"(?:\s(?:also|again|later|then|repeatedly|still|brutally|first|currently|subsequently|reportedly|being|both|all|each|"
    r"now|been))*"
)
_AFTER = re.compile(
    rf"{_ASIDE}(?:\s[–—-])?(?:['’]s?\s(?:[\w-]+\s){{0,4}}(?:arrest|detention|sentence|conviction|trial|"
    rf"imprisonment|release|torture|pardon|prosecution|"
    rf"extradition|persecution|criminal case|health in|verdict|prison term|appeal)\b"
    rf"|(?:,?\s(?:who|whom)(?:\s(?:him|her)self)?)?,?\s{_AUX}{_ADVERB}\s{_HARM}"
    rf"|,\swhose\s(?:\w+\s){{0,3}}(?:trial|sentence|arrest|detention|conviction|imprisonment|release|appeal|"
    r"prosecution|prison term)\b"
    rf"|,\s(?:an?|the|his|her)\s[^,.;]{{1,90}}?\swho\s{_AUX}{_ADVERB}\s{_HARM}"
    rf"|\s\((?:\w+\s)?(?:arrested|detained|sentenced|imprisoned|jailed|charged|held|serving|convicted|in prison|"
    rf".{{0,25}}years? in prison)"
    rf"|\s\([^()]{{0,60}}\b(?:(?:years?|months?)(?!\s(?:old|ago|later))|fined?|Art\.?|[Aa]rticle|suspended|labour|absentia|"
    rf"life|parole|amnesty|probation)\b"
    rf"|,?\s(?:stood|went on|goes on|stands) trial\b|,?\spleaded\s(?:not\s)?guilty|"
    rf"(?:,\s\d\d,)?\sappeared in court[^.;]{{0,60}}\b(?:his|her|their) trial"
    rf"|,?\s(?:who\s)?(?:(?:him|her)self\s)?(?:is\s|was\s)?(?:each\s|both\s|all\s|also\s)?(?:faces?|faced|serves?|served|spent|received|got|"
    rf"continue[sd]? to serve|fled|"
    rf"awaits)\b(?=[^.;]{{0,60}}\b(?:charge|prison|sentence|"
    rf"year|month|life|death|term|trial|custody|persecution|detention|arrest|jail|Art))"
    rf"|,?\s(?:forcibly\s(?:brought|taken|removed|expelled|deported|returned|disappeared|transferred)|"
    rf"continues? to serve)\b"
    rf"|\s(?:and\s\w+\s)?to\s(?:(?:an?\s)?(?:\d+|[a-z]+)[-\s](?:and\sa\shalf\s)?(?:years?|months?)|life\b)"
    rf"|,?\s(?:who\s)?died\s(?:\w+\s){{0,4}}?(?:in|under|from|after|at|of)\s(?:the\s|his\s|her\s|a\s|an\s)?"
    rf"(?:\w+\s){{0,3}}?(?:custody|being held|prison|detention|"
    rf"jail|colony|torture|beating|interrogation|hunger strike|cell|infirmary|camp)\b"
    rf"|,\s(?:him|her)self\s(?:\w+\s)?{_HARM}"
    rf"|,?\sas\s(?:arbitrarily|unlawfully|wrongfully)\s(?:detained|imprisoned)|,?\splaced\s(?:in|under)\b"
    rf"|[^.;]{{0,140}}\b(?:list of political prisoners|as (?:an? )?(?:political prisoner|prisoner of conscience)s?|"
    rf"politically motivated)\b"
    rf"|,?\s(?:arrested|detained|sentenced|convicted|imprisoned|jailed|charged)\s(?:in|on|for|to|under|of|by|at)\b)",
)
_HARMS = re.compile(
    r"\b(?:deaths?\sin\s(?:custody|detention|prison|jail)\sof|(?:arrests?|detention|imprisonment|torture|release|extradition|conviction|persecution|prosecution|"
    r"sentences?|trial|appeals?|"
    r"pardons?|disappearance|deportation|abduction|cases?|verdict|execution) (?:of|for|against|to|on)|"
    r"(?:charges?|lawsuit|proceedings) against|"
    r"(?:authorities|prosecutors?|prosecution|investigators?|investigation|police|"
    r"government)\s(?:\w+\s){0,3}accus(?:ed?|ing)|"
    r"sentenc(?:ed?|ing)|arrest(?:ed|s|ing)?|detain(?:ed|s|ing)?|convict(?:ed|ing)?|tortur(?:ed?|ing)|"
    r"extradit(?:ed?|ing)|"
    r"deport(?:ed|ing)?|prosecut(?:ed?|ing)|jail(?:ed|ing)?|imprison(?:ed|ing)?|charg(?:ed?|ing)|pardon(?:ed|s)?|"
    r"releas(?:ed?|ing)|kidnap(?:ped)?|abduct(?:ed)?|interrogat(?:ed?|ing)|fined|transferred|persecut(?:ed?|ing)|"
    r"executed|seiz(?:ed|ing)|apprehend(?:ed|ing)|rounded up|picked up|shot(?:\sand\skilled)?|"
    r"beat(?:en|ing)?|poison(?:ed|ing)|search(?:ed|ing)|summoned|question(?:ed|ing)|expel(?:led|ling)|held|"
    r"acquit(?:ted|ting)|tried|harass(?:ed|ing)|assault(?:ed|ing)|exil(?:ed|ing)|freed|imprisons?|denied bail to)"
    r"(?=[\s,])",
    re.I,
)
_OTHERS_OF = re.compile(
    r"\b(?:followers|supporters|members|relatives|friends|lawyers|colleagues|students|pupils|employees|associates|readers|"
    r"fans|children|parents|sons|daughters|brothers|sisters|guards|killers|torturers|murderers)\sof\s(?:the\s|an?\s)?"
    r"(?:[a-z-]+\s){0,3}$"
)
"""What follows is told of the others, not of the one who is named after "of"."""
_FOUND = re.compile(r"\bfound\s(?:[\w-]+\s){0,8}$")
_GUILTY = re.compile(r"[^.;]{0,140}\bguilty\b")
_INCLUDES = re.compile(
    r"\b(?:convicted|sentenced|arrested|detained|imprisoned|jailed|tried|charged|accused|prosecuted|killed|persecuted|"
    r"fined|questioned|prisoners?|detainees|behind bars|on trial|in (?:prison|"
    r"detention|custody))\b"
    r"[^.;]{0,80}\b(?:includ(?:e[sd]?|ing)|such as|among them|namely)\b[^.;]{0,170}$"
)
_ALONG_WITH = re.compile(
    r"\b(?:arrested|detained|convicted|sentenced|tried|jailed|held|imprisoned)\b[^.;]{0,70}\bwith\s"
    r"(?P<rest>[^.;]{0,60})$",
    re.I,
)
_BYSTANDERS = frozenset({"official", "lawyer", "journalist"})
_AMONG_THEM = re.compile(
    r"\b(?:prison|imprison|detain|detention|convict|arrest|jail|sentenc)\w*\b[^.]{0,200}\.\s(?:These|They|Those|"
    r"Among (?:them|those)|The list)"
    r"[^.;]{0,60}\b(?:includ\w+|were|are|was|is)\b[^.;]{0,90}$"
)
_PRISONER_IS = re.compile(
    r"\b(?:political prisoner|prisoner of conscience|detainee|convict)s?\b[^.;]{0,90}\b(?:is|are|was|were)\s$"
)
_AMONG = re.compile(
    r"\b[Aa]mong\s(?:those|the|others?)\b[^.;]{0,60}\b(?:detained|held|arrested|imprisoned|convicted|sentenced|charged|"
    r"jailed|prosecuted|killed|prison|custody|bars)\b[^.;]{0,40}\b(?:was|were|is|are)\s$"
)
_LISTED_AFTER = re.compile(
    r"\b(?:victims?|prisoners?|detainees?|defendants?|convicts?|(?:arrested|detained|convicted|sentenced|"
    r"imprisoned|jailed|accused|cases? (?:of|against)|"
    r"charged|released|prosecuted|ill-treated|tortured)|(?:in (?:prison|detention|custody)|"
    r"behind bars))\b[^.;:]{0,80}(?::|\s[–—-])\s$"
)
_PRONOUN_HARM = re.compile(
    rf"\b(?:He|She|They|he|she|they)\s(?:{_AUX}){_ADVERB}\s{_HARM}"
    r"|\b(?:beaten|beat|shot|kidnapped|abducted|kicked|punched|raped|electrocuted|blindfolded|seized|sentenced|arrested|detained|convicted|jailed|imprisoned|charged|tortured|prosecuted|accused|"
    r"fined)\s(?:him|her|them)\b"
)
_NO_ADJECTIVE = re.compile(
    r"[A-Z].*|.*(?:ed|'s|’s|ly|[;.:])|years?|months?|days?|by|to|with|from|at|on|in|after|before|who|whom|whose|that|which|was|were|had|has|have|is|"
    r"are|said|against|because|when|while|as|told|but|or|despite|during|than|told|says|no|not|nor|over|under|about"
)
_VAGUE = ("prisoner", "victim", "seeker")
_LONGEST_SENTENCE = 1500
_VICTIM_WORDS = cue_words("victim")
_VICTIM_BEFORE = re.compile(
    r"\b(?:political|torture|asylum|another|other|jailed|imprisoned|detained|convicted|persecuted|"
    r"arrested)\s[^.;]{0,60}$"
)
_VICTIM_AFTER = re.compile(
    r",\s(?:an?|the|another|one of the)\s[^,.;]{0,40}\b(?:political prisoner|prisoner of conscience|defendant|"
    r"refugee)s?\b"
)


@dataclass(slots=True)
class Place:
    """A place that names a person, for judging roles. `person` is an index."""

    person: int
    judged: Judged
    block: int


def subjects(places: Sequence[Place], text: str, layout: Layout) -> set[int]:
    """Indexes of the people whom the text itself treats as persecuted, entries apart. `places` are in text order."""
    found: set[int] = set()
    at = 0
    for group in _lists(places, text):
        first, last = group[0], group[-1]
        start = layout.blocks[first.block].span[0]
        limits = [p.judged.stretch.span[0] for p in places[at + 1 : at + len(group) + 1]] + [len(text)]
        at += len(group)
        shared = _before(first, text, start) or (len(group) > 1 and _after(last, text, limits[len(group) - 1]))
        for place, limit in zip(group, limits, strict=False):
            if shared or _after(place, text, limit):
                found.add(place.person)
    return found | _by_pronoun(places, text, layout)


def _by_pronoun(places: Sequence[Place], text: str, layout: Layout) -> set[int]:
    """People whom a pronoun makes the one harmed: the first named in its sentence, or else in the sentence before."""
    starts = [p.judged.stretch.span[0] for p in places]
    found: set[int] = set()
    for match in _PRONOUN_HARM.finditer(text):
        index = layout.index_at(match.start())
        if index is None:
            continue
        low = layout.blocks[index].span[0]
        begin = _sentence_start(text, low, match.start())
        first = bisect_left(starts, begin)
        if first >= len(starts) or starts[first] >= match.start():
            begin = _sentence_start(text, low, max(low, begin - 2))
            first = bisect_left(starts, begin)
        if first >= len(starts) or starts[first] >= match.start():
            continue
        if not _holds_office(places[first], text):
            found.add(places[first].person)
    return found


def _holds_office(place: Place, text: str) -> bool:
    """True where the words with a name make its bearer an official, a lawyer or a relative ("his lawyer, Mr X")."""
    at = place.judged.stretch.span[0]
    nouns = [place.judged.role, *(n.lower() for n in _OFFICE_NOUN.findall(text[max(0, at - 40) : at]))]
    return any(role_of(n) in ("official", "lawyer", "relative") for n in nouns)


def _sentence_start(text: str, low: int, at: int) -> int:
    """The start of the sentence that holds `at`, by full stops alone."""
    low = max(low, at - _LONGEST_SENTENCE)
    return max(low, max(text.rfind(mark, low, at) for mark in (". ", ".” ", "! ", "? ")) + 1)


def _lists(places: Sequence[Place], text: str) -> list[list[Place]]:
    """Places in text order, those that stand in one list together."""
    groups: list[list[Place]] = []
    for place in places:
        last = groups[-1][-1] if groups else None
        if last and last.block == place.block and listed(text, last.judged.stretch, place.judged.stretch):
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _before(place: Place, text: str, start: int) -> bool:
    at = place.judged.stretch.span[0]
    before = text[max(start, at - 90) : at]
    if role_of(place.judged.role) not in _BYSTANDERS and _in_company(text, max(start, at - 320), at):
        return True
    role = place.judged.role
    if role in _VICTIM_WORDS and (not role.startswith(_VAGUE) or _VICTIM_BEFORE.search(before)):
        return True
    if _FOUND.search(before) and _GUILTY.match(text, place.judged.stretch.span[1]):
        return True
    told = any(pattern.search(before) for pattern in (_LISTED_AFTER, _AMONG, _PRISONER_IS))
    return told or _acted_on(before)


def _in_company(text: str, low: int, at: int) -> bool:
    """True in a list of those harmed ("others in prison include X", "arrested together with his brother X")."""
    if _AMONG_THEM.search(text, low, at) or _INCLUDES.search(text, low, at):
        return True
    match = _ALONG_WITH.search(text, max(low, at - 160), at)
    return bool(match) and all(is_descriptive(w) for w in match["rest"].split())  # type: ignore[index]


def _acted_on(before: str) -> bool:
    """True when a verb or noun of harm governs the name: only nouns, titles and their adjectives lie between."""
    harms = list(_HARMS.finditer(before))
    if not harms:
        return False
    words = before[harms[-1].end() :].replace(",", " ").split()
    return len(words) <= 7 and (all(is_descriptive(w) for w in words) or _is_noun_phrase(words))


def _is_noun_phrase(words: list[str]) -> bool:
    """True for "radio presenter", "another trade unionist": adjectives and a noun for a person, nothing else."""
    named = [w for w in words if not is_descriptive(w)]
    return len(named) <= 2 and bool(role_of(words[-1].lower())) and not any(_NO_ADJECTIVE.fullmatch(w) for w in named)


def _after(place: Place, text: str, limit: int) -> bool:
    """True when harm is told right after the name, before the next name at `limit`."""
    start, end = place.judged.stretch.span
    if _OTHERS_OF.search(text, max(0, start - 60), start):
        return False
    return bool(_AFTER.match(text, end, limit) or _VICTIM_AFTER.match(text, end, limit))


_OFFICE_AFTER = re.compile(
    r"(?:\s\([^()]{0,40}\))?(?:,|\s[–—-]|\sis|\swas)\s(?:an?\s|the\s|his\s|her\s|their\s|then[ -]|former\s|chief\s|"
    r"deputy\s|senior\s)*"
    r"(?:[A-Za-z’'-]+\s){0,4}?(?P<noun>[a-z]+(?:-in-law)?)\b"
)
_OFFICE_NOUN = re.compile(
    r"[A-Za-z]+(?=(?:,|\s(?:of|for|in|at))\s(?:(?!\b(?:who|which|that|said|was|were)\b)[^.;:()])*,?\s$)"
)
_CREDIT = re.compile(r"(?:Photo|by|Credit|©)\W*$")
_POSSESSED = re.compile(
    r"['’]s?\s(?:\w+\s)?(?P<noun>wife|husband|mother|father|brother|sister|son|daughter|lawyer|attorney|widow|"
    r"cousin|uncle|aunt)\b[^.;]{0,4}$"
)


def office(places: Sequence[Place], text: str, layout: Layout) -> str:
    """The role of a person who is no subject, by the nouns and titles that stand with the name."""
    votes: Counter[str] = Counter()
    for place in places:
        span = place.judged.stretch.span
        if layout.blocks[place.block].kind == "caption" and _CREDIT.search(text, max(0, span[0] - 12), span[0]):
            votes["journalist"] += 2
        if role := role_of(place.judged.role):
            votes[role] += 2
        nouns = [role_of(n.lower()) for n in _OFFICE_NOUN.findall(text[max(0, span[0] - 110) : span[0]])]
        if known := [n for n in nouns if n]:
            votes[known[-1]] += 2
        if (after := _OFFICE_AFTER.match(text, span[1])) and (role := role_of(after["noun"])):
            votes[role] += 1
    for dull in ("person", "honorific"):
        votes.pop(dull, None)
    return votes.most_common(1)[0][0] if votes else "other"
