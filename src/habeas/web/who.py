"""Who asks: the member that signs, and the roles that say what they may do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest

ROLES = ("reader", "contributor", "monitor", "verifier", "publisher", "administrator")
SESSION = "member"
BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True, slots=True)
class Who:
    """`member` is the name that signs decisions, empty for somebody not signed in; `id` is that member's."""

    member: str = ""
    roles: frozenset[str] = frozenset()
    id: str = ""

    @property
    def known(self) -> bool:
        """True for somebody who is signed in."""
        return bool(self.member)


NOBODY = Who()


def who_asks(request: HttpRequest) -> Who:
    """The one who is signed in with this request's session, or `NOBODY`. Roles are asked for each time, so that what an
    administrator takes away is gone at once."""
    user = request.user
    if not user.is_authenticated:
        return NOBODY
    name = request.session.get(SESSION)
    if name is None:
        name = request.session[SESSION] = member_name(user.username) or user.username
    return Who(name, roles_of(user), user.username)


def user_of(member: str, roles: Iterable[str] | None = None) -> User:
    """The user of the member with this id, made without a password when there is none. Roles given replace its own."""
    from django.contrib.auth.models import Group, User

    user, made = User.objects.get_or_create(username=member)
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    if roles is not None:
        user.groups.set([Group.objects.get_or_create(name=r)[0] for r in sorted(set(roles) & set(ROLES))])
    return user


def roles_of(user: User) -> frozenset[str]:
    """What the user may be, as the accounts database says now."""
    return frozenset(user.groups.values_list("name", flat=True)) & frozenset(ROLES)


def sign_in(request: HttpRequest, member: str, roles: frozenset[str]) -> None:
    """Begins a session of the member with this name under a new key, without asking for a password. An account that is
    there keeps its roles."""
    from habeas.desk import member as member_named

    user = user_of(member_named(request.ws, member).id)  # type: ignore[attr-defined]
    enter_as(request, user_of(user.username, roles_of(user) or roles))


def enter_as(request: HttpRequest, user: User, *, by: str = "link") -> None:
    """Begins a session of the user under a new key. `by` is how they proved who they are: `link` or `password`."""
    from allauth.account.internal.flows.login import record_authentication
    from allauth.usersessions.models import UserSession
    from django.contrib.auth import login

    request.session.flush()
    login(request, user, backend=BACKEND)
    record_authentication(request, user, method=by, reauthenticated=by == "password" or None)
    UserSession.objects.create_from_request(request)


def member_id(name: str) -> str | None:
    """The id of the member with this name or id, in the workspace that is served."""
    from habeas.desk import members
    from habeas.web.opening import workspace

    wanted = " ".join(name.split()).casefold()
    return next((m.id for m in members(workspace()) if wanted in (m.id, m.name.casefold())), None)


def member_name(id: str) -> str | None:
    """The name of the member with this id, in the workspace that is served."""
    from habeas.desk import members
    from habeas.web.opening import workspace

    return next((m.name for m in members(workspace()) if m.id == id), None)
