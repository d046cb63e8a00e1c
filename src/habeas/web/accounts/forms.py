"""The forms of accounts."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from habeas.web.who import ROLES, member_id

NOBODY = "-"
"""The user tried for a name that no member has: the answer, and the lock, are those of a wrong password."""


class SignIn(LoginForm):  # type: ignore[misc]
    """Name and password. The name is the member's, as it stands beside decisions."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Your name")
        self.fields["login"].max_length = 200
        for name in ("login", "password"):
            self.fields[name].widget.attrs.pop("placeholder", None)
        self.fields["password"].help_text = None

    def user_credentials(self) -> dict[str, str]:
        """The member's id stands for the name."""
        return {
            "username": member_id(self.cleaned_data["login"]) or NOBODY,
            "password": self.cleaned_data["password"],
        }


class NewPasskey(AddWebAuthnForm):  # type: ignore[misc]
    """A passkey and the name of the device that keeps it."""

    passwordless = forms.BooleanField(initial=True, disabled=True, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"] = forms.CharField(label=_("Name of the device"), max_length=100, required=False)
        self.order_fields(("name", "credential"))


class NewPassword(forms.Form):
    """A password, twice."""

    password = forms.CharField(
        label=_("Password"), widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}), strip=False
    )
    again = forms.CharField(
        label=_("The same password again"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )

    def clean(self) -> dict[str, Any]:
        """Holds the password against the rules."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("password") and said.get("again") and said["password"] != said["again"]:
            raise forms.ValidationError(_("The two passwords differ."))
        if said.get("password"):
            validate_password(said["password"])
        return said


class Roles(forms.Form):
    """Which roles an account has."""

    roles = forms.MultipleChoiceField(
        label=_("Roles"), choices=[(r, r) for r in ROLES], widget=forms.CheckboxSelectMultiple, required=False
    )


class NewAccount(Roles):
    """A member, new or known, and their roles."""

    name = forms.CharField(label=_("Name, as it will stand beside decisions"), max_length=200)
    field_order = ("name", "roles")
