"""How a browser learns to trust the office's own certificate authority. Open to everybody who reaches the desk."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from habeas.adapters.certificates import Certificates
from habeas.web.refusals import not_found

_shown: list[Certificates] = []


def show(certificates: Certificates) -> None:
    """What the pages of this process tell about."""
    _shown[:] = [certificates]


def trust(request: HttpRequest) -> HttpResponse:
    """The fingerprint, the file, and what to do with it. Without TLS there is no such page."""
    if not _shown:
        return not_found(request)
    ends = _shown[0].ends.date().isoformat()
    shown = {"title": _("Trust this desk"), "fingerprint": _shown[0].fingerprint, "ends": ends}
    return render(request, "desk/trust.html", shown)


def authority(request: HttpRequest) -> HttpResponse:
    """The certificate of the authority, as systems install it. It is no secret."""
    if not _shown:
        return not_found(request)
    answer = HttpResponse(_shown[0].authority.read_bytes(), content_type="application/x-x509-ca-cert")
    answer["Content-Disposition"] = 'attachment; filename="habeas-office.crt"'
    return answer
