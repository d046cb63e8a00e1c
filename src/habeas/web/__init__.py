"""Web: pages and forms of the desk.

Duty: translate a request, make one desk call, translate the answer back. In: requests of members. Out: pages that need no
third party. It never opens a table, and it decides nothing that the command line could not.

Nothing is in this room yet.
"""

__all__: list[str] = []
