"""The WSGI application: Django, with static files beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from habeas.web.middleware.headers import HEADERS
from habeas.web.settings import STATIC

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def application() -> Application:
    """Call it after `habeas.web.opening.use`."""
    from django.core.wsgi import get_wsgi_application
    from whitenoise import WhiteNoise

    pages = get_wsgi_application()
    return WhiteNoise(pages, root=str(STATIC), prefix="static/", max_age=3600, add_headers_function=_headers)


def _headers(headers: Any, path: str, url: str) -> None:
    for name, value in HEADERS.items():
        if name != "Cache-Control":
            headers[name] = value
