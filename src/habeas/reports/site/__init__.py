"""The public site: the visible part of a register as files that need no database, no script and nobody else.

In come a register with its entries, a day and the day of publication; out comes a `PublicView` (values, for the API)
and from it a `Site` (paths and bytes). It shows no passage, no reason, no member, and no person of whom nothing is
public; what `habeas.register.visible` does not name for the public cannot reach it.
"""

from habeas.reports.site.feed import said
from habeas.reports.site.showing import view_for
from habeas.reports.site.tables import dates, figure_json
from habeas.reports.site.view import Chart, Cited, Correction, Point, PublicView, Shown, Statement, Told
from habeas.reports.site.whole import Site, media_type

__all__ = [
    "Chart", "Cited", "Correction", "Point", "PublicView", "Shown", "Site", "Statement", "Told",
    "dates", "figure_json", "media_type", "said", "view_for",
]
