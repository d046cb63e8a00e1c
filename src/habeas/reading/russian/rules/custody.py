"""Custody: detention, arrest before trial, house arrest, transfers, disappearance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.reading.draft import Draft
from habeas.reading.russian.rules.custody_table import TABLE
from habeas.reading.russian.rules.tables import read_table
from habeas.reading.russian.statement import Statement
from habeas.reading.russian.telling import tell
from habeas.reading.russian.who import Who

TRIGGERS = (
    "задерж",
    "арест",
    "сизо",
    "страж",
    "изолятор",
    "этап",
    "перев",
    "вывез",
    "похи",
    "пропал",
    "спецприемник",
    "психиатр",
    "снял",
    "схват",
    "решетк",
    "взяли",
    "среди них",
    "их числе",
    "убыл",
    "забрали",
    "увели",
    "санкци",
    "заключени",
    "тюрьм",
    "ивс",
    "колони",
    "достав",
    "увез",
    "привез",
    "забрал",
    "помещ",
    "помест",
    "продерж",
    "удержив",
    "конвоир",
    "экстрадир",
    "депорт",
    "выдвор",
    "водвор",
    "ик-",
    "кп-",
    "иуот",
    "прибы",
)


def read(statement: Statement) -> Iterator[Draft]:
    """The custody that one sentence tells. Who is arrested in absentia is in nobody's custody."""
    for draft in read_table(statement, TABLE):
        before = statement.flat[max(draft.span[0] - 60, statement.span[0]) : min(draft.span[1] + 24, statement.span[1])]
        if "заочно" in before or (draft.rule == "custody.among-them" and not _told_of_detention(statement)):
            continue
        yield draft
    yield from _on_the_way(statement)


def _told_of_detention(statement: Statement) -> bool:
    """Whether the paragraph has told a detention before the sentence ("задержаны 57 человек. Среди них X")."""
    block = statement.context.layout.block_at(statement.span[0])
    low = max(block.span[0] if block else 0, statement.span[0] - 300)
    return "задерж" in statement.flat[low : statement.span[0]]


_CAMP_OF = re.compile(r"\s*(?:-|в)\s*(?:ик|кп|иуот|лиу|тюрьм\w+|ку)(?=-|\s*№|\s)")


def _on_the_way(statement: Statement) -> Iterator[Draft]:
    """Where a line of a chronicle says "этап": "Этап: X в ИК-3, Y - ИУОТ-29"."""
    if "этап" not in statement.flat[slice(*statement.span)]:
        return
    for slot in statement.names:
        if camp := _CAMP_OF.match(statement.flat, slot.span[1], statement.span[1]):
            who = Who(slot.persons, 1.0, slot)
            yield from tell(
                statement, who, (slot.span[1], camp.end()), "custody", {"form": "transfer"}, "on-the-way", 0.85
            )
