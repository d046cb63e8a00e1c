"""The fixtures of the tests of pages."""

from __future__ import annotations

from web.office import asked, office

__all__ = ["asked", "office"]
