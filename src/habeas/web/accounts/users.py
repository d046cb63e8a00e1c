"""Users as members: one user for one member. Roles are Django's groups; a user without any may do nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from habeas.errors import HabeasError
from habeas.web.accounts.calendars import revoke
from habeas.web.who import roles_of, user_of

if TYPE_CHECKING:
    from habeas.desk import Workspace

ADMINISTRATOR = "administrator"


class LastAdministrator(HabeasError):
    """Nobody would be left who can let others in."""

    exit_code = 7


class NoSuchAccount(HabeasError):
    """No account has the id."""

    exit_code = 3


@dataclass(frozen=True, slots=True)
class Account:
    """One line of the page of accounts. `id` is the member's."""

    id: str
    name: str
    roles: frozenset[str]
    active: bool
    has_password: bool
    has_second: bool


def found(member: str) -> User:
    """The user of the member with this id. Raises `NoSuchAccount`."""
    user = User.objects.filter(username=member).first()
    if user is None:
        raise NoSuchAccount("There is no such account.", "The page of accounts lists them.")
    return user


def accounts(ws: Workspace) -> list[Account]:
    """Every account, by the member's name."""
    from habeas.desk import members

    names = {m.id: m.name for m in members(ws)}
    second = set(Authenticator.objects.filter(type=Authenticator.Type.TOTP).values_list("user_id", flat=True))
    rows = (
        Account(
            u.username, names.get(u.username, u.username), frozenset(g.name for g in u.groups.all()), u.is_active,
            u.has_usable_password(), u.pk in second,
        )
        for u in User.objects.prefetch_related("groups")
    )  # fmt: skip
    return sorted(rows, key=lambda a: (a.name.casefold(), a.id))


def somebody_lets_in() -> bool:
    """True when an administrator can sign in with a password: then no first link is printed any more."""
    users = User.objects.filter(groups__name=ADMINISTRATOR, is_active=True)
    return any(u.has_usable_password() for u in users)


def somebody_signs_in() -> bool:
    """True when anybody can sign in with a password: then the entrance asks for one."""
    return any(u.has_usable_password() for u in User.objects.filter(is_active=True))


def set_roles(member: str, roles: Iterable[str]) -> None:
    """Replaces the roles. Raises `LastAdministrator`, `NoSuchAccount`."""
    user = found(member)
    if ADMINISTRATOR not in set(roles):
        _keep_one(user)
    user_of(member, roles)


def set_active(member: str, active: bool) -> None:
    """Lets the user in or keeps them out; who is kept out loses every session. Raises as `set_roles`."""
    user = found(member)
    if not active:
        _keep_one(user)
    user.is_active = active
    user.save(update_fields=["is_active"])
    if not active:
        end_sessions(user)


def _keep_one(user: User) -> None:
    others = User.objects.filter(groups__name=ADMINISTRATOR, is_active=True).exclude(pk=user.pk)
    if ADMINISTRATOR in roles_of(user) and not others.exists():
        raise LastAdministrator(
            "This is the last administrator.", "Make another member administrator first, then change this one."
        )


def reset(member: str) -> User:
    """Takes away password, second factor, sessions and calendar: the way back for who lost them is a new link."""
    user = found(member)
    user.set_unusable_password()
    user.save(update_fields=["password"])
    Authenticator.objects.filter(user=user).delete()
    revoke(user)
    end_sessions(user)
    return user


def end_sessions(user: User, *, keep: str | None = None) -> None:
    """Ends the sessions of the user, but for the one with the key `keep`."""
    for session in UserSession.objects.filter(user=user):
        if session.session_key != keep:
            session.end()


def link_parts(user: User) -> tuple[str, str]:
    """(user, token) of a link that lets the user choose a password once, for two days."""
    return urlsafe_base64_encode(user.username.encode()), default_token_generator.make_token(user)


def user_by_link(who: str, token: str) -> User | None:
    """The active user whom the link is for; None when it was used, is too old, or never was one."""
    try:
        name = urlsafe_base64_decode(who).decode()
    except (ValueError, UnicodeDecodeError):
        return None
    user = User.objects.filter(username=name, is_active=True).first()
    return user if user is not None and default_token_generator.check_token(user, token) else None
