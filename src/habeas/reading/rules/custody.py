"""Custody: detention by police, pre-trial detention, house arrest, administrative arrest, transfers, time in prison."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from habeas.reading.clauses import Statement
from habeas.reading.draft import Draft
from habeas.reading.rules.predicates import AUX, read_table, row

TRIGGERS = (
    "detain", "detention", "arrest", "custody", "apprehend", "remand", "transferred", "colony", "prison", "moved",
    "abducted", "imprisoned", "turned", "gave", "surrender", " away",
    "captured", "came for", "picked", "rounded", "intercepted", "seized", "took ", "rounded up", "led away",
    "behind bars", "jail", "hands of", "handcuff", "bundled", "pulled", "dragged", "hauled", "caught",
    "nabbed", "grabbed", "locked", "liberty", "freedom", "sent to", "held", "cell", "taken", "placed", "back to",
    "convoyed", "driven", "flown", "penitentiary", "incarcerat", "deprived of",
)  # fmt: skip
_PLACE = (
    r"(?:(?:an?|the|his|her|their|another|one|temporary|local|strict|cold|same|notorious|"
    r"[a-z]+'s) ){0,3}(?:(?!(?:conditions|and|to|for)\b)[\w.'-]+ ){0,5}?"
    r"(?:pre-? ?trial|remand|detention|sizo|isolator|isolation ward|investigation|holding|custody|jail)"
    r"(?: (?:detention|prison|cent(?:er|re)s?|facilit(?:y|ies)|centre|isolators?|jail|cell|custody|no))*"
)
_PRISON = (
    r"(?:(?:an?|the|another|one|his|her) )?(?:[\w.'-]+ ){0,5}?(?:prison|penal|correctional|colony|jail|camp|"
    r"penitentiary)(?: (?:and|camp|colony|facility|institution))*"
)
_SOMEWHERE = (
    r"(?:an?|the|another|other|different)? ?(?:[\w.'\x01-]+ ){0,6}?(?:prison|colony|colonies|penal|correctional|camp|"
    r"jail|detention|region|city|town|cell|penitentiary|"
    r"centre|center|facility|sizo|hospital|village|block|regime)"
)
_DETAINED = (
    r"(?:detained|arrested|re-?arrested|apprehended|taken into (?:police )?(?:custody|detention)|captured|intercepted|"
    r"rounded up|picked up|seized|taken away(?: by)?|led away|marched off|abducted)"
)


def _arrest(statement: Statement, match: re.Match[str]) -> Mapping[str, Any] | None:
    """Detention of foreigners for extradition has its own form."""
    around = statement.flat[max(0, match.start() - 60) : match.end() + 140]
    if re.search(r"\bextradit", around):
        return {"form": "extradition_detention"}
    if re.search(r"\badministrative\b", around[:140]) and "administrative" in match[0]:
        return {"form": "administrative_arrest"}
    return {"form": "police_detention"}


def _to_a_place(statement: Statement, match: re.Match[str]) -> Mapping[str, Any] | None:
    """ "Was moved to Vitsebsk": a transfer of somebody whom the text has told to be held, when a name follows."""
    held = statement.memory is not None and statement.memory.judged
    named = statement.text[match.end() : match.end() + 1].isupper()
    return {"form": "transfer"} if named and (held or statement.entry_people) else None


_PRETRIAL = {"form": "pretrial_detention"}
_HOUSE = {"form": "house_arrest"}
_TABLE = (
    row(
        "house-arrest", "subject",
        rf"(?:{AUX})?(?:placed|put|held|kept|remain(?:ed|s)?|released|transferred|moved|sent)? ?(?:in)?(?:under|to|"
        r"on) (?:\w+ ){0,2}?house arrest",
        _HOUSE,
    ),
    row(
        "is-under-house-arrest", "subject",
        r"(?:was|were|is|are|been|spent \x02*[\w -]{0,20}) (?:\w+ )?(?:under|in) house arrest",
        _HOUSE,
    ),
    row(
        "court-house-arrest", "object",
        r"(?:placed|put|transferred|moved|released)(?= [\x01\w, ]{2,80}? (?:under|to) house arrest)",
        _HOUSE,
    ),
    row(
        "changed-to-house-arrest", "any",
        r"(?:changed|replaced|commuted|mitigated)[\w' ]{0,60}(?:to|with|by|into) house arrest",
        _HOUSE, 0.85,
    ),
    row(
        "administrative-arrest", "subject",
        rf"{AUX}?(?:subjected to|placed under|put under|given|awarded|received|served|"
        r"under) (?:\w+ ){0,4}?administrative (?:arrest|detention)s?",
        {"form": "administrative_arrest"},
    ),
    row(
        "remanded", "subject",
        rf"{AUX}(?:remanded(?: in custody| into custody)?)|{AUX}?(?:placed in (?:pre-?trial |police )?custody|"
        r"ordered (?:to be )?detained|(?:held|kept|placed) (?:in custody|on remand)|jailed pending trial)",
        _PRETRIAL,
    ),
    row(
        "remands", "object",
        r"(?<!was )(?<!were )(?<!been )(?:remand(?:ed|s)|ordered the (?:pre-?trial )?(?:detention|arrest) of|"
        r"authori[sz]ed the (?:pre-?trial )?(?:detention|arrest) of)",
        _PRETRIAL,
    ),
    row(
        "orders-detention", "any",
        r"(?:ordered|orders|ordering|extended|renewed|prolonged)(?= (?:his|her|their|"
        r"\x01+'s) (?:[\w-]+ ){0,2}?(?:detention|"
        r"arrest|custody|remand)\b)",
        _PRETRIAL, 0.93,
    ),
    row(
        "detention-renewed", "subject",
        r"pre-?trial detention (?:(?:was|has been|had been) )?(?:repeatedly )?(?:renewed|extended|prolonged)",
        _PRETRIAL, 0.9,
    ),
    row(
        "days-in-detention", "subject",
        r"(?:days|weeks|months|years) (?:in|of) pre-?trial (?:detention|custody|imprisonment)",
        _PRETRIAL, 0.85, noun=True,
    ),
    row(
        "under-arrest", "subject",
        r"(?:is|are|was|were|been|remains?|placed|put) (?:\w+ )?under arrest(?! for)",
        {"form": "police_detention"}, 0.85,
    ),
    row(
        "transferred-pretrial", "subject",
        rf"{AUX}(?:transferred|moved|convoyed) to {_PLACE}",
        {"form": "transfer"},
    ),
    row(
        "held-in-detention", "subject",
        rf"(?:{AUX})?(?:placed|put|held|kept|remanded|imprisoned|incarcerated|detained|locked up|sent|taken|brought|"
        rf"spent|continues to be held) (?:(?:for )?(?:(?!and\b|to\b)\w+ ){{1,5}}?)?(?:in|to|into|at) {_PLACE}",
        _PRETRIAL, unless=r"(?:for interrogation|for questioning)",
    ),
    row(
        "puts-in-detention", "object",
        r"(?<!was )(?<!were )(?<!been )(?:placed|put|sent|remanded|ordered|"
        rf"kept)(?= [\x01\w ,]{{2,140}}? (?:be )?(?:held |placed |detained |remanded )?(?:in|to|into) (?:{_PLACE}|"
        r"custody))",
        _PRETRIAL, 0.93,
    ),
    row(
        "remand-ordered", "entry",
        r"pre-?trial (?:detention|custody) (?:was )?(?:ordered|imposed|sanctioned)(?= (?:on )?\x02)", _PRETRIAL, 0.85,
    ),
    row("orders-house-arrest", "object", r"(?:ordered|imposed|decreed) house arrest (?:for|on)", _HOUSE, 0.93),
    row("home-since", "entry", r"(?<![a-z:] )house arrest since(?= \x02)", _HOUSE, 0.85),
    row(
        "back-in-detention", "subject",
        rf"(?:returned|sent back|taken back|brought back|went back) to (?:(?:the|a|his|her) )?(?:{_PLACE}|custody|"
        rf"detention)",
        _PRETRIAL, 0.85,
    ),
    row(
        "behind-bars-since", "subject",
        rf"{AUX}?(?:kept |held )?behind bars (?:since|from)(?= \x02)",
        _PRETRIAL, 0.9,
    ),
    row(
        "brought-before", "subject",
        rf"{AUX}(?:brought|taken|produced) before (?:the |a )[^.;]{{0,60}}?which (?:\w+ )?(?:ordered|imposed|"
        rf"remanded|placed|authori[sz]ed)"
        r"(?= [^.;]{0,60}(?:pre-?trial|custody|detention|remand))",
        _PRETRIAL, 0.9,
    ),
    row(
        "in-custody-since", "subject",
        r"(?<![a-z] )in (?:pre-?trial )?(?:custody|detention) (?:since|from)(?= \x02)",
        _PRETRIAL, 0.9,
    ),
    row(
        "held-in-cells", "subject",
        rf"{AUX}?(?:placed|put|held|kept) in (?:(?!punishment|solitary|isolation|disciplinary)\w+ ){{0,4}}?cells?",
        _PRETRIAL, 0.85,
    ),
    row(
        "is-in-detention", "subject",
        r"(?:is|are|was|were|been) (?:(?:still|currently|now|being|held|kept|also|already|both) ){0,2}in (?:police |"
        r"temporary )?(?:pre-?trial detention|custody|detention)|remain\w* in pre-?trial detention",
        _PRETRIAL, unless=r"conditions",
    ),
    row(
        "transferred", "subject",
        rf"(?:{AUX}|(?<=and )|(?<=then )|(?<=later ))(?:transferred|moved|relocated|convoyed|transported|"
        rf"sent|taken) (?:back |again |(?:in|on) \x02+,? |"
        rf"from [\x01\w -]{{2,60}}? )?to (?!an? (?:\w+ )?(?:punishment|isolation|disciplinary)|solitary){_SOMEWHERE}",
        {"form": "transfer"}, unless=r"(?:for interrogation|for questioning)",
    ),
    row(
        "transferred-anywhere", "subject",
        rf"(?:{AUX}|(?<=and )|(?<=then )|(?<=later ))(?:transferred|moved) (?:back |again |(?:in|on) \x02+,? |"
        rf"from [\x01\w .'-]{{2,60}}? ){{0,2}}to (?!an? (?:\w+ )?(?:punishment|"
        r"isolation|disciplinary)|solitary)[\w.'\x01-]+",
        {"form": "transfer"}, 0.85, unless=r"(?:\w+ )?(?:court|interrogation|questioning)",
    ),
    row(
        "moved-to-place", "subject",
        rf"(?:{AUX}|(?<=and )|(?<=then )|(?<=later ))(?:moved|flown|driven|taken back|sent back) to (?=[\w.'\x01-]+)",
        _to_a_place, 0.8, unless=r"(?:\w+ )?(?:court|interrogation|questioning)",
    ),
    row(
        "brought-to-prison", "subject",
        rf"{AUX}(?:brought|driven|flown|taken) (?:back )?to (?:(?!and\b|by\b|"
        rf"for\b)[\w.'\x01-]+ ){{0,7}}?(?:prison|jail|colony|"
        r"detention cent(?:er|re))",
        {"form": "transfer"}, 0.85,
    ),
    row(
        "transfers", "object",
        r"(?<!was )(?<!were )(?<!been )(?:transferred|relocated|moved)(?= [\x01\w,. ]{2,60}? to (?:an?|the|"
        r"another) (?:[\w-]+ ){0,4}(?:prison|colony|jail|detention|facility|penal))",
        {"form": "transfer"},
    ),
    row(
        "transfer-to", "subject",
        r"arrived (?:at|in) (?:the )?(?:[\w.'-]+ ){0,4}(?:penal )?(?:colony|prison)",
        {"form": "transfer"}, 0.85,
    ),
    row(
        "was-detained", "subject",
        rf"(?:{AUX}|having been )(?:[a-z]+ and )?{_DETAINED}(?: and [a-z]+ed)?",
        _arrest, unless=r"(?:oil )?workers",
    ),
    row(
        "was-taken", "subject",
        rf"{AUX}taken(?= (?:(?:on )?\x02|from (?:his|her|their|the) (?:\w+ )?(?:home|house|flat|"
        r"apartment|workplace|office|dormitory)s?\b))",
        _arrest, 0.85,
    ),
    row("and-detained", "subject",
        rf"(?:(?<=and )|(?<=but )|(?<=then )){_DETAINED}(?= (?:on|in|by|at|again|anew|once more|"
        rf"(?:for )?the second time|a second time|\x02|,|\.))", _arrest, 0.9),
    row(
        "held-some-hours", "subject",
        rf"{AUX}held (?:at (?:a |the )?[\w ]{{3,30}}? )?for (?:about |over |more than |nearly |"
        rf"some )?[\w-]+ (?:hours?|days?)(?! on hunger)",
        _arrest, 0.85,
    ),
    row(
        "held-anew", "subject",
        rf"{AUX}held (?:for|in custody for) the (?:first|second|third|last) time",
        _arrest, 0.85,
    ),
    row(
        "detains", "object",
        r"(?<!was )(?<!were )(?<!been )(?:detain(?:ed|s)|detaining|arrested|arrests(?= \x01)|arresting|apprehended|"
        r"re-?arrested|captured|abducted|(?:seized|picked up|rounded up|took away|led away)(?= (?:\x01|him|her|them)))",
        _arrest,
    ),
    row("came-for", "object", r"came for(?= (?:\x01|him|her|them)\b)", _arrest, 0.85),
    row(
        "into-the-hands-of", "subject",
        r"(?:fell|fallen|ended up|was|were) (?:in|into) the hands of (?:the )?(?:[\w-]+ ){0,2}?(?:police|security|kgb|"
        r"fsb|gendarmes|officers|agents|services?)",
        _arrest, 0.85,
    ),
    row(
        "laid-hands-on", "subject",
        rf"{AUX}(?:(?:bundled|thrown|forced|pushed) into (?:an? )?(?:[\w-]+ ){{0,2}}?(?:van|car|minibus|jeep|bus)|"
        r"(?:pulled|dragged|hauled) (?:off|out of|from) (?:(?!\bthe water)[\w'-]+ ){1,5}?by (?:[\w-]+ ){0,3}?(?:men|"
        r"officers|police|policemen|agents|soldiers|gendarmes)|"
        r"(?:caught|nabbed|grabbed|stopped|taken) by (?:the )?(?:[\w-]+ ){0,2}?(?:police|agents|officers|gendarmes|"
        r"soldiers|security (?:forces|services?))|put in handcuffs|handcuffed)(?= [^.;]{0,30}?\x02)",
        _arrest, 0.8,
    ),
    row(
        "lost-liberty", "subject",
        rf"(?:lost (?:his|her|their) (?:freedom|liberty)|{AUX}deprived of (?:(?:his|her|their) )?(?:freedom|"
        r"liberty))(?= (?:since |on |in |from )?\x02)",
        _arrest, 0.85,
    ),
    row(
        "locked-up-since", "subject",
        rf"{AUX}(?:kept |held )?locked (?:up|away) (?:since|from)(?= \x02)",
        _PRETRIAL, 0.85,
    ),
    row("held-from", "subject", rf"{AUX}held from(?= \x02)", _arrest, 0.85),
    row("taken-back", "subject", rf"{AUX}taken back(?= (?:on |in )\x02)", _arrest, 0.85),
    row("picked-somebody-up", "object", r"(?:picked|rounded)(?= (?:\x01|him|her|them)[\x01 ]* up)", _arrest, 0.9),
    row("led-away", "object", r"(?:led|marched|carried)(?= (?:\x01|him|her|them)[\x01 ]* away)", _arrest, 0.85),
    row(
        "gave-himself-up", "subject",
        r"(?:turned (?:himself|herself|themselves) in|gave (?:himself|herself|themselves) up|"
        r"surrendered to (?:the )?(?:police|authorities))",
        _arrest, 0.85,
    ),
    row(
        "took-into-custody", "object",
        r"(?:took|taking)(?= [\x01\w ]{2,60}? (?:into custody|to the police station|to a police station))",
        _arrest, 0.9,
    ),
    row("adjective", "subject", rf"(?:(?<=[,(] )|(?<=, himself )|(?<=, herself )){_DETAINED}(?= (?:since|on|in|"
                                rf"from|by|again|for|with|together|alongside|at|\x02))", _arrest, 0.9),
    row("parenthesis", "bracket", rf"(?<=\(){_DETAINED}(?= (?:since|on|in|from|by|again|for|\x02))", _arrest, 0.93),
    row(
        "took-somebody", "object",
        r"(?:took|taking|drove|dragged)(?= (?:him|her|them|\x01+) (?:away|to (?:an? |"
        r"the )?(?:[\w.'-]+ ){0,3}?(?:prison|jail|ward|section|station|headquarters|"
        r"unknown|"
        r"undisclosed|unmarked|"
        r"police|detention|station|pre-?trial)))",
        _arrest, 0.9,
    ),
    row(
        "among-the-detained", "subject",
        r"(?:was|were) among (?:(?:the|those|them|many|several|more than|dozens of|"
        r"hundreds of) )?[\w, -]{0,40}?(?:detained|"
        r"arrested)",
        _arrest, 0.9,
    ),
    row(
        "be-held", "subject",
        r"be (?:held|detained|remanded|kept|placed)(?: in (?:custody|detention|"
        r"pre-?trial detention))?(?= (?:for|pending|until))",
        lambda s, m: _PRETRIAL if re.search(r"\b(?:ordered|ruled|decided)\b", s.masked[: m.start()]) else None,
        0.9, modality="happened",
    ),
    row(
        "order-of-remand", "any",
        r"(?:ordered|sanctioned|approved|authori[sz]ed|extended|imposed|"
        r"prolonged)(?= [\x01\w' ]{0,40}?pre-?trial (?:detention|imprisonment|arrest|custody))",
        _PRETRIAL, 0.93,
    ),
    row(
        "time-of-detention", "owner",
        r"(?:(?<=time of his )|(?<=time of her )|(?<=time of their )|(?<=during his )|(?<=during her )|"
        r"(?<=during their ))(?:arrest|detention)",
        _arrest, 0.85,
    ),
    row("dated-detention", "owner", r"detention(?= (?:on|in) \x02)", _arrest, 0.85, noun=True),
    row(
        "arrest-of", "owner",
        r"(?:(?:first|second|latest|repeated|re-?|extradition|another) )?arrest",
        _arrest, 0.85, noun=True, unless=r"(?:warrant|order|and|of (?:other|the|many|hundreds|thousands|peaceful))",
    ),
    row("extradition-arrest", "any", r"extradition arrest", {"form": "extradition_detention"}, 0.8),
    row(
        "in-prison", "subject",
        r"(?:is|are|was|were|been|remains?|remained|continues? to be|still) (?:(?:still|currently|now|being|already|"
        r"also) )*(?:held |kept |imprisoned |incarcerated |serving (?:his|her|their|a|"
        rf"the) (?:\w+ ){{0,3}}?(?:sentence|term) )?(?:in|at) {_PRISON}",
        {"form": "imprisonment"}, 0.85,
    ),
    row("imprisoned", "subject", rf"{AUX}(?:imprisoned|incarcerated)(?! for)", {"form": "imprisonment"}, 0.8),
)  # fmt: skip


def read(statement: Statement) -> Iterator[Draft]:
    """The custody that one sentence tells."""
    return read_table(statement, "custody", _TABLE)
