"""The word lists in `data/`: given names by culture, words that are no names, roles before a name. Data, not rules."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from importlib.resources import files
from io import StringIO

from habeas.reading.spelling import word_key

Words = frozenset[str]


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("habeas.reading") / "data" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(StringIO(text)))


@lru_cache(maxsize=1)
def given_names() -> dict[str, str]:
    """Spelling key of a given name -> `m`, `f` or `u` (either, or a family name that stands first)."""
    sexes: dict[str, str] = {}
    for row in [*_rows("given.csv"), *_rows("given_more.csv")]:
        for name in row["names"].split():
            key = word_key(name)
            known = sexes.setdefault(key, row["sex"])
            if known != row["sex"]:
                sexes[key] = "u"
    return sexes


@lru_cache(maxsize=1)
def surnames() -> Words:
    """Spelling keys of family names whose form does not show that they are names (`data/surnames.csv`)."""
    return frozenset(word_key(name) for row in _rows("surnames.csv") for name in row["names"].split())


@lru_cache(maxsize=1)
def word_classes() -> dict[str, str]:
    """Lower-case word -> function, organ, place, nation, city or acronym. The first class of a word holds."""
    classes: dict[str, str] = {}
    for row in _rows("words.csv"):
        for word in row["words"].split():
            classes.setdefault(word.lower(), row["class"])
    return classes


@lru_cache(maxsize=1)
def role_words() -> dict[str, str]:
    """Lower-case noun or title that stands before a name -> role class (`data/roles.csv`). The first class holds."""
    roles: dict[str, str] = {}
    for row in _rows("roles.csv"):
        for word in row["words"].split():
            roles.setdefault(word, row["role"])
    return roles


_OCCUPATION = re.compile(
    r"[a-z]{2,}-?(?:teacher|workers?|keepers?|makers?|driver|ologist|ographer|ician|[^vw]ist|leader|player|writer|owner|"
    r"holder|officer|singer|seller|dealer|fighter|builder|minder|presenter|petitioner|lecturer|organi[sz]er|commander|"
    r"campaigner|broadcaster|entertainer|treasurer|reformer|breeder|herder|practitioner|wright|monger)s?"
    r"|(?:fisher|crafts|trades|herds|handy|door|fore|sales|states|sports|anchor|service|alder|fire|boat|ferry|clergy|"
    r"business|camera|news|lay|police|congress|assembly|chair|spokes|middle|mid|horse|stunt|show|milk|post|watch)-?"
    r"(?:wo)?m[ae]n"
)


@lru_cache(maxsize=8192)
def role_of(word: str) -> str | None:
    """The role class of a lower-case noun or title: of the list, else `person` for the form of an occupation."""
    known = role_words().get(word)
    if known is None and _OCCUPATION.fullmatch(word) and word not in word_classes() and word != "christ":
        return "person"
    return known


@lru_cache(maxsize=16)
def cue_words(cue: str) -> Words:
    """The words of one cue of `data/cues.csv`: what stands before names, what is no occupation, ..."""
    return frozenset(next(row["words"] for row in _rows("cues.csv") if row["cue"] == cue).split())
