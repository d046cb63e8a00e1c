"""Which decisions are in force: what was withdrawn, what was replaced, and where two replace the same one.

Rules, in the words of the design:
- A decision that another withdraws has no effect; withdrawing the withdrawal gives it back.
- A decision that replaces another takes its place. `correct`, `prefer`, `release` and `withdraw` build on what they
  replace and leave it standing; every other action sets it aside.
- Two decisions that replace the same one, and do not say the same, are a conflict: neither is applied nor anything
  built on them, and what they replace stands. Withdrawing all but one resolves it.
- Within one feed a decision on the same thing replaces the feed's last one without saying so: its author saw it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from habeas.ledger import Entry
from habeas.ledger.canonical import canonical
from habeas.register.model import Conflict

BUILDS_ON = frozenset({"correct", "prefer", "release", "withdraw"})
_ASIDE = frozenset({"replaces", "why", "bulk", "confidence", "rule"})


class Standing:
    """Answers, for the decisions given in canonical order, which are `in_force`, and lists the `conflicts`."""

    def __init__(self, decisions: Iterable[Entry]) -> None:
        self._entries = {e.id: e for e in decisions}
        self._replacing: dict[str, list[str]] = defaultdict(list)
        self._replaced: dict[str, list[str]] = defaultdict(list)
        self._withdrawing: dict[str, list[str]] = defaultdict(list)
        self._withdrawn: dict[str, bool] = {}
        self._rivals: dict[str, tuple[str, ...]] = {}
        self._suspended: dict[str, bool] = {}
        last: dict[tuple[str, str], str] = {}
        for entry in self._entries.values():
            self._index(entry, last)

    def _index(self, entry: Entry, last: dict[tuple[str, str], str]) -> None:
        content = _content(entry)
        replaced = content.get("replaces")
        targets: list[str] = [replaced] if replaced else []
        topic = _topic(entry.action, content)
        if topic:
            if not targets:
                targets = [last.get((entry.header.feed, topic), topic)]
            last[entry.header.feed, topic] = entry.id
        for target in targets:
            self._replacing[target].append(entry.id)
            self._replaced[entry.id].append(target)
        if entry.action == "withdraw" and content.get("decision"):
            self._withdrawing[content["decision"]].append(entry.id)

    def in_force(self, id: str) -> bool:
        """True when nothing withdrew the decision, set it aside, or left it in conflict."""
        if id not in self._replaced and id not in self._replacing and id not in self._withdrawing:
            return True
        return not (self.withdrawn(id) or self.suspended(id) or self._set_aside(id))

    def withdrawn(self, id: str) -> bool:
        """True when a withdrawal that itself stands names the decision."""
        if id not in self._withdrawn:
            self._withdrawn[id] = False  # a withdrawal that names itself, directly or not, has no effect
            self._withdrawn[id] = any(not self.withdrawn(w) for w in self._withdrawing.get(id, ()))
        return self._withdrawn[id]

    def withdrawn_by(self, id: str) -> str | None:
        """The first standing withdrawal of the decision."""
        return next((w for w in self._withdrawing.get(id, ()) if not self.withdrawn(w)), None)

    def suspended(self, id: str) -> bool:
        """True when the decision, or one it builds on, is a candidate of a conflict."""
        if id not in self._suspended:
            self._suspended[id] = False
            self._suspended[id] = any(len(self.rivals(t)) > 1 or self.suspended(t) for t in self._replaced.get(id, ()))
        return self._suspended[id]

    def rivals(self, target: str) -> tuple[str, ...]:
        """The standing decisions that replace `target`; of those that say the same, the first."""
        if target not in self._rivals:
            said: dict[bytes, str] = {}
            for id in self._replacing.get(target, ()):
                if not self.withdrawn(id):
                    said.setdefault(_said(self._entries[id]), id)
            self._rivals[target] = tuple(said.values())
        return self._rivals[target]

    def _set_aside(self, id: str) -> bool:
        rivals = self.rivals(id)
        return len(rivals) == 1 and self._entries[rivals[0]].action not in BUILDS_ON

    def conflicts(self) -> tuple[Conflict, ...]:
        """Every conflict, in the order of what it is about."""
        found = []
        for target in sorted(self._replacing):
            rivals = self.rivals(target)
            if len(rivals) > 1:
                message = (
                    f"{len(rivals)} decisions replace {target} and differ; none is applied until one is withdrawn."
                )
                found.append(Conflict("two_decisions", target, rivals, message))
        return tuple(found)


def _content(entry: Entry) -> Mapping[str, Any]:
    return entry.body.content if entry.body is not None else {}


def _topic(action: str, content: Mapping[str, Any]) -> str | None:
    """What a decision is about when only one decision on it can hold."""
    match action:
        case "prefer":
            return f"prefer {content.get('fact')}"
        case "correct":
            return f"correct {content.get('claim')}"
        case "accept":
            return f"accept {content.get('claim')}"
        case _:
            return None


def _said(entry: Entry) -> bytes:
    said = {k: v for k, v in _content(entry).items() if k not in _ASIDE}
    return entry.action.encode() + canonical(said)
