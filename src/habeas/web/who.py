"""Who asks: the member that signs, and the roles that say what they may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest

ROLES = ("reader", "contributor", "monitor", "verifier", "publisher", "administrator")
SESSION = "who"


@dataclass(frozen=True, slots=True)
class Who:
    """`member` is the name that signs decisions, empty for somebody not signed in."""

    member: str = ""
    roles: frozenset[str] = frozenset()

    @property
    def known(self) -> bool:
        """True for somebody who is signed in."""
        return bool(self.member)


NOBODY = Who()


def who_asks(request: HttpRequest) -> Who:
    """The one who is signed in with this request's session, or `NOBODY`."""
    kept = request.session.get(SESSION)
    return Who(kept["member"], frozenset(kept["roles"])) if kept else NOBODY


def sign_in(request: HttpRequest, member: str, roles: frozenset[str]) -> None:
    """Begins a session under a new key."""
    request.session.cycle_key()
    request.session[SESSION] = {"member": member, "roles": sorted(roles)}
