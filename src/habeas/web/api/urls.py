"""Addresses below `/api/v1/`."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.urls import path, re_path

from habeas.web.api.reading import api


def absent(request: HttpRequest, rest: str = "") -> JsonResponse:
    """The one answer for every address that the API does not have."""
    return JsonResponse({"cause": "There is no such address.", "next_step": "See openapi.json."}, status=404)


urlpatterns = [path("", api.urls), re_path(r"^(?P<rest>.*)$", absent)]
