"""Addresses. Every name here is what templates and tests call the page."""

from __future__ import annotations

from django.urls import include, path

from habeas.web.views import entrance, today

urlpatterns = [
    path("", today.today, name="today"),
    path("first/<str:token>/", entrance.first, name="first"),
    path("", include("habeas.web.accounts.urls")),
    path("public/", include("habeas.web.public.urls")),
    path("api/v1/", include("habeas.web.api.urls")),
]
handler400 = "habeas.web.refusals.bad_request"
handler403 = "habeas.web.refusals.forbidden"
handler404 = "habeas.web.refusals.not_found"
handler500 = "habeas.web.refusals.failed"
