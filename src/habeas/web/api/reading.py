"""The operations of the API: each reads the public view and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page
from ninja import NinjaAPI, Query
from ninja.decorators import decorate_view
from ninja.errors import HttpError, ValidationError

from habeas.adapters.clock import today
from habeas.errors import HabeasError
from habeas.reports.site import dates, figure_json
from habeas.web.api import answers as a

if TYPE_CHECKING:
    from habeas.reports.site import PublicView

api = NinjaAPI(
    title="Habeas",
    version="1",
    description="What an office has released to the public. Read-only; no session.",
    docs_url=None,  # its page would load a script from elsewhere
    openapi_url="/openapi.json",
    urls_namespace="api",
)
_FAULTS = {404: a.Problem, 400: a.Problem, 422: a.Problem}


def reads(path: str, answer: type[Any]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A GET operation with an ETag, which caches must ask about each time."""

    def wrap(operation: Callable[..., Any]) -> Callable[..., Any]:
        decorated = decorate_view(cache_control(no_cache=True), conditional_page)(operation)
        made: Callable[..., Any] = api.get(path, response={200: answer, **_FAULTS})(decorated)
        return made

    return wrap


@reads("/people", a.People)
def people(request: HttpRequest, asked: Query[a.Paged]) -> dict[str, Any]:
    """People of whom something is public, by name."""
    view = _view(request, asked)
    return _page(view, asked, "people", view.people, lambda p: p.to_json(view.language))


@reads("/people/{id}", a.PersonOut)
def person(request: HttpRequest, id: str, asked: Query[a.Asked]) -> dict[str, Any]:
    """One person with every public statement; an earlier id gives the same person under the present one."""
    view = _view(request, asked)
    found = view.person(id)
    if found is None:
        raise HttpError(404, "There is no such person.")
    return {**dates(view), **found.to_json(view.language)}


@reads("/events", a.Events)
def events(request: HttpRequest, asked: Query[a.Paged]) -> dict[str, Any]:
    """Statements about no single person, such as assemblies."""
    view = _view(request, asked)
    return _page(view, asked, "events", view.events, lambda s: s.to_json(view.language))


@reads("/sources", a.Sources)
def sources(request: HttpRequest, asked: Query[a.Paged]) -> dict[str, Any]:
    """Public sources as citations."""
    view = _view(request, asked)
    return _page(view, asked, "sources", view.sources, lambda s: s.to_json())


@reads("/corrections", a.Corrections)
def corrections(request: HttpRequest, asked: Query[a.Paged]) -> dict[str, Any]:
    """What was public and was corrected or withdrawn since."""
    view = _view(request, asked)
    return _page(view, asked, "corrections", view.corrections, lambda c: c.to_json(view.language))


@reads("/figures", a.Figures)
def figures(request: HttpRequest, asked: Query[a.Asked]) -> dict[str, Any]:
    """Every figure with its rule, counted for the public."""
    view = _view(request, asked)
    return {**dates(view), "figures": [figure_json(f, view.language) for f in view.figures]}


def _view(request: HttpRequest, asked: a.Asked) -> PublicView:
    from habeas.desk import published

    now = today()
    view = published(
        request.ws,  # type: ignore[attr-defined]
        as_of=asked.as_of or now, today=now, known_at=asked.known_at, list_name=asked.list or None,
    )  # fmt: skip
    return view.said_in(asked.language)


def _page(
    view: PublicView, asked: a.Paged, name: str, items: Sequence[Any], to_json: Callable[[Any], dict[str, Any]]
) -> dict[str, Any]:
    part = items[asked.offset : asked.offset + asked.limit]
    counted = {"total": len(items), "limit": asked.limit, "offset": asked.offset}
    return {**dates(view), **counted, name: [to_json(item) for item in part]}


@api.exception_handler(HabeasError)
def told(request: HttpRequest, error: HabeasError) -> HttpResponse:
    """Cause and next step of an error of the rooms."""
    status = {2: 400, 3: 404}.get(error.exit_code, 500)
    return api.create_response(request, {"cause": error.cause, "next_step": error.next_step}, status=status)


@api.exception_handler(HttpError)
def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    """The same shape for a refusal of ours."""
    return api.create_response(request, {"cause": str(error), "next_step": ""}, status=error.status_code)


@api.exception_handler(ValidationError)
def unusable(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """The parameters that cannot be used, by name: what was sent is not repeated."""
    names = sorted({str(part) for fault in error.errors for part in fault["loc"][-1:]})
    answer = {"cause": f"Not usable: {', '.join(names)}.", "next_step": "See openapi.json."}
    return api.create_response(request, answer, status=422)
