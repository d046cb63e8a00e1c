"""What can be wrong with a template or with what it asks for."""

from __future__ import annotations

from habeas.errors import HabeasError


class TemplateFault(HabeasError):
    """A template cannot be rendered: its name, the line and the cause are told; no file is written."""

    exit_code = 2
