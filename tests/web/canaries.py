"""A workspace in which every text of every kind at every level is a canary, and what each of them may do.

`fill` writes entries straight into the journal, past the checks of the desk: what the desk would refuse to release is
released here, so that the public side is held alone by its own gate.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from adapters import photographs
from habeas.adapters.parsing.photographs import take_photograph
from habeas.desk import Workspace, add_member, capture_bytes, rebuild
from habeas.desk.pictures import keep_copies
from habeas.ledger import Draft
from habeas.lexicon.kinds import KINDS, LEVELS
from habeas.register import PUBLIC

NOW = "2021-02-01T10:00:00Z"
TERMS = {"length": "P3Y", "count": {"value": 12, "comparator": "="}, "when": "2020", "number": 3, "truth": True}


@dataclass(slots=True)
class Canaries:
    """Token -> what it stands in. `seen` may be public and must be found; `secret` must be found nowhere.

    `pictures` and `hidden` are the copies of photographs by fact: those that may be public, and those that may not.
    """

    seen: dict[str, str] = field(default_factory=dict)
    secret: dict[str, str] = field(default_factory=dict)
    people: list[str] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    hidden: dict[str, bytes] = field(default_factory=dict)

    def token(self, where: str, *, public: bool = False) -> str:
        """A new word that stands nowhere else."""
        token = f"Zq{len(self.seen) + len(self.secret):05d}x"
        (self.seen if public else self.secret)[token] = where
        return token


def fill(ws: Workspace) -> Canaries:
    """Writes the canaries into an empty workspace and folds it."""
    found = Canaries()
    member = add_member(ws, found.token("member.name"), now=NOW)
    writer = _Writer(ws, member.id, found)
    for level in LEVELS:
        writer.level(level)
    writer.beside()
    rebuild(ws)
    return found


class _Writer:
    def __init__(self, ws: Workspace, member: str, found: Canaries) -> None:
        self.ws, self.member, self.found, self.count = ws, member, found, 0
        self.accepts: dict[str, str] = {}

    def do(self, action: str, *, entry_level: int = 2, **content: Any) -> str:
        draft = Draft(action, self.member, self.member, content, (), entry_level)
        return self.ws.journal_at(NOW).append([draft])[0].id

    def source(self, where: str, *, public: bool = False, how: str = "file") -> str:
        """A source whose title, text, file name and address are canaries."""
        token = self.found.token
        words = f"{token(f'{where}.passage')} says what nobody else may read, number {self.count}.\n"
        self.count += 1
        return capture_bytes(
            self.ws, words.encode(), name=f"{token(f'{where}.file')}.md", by=self.member, now=NOW, how=how,
            title=token(f"{where}.title", public=public), published="2021-01-31",
            address=f"https://{token(f'{where}.address')}.example/",
        ).source  # fmt: skip

    def person(self, where: str, source: str, *, public: bool = False) -> str:
        """A record whose name and other names are canaries."""
        self.count += 1
        record = f"r-{self.count:010x}"
        name, alias = self.found.token(f"{where}.name", public=public), self.found.token(f"{where}.alias")
        self.do("record_opened", record=record, document=source, name=name, names=[name, alias], role="subject")
        if not public:
            self.found.people.append(record)
        return record

    def accept(self, record: str, kind: str, level: int, source: str, **fields: Any) -> str:
        """An accepted claim, released to the level when that is below where it starts. Returns its fact."""
        self.count += 1
        claim, fact = f"c-{self.count:010x}", f"f-{self.count:010x}"
        self.accepts[claim] = self.do(
            "accept", entry_level=level, claim=claim, fact=fact, record=record, kind=kind, fields=fields,
            when="2020-03", document=source, span=[2, 9], attribution="author", modality="happened", of=[],
            case=self.found.token(f"{kind}.case"), rule=self.found.token(f"{kind}.rule"), confidence=1, bulk=False,
            proposal=claim, why=self.found.token(f"{kind}.why"),
        )  # fmt: skip
        self.do("release", facts=[fact], level=level, basis=f"source:{source}", why=self.found.token("release.why"))
        if level:
            self.found.facts.append(fact)
        return fact

    def level(self, level: int) -> None:
        """Every kind at this level: about someone of whom nothing else is known, and about someone who is public."""
        source = self.source(f"source of level {level}", public=level == 0)
        if level == 0:
            self.shown = self.person("shown person", source, public=True)
            self.accept(self.shown, "custody", 0, source, form="imprisonment")
        for kind in KINDS:
            alone = level == 0 and kind in PUBLIC
            record = self.person(f"{kind} {level}", source, public=alone)
            for who in (record, self.shown):
                self.accept(who, kind, level, source, **dict(self._fields(kind, level)))
        self._recognise(level)

    def _fields(self, kind: str, level: int) -> Iterator[tuple[str, Any]]:
        for name, made in KINDS[kind].items():
            if made.type == "text":
                public = level == 0 and name in PUBLIC.get(kind, ())
                yield name, self.found.token(f"{kind}.{name} at {level}", public=public)
            else:
                yield name, made.terms[0] if made.terms else TERMS[made.type]

    def _recognise(self, level: int) -> None:
        """A recognition by decision, whose entry is what a release names."""
        words = {n: self.found.token(f"recognise.{n} at {level}", public=level == 0)
                 for n in ("list", "category", "tier", "reason")}  # fmt: skip
        why = self.found.token("recognise.why")
        entry = self.do("recognise", record=self.shown, step="entered", when="2020-04", why=why, **words)
        self.do("release", facts=[entry], level=level, basis="mandate:k-1", why=None)

    def beside(self) -> None:
        """What is no fact: mandates, memos, reasons of decisions, readings before a correction, other records."""
        token = self.found.token
        self.do("mandate_recorded", entry_level=4, mandate="k-1", giver=token("mandate.giver"),
                scope=token("mandate.scope"), purpose=token("mandate.purpose"), until=None,
                proof=token("mandate.proof"))  # fmt: skip
        memo = self.source("memo", how="memo")
        self.accept(self.shown, "custody", 0, memo, form="imprisonment", facility=token("told in a memo", public=True))
        sealed = self.source("mandate's source")
        fact = self.accept(self.shown, "charge", 2, sealed, article=token("by mandate", public=True))
        self.found.facts.remove(fact)
        self.do("release", facts=[fact], level=0, basis="mandate:k-1", why=token("release.why"))
        joined = self.person("record of the same person", sealed)
        self.do("same", records=[self.shown, joined], why=token("same.why"))
        self._photographs()
        self._changes(memo)

    def _photographs(self) -> None:
        """Photographs of people of whom something is public: one that may be seen, and those that may not."""
        source = self.source("source of somebody else", public=True)
        self.photograph(self.shown, 0, public=True)
        held = self.person("whose mandate is withdrawn", source, public=True)
        self.accept(held, "custody", 0, source, form="imprisonment")
        for consent in ("mandate:k-2", "mandate:k-3", f"source:{source}"):
            self.photograph(held, 0, consent=consent)  # withdrawn, ended, and released on another ground
        for level in LEVELS[1:]:
            self.photograph(held, level)

    def photograph(self, record: str, level: int, *, public: bool = False, consent: str = "mandate:k-1") -> None:
        """A photograph whose file holds words in every place, whose colour is its own, and what is said of it."""
        token = self.found.token
        self.count += 1
        data = photographs.jpeg(wide=90 + self.count % 60, high=120, word=token("file of a photograph"))
        where = f"on {consent[:11]} at {level}"
        captured = {
            "source": (sha256 := hashlib.sha256(data).hexdigest()), "title": token(f"photograph.title {where}"),
            "media_type": "image/jpeg", "language": "en", "published": None, "captured_at": NOW, "how": "file",
            "characters": 40, "by": self.member, "file": token(f"photograph.file {where}"), "address": None,
            "encoding": "utf-8",
        }  # fmt: skip
        self.do("source_captured", **captured)
        taken = take_photograph(data, file="a.jpg")
        keep_copies(self.ws, sha256, taken)
        fields = {
            "attribute": "photo", "value": token(f"photograph.alt {where}", public=public),
            "credit": token(f"photograph.credit {where}", public=public), "consent": consent,
        }  # fmt: skip
        basis = consent if consent.startswith("mandate:") else "mandate:k-1"
        fact = self.accept(record, "identity", max(level, 2), sha256, **fields)
        self.do("release", facts=[fact], level=level, basis=basis, why=None)
        (self.found.pictures if public else self.found.hidden)[fact] = taken.shown.data
        if public:
            self.found.facts.remove(fact)

    def _changes(self, source: str) -> None:
        token = self.found.token
        early = self.accept(self.shown, "hearing", 2, source, body=token("corrected before its release"))
        self.found.facts.remove(early)
        self._correct(early, body=token("as corrected before its release", public=True))
        self.do("release", facts=[early], level=0, basis="mandate:k-1", why=None)
        late = self.accept(self.shown, "hearing", 0, source, body=token("public, then corrected", public=True))
        self._correct(late, body=token("as corrected when it was public", public=True))
        gone = self.accept(self.shown, "hearing", 0, source, body=token("public, then withdrawn"))
        self.do("withdraw", fact=gone, why=token("withdraw.why"))
        lost = self.accept(self.shown, "hearing", 2, source, body=token("released on a basis that was withdrawn"))
        self.do("mandate_recorded", entry_level=4, mandate="k-2", giver=token("giver"), scope="all", purpose="publish",
                until=None, proof=None)  # fmt: skip
        self.do("release", facts=[lost], level=0, basis="mandate:k-2", why=None)
        self.do("basis_withdrawn", basis="mandate:k-2", why=token("basis_withdrawn.why"))
        ended = self.accept(self.shown, "hearing", 2, source, body=token("released on a mandate that has ended"))
        self.do("mandate_recorded", entry_level=4, mandate="k-3", giver=token("giver"), scope="all", purpose="publish",
                until="2021-06-30", proof=None)  # fmt: skip
        self.do("release", facts=[ended], level=0, basis="mandate:k-3", why=None)
        self.found.facts += [gone, lost, ended]

    def _correct(self, fact: str, **fields: Any) -> None:
        claim = fact.replace("f-", "c-")
        why = self.found.token("correct.why")
        self.do("correct", claim=claim, fields=fields, why=why, replaces=self.accepts[claim])
