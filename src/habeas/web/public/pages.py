"""Serves the public site: no session, no form, one answer for whatever is not there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from habeas.adapters.clock import today
from habeas.errors import HabeasError
from habeas.reports.site import media_type
from habeas.web.dates import dates_of

INDEX = "index.html"


@require_safe
@cache_control(no_cache=True)
@conditional_page
def public(request: HttpRequest, path: str = INDEX) -> HttpResponse:
    """One file of the site as of the dates in the address; the site's own page, with 404, for a lost one."""
    from habeas.desk import public_site

    try:
        dates = dates_of(request)
        site = public_site(
            request.ws,  # type: ignore[attr-defined]
            as_of=dates.as_of, today=today(), known_at=dates.known_at, list_name=dates.list,
        )  # fmt: skip
    except HabeasError as error:
        return HttpResponse(f"{error.cause} {error.next_step}", status=400, content_type="text/plain; charset=utf-8")
    if path in site.languages[1:]:
        return HttpResponseRedirect(f"{path}/")
    path = path + INDEX if not path or path.endswith("/") else path
    data = site.render(path)
    if data is None:
        return HttpResponse(site.absent(path), status=404, content_type=media_type("404.html"))
    return HttpResponse(data, content_type=media_type(path))
