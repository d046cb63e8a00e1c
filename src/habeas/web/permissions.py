"""Who may do what: one table of roles and actions. What is not in it is not permitted."""

from __future__ import annotations

from collections.abc import Mapping

from habeas.web.who import Who

_SEE = frozenset(("see",))
TABLE: Mapping[str, frozenset[str]] = {
    "reader": _SEE,
    "contributor": _SEE | {"capture"},
    "monitor": _SEE | {"capture", "decide", "check"},
    "verifier": _SEE | {"decide", "check"},
    "publisher": _SEE | {"release", "check"},
    "administrator": frozenset(("manage",)),
}


def allowed(user: Who, action: str, obj: object = None) -> bool:
    """True when one of the user's roles permits the action (on the object, where one is named)."""
    return any(action in TABLE.get(role, ()) for role in user.roles)
