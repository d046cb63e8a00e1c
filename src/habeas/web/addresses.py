"""Template tags for addresses: the present one with some parts changed, so that every view is a link."""

from __future__ import annotations

from typing import Any

from django import template
from django.http import HttpRequest

register = template.Library()


@register.simple_tag(takes_context=True)
def with_query(context: template.Context, **changes: Any) -> str:
    """`?...` of this page with these parts set; an empty one is taken away."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    for name, value in changes.items():
        if value in (None, ""):
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}" if query else "?"


@register.simple_tag(takes_context=True)
def dates_query(context: template.Context) -> str:
    """`?...` with the two dates and the list of this page alone, to carry them over to another one."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    for name in set(query) - {"as_of", "known_at", "list"}:
        del query[name]
    return f"?{query.urlencode()}" if query else ""
