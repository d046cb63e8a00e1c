"""Adapters: the outside world behind what the pure rooms need.

In: ports as plain callables. Out: their real counterparts.

Today the clock and the source of salts (`clock`); fetching, parsers in child processes and time-stamps come here. Never
decides anything, never touches a table.
"""

from habeas.adapters.clock import now, salt, today

__all__ = ["now", "salt", "today"]
