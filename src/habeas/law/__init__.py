"""What codes say: articles by edition, crosswalk, punishments, maxima, state lists, the arithmetic of sentences.

In: a number, a date, an offence as a source names it; lengths and dates. Out: the article that is meant with how it
was found, counterparts, bounds. Data packs (`packs/`) hold the law, each entry with status and source. It never judges
a case, never fills a gap, and says "cannot tell" where the pack is silent.
"""

from __future__ import annotations

from habeas.law.cautions import Caution, Cited, charge_cautions, sentence_cautions
from habeas.law.citations import NotAnArticle, citation, cited_in
from habeas.law.codes import Article, Edition, Group, Pack, Pair, Part, Punishment, StateList
from habeas.law.credits import Credit, credit_on, custody_credits
from habeas.law.criteria import Criterion, Definition, NoCriteria, Pattern, definition, definitions
from habeas.law.crosswalk import Counterpart, crosswalk, same_offence
from habeas.law.deadlines import Body, Deadline, Start, bodies, body_named, deadlines
from habeas.law.joining import Join, NotJoined, converted, joined, less
from habeas.law.loading import BrokenPack, NoPack, countries, pack, read_pack
from habeas.law.maxima import Maximum, maximum, over_maximum
from habeas.law.resolve import Resolution, UnknownArticle, find, resolve
from habeas.law.served import Period, credited, out_of_prison
from habeas.law.term import Answer, NotACredit, TermEnd, overrun_days, run_out, term_end
from habeas.law.titles import likeness

__all__ = [
    "Answer",
    "Article",
    "Body",
    "BrokenPack",
    "Caution",
    "Cited",
    "Counterpart",
    "Credit",
    "Criterion",
    "Deadline",
    "Definition",
    "Edition",
    "Group",
    "Join",
    "Maximum",
    "NoCriteria",
    "NoPack",
    "NotACredit",
    "NotAnArticle",
    "NotJoined",
    "Pack",
    "Pair",
    "Part",
    "Pattern",
    "Period",
    "Punishment",
    "Resolution",
    "Start",
    "StateList",
    "TermEnd",
    "UnknownArticle",
    "bodies",
    "body_named",
    "charge_cautions",
    "citation",
    "cited_in",
    "converted",
    "countries",
    "credit_on",
    "credited",
    "crosswalk",
    "custody_credits",
    "deadlines",
    "definition",
    "definitions",
    "find",
    "joined",
    "less",
    "likeness",
    "maximum",
    "out_of_prison",
    "over_maximum",
    "overrun_days",
    "pack",
    "read_pack",
    "resolve",
    "run_out",
    "same_offence",
    "sentence_cautions",
    "term_end",
]
