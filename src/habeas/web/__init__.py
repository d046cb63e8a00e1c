"""Web: pages and forms of the desk, the public site and the read-only API. It translates and makes one desk call.

In come requests, out go pages. It opens no database, decides nothing, loads nothing from elsewhere, and answers "not
permitted" and "not there" alike. Django must be configured (`configure`) before `habeas.desk` is imported.
`python -m habeas.web` serves a workspace.
"""

from habeas.web.settings import configure

__all__ = ["configure"]
