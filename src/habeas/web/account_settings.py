"""Settings of the packages that keep accounts: no sign-up, no mail, a second factor, a lock by user and address."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

APPS = ("habeas.web.accounts", "allauth", "allauth.account", "allauth.mfa", "allauth.usersessions", "axes")
MIDDLEWARE = (
    "allauth.account.middleware.AccountMiddleware",
    "habeas.web.accounts.second.SecondFactor",
    "axes.middleware.AxesMiddleware",
)
"""After the middleware `office`, in this order."""
SHORTEST_PASSWORD = 12
FAILURES, LOCKED_FOR = 5, timedelta(minutes=15)
LINK_LASTS = timedelta(days=2)
_CHECKS = "django.contrib.auth.password_validation"


def options() -> dict[str, Any]:
    """The settings that are not the packages' own defaults."""
    return {
        "LOGIN_URL": "sign-in",
        "LOGIN_REDIRECT_URL": "today",
        "PASSWORD_RESET_TIMEOUT": int(LINK_LASTS.total_seconds()),
        "EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend",
        "AUTHENTICATION_BACKENDS": [
            "axes.backends.AxesStandaloneBackend",
            "django.contrib.auth.backends.ModelBackend",
        ],
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": f"{_CHECKS}.MinimumLengthValidator", "OPTIONS": {"min_length": SHORTEST_PASSWORD}},
            {"NAME": f"{_CHECKS}.CommonPasswordValidator"},
            {"NAME": f"{_CHECKS}.NumericPasswordValidator"},
        ],
        **_allauth(),
        **_axes(),
    }


def _allauth() -> dict[str, Any]:
    return {
        "ACCOUNT_ADAPTER": "habeas.web.accounts.adapter.Adapter",
        "ACCOUNT_FORMS": {"login": "habeas.web.accounts.forms.SignIn"},
        "ACCOUNT_LOGIN_METHODS": {"username"},
        "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_SESSION_REMEMBER": False,
        "ACCOUNT_REAUTHENTICATION_TIMEOUT": 900,
        # Wrong passwords are counted by axes, by user and address; these limits are for codes, and for floods.
        "ACCOUNT_RATE_LIMITS": {
            "login": "60/m/ip",
            "login_failed": "60/m/ip,10/10m/key",
            "reauthenticate": "10/m/user",
        },
        "MFA_ADAPTER": "habeas.web.accounts.adapter.SecondFactorAdapter",
        "MFA_SUPPORTED_TYPES": ["totp", "recovery_codes", "webauthn"],
        "MFA_PASSKEY_LOGIN_ENABLED": True,
        "MFA_WEBAUTHN_USER_VERIFICATION": "required",  # a finger or a PIN: two factors in one move
        "MFA_FORMS": {"add_webauthn": "habeas.web.accounts.forms.NewPasskey"},
        "MFA_TOTP_ISSUER": "Habeas",
        "MFA_TOTP_TOLERANCE": 1,  # a telephone whose clock is half a minute off still opens the door
        "USERSESSIONS_TRACK_ACTIVITY": False,
    }


def _axes() -> dict[str, Any]:
    return {
        "AXES_FAILURE_LIMIT": FAILURES,
        "AXES_COOLOFF_TIME": LOCKED_FOR,
        "AXES_LOCKOUT_PARAMETERS": [["username", "ip_address"]],
        "AXES_LOCKOUT_CALLABLE": "habeas.web.accounts.entering.locked",
        "AXES_RESET_ON_SUCCESS": True,
        "AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT": False,
        "AXES_DISABLE_ACCESS_LOG": True,
        "AXES_ENABLE_ADMIN": False,
        "AXES_VERBOSE": False,
    }
