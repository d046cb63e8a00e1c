"""Torture and ill-treatment: always somebody's account. Alleged, unless the sentence tells of a body or court that
found it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from habeas.reading.clauses import Statement
from habeas.reading.draft import Draft
from habeas.reading.rules.predicates import AUX, read_table, row

TRIGGERS = (
    "tortur", "beat", "ill-treat", "mistreat", "abuse", "solitary", "punishment cell", "incommunicado", "denied",
    "refused", "bruis",
    "injur", "electric", "pressure", "threat", "forced", "confess", "hit ", "kick", "rape", "brutal", "suffocat",
    "wrung", "psychiatr",
    "cold cell", "punish", "handcuff", "testi", "demanded that", "without access", "concussion", "isolation",
    "inhuman", "violence", "starv", "hung", "hood", "blindfold", "strip", "burn", "shot ", "made to", "kept ", "water",
    "depriv", "electro", "slap", "punch", "shackl", "chained", "chok", "strangl", "sleep", "naked", "assault", "lash",
    "flog", "whip", "abus", "harass", "wrists", "hitting", "struck", "striking",
    "broken", "broke ", "twist", "fractured", " bag", "sack", "nails", "gas mask", "current",
    "poured", "maltreat", "tormented", "blackmail", "intimidat", "fracture",
    "dislocated", "shizo", "disciplinary", "forcibly", "coerced", "compelled",
)  # fmt: skip
_VIOLENT = (
    r"(?:beaten(?: up)?|kicked|punched|assaulted|hit|struck|electrocuted|raped|strangled|suffocated|handcuffed to|hung|"
    r"physically abused|subjected to (?:[\w-]+ ){0,3}?(?:beatings?|violence|force|abuse))"
)
_FOUND = re.compile(
    r"\b(?:court|committee|working group|commission|ombuds\w+|rapporteur|examination|medical|"
    r"experts?)\b[^.;]{0,60}\b(?:found|established|confirmed|concluded|acknowledged|recogni[sz]ed)\b"
)
_BY = re.compile(
    r"\bby (?:an? |the |several |unknown |other |special |prison |security |police |"
    r"law )*([a-z]+(?: (?:officers?|guards?|agents?|services?|officials?|employees|inmates|"
    r"enforcement officers))?)"
)


def _act(name: str) -> Any:
    def fields(statement: Statement, match: re.Match[str]) -> Mapping[str, Any]:
        by = _BY.search(statement.masked, match.end(), match.end() + 80)
        known = by and re.match(
            r"(?:police|officers?|guards?|agents?|prison|security|law|special|convicted|inmates|"
            r"cellmates|investigators?|officials|soldiers)",
            by[1],
        )
        return {"act": name, "by": by[1]} if by and known else {"act": name}

    return fields


def _pressure(statement: Statement, match: re.Match[str]) -> Mapping[str, Any]:
    flat = statement.flat
    if re.search(
        r"\b(?:wife|husband|famil\w+|relatives?|parents?|mother|father|children|son|daughter|brother|"
        r"sister)\b",
        flat[match.start() : match.end() + 80],
    ):
        return {"act": "pressure_on_family"}
    if re.search(
        r"\b(?:confess\w*|testif\w*|testimon\w*|statements?|sign\w*|admit\w*|repent\w*|plead|guilt\w*|"
        r"cooperate)\b",
        flat,
    ):
        return {"act": "coerced_confession"}
    return {"act": "threats"}


_CONFESS = (
    r"(?:confess|testify|sign|give (?:a |false |incriminating )*(?:testimony|statement|evidence|interview|"
    r"confession)|incriminat|admit|plead guilty|repent|renounce|record a|make a (?:video|statement|"
    r"confession)|cooperate|give up)"
)
_HARMED = (
    r"(?:hooded|blindfolded|waterboarded|burn(?:ed|t)(?= with| by| on)|whipped|flogged|lashed|shot(?= in (?:the|"
    r"his|her))|"
    r"hung(?= (?:by|from|up))|suspended(?= (?:by|from) (?:the |his |her )(?:ceiling|wrists|arms|feet|legs|ankles))|"
    r"stripped(?= naked| and)|strip-searched|choked|strangled|stabbed|doused|dragged(?= by| along)|shackled|chained|"
    r"humiliated|sexually (?:abused|assaulted|harassed)|raped|starved|slapped|gassed|electrocuted|"
    r"(?:deprived of|denied) (?:sleep|food|water|drinking water)|given electric shocks?|given (?:an )?electric shock|"
    r"(?:forced|made|ordered|compelled) to (?:stand|kneel|squat|crouch|strip|undress|crawl)|"
    r"kept (?:awake|naked|without (?:sleep|food|water)|hooded|blindfolded|standing|handcuffed)|tied (?:up|to)|gagged)"
)
_DOES_HARM = (
    r"(?:burn(?:ed|t|ing)|whipp(?:ed|ing)|strangl(?:ed|ing)|chok(?:ed|ing)|slapp(?:ed|ing)|hooded|blindfolded|stabbed|"
    r"electrocut(?:ed|ing)|sexually abused|raped|humiliated|shocked|dragged|kept|hung|stripped|tied)"
)
_TABLE = (
    row("harmed", "subject", rf"(?:{AUX}|having been ){_HARMED}", _act("torture"), 0.9),
    row(
        "harms", "object",
        rf"(?<!was )(?<!were )(?<!been ){_DOES_HARM}(?= (?:him|her|them|\x01+) (?:hooded|awake|naked|standing|"
        rf"blindfolded|"
        r"handcuffed|hanging|with (?:cigarettes|electric|a stun|batons|cables|boiling)|by the (?:hair|arms|"
        r"wrists|neck)|"
        r"upside|in the (?:face|head)|up))",
        _act("torture"), 0.9,
    ),
    row(
        "harms-plainly", "object",
        r"(?<!was )(?<!were )(?<!been )(?:slapped|whipped|flogged|electrocuted|waterboarded|strangled|"
        r"strip-searched|raped)"
        r"(?= (?:him|her|them|\x01))",
        _act("torture"), 0.9,
    ),
    row(
        "water-over", "any",
        r"(?:poured|pouring|threw) (?:\w+ )?(?:boiling |cold |hot )?water (?:over|on|onto|into)(?= (?:his|her|"
        r"their|him|them|\x01))",
        _act("torture"), 0.85,
    ),
    row(
        "confessed-under", "subject",
        r"(?:signed|gave|made|confessed|admitted)(?: (?:his|her|their|a|the|false)){0,2}(?: (?:confession|"
        r"statement|testimony))? "
        r"(?:to [\w ]{2,40} )?under (?:beatings?|torture|duress|pressure|threats?|coercion)",
        _act("coerced_confession"), 0.9,
    ),
    row(
        "shocks-on", "object",
        r"(?:used|applied|administered|inflicted) (?:an? )?electric shocks? (?=(?:on|to|against) )(?:on|to|against)",
        _act("torture"), 0.9,
    ),
    row("tortured", "subject", rf"{AUX}(?:\w+ )?tortured", _act("torture")),
    row(
        "subjected", "subject",
        rf"(?:{AUX})?(?:\w+ )?(?:subjected|exposed|submitted) to (?:[\w,-]+ ){{0,5}}?(?:torture|ill-treatment|"
        r"mistreatment|electric shocks?|inhuman|degrading|cruel)",
        _act("torture"),
    ),
    row(
        "suffered", "subject",
        r"(?:suffered|endured|underwent|experienced|survived|complained (?:of|about)|reported|faced|alleged|"
        r"spoke (?:\w+ ){0,3}?(?:about|of)|described|told (?:\w+ )?about) (?:[\w,'-]+ ){0,5}?(?:torture|"
        r"ill-treatment|mistreatment|"
        r"beatings?)",
        _act("torture"), 0.9,
    ),
    row(
        "ill-treated", "subject",
        rf"{AUX}(?:ill-treated|mistreated|maltreated|tormented|brutali[sz]ed|abused)",
        _act("torture"),
    ),
    row("beaten", "subject", rf"(?:{AUX}|having been ){_VIOLENT}", _act("beating")),
    row(
        "tortures", "object",
        r"(?<!was )(?<!were )(?<!been )(?:tortured|torturing|ill-treated|mistreated)",
        _act("torture"),
    ),
    row(
        "beats", "object",
        r"(?<!was )(?<!were )(?<!been )(?<!he )(?<!she )(?:beat(?: up)?|beating|kicked|punched|wrung (?=his|her)|"
        r"(?:hit|hitting|kicking|punching|struck|striking)(?= (?:him|her|them|\x01))|(?<=had )beaten(?= (?:him|her|"
        r"them|\x01))|"
        r"handcuffed(?= (?:him|her|them|\x01+) to\b))",
        _act("beating"), 0.9,
    ),
    row(
        "beats-owner", "any",
        r"(?:wrung|twisted|broke|fractured) (?:his|her|\x01+'s) (?:\w+ )?(?:arms?|fingers?|ribs?|legs?|hands?|jaw|"
        r"nose)",
        _act("beating"), 0.9,
    ),
    row(
        "torture-of", "owner",
        r"(?:torture|tortures|ill-treatment|mistreatment|beatings?)(?= (?:of|against) (?!other|many|peaceful|"
        r"detainees|prisoners))",
        _act("torture"), 0.8,
    ),
    row(
        "own-torture", "owner",
        r"(?<=\x01's )(?:\w+ )?(?:torture|ill-treatment|mistreatment)",
        _act("torture"), 0.8,
    ),
    row(
        "shocks", "object",
        r"(?<!was )(?<!were )(?<!been )(?:gave|given|giving|administered)(?= (?:him|her|them|\x01+) "
        r"(?:an? )?(?:repeated )?electric shocks?)",
        _act("torture"), 0.9,
    ),
    row(
        "extracted-confession", "entry",
        r"(?:confessions?|statements?|testimon(?:y|ies))(?: (?:was|were|had been|that was))? (?:\w+ "
        r")?(?:extracted|obtained|extorted) (?:through|under|by|with|using)",
        _act("coerced_confession"), 0.85,
    ),
    row("torture-victim", "object", r"torture victims?|victims? of torture", _act("torture"), 0.85),
    row(
        "accuses", "subject",
        r"(?:is |are |was )?accus(?:ing|ed|es) [\w ,]{2,50} of (?:using |systematic )?(?:torture|ill-treatment|"
        r"beating)|(?:claimed|alleged|said) (?:that )?(?:he|she|they) (?:was|were|had been) (?:tortured|beaten|"
        r"mistreated|ill-treated|abused)",
        _act("torture"), 0.9,
    ),
    row(
        "bag-over-head", "any",
        r"(?:put|pulled|placed|forced) (?:an? )?(?:plastic |black |cloth )*(?:bag|sack|hood|gas mask) (?:over|"
        r"on)(?= (?:his|her|their|him|them|"
        r"\x01))",
        _act("torture"), 0.9,
    ),
    row(
        "current-passed", "any",
        r"electric(?:al)? (?:current|shocks?) (?:was|were) (?:\w+ )?(?:passed|applied|sent|run|"
        r"administered) \w+(?= (?:his|her|their|him|them|\x01))",
        _act("torture"), 0.9,
    ),
    row(
        "nails-pulled", "any",
        r"(?:pulled|tore|torn|ripped) (?:out|off) (?:[a-z]+ ){0,3}?(?:his|her|\x01+'s) (?:finger|"
        r"toe)?nails", _act("torture"), 0.9,
    ),
    row(
        "bones-broken", "any",
        r"(?:his|her|\x01+'s) (?:ribs?|fingers?|arms?|jaw|teeth|nose|legs?|hands?|wrists?) (?:was|were|"
        r"had been) (?:broken|fractured|knocked out|"
        r"dislocated)",
        _act("beating"), 0.9,
    ),
    row(
        "injuries", "subject",
        r"(?:had|has|received|sustained|suffered|got) (?:\w+ ){0,3}(?:bruises|injuries|a concussion|concussion|"
        r"fractures?|broken)",
        _act("beating"), 0.85,
    ),
    row(
        "injuries-on-body", "owner",
        r"(?:injuries|bruises?|wounds?|marks)(?: (?:was|were|had been) (?:discovered|found|noticed|"
        r"seen))? on(?= \x01+'s (?:\w+ )?(?:body|face|arm|shoulder|back|legs?|head|hands?))",
        _act("beating"), 0.85,
    ),
    row(
        "solitary", "subject",
        rf"{AUX}(?:placed|put|held|kept|sent|moved|transferred|confined) (?:in|to|into) (?:an? |"
        r"the )?(?:\w+ )?(?:solitary(?: confinement)?|punishment (?:cell|isolation|ward)s?|isolation(?: cell| ward)?|"
        r"disciplinary (?:cell|isolation)|shizo)",
        _act("solitary"),
    ),
    row(
        "solitary-spent", "subject",
        r"(?:spent|serving|served) [\w\x02 ]{1,30} in (?:solitary|an? (?:punishment|isolation) cell|isolation)",
        _act("solitary"), 0.9,
    ),
    row(
        "harsh-conditions", "subject",
        rf"{AUX}(?:held|kept|detained) in (?:(?:inhuman|degrading|cold|unsanitary|harsh|overcrowded|strict|appalling|"
        r"poor|terrible) ?(?:and )?)+(?:cells?|conditions)",
        _act("torture"), 0.8,
    ),
    row(
        "incommunicado", "subject",
        rf"{AUX}(?:held|kept|detained) incommunicado|held [\w ]{{0,20}}without access to (?:his|her|their|a|"
        r"the) (?:\w+ )?(?:famil\w*|lawyers?|attorneys?|relatives|outside)",
        _act("incommunicado"),
    ),
    row(
        "without-access", "subject",
        r"(?:was|were|been|is) (?:\w+ ){1,5}without access to (?:his|her|their|a|the) (?:\w+ )?(?:family|lawyer|"
        r"attorney|relatives|counsel)",
        _act("incommunicado"), 0.85,
    ),
    row(
        "denied-care", "subject",
        rf"{AUX}(?:denied|refused|deprived of) (?:\w+ ){{0,3}}(?:medical|hospitali[sz]ation|treatment|medicines?|"
        r"medication|health care|healthcare|insulin|doctors?|surgery|painkillers)",
        _act("denial_of_care"), modality="alleged",
    ),
    row(
        "denies-care", "object",
        r"(?:denying|denied|refused|refusing|failing to provide|failed to provide)(?= [\x01\w ]{2,40}? (?:\w+ ){0,4}"
        r"(?:medical|medication|treatment|hospitali[sz]ation|medicines?|examination))",
        _act("denial_of_care"), 0.85, modality="alleged",
    ),
    row(
        "denied-counsel", "subject",
        rf"{AUX}(?:denied|refused|not allowed|not permitted|not given|forbidden|prevented from)(?: (?:to "
        rf"(?:see|meet|contact|call)|access to|"
        r"seeing|meeting|contacting))?(?: with)? (?:an? |his |her |their |the )?(?:lawyer|counsel|attorney|legal)",
        _act("denial_of_counsel"), modality="alleged",
    ),
    row(
        "confession-forced", "subject",
        rf"{AUX}(?:forced|coerced|pressured|compelled|required|tortured) (?:to|into) (?:\w+ )?{_CONFESS}\w*",
        _act("coerced_confession"),
    ),
    row(
        "forces-confession", "object",
        r"(?<!was )(?<!were )(?<!been )(?:forced|coerced|pressured|compelled|demanded that|"
        rf"persuaded)(?= [\x01\w ]{{2,60}}? (?:to |into )?(?:\w+ )?{_CONFESS})",
        _pressure, 0.9, modality="alleged",
    ),
    row(
        "pressure-on", "object",
        r"(?:put|exert(?:ed|ing)?|putting|applied) (?:\w+ )?(?:psychological |physical |strong )?pressure on",
        _pressure, 0.85,
    ),
    row(
        "pressures", "object",
        r"(?<!was )(?<!were )(?<!been )(?:pressured|intimidated|blackmailed)",
        _pressure, 0.85,
    ),
    row(
        "was-pressured", "subject",
        rf"{AUX}(?:pressured|intimidated|blackmailed|put under pressure|under pressure|subjected to (?:\w+ )?pressure)",
        _pressure, 0.85,
    ),
    row(
        "was-threatened", "subject",
        rf"{AUX}threatened (?:with|that|by)(?! (?:an? |the |further |new |criminal )*(?:article|charges?|"
        rf"prosecution|case|"
        r"fines?|dismissal|expulsion|lawsuit|arrest|extradition|deportation)\b)",
        _pressure, 0.85, modality="alleged",
    ),
    row(
        "threatens-family", "any",
        r"(?<!was )(?<!were )(?<!been )threaten(?:ed|ing) to [a-z]+(?: [a-z]+)?(?= (?:his|her|their|"
        r"\x01+'s) (?:\w+ )?(?:wife|husband|mother|father|parents?|children|sons?|daughters?|brother|sister|family|"
        r"relatives))",
        _act("pressure_on_family"), 0.9, modality="alleged",
    ),
    row(
        "threatens", "object",
        r"(?<!was )(?<!were )(?<!been )threatened(?! to (?:sue|resign))",
        _pressure, 0.8, modality="alleged",
    ),
    row(
        "psychiatry", "subject",
        rf"(?:{AUX})?(?:subjected to punitive psychiatry|forcibly (?:placed|hospitali[sz]ed|committed))",
        _act("torture"), 0.8,
    ),
)  # fmt: skip


def read(statement: Statement) -> Iterator[Draft]:
    """The ill-treatment that one sentence tells, alleged unless it tells of a finding."""
    found = bool(_FOUND.search(statement.masked))
    for draft in read_table(statement, "ill_treatment", _TABLE):
        if draft.modality == "happened" and not found:
            draft = replace(draft, modality="alleged")
        yield draft
