"""Many small questions to the database put as few large ones.

The SQL engine of `figures` asks each rule's questions one after the other, and some hang on the answers to others. Here
the questions of a round are gathered and asked together; then counting begins again with the answers known, until it
asks nothing new. The cost is some rounds, however many rules there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from django.db import connections

from habeas.desk.workspace import Workspace

T = TypeVar("T")
Asked = tuple[str, tuple[str | int, ...]]
Run = Callable[[str, Sequence[str | int]], Iterable[Sequence[Any]]]


def asked_together(ws: Workspace, count: Callable[[Run], T]) -> T:
    """What `count` gives. It must give the same for the same answers, and is called once more than there are rounds."""
    answers = _Answers()
    while True:
        found = count(answers.run)
        if not answers.unasked:
            return found
        answers.learn(ws)


class _Answers:
    """What is known, and what was asked meanwhile and is not."""

    def __init__(self) -> None:
        self.known: dict[Asked, list[tuple[Any, ...]]] = {}
        self.unasked: dict[Asked, None] = {}

    def run(self, sql: str, parameters: Sequence[str | int]) -> list[tuple[Any, ...]]:
        asked = (sql, tuple(parameters))
        if asked not in self.known:
            self.unasked[asked] = None
        return self.known.get(asked, [])

    def learn(self, ws: Workspace) -> None:
        self.known |= _answers(ws, list(self.unasked))
        self.unasked = {}


def _answers(ws: Workspace, asked: Sequence[Asked]) -> dict[Asked, list[tuple[Any, ...]]]:
    """Questions for one column go together, the others by themselves."""
    single = [a for a in asked if _columns(a[0]) == 1]
    found: dict[Asked, list[tuple[Any, ...]]] = {a: [] for a in single}
    with connections[ws.alias].cursor() as cursor:
        for other in (a for a in asked if _columns(a[0]) > 1):
            found[other] = [tuple(map(_whole, row)) for row in cursor.execute(other[0], list(other[1])).fetchall()]
        if single:
            parts = (f"SELECT {n} AS ask, part{n}.* FROM ({sql}) AS part{n}" for n, (sql, _) in enumerate(single))
            values = [value for _, parameters in single for value in parameters]
            for number, value in cursor.execute(" UNION ALL ".join(parts), values).fetchall():
                found[single[number]].append((_whole(value),))
    return found


def _columns(sql: str) -> int:
    """How many columns a question asks for: the commas before its first FROM, and one."""
    return sql.split(" FROM ", 1)[0].count(",") + 1


def _whole(value: Any) -> Any:
    """A column for numbers gives back 620.0 for 620; figures say 620, whichever engine counted."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
