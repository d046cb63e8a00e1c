"""The register as a file for others: the formats of `habeas export`, for those who release."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from habeas.adapters.clock import today
from habeas.evidence import BadInput
from habeas.web.dates import dates_of
from habeas.web.page import Request, page

AUDIENCES = ("team", "partners", "public")
FORMATS: Mapping[str, Any] = {
    "jsonl": gettext_lazy("Lines of JSON: another office takes them in"),
    "xlsx": gettext_lazy("Tables as a workbook (XLSX)"),
    "csv": gettext_lazy("Tables as CSV"),
    "ftm": gettext_lazy("FollowTheMoney entities"),
    "esf": gettext_lazy("HURIDOCS Events Standard Formats"),
}
"""Format -> what the page calls it."""
TYPES: Mapping[str, str] = {
    "jsonl": "application/x-ndjson",
    "ftm": "application/x-ndjson",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@page("release")
def data_file(request: Request) -> HttpResponse:
    """The file in the format and for the audience that the address names; several tables come in a ZIP file."""
    from habeas.desk import export_files

    format, audience = request.GET.get("format", "jsonl"), request.GET.get("audience", "public")
    if audience not in AUDIENCES:
        raise BadInput(_("There is no such audience."), _("Choose one of the list."))
    dates = dates_of(request)
    files = export_files(
        request.ws, format, audience=audience, as_of=dates.as_of, today=today(), known_at=dates.known_at,
        list_name=dates.list,
    )  # fmt: skip
    data = b"".join(files[""]) if "" in files else _zipped(files)
    name = f"register-{audience}-{dates.as_of}" + (f".{format}" if "" in files else f"-{format}.zip")
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(data, content_type=TYPES.get(format, "application/zip"), headers=headers)


def _zipped(files: Mapping[str, Iterable[bytes]]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, parts in files.items():
            folder.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), b"".join(parts), zipfile.ZIP_DEFLATED)
    return data.getvalue()
