"""The words of Habeas: dates, lengths, counts, the vocabulary of claims, scripts and spellings of names.

In: texts as sources write them. Out: frozen values, keys for comparison, labels in three languages. It never
guesses: a date keeps its gaps, a name its spelling, and a word outside the vocabulary is an error. It reads no clock.
"""

from __future__ import annotations

from habeas.lexicon.count import Count, NotACount
from habeas.lexicon.count import total as total_count
from habeas.lexicon.kinds import (
    ATTRIBUTIONS,
    AUDIENCES,
    KINDS,
    LEVELS,
    LIBERTY,
    MODALITIES,
    ROLES,
    Field,
    NotInVocabulary,
)
from habeas.lexicon.length import Length, NotALength
from habeas.lexicon.mapped import Mapped
from habeas.lexicon.names import family_key, fold, gender_pair, skeleton
from habeas.lexicon.scripts import Repair, compose, is_mixed_script, mixed_words, repair
from habeas.lexicon.terms import label, languages
from habeas.lexicon.transliteration import NoSuchSystem, systems, transliterate
from habeas.lexicon.when import NotADate, When

__all__ = [
    "ATTRIBUTIONS", "AUDIENCES", "KINDS", "LEVELS", "LIBERTY", "MODALITIES", "ROLES",
    "Count", "Field", "Length", "Mapped", "NoSuchSystem", "NotACount", "NotADate", "NotALength", "NotInVocabulary",
    "Repair", "When", "compose", "family_key", "fold", "gender_pair", "is_mixed_script", "label", "languages",
    "mixed_words", "repair", "skeleton", "systems", "total_count", "transliterate",
]
