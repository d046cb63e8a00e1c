"""Django's settings for the desk in the browser: all that `habeas.desk.orm` needs, and pages.

Tables of the desk live in the register. Everything else that wants a table (sessions, accounts) lives in
`accounts.sqlite3` of the workspace (`habeas.web.routing`), so that the ledger's database stays the desk's own.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings

from habeas.web import account_settings as accounts

HERE = Path(__file__).parent
STATIC = HERE / "static"
APPS = (
    "habeas.desk.apps.DeskConfig",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    *accounts.APPS,
)
MIDDLEWARE = (
    "habeas.web.middleware.headers.Headers",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "habeas.web.middleware.office.Office",
    *accounts.MIDDLEWARE,
)
CONTEXT = (
    "django.template.context_processors.request",
    "django.template.context_processors.i18n",
    "django.contrib.messages.context_processors.messages",
    "habeas.web.context.office",
)
LIBRARIES = {"words": "habeas.web.words", "addresses": "habeas.web.addresses"}
LARGEST_UPLOAD = 25 * 1024 * 1024
"""Bytes of one request. A file may have 20 MB (`habeas.evidence.LIMIT`); several files come one by one."""


def configure() -> None:
    """Configures Django once, before `habeas.desk` is imported. Does nothing when that was done."""
    if not settings.configured:
        settings.configure(**options())
        # A forged host gets its plain refusal; nobody at the terminal can do anything about it.
        logging.getLogger("django.security.DisallowedHost").addHandler(logging.NullHandler())
        logging.getLogger("django.security.DisallowedHost").propagate = False


def secure(hosts: Sequence[str]) -> None:
    """For a desk served over TLS: it answers to these hosts alone, and the session stays on TLS and on its host.

    No Strict-Transport-Security: a browser that does not trust the office's authority yet could not open the page that
    says how to.
    """
    settings.ALLOWED_HOSTS = [in_address(host) for host in hosts]
    settings.SESSION_COOKIE_SECURE, settings.SESSION_COOKIE_NAME = True, "__Host-session"


def in_address(host: str) -> str:
    """A host as it stands in an address: IPv6 in brackets (RFC 3986, section 3.2.2)."""
    return f"[{host}]" if ":" in host else host


def options() -> dict[str, Any]:
    """Every setting that is not Django's own default."""
    return {
        "SECRET_KEY": secrets.token_urlsafe(48),  # replaced by the workspace's own when one is opened
        "DEBUG": False,
        "ALLOWED_HOSTS": ["127.0.0.1", "localhost"],
        "ROOT_URLCONF": "habeas.web.urls",
        "INSTALLED_APPS": list(APPS),
        "MIDDLEWARE": list(MIDDLEWARE),
        "TEMPLATES": [_templates()],
        "DATABASES": {},
        "DATABASE_ROUTERS": ["habeas.web.routing.Router"],
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "STATIC_URL": "/static/",
        "LOGGING_CONFIG": None,
        **_languages(),
        **_safety(),
        **accounts.options(),
    }


def _templates() -> dict[str, Any]:
    return {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": list(CONTEXT), "libraries": LIBRARIES},
    }


def _languages() -> dict[str, Any]:
    return {
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "USE_I18N": True,
        "LANGUAGE_CODE": "en",
        "LANGUAGES": [("en", "English"), ("ru", "Русский"), ("kk", "Қазақша")],
        "LOCALE_PATHS": [HERE / "locale"],
    }


def _safety() -> dict[str, Any]:
    return {
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_AGE": 12 * 3600,
        "CSRF_USE_SESSIONS": True,
        "CSRF_FAILURE_VIEW": "habeas.web.refusals.csrf_failed",
        "MESSAGE_STORAGE": "django.contrib.messages.storage.session.SessionStorage",
        "X_FRAME_OPTIONS": "DENY",
        "DATA_UPLOAD_MAX_MEMORY_SIZE": LARGEST_UPLOAD,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": 5000,
        "FILE_UPLOAD_MAX_MEMORY_SIZE": LARGEST_UPLOAD,  # uploads never touch a temporary file
    }
