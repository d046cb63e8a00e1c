"""Is a stretch of capitalised words a person? Points for what speaks for it and against it, inside and around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from habeas.reading.names import Stretch
from habeas.reading.tokens import UPPER
from habeas.reading.wordlists import cue_words, role_of, word_classes

ENOUGH = 3
"""Points from which a stretch of two or more words is a person."""

FAMILY = 20
"""Points against a surname that means a whole family."""

_LAST_WORD = re.compile(r"([^\W\d_][\w’'-]*)(?:[ \t\r\n\u00a0]+|,[ ]|:[ ]|[ ]?[(“\"‘«]|[*_]+|[ ]?[–—][ ])*$")
_ABBREVIATED = re.compile(
    r"\b(Dr|Mr|Mrs|Ms|Prof|Fr|Rev|Col|Gen|Lt|Maj|Capt|Sgt|Hon|Sen|Rep|Gov|Cpl|Brig|Sr|Sra|Br)\.\s$"
)
_PREPOSITIONS = cue_words("preposition")
_THINGS_BEFORE = cue_words("thing")
_ACTED_ON = cue_words("acted_on")
_GAP = r"[ \r\n\t\u00a0]+"
_WAS = (
    rf"{_GAP}(?:was|were|is|are|has|had|have|being){_GAP}"
    rf"(?:(?:been|also|not|then|again|later|once){_GAP})*"
)
_DONE_TO = (
    r"(?:arrested|detained|sentenced|convicted|released|born|tortured|beaten|charged|accused|acquitted|fined|"
    r"placed|taken|held|"
    r"summoned|transferred|imprisoned|kidnapped|abducted|prosecuted|pardoned|serving|found|diagnosed|jailed|persecuted|"
    r"subjected|killed|deported|extradited|interrogated|questioned|denied|forced|known|a|an|one|in prison|remanded|"
    r"moved)\b"
)
_SAYS = (
    rf"{_GAP}(?:also{_GAP}|repeatedly{_GAP}|later{_GAP})?(?:said|says|told|stated|reported|wrote|writes|argued|"
    rf"noted|denied|pleaded|pled|faces|"
    r"faced|served|refused|testified|died|fled|left|received|went|remains|remained|announced|called|criticised|"
    r"criticized|posted|"
    r"attended|participated|appealed|lives|worked|founded|escaped|confessed|spent|suffers|suffered|became|joined|"
    r"explained|"
    r"added|admitted|declared|believes|confirmed|insisted|urged|warned|asked|arrived|returned|tried|began)\b"
)
_AFTER = re.compile(
    rf"(?P<strong>{_WAS}{_DONE_TO}|,?{_GAP}(?:who|whom|whose)\b|,{_GAP}(?:(?:also|better){_GAP})?(?:known{_GAP}as|called|alias)\b|"
    rf"{_GAP}to{_GAP}[\w-]+(?:{_GAP}and{_GAP}a{_GAP}half)?{_GAP}(?:years?|months?)\b|,{_GAP}(?:aged|age|\d\d\b)|"
    rf"{_GAP}\((?:aged |born |b\. ?)?\d\d)"
    rf"|(?P<verb>{_SAYS}|['’]s{_GAP}(?:wife|husband|lawyer|mother|father|sister|brother|son|daughter|family|"
    rf"relatives|case|trial|"
    rf"arrest|detention|health|release|sentence|house|home|flat|bail|appeal|attorney|colleague|former|defence|"
    rf"defense)\b"
    rf"|,{_GAP}(?:a|an|the|one of|his|her|head|chairman|chairwoman|chair|former|director|leader|founder|lawyer|"
    rf"journalist|activist)\b)"
    rf"|(?P<weak>['’]s?\b|{_GAP}(?:was|is|has|had|and his|and her)\b|{_GAP}[–—-]{_GAP})"
)
_DID = re.compile(rf"{_WAS}(?:{_DONE_TO}|died\b)")
_JOINED = re.compile(
    r"[*_]*(?:[ ](?:of|from)[ ][A-Z][a-z]+)?(?:,|;)?[ \r\n\u00a0]*(?:and|&|as well as|и)?[ \r\n\u00a0]*[*_]*$"
)
_THING = re.compile(
    r"(?i)\s(?:airport|international|district|street|avenue|prison(?!\s(?:sentence|term))|colony|square|university|"
    r"institute|foundation|"
    r"hospital|region|province|oblast|village|stadium|metro|bridge|mosque|church|newspaper|magazine|channel|"
    r"website|bank|company|"
    r"award|prize|cent(?:er|re)|school|theat(?:er|re)|museum|park|monastery|cathedral|settlement|county)\b"
)
_MATTER_OF = re.compile(
    r"\b(?:cases?|trial|arrest|detention|release|persecution|prosecution|health|wife|husband|lawyer|family|murder|"
    r"death|sentences?|names?|"
    r"house|home|daughter|son|brother|sister|mother|father|torture|extradition|imprisonment|relatives|supporters?|"
    r"photos?|killings?|interrogation|questioning|conviction|testimony|statements?|accounts?|memory|friends?|colleagues?|"
    r"cousin|sentencing|abduction|disappearance|prosecution|pardon|whereabouts|uncle|nephew|home|fate|flat|office|"
    r"supporters?|execution|deportation|appeal|lawyers|trials?|treatment|behalf|parents|children|poems?|writings?|"
    r"verdict|acquittal|consisting|composed)\sof\s$"
)
_AGENT = re.compile(
    r"\b(?:led|headed|chaired|edited|signed|written|prepared|compiled|translated|represented|defended|presided over|"
    r"founded|run|hosted|photographed|interviewed|authored|issued|delivered|replaced|succeeded|examined|directed)\sby\s$"
)
_PLACE_OF = re.compile(
    r"\b(?:city|town|village|region|province|district|republic|capital|island|county|port|settlement)\sof\s$"
)
_CAPITAL_END = re.compile(rf"[{UPPER}][\w’'-]*\s$")
_NOUN_AFTER = re.compile(r",\s[^\W\d_]+(?:[ -][^\W\d_]+){0,3}")
_APPOSED = re.compile(
    r"[A-Za-z]+(?=\s(?:of|for|in|at)\s(?:(?!\b(?:who|which|that|said|and)\b)[^.;:(),]|\sand\s[A-Z]){2,90}(?:,\s|"
    r"(?<=[a-z])\s)$)"
)
_CONJUNCTION = re.compile(
    r"[*_]*(?:\s?\([^()]{0,80}\))?(?:,\s(?:and\s|as well as\s)?|;\s(?:and\s)?|\s(?:and|as well as|&)\s)"
)
_HOME = re.compile(r"\s[–—-]\s(?:[\w-]+\s){0,3}[a-zA-Z-]+(?:\s\([^()]*\))?,\s$|\d,\s$")
"""A line of a list that says where somebody lives: "X – teacher, Y."."""
_DATO = re.compile(r"['’]\s[A-Z]")
_NAMED_AS = re.compile(
    r"\b(?P<who>[a-z-]+(?:\s[a-z-]+){0,4}?)\s(?:(?:identified|named|known|"
    r"listed|nicknamed|referred to)(?:\s(?:only|simply|here|in (?:the )?\w+|by \w+(?: \w+)?)){0,2}\sas|called|named)"
    r"\s[“\"«‘]?$"
)
_BRIDGE = re.compile(
    r"(?:,\s(?:(?!\b(?:was|were|is|are|had|has|have|said|says|who|which|told)\b)[^.;:])*)?;\s(?:and\s)?(?P<rest>[a-z\s,-]{0,60})"
)
"""From one name of a list to the next over an apposition that a semicolon ends."""
_HEADS_A_LINE = re.compile(r"\s(?:[–—-]\s|\()|,\s")
_SOMEBODY = frozenset({"person", "guard", "boy", "girl", "someone", "somebody", "nobody"})
_ADJECTIVE = re.compile(
    r"(?:the|an?|two|three|four|five|six|seven|some|young|old|his|her|their|its|former|another|other|fellow|second|third|fourth|fifth|first|last|same|elderly|prison|"
    r"radio|television|tv|web|online|freelance|environmental|community|school|university|newspaper|news|defen[cs]e|"
    r"and|opposition|human|rights|civil|society|political|prominent|local|"
    r"fellow|including|of|"
    r"for|trade|labou?r|land|law|party|movement|youth|women|union|student|independent|ex|well-known|ethnic|young|"
    r"\d\d-year-old|[a-z-]+(?:ist|ian|ic|al|ary|ent|ing|ese|ish|wing|based))s?$"
)
_FAMILY = re.compile(r"(?:['’]s?)?\s(?:family|families|brothers|sisters|couple|clan|spouses)\b")


@dataclass(slots=True)
class Judged:
    """A stretch with its points. `role` is the noun or title before it, `context` what its neighbours say.

    `marked` is true where the layout says that it is the name on a card, or the text says that it is a name;
    `apposed` where it stands between two commas.
    """

    stretch: Stretch
    intrinsic: int
    context: int
    role: str
    before: str
    marked: bool = False
    apposed: bool = False


def judge(stretch: Stretch, text: str, block_start: int) -> Judged:
    """The points of one stretch by its own words and by its neighbours."""
    start, end = stretch.span
    before = text[max(block_start, start - 40) : start]
    match = _ABBREVIATED.search(before) or _LAST_WORD.search(before)
    word = match.group(1) if match else ""
    role = stretch.title or (word.lower() if role_of(word.lower()) else "")
    while text[end : end + 1] in ("*", "_"):
        end += 1
    context = _before(word, role, before) + _after(text, end) + {"": 1, "**": 2, "__": 2}.get(before, 0)
    quoted = before[-1:] in ("“", '"', "‘", "«") and text[end : end + 1] in ("”", '"', "’", "»")
    if quoted and not text.startswith("’s", end):
        context -= 3
    apposed = not role and _is_apposed(text, max(block_start, start - 110), start)
    context += 3 if apposed else 0
    intrinsic = _intrinsic(stretch)
    if context < 0 and intrinsic >= 5 and not before.endswith(("the ", " of ")):
        context = 0
    if stretch.before in ("organ", "place", "acronym") and not role and not apposed:
        context -= 0 if intrinsic >= 5 else 5
    if stretch.before == "common" and not role and not apposed:
        context -= 0 if intrinsic >= 5 else 2
    if stretch.blocked:
        context -= 6
    if _THING.match(text, end):
        context -= 6
    if before.endswith("the ") and _FAMILY.match(text, end):
        context = -FAMILY
    if _HOME.search(before) and text[end : end + 1] in (".", ";"):
        context -= 6
    if _DATO.match(text, end):
        context -= 6
    called = _NAMED_AS.search(text, max(block_start, start - 90), start)
    if start == block_start and stretch.classes.count("caps") > 1 and _HEADS_A_LINE.match(text, end):
        context += 2
    if text.count("\t", max(block_start, start - 60), start) > 1:
        context -= 2
    named = called is not None and any(role_of(w) or w in _SOMEBODY for w in called["who"].split())
    commas = before.endswith(", ") and text[end : end + 1] == ","
    if commas and _DID.match(text, end + 1):
        context += 3
    return Judged(stretch, intrinsic, max(context, ENOUGH) if named else context, role, word, named, commas)


def _is_apposed(text: str, low: int, start: int) -> bool:
    """True after "director of the Institute X, " or "director of the Institute X ": an office, then who holds it."""
    window = text[low:start]
    comma = window.endswith(", ")
    if not comma and not _CAPITAL_END.search(window):
        return False
    return any(role_of(noun.lower()) for noun in _APPOSED.findall(window))


def _intrinsic(stretch: Stretch) -> int:
    """Points of the words alone: known given names, the morphology of surnames, particles."""
    kinds, words = stretch.classes, stretch.words
    points = 0
    if "given" in kinds:
        points += 3 if kinds[0] == "given" or (kinds[-1] == "given" and ("surname" in kinds or "caps" in kinds)) else 2
    if "surname" in kinds:
        points += 2
    if kinds[0] == "initial":
        points += 1
    if any(" " in w for w in words):
        points += 1
    if len(words) > 4:
        points -= 2
    return points


def _before(word: str, role: str, before: str) -> int:
    if role:
        return 3
    low = word.lower()
    if low == "the" or (low == "of" and _PLACE_OF.search(before)):
        return -4
    if low in _THINGS_BEFORE and before.endswith((low + " ", low + "\n")):
        return -4
    if low in _PREPOSITIONS and before.rstrip().endswith(word):
        return -2
    if low == "by" and _AGENT.search(before):
        return 3
    if low == "of" and not _MATTER_OF.search(before) and before.endswith("of "):
        return -1
    return 2 if low in _ACTED_ON or (low == "of" and _MATTER_OF.search(before)) else 0


def _after(text: str, end: int) -> int:
    match = _AFTER.match(text, end)
    points = {"strong": 3, "verb": 2, "weak": 1}[match.lastgroup or "weak"] if match else 0
    return points if points > 2 else max(points, _apposed_after(text, end))


def _apposed_after(text: str, end: int) -> int:
    """Points for ", editor-in-chief of", ", brother of": a noun for a person right after the name."""
    match = _NOUN_AFTER.match(text, end)
    return 3 if match and any(role_of(w.lower()) for w in re.findall(r"[^\W\d_]+", match.group())) else 0


def joined(text: str, first: Stretch, second: Stretch) -> bool:
    """True when two stretches stand in one list: only a comma or a conjunction lies between them."""
    gap = text[first.span[1] : second.span[0]]
    return 0 < len(gap) <= 34 and bool(_JOINED.fullmatch(gap)) and gap.strip() != ""


def listed(text: str, first: Stretch, second: Stretch) -> bool:
    """True when two stretches stand in one list, whatever nouns and titles stand before the second."""
    gap = text[first.span[1] : second.span[0]]
    if len(gap) <= 130 and (aside := _BRIDGE.fullmatch(gap)):
        return all(is_descriptive(w) for w in aside["rest"].split())
    if len(gap) > 90 or not (match := _CONJUNCTION.match(gap)):
        return False
    words = gap[match.end() :].replace("*", " ").split()
    return len(words) <= 7 and all(is_descriptive(w) for w in words)


def is_descriptive(word: str) -> bool:
    """True for a noun, title or adjective that may stand before a name."""
    low = word.lower().strip(",")
    if word[:1].isupper() and low.endswith(("ian", "ean", "yan", "ese", "ish")):
        return True
    return bool(role_of(low)) or word_classes().get(low) == "nation" or bool(_ADJECTIVE.match(low))
