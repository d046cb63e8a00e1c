"""Whose sentence it is: the people of a sentencing verb, and how its penalties are shared out among them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from habeas.reading.anaphora import NOBODY, Who, inherited, likely, resolve
from habeas.reading.attach import clause_start, listed_after, object_of, subject_of
from habeas.reading.clauses import Slot, Statement
from habeas.reading.rules.penalties import Penalty
from habeas.reading.rules.sentence_changed import changed_whose

_AUX = re.compile(r"\b(?:was|were|been|being|be|is|are|got)\s+(?:[a-z]+\s+){0,3}$")


_TO_NEXT = re.compile(
    r"(?:[\s,(]*(?:in\s+absentia|\x02+|on|in|each|both|\w+ly|by\s+(?:an?|"
    r"the)\s+(?:[\w'.-]+\s+){1,6}?(?:court|tribunal|judge)|for\s+[^,.;]{3,120}?))*[\s,)]*(?:to|"
    r"for)\b"
)


_NEW_GROUP = re.compile(
    r"(?:\s+(?:on|in)\s+\x02+)?(?:\s*each\b)?"
    r"[\s,;()-]*(?:(?:and|while|whereas|but|with|as well as)\s+)?(?:(?:his|her|their|the|another|"
    r"an?)\s+)?(?:(?!for\b|to\b|by\b|of\b|who\b|in\b|on\b|against\b)[a-z'-]+\s+){0,5}"
)


def whose(statement: Statement, verb: re.Match[str], kept: list[Penalty], last: Who) -> Who:
    """The people of a sentencing verb: its subject or object, the owner of what it changes, or a list behind it.

    `last` are those of the verb before it.
    """
    name = verb.lastgroup
    passive = name in ("given", "got") or bool(_AUX.search(statement.masked, max(0, verb.start() - 40), verb.start()))
    if name == "main" and not passive:
        passive = bool(_TO_NEXT.match(statement.masked, verb.end())) and not _named_between(
            statement, verb.end(), kept[0].span[0]
        )
        passive = passive or (statement.elliptic and clause_start(statement.masked, verb.start()) == 0)
    passive = passive or (name == "put" and bool(re.match(r"\s+(?:in|under)\b", statement.masked[verb.end() :])))
    if name == "changed":
        return changed_whose(statement, verb, last)
    if name == "asked":
        for_whom = re.compile(r"[^.;\x01]{0,40}\b(?:for|against)\b").match(statement.masked, kept[-1].span[1])
        return object_of(statement, for_whom.end()) if for_whom else inherited(statement)
    if passive and _SERVING.search(statement.masked, 0, verb.start()) and verb[0].startswith("serving"):
        return _before_comma(statement, verb.start())
    if passive:
        who = subject_of(statement, _predicate_start(statement, verb))
        if (
            not who.persons
            and who.slot is None
            and name == "main"
            and _AUX.search(statement.masked, 0, verb.start()) is None
        ):
            who = _before_comma(statement, verb.start())
        if not who.persons and verb[0] in ("serving", "completing"):  # "X remained in custody, serving ..."
            who = _of_main(statement, verb.start())
    else:
        who = object_of(statement, verb.end())
        if not who.persons and who.slot is not None and who.slot.kind == "group":
            who = _apposed(statement, who.slot, kept[0].span[0])
        elif not who.persons and _COORDINATE.search(statement.masked, 0, verb.start()):
            who = subject_of(statement, verb.start())
    if not who.persons:
        behind = _GIVEN_TO.match(statement.masked, kept[-1].span[1]) if name == "passed" else None
        who = object_of(statement, behind.end()) if behind else listed_after(statement, kept[-1].span[1], marked=True)
    if not who.persons and name in ("passed", "main", "got") and "respectively" in statement.flat:
        who = _spoken_of(statement, len(kept))
    if not who.persons and name == "passed" and _BY_COURT.search(statement.masked, 0, verb.start()):
        who = topic_in(statement, verb.start())
        who = who if len(who.persons) == 1 and likely(statement, [*who.persons]) else NOBODY
    return who


_MAIN = re.compile(r"\b(?:remain\w*|was|were|is|are|died|continu\w+|stay\w*|spent)\b")


def _of_main(statement: Statement, at: int) -> Who:
    """Whom the verb before a participle is about: "X remained in custody, serving a sentence"."""
    main = next(_MAIN.finditer(statement.masked, clause_start(statement.masked, at), at), None)
    return subject_of(statement, main.start()) if main else NOBODY


_BY_COURT = re.compile(
    r"(?:^|[;,.]|\band|\bbut)\s*(?:the\s+)?(?:[a-z'-]+\s+){0,4}?(?:court|judges?|tribunal|it)\s+(?:\w+ly\s+)?$"
)


def _spoken_of(statement: Statement, count: int) -> Who:
    """ "The court handed down 11 and four years, respectively": just so many people that the text was about."""
    groups = [statement.topic_before, statement.entry_people]
    groups += [s.persons for e in statement.earlier(2) for s in reversed(e.slots) if s.kind == "name"]
    people = next((g for g in groups if len(g) == count), ())
    return Who(people, 0.85) if people else NOBODY


_SERVING = re.compile(r"\x01\s*(?:,\s+|\()(?:\w+\s+){0,2}$")
_GIVEN_TO = re.compile(r"(?:\s+(?:in\s+(?:prison|jail)|each|imprisonment))?\s+(?:to|on|upon|for|against)(?=\s)")
_COORDINATE = re.compile(r"(?:\b(?:and|but)|,)\s+(?:also\s+)?$")


def _apposed(statement: Statement, group: Slot, stop: int) -> Who:
    """ "sentenced two members of the party, X and Y, to": the names in apposition to an unnamed group."""
    for slot in statement.slots:
        if slot.kind == "name" and group.span[1] <= slot.span[0] < stop and not slot.owner and not slot.aside:
            gap = statement.masked[group.span[1] : slot.span[0]]
            if re.search(r"[,:(-]\s*(?:[a-z-]+\s+){0,3}$", gap) and not re.search(r"[;.]\s", gap):
                return resolve(statement, slot)
    return NOBODY


def _named_between(statement: Statement, start: int, end: int) -> bool:
    found = object_of(statement, start)
    return bool(found.persons) and found.slot is not None and found.slot.span[1] <= end


def _predicate_start(statement: Statement, verb: re.Match[str]) -> int:
    aux = _AUX.search(statement.masked, max(0, verb.start() - 40), verb.start())
    return aux.start() if aux else verb.start()


def _before_comma(statement: Statement, at: int) -> Who:
    """ "X, sentenced to five years, ..." and "X (sentenced to five years)"."""
    for slot in reversed(statement.slots):
        if slot.span[1] <= at:
            ok = re.fullmatch(r"[\s,(-]+(?:[a-z'-]+\s+){0,3}", statement.masked[slot.span[1] : at])
            return resolve(statement, slot) if ok and not slot.owner else NOBODY
    return NOBODY


def _side_by_side(statement: Statement, kept: list[Penalty]) -> bool:
    """True for different lengths of one kind in a row: nobody gets "12 months and six months"."""
    kinds, lengths = {p.kind for p in with_kinds(kept)}, {p.length for p in kept}
    gaps = (statement.masked[a.span[1] : b.span[0]] for a, b in pairwise(kept))
    in_a_row = all(re.fullmatch(r"\s*(?:,|and|,\s+and)\s*", gap) for gap in gaps)
    return len(kinds) == 1 and len(lengths) == len(kept) and in_a_row


def respectively(statement: Statement, who: Who, kept: list[Penalty]) -> list[tuple[Who, Penalty]]:
    """Person and penalty in pairs when the sentence says "respectively" and the numbers agree, else nothing."""
    if len(who.persons) < 2 or len(who.persons) != len(kept):
        return []
    if "respectively" not in statement.flat and not _side_by_side(statement, kept):
        return []
    return [(Who((p,), who.sure), penalty) for p, penalty in zip(who.persons, with_kinds(kept), strict=True)]


_ADDED = ("probation", "restriction_of_liberty")
"""What courts add to a term in prison: "8 years and 3 years of house surveillance"."""
_OWN = ("suspended", "", "ban", "fine", "life")


def with_kinds(kept: list[Penalty]) -> list[Penalty]:
    """Penalties without a noun take that of the nearest one with a noun, else imprisonment."""
    out: list[Penalty] = []
    for index, penalty in enumerate(kept):
        if not penalty.kind:
            later = next((p.kind for p in kept[index + 1 :] if p.length and p.kind not in (*_OWN, *_ADDED)), None)
            later = later if penalty.length is None or _one_unit(penalty, kept[index + 1 :]) else None
            former = next((p.kind for p in reversed(out) if p.length and p.kind not in _OWN[1:]), None)
            penalty = replace(penalty, kind=former or later or "imprisonment")
        out.append(penalty)
    return out


def _one_unit(penalty: Penalty, later: list[Penalty]) -> bool:
    """False where only hours follow: the labour that they measure is no noun for years ("to four, and X to 200 hours of
    service").
    """
    named = [p for p in later if p.length and p.kind not in _OWN]
    return not named or "T" not in (named[0].length or "") or "T" in (penalty.length or "")


def regrouped(statement: Statement, at: int, penalty: Penalty) -> Who | None:
    """The other people that this penalty goes to: ", and B to seven years"."""
    if cut := _between_numbers(statement, at, penalty):
        return cut
    for slot in statement.slots:
        if not at <= slot.span[0] < penalty.span[0] or slot.owner or slot.aside:
            continue
        if _NEW_GROUP.fullmatch(statement.masked, at, slot.span[0]) and slot.kind != "group":
            return resolve(statement, _with_next(statement, slot, penalty))
    return _straight_before(statement, at, penalty)


_STRAIGHT = re.compile(r"\s+(?:(?:each|both|all)\s+)?(?:to|received|got|was\s+given|"
    r"were\s+given)\s+(?:an?\s+)?(?:term\s+of\s+)?")


def _straight_before(statement: Statement, at: int, penalty: Penalty) -> Who | None:
    """ "..., of which eight were suspended, and X to five years": the name right before the penalty."""
    for slot in reversed(statement.slots):
        if at <= slot.span[0] and slot.span[1] < penalty.span[0] and slot.kind == "name" and not slot.owner:
            straight = _STRAIGHT.fullmatch(statement.masked, slot.span[1], penalty.span[0])
            return resolve(statement, slot) if straight else None
    return None


def _between_numbers(statement: Statement, at: int, penalty: Penalty) -> Who | None:
    """ "X got ten years, Y nine, and Z seven": names that look like a list, with a number behind each."""
    for slot in statement.slots:
        inside = slot.kind == "name" and len(slot.persons) > 1
        if inside and any(slot.span[0] < x.span[0] < slot.span[1] for x in statement.lengths):
            low, high = max(at, slot.span[0]), min(penalty.span[0], slot.span[1])
            own = [s for s in statement.singles if s.kind == "name" and low <= s.span[0] < high]
            if own:
                return Who(tuple(dict.fromkeys(p for s in own for p in s.persons)), 0.95, own[-1])
    return None


def _with_next(statement: Statement, slot: Slot, penalty: Penalty) -> Slot:
    rest = [
        s for s in statement.slots if slot.span[1] <= s.span[0] < penalty.span[0] and s.kind == "name" and not s.aside
    ]
    for a, b in pairwise([slot, *rest]):
        if re.fullmatch(r"\s*(?:,|and)\s*(?:[a-z'-]+\s+){0,3}", statement.masked[a.span[1] : b.span[0]]):
            slot = replace(slot, persons=tuple(dict.fromkeys(slot.persons + b.persons)))
    return slot


def topic_in(statement: Statement, at: int) -> Who:
    """The last one named before `at` in the sentence, else whom the sentences before were about."""
    left = [s for s in statement.slots if s.span[1] <= at and not s.aside and s.kind == "name"]
    if left:
        return replace(resolve(statement, left[-1]), sure=0.85)
    return Who(statement.topic_before, 0.8) if statement.topic_before else inherited(statement)
