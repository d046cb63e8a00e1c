"""Members: who may sign decisions. A member's id is random, so that headers hold nothing about the person."""

from __future__ import annotations

from habeas.desk import models
from habeas.desk.faults import BadRequest, NotFound, told
from habeas.desk.projection import project
from habeas.desk.results import Member
from habeas.desk.workspace import Workspace
from habeas.ledger import Draft


@told
def add_member(ws: Workspace, name: str, *, now: str, by: str | None = None) -> Member:
    """Adds a member. The first signs for itself; `by` names who adds the others (None: the new member itself).

    A name that is there already gives that member and changes nothing. Raises `BadRequest` for an empty name.
    """
    name = " ".join(name.split())
    if not name:
        raise BadRequest("A member needs a name.", 'Say: habeas member add "A. Monitor".')
    with ws.transaction():
        known = [m for m in members(ws) if m.name.casefold() == name.casefold()]
        if known:
            return known[0]
        new = Member("m-" + ws.random_key()[:10], name)
        actor = member(ws, by) if by else new
        content = {"member": new.id, "name": name}
        draft = Draft("member_added", actor.id, actor.id, content, (new.id,), idempotency_key=ws.random_key())
        project(ws, ws.journal_at(now).append([draft]))
    return new


def members(ws: Workspace) -> tuple[Member, ...]:
    """All members of this office, by name. Those of others, whose feeds were received, sign nothing here."""
    rows = models.MemberRow.objects.using(ws.alias).order_by("name", "id").values_list("id", "name")
    added = ws.journal.about((), actions=("member_added",))
    own = {e.body.content["member"] for e in added if e.body and e.header.feed == ws.feed}
    return tuple(Member(*row) for row in rows if row[0] in own)


@told
def member(ws: Workspace, who: str) -> Member:
    """The member with this id or name (any case). Raises `NotFound`, listing the members there are."""
    wanted = " ".join(who.split()).casefold()
    known = members(ws)
    for one in known:
        if wanted in (one.id, one.name.casefold()):
            return one
    names = ", ".join(m.name for m in known)
    if not names:
        raise NotFound(
            f"There is no member {who!r}: this workspace has none yet.", f'Add one: habeas member add "{who}".'
        )
    raise NotFound(
        f"There is no member {who!r}. Members are: {names}.", "Name one of them, or `habeas member add` a new one."
    )
