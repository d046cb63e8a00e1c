"""Watch: what changed and what is due.

Duty: compare snapshots of lists, compare editions, say which deadlines come. In: registers, snapshots and a date that the
caller passes. Out: changes and due dates. It never looks at the clock, and what it finds never reaches a figure.

Nothing is in this room yet.
"""

__all__: list[str] = []
