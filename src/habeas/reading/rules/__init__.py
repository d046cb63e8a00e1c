"""The rules, one file for each kind of claim. `RULES` is what the pipeline runs, in this order."""

from __future__ import annotations

from habeas.reading.context import Rule

RULES: tuple[Rule, ...] = ()
