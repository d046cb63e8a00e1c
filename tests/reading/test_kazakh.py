"""Kazakh texts: names without their endings, dates, articles, what happened to whom. Written before the rules."""

from __future__ import annotations

import pytest

from habeas.evidence import Document
from habeas.reading import read

# sentence; kind; people; fields; date
TOLD = (
    ("2023 жылғы 5 наурызда полиция Ерлан Серікбаевты ұстады.", "custody", ["Ерлан Серікбаев"],
     {"form": "police_detention"}, "2023-03-05"),
    ("Айгүл Нұрланова 2023 жылғы 5 наурызда ұсталды.", "custody", ["Айгүл Нұрланова"],
     {"form": "police_detention"}, "2023-03-05"),
    ("Сот 2022 жылғы 7 қаңтарда Ерлан Серікбаевты қамауға алды.", "custody", ["Ерлан Серікбаев"],
     {"form": "pretrial_detention"}, "2022-01-07"),
    ("Ерлан Серікбаев үйқамақта отыр.", "custody", ["Ерлан Серікбаев"], {"form": "house_arrest"}, None),
    ("2023 жылғы 14 маусымда Ерлан Серікбаев 5 жылға бас бостандығынан айырылды.", "sentence", ["Ерлан Серікбаев"],
     {"penalty": "imprisonment", "length": "P5Y"}, "2023-06-14"),
    ("Сот Айгүл Нұрлановаға 3 жылға бас бостандығын шектеу жазасын тағайындады.", "sentence", ["Айгүл Нұрланова"],
     {"penalty": "restriction_of_liberty", "length": "P3Y"}, None),
    ("Ерлан Серікбаев 15 тәулікке қамалды.", "sentence", ["Ерлан Серікбаев"],
     {"penalty": "arrest", "length": "P15D"}, None),
    ("Айгүл Нұрлановаға айыппұл салынды.", "sentence", ["Айгүл Нұрланова"], {"penalty": "fine"}, None),
    ("Ерлан Серікбаев 2024 жылғы 3 мамырда бостандыққа шықты.", "release", ["Ерлан Серікбаев"],
     {"ground": "not_stated"}, "2024-05-03"),
    ("Ерлан Серікбаевқа ҚК-нің 174-бабының 1-бөлігі бойынша айып тағылды.", "charge", ["Ерлан Серікбаев"],
     {"article": "174", "part": "1"}, None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "people", "fields", "when"), TOLD, ids=[row[0][:60] for row in TOLD])
def test_kazakh(text: str, kind: str, people: list[str], fields: dict[str, str], when: str | None) -> None:
    reading = read(Document.from_text(text, sha256="0" * 64, language="kk"))
    names = {p.id: p.name for p in reading.persons}
    found = [
        ([names[p] for p in c.persons], {f: c.fields.get(f) for f in fields}, c.when)
        for c in reading.claims
        if c.kind == kind
    ]
    assert found == [(people, fields, when)]
