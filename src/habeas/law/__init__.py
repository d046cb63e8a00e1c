"""What codes say: articles by edition, crosswalk, punishments, maxima, state lists, the arithmetic of sentences.

In: a number, a date, an offence as a source names it; lengths and dates. Out: the article that is meant with how it
was found, counterparts, bounds. Data packs (`packs/`) hold the law, each entry with status and source. It never judges
a case, never fills a gap, and says "cannot tell" where the pack is silent.
"""

from __future__ import annotations

from habeas.law.citations import NotAnArticle, citation
from habeas.law.codes import Article, Edition, Group, Pack, Pair, Part, Punishment, StateList
from habeas.law.credits import Credit, credit_on, custody_credits
from habeas.law.criteria import Criterion, Definition, NoCriteria, Pattern, definition, definitions
from habeas.law.crosswalk import Counterpart, crosswalk, same_offence
from habeas.law.deadlines import Body, Deadline, Start, bodies, body_named, deadlines
from habeas.law.loading import BrokenPack, NoPack, countries, pack
from habeas.law.maxima import Maximum, maximum, over_maximum
from habeas.law.resolve import Resolution, UnknownArticle, find, resolve
from habeas.law.term import Answer, NotACredit, TermEnd, overrun_days, run_out, term_end
from habeas.law.titles import likeness

__all__ = [
    "Answer",
    "Article",
    "Body",
    "BrokenPack",
    "Counterpart",
    "Credit",
    "Criterion",
    "Deadline",
    "Definition",
    "Edition",
    "Group",
    "Maximum",
    "NoCriteria",
    "NoPack",
    "NotACredit",
    "NotAnArticle",
    "Pack",
    "Pair",
    "Part",
    "Pattern",
    "Punishment",
    "Resolution",
    "Start",
    "StateList",
    "TermEnd",
    "UnknownArticle",
    "bodies",
    "body_named",
    "citation",
    "countries",
    "credit_on",
    "crosswalk",
    "custody_credits",
    "deadlines",
    "definition",
    "definitions",
    "find",
    "likeness",
    "maximum",
    "over_maximum",
    "overrun_days",
    "pack",
    "resolve",
    "run_out",
    "same_offence",
    "term_end",
]
