"""What every template may use: the office's name, who asks, and the pages that they may open."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language, gettext_lazy

from habeas.lexicon.terms import languages
from habeas.web.permissions import allowed
from habeas.web.who import NOBODY

PAGES = (
    ("today", "see", gettext_lazy("Today")),
    ("review", "decide", gettext_lazy("Review")),
    ("people", "see", gettext_lazy("People")),
    ("sources", "see", gettext_lazy("Sources")),
    ("figures", "see", gettext_lazy("Figures")),
    ("documents", "see", gettext_lazy("Documents")),
    ("check", "check", gettext_lazy("Check")),
    ("accounts", "manage", gettext_lazy("Accounts")),
)
"""Url name, action and title of the pages in the bar."""


def office(request: HttpRequest) -> dict[str, Any]:
    """Django's context processor."""
    who = getattr(request, "who", NOBODY)
    here = request.path.split("/")[1]
    bar = [
        {"address": address, "title": title, "here": address.strip("/") == here}
        for name, action, title in PAGES
        if allowed(who, action) and (address := _address(name))
    ]
    ws = getattr(request, "ws", None)
    return {"who": who, "bar": bar, "office": ws.name if ws else "", "language": language()}


def language() -> str:
    """The language of the page, in which the vocabulary speaks too; English where it has no labels."""
    chosen = (get_language() or "en")[:2]
    return chosen if chosen in languages() else "en"


def _address(name: str) -> str | None:
    try:
        return reverse(name)
    except NoReverseMatch:
        return None
