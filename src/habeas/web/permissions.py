"""Who may do what: one table of roles and actions. What is not in it is not permitted.

Every page names its action (`habeas.web.page`), so that the table of roles, pages and actions in `docs/accounts.md` is
made from the addresses themselves, and a test goes through every cell of it.
"""

from __future__ import annotations

from collections.abc import Mapping

from habeas.web.who import Who

ACTIONS: Mapping[str, str] = {
    "see": "open the pages of the register: people, facts, sources, figures",
    "capture": "add sources and memos",
    "check": "hold a draft against the register",
    "decide": "accept, correct, reject, prefer, withdraw, join, split, recognise",
    "release": "set who may see facts; record and withdraw mandates",
    "self": "see and mend one's own account and sessions",
    "manage": "make accounts, give roles, keep somebody out, hand out links",
}
"""Action -> what it permits."""

_SEE = frozenset(("see", "self"))
TABLE: Mapping[str, frozenset[str]] = {
    "reader": _SEE,
    "contributor": _SEE | {"capture"},
    "monitor": _SEE | {"capture", "decide", "check"},
    "verifier": _SEE | {"decide", "check"},
    "publisher": _SEE | {"release", "check"},
    "administrator": frozenset(("manage", "self")),
}
"""Role -> actions. Somebody may have several roles; an administrator has no access to content by that role."""

NOT_OWN: Mapping[str, frozenset[str]] = {"verifier": frozenset(("decide",))}
"""Role -> actions that it does not permit on what the member decided."""


def allowed(user: Who, action: str, obj: object = None) -> bool:
    """True when one of the user's roles permits the action, and, where an object is named, on that object.

    `obj` is whoever decided the thing last: a member's name or id, or several of them.
    """
    return any(_permits(role, user, action, obj) for role in user.roles)


def _permits(role: str, user: Who, action: str, obj: object) -> bool:
    if action not in TABLE.get(role, ()):
        return False
    return action not in NOT_OWN.get(role, ()) or not _own(user, obj)


def _own(user: Who, obj: object) -> bool:
    authors = (obj,) if isinstance(obj, str) else obj if isinstance(obj, tuple | list | set | frozenset) else ()
    return any(author in (user.member, user.id) for author in authors if author)
