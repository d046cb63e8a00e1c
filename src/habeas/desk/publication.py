"""What the public may see of a workspace: gathered here, decided by `visible`, rendered by `habeas.reports.site`."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from datetime import date
from threading import Lock

from habeas.desk.faults import told
from habeas.desk.folding import folded
from habeas.desk.moments import instant
from habeas.desk.numbers import last_known
from habeas.desk.pictures import shelf
from habeas.desk.workspace import Workspace
from habeas.register import fold, heads_known_at
from habeas.register.order import known
from habeas.reports.catalogue import chosen
from habeas.reports.site import PublicView, Site, view_for

_KEPT = 8
_views: OrderedDict[tuple[object, ...], PublicView] = OrderedDict()
_lock = Lock()


@told
def published(
    ws: Workspace,
    *,
    as_of: date,
    today: date,
    known_at: str | None = None,
    list_name: str | None = None,
) -> PublicView:
    """The public view as of a day, as known at a moment (UTC; a day alone means its end).

    Whatever the moment asked for, a basis that was withdrawn since, or has ended by `today`, releases nothing: what is
    taken back is taken back from every view of the past. Raises `BadRequest` for a time that is none.
    """
    key = (ws.alias, ws.journal.head(), as_of, today, known_at, list_name)
    with _lock:
        view = _views.get(key)
    if view is None:
        view = _made(ws, as_of, today, known_at, list_name)
        with _lock:
            _views[key] = view
            while len(_views) > _KEPT:
                _views.popitem(last=False)
    return view


@told
def public_site(
    ws: Workspace,
    *,
    as_of: date,
    today: date,
    known_at: str | None = None,
    list_name: str | None = None,
    indexed: bool = True,
    address: str = "",
    languages: Sequence[str] = (),
) -> Site:
    """The public site of that view. `address` is where it will stand; `indexed` False asks search engines to stay away;
    `languages` are those of the workspace when none is named. Raises `NoSuchLanguage`."""
    spoken = chosen(languages or ws.config.languages)
    view = published(ws, as_of=as_of, today=today, known_at=known_at, list_name=list_name)
    return Site(view, indexed, address if not address or address.endswith("/") else address + "/", spoken)


def forget_published() -> None:
    """Drops every view that is remembered."""
    with _lock:
        _views.clear()


@told
def view_of(
    ws: Workspace,
    audience: str,
    *,
    as_of: date,
    today: date,
    known_at: str | None = None,
    list_name: str | None = None,
) -> PublicView:
    """The same for any audience: what exports are made of. Raises `NoSuchAudience`, `BadRequest`."""
    return _made(ws, as_of, today, known_at, list_name, audience)


def _made(
    ws: Workspace, as_of: date, today: date, known_at: str | None, list_name: str | None, audience: str = "public"
) -> PublicView:
    whole = folded(ws)
    said = {
        "as_of": as_of, "published_on": today, "heading": ws.name, "list_name": list_name, "audience": audience,
        "shelf": shelf(ws),
    }  # fmt: skip
    if known_at is None:
        return view_for(whole.register, whole.entries, known_at=last_known(ws) or "", **said)
    moment = instant(known_at)
    heads = heads_known_at(whole.entries, feed=ws.feed, instant=moment)
    then = tuple(e for e in whole.entries if known(e, heads))
    return view_for(fold(then), then, known_at=moment, now=(whole.register, whole.entries), **said)
