"""Addresses below `/public/`."""

from __future__ import annotations

from django.urls import path

from habeas.web.public.pages import public

urlpatterns = [path("", public, name="public"), path("<path:path>", public, name="public-file")]
