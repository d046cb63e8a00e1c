"""Addresses of accounts. Of django-allauth only the views that are named here exist: no sign-up, no mail, no reset."""

from __future__ import annotations

from allauth.account.views import reauthenticate
from allauth.mfa.base.views import authenticate
from allauth.mfa.base.views import reauthenticate as reauthenticate_by_code
from allauth.mfa.recovery_codes.views import generate_recovery_codes, view_recovery_codes
from allauth.mfa.totp.views import activate_totp
from allauth.mfa.webauthn.views import login_webauthn, reauthenticate_webauthn, remove_webauthn
from django.urls import path
from django.views.generic import RedirectView

from habeas.web.accounts import entering, keeping, own, passkeys

urlpatterns = [
    path("sign-in/", entering.enter, name="sign-in"),
    path("sign-in/", entering.enter, name="account_login"),
    path("sign-in/code/", authenticate, name="mfa_authenticate"),
    path("sign-in/link/<str:who>/<str:token>/", entering.by_link, name="by-link"),
    path("sign-out/", entering.leave, name="sign-out"),
    path("sign-out/", entering.leave, name="account_logout"),
    path("account/", own.account, name="account"),
    path("account/password/", own.password, name="account-password"),
    path("account/end/", own.end, name="account-end"),
    path("account/calendar/", own.calendar, name="account-calendar"),
    path("account/calendar/end/", own.end_calendar, name="account-calendar-end"),
    path("account/second/", RedirectView.as_view(pattern_name="account"), name="mfa_index"),
    path("account/second/set-up/", activate_totp, name="mfa_activate_totp"),
    path("account/second/remove/", RedirectView.as_view(pattern_name="account"), name="mfa_deactivate_totp"),
    path("account/second/codes/", view_recovery_codes, name="mfa_view_recovery_codes"),
    path("account/second/codes/new/", generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("account/passkeys/", RedirectView.as_view(pattern_name="account"), name="mfa_list_webauthn"),
    path("account/passkeys/new/", passkeys.add, name="mfa_add_webauthn"),
    path("account/passkeys/<int:pk>/remove/", remove_webauthn, name="mfa_remove_webauthn"),
    path("sign-in/passkey/", login_webauthn, name="mfa_login_webauthn"),
    path("account/again/passkey/", reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("account/again/", reauthenticate, name="account_reauthenticate"),
    path("account/again/code/", reauthenticate_by_code, name="mfa_reauthenticate"),
    path("accounts/", keeping.accounts, name="accounts"),
    path("accounts/add/", keeping.add, name="accounts-add"),
    path("accounts/<str:member>/roles/", keeping.roles, name="accounts-roles"),
    path("accounts/<str:member>/active/", keeping.active, name="accounts-active"),
    path("accounts/<str:member>/link/", keeping.link, name="accounts-link"),
]
