"""A second generator of people, by rules of our own: names put together from syllables, written by several clerks.

Each clerk has one way to write: a scheme for Latin letters or Cyrillic as it is, an order, with or without the father's
name, now and then an initial, a slip of the finger, a year that is one off, a city in another spelling.
"""

from __future__ import annotations

import random
from collections.abc import Mapping

_FIRST = [
    "Ас",
    "Бек",
    "Да",
    "Ер",
    "Жан",
    "Ка",
    "Ма",
    "Нур",
    "Ор",
    "Са",
    "Та",
    "Ул",
    "Ай",
    "Бо",
    "Ди",
    "Ге",
    "Ил",
    "Ку",
    "Ле",
    "Ми",
]
_LAST = [
    "ан",
    "ар",
    "ат",
    "бек",
    "дар",
    "ен",
    "ет",
    "жан",
    "ик",
    "ил",
    "лан",
    "мир",
    "мат",
    "нур",
    "рат",
    "сул",
    "тай",
    "хан",
    "ыш",
    "яр",
]
_FEMALE = ["а", "гуль", "ия", "нур", "жан", "ша"]
_STEM = [
    "Алт",
    "Бай",
    "Вор",
    "Гор",
    "Дос",
    "Ерм",
    "Жум",
    "Зей",
    "Ибр",
    "Кен",
    "Лук",
    "Мус",
    "Ник",
    "Ора",
    "Пет",
    "Рах",
    "Сад",
    "Тул",
    "Ума",
    "Фаз",
    "Хас",
    "Чер",
    "Шар",
    "Юну",
    "Яку",
]
_MIDDLE = ["а", "бек", "ен", "и", "маг", "о", "та", "ша", "ган", "ды", "рат", "уль", "хан", "дар", "ге"]
_CITIES: Mapping[str, tuple[str, ...]] = {
    "Лорн": ("Лорн", "Lorn", "Лорна"), "Арден": ("Арден", "Arden", "Ardyn"), "Кейш": ("Кейш", "Keish", "Kejsh"),
    "Воля": ("Воля", "Volia", "Volya"), "Мост": ("Мост", "Most"), "Сары": ("Сары", "Sary", "Sari"),
    "Туман": ("Туман", "Tuman"), "Белая": ("Белая", "Belaya", "Bielaja"), "Озёрск": ("Озёрск", "Ozersk", "Ozyorsk"),
}  # fmt: skip
_PLAIN = dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziiklmnoprstufye", strict=True))
_SCHEMES: tuple[Mapping[str, str], ...] = (
    {**_PLAIN, "ж": "zh", "х": "kh", "ш": "sh", "ч": "ch", "ю": "yu", "я": "ya", "ь": "", "ё": "yo", "й": "y"},
    {**_PLAIN, "ж": "j", "х": "h", "ш": "sh", "ч": "ch", "ю": "iu", "я": "ia", "ь": "'", "ё": "e", "й": "i"},
    {**_PLAIN, "ж": "dj", "х": "kh", "ш": "ch", "ч": "tch", "у": "ou", "ю": "iou", "я": "ia", "ь": "", "ё": "io"},
    {**_PLAIN, "ж": "ž", "х": "ch", "ш": "š", "ч": "č", "ю": "ju", "я": "ja", "ь": "", "ё": "jo", "й": "j"},
)


def invented(size: int, *, seed: int) -> list[tuple[int, str, int | None, str | None]]:
    """So many entries in a random order: cluster, name, year of birth, city; three of ten people stand in several."""
    draw, made = random.Random(seed), []
    cluster = 0
    while len(made) < size:
        person = _person(draw)
        for _ in range(draw.choices((1, 2, 3), (0.7, 0.22, 0.08))[0]):
            made.append((cluster, *_entry(person, draw)))
        cluster += 1
    made = made[:size]
    draw.shuffle(made)
    return made


def _person(draw: random.Random) -> tuple[str, str, str, int, str]:
    female = draw.random() < 0.35
    given = _zipf(draw, _FIRST) + _zipf(draw, _LAST) + (draw.choice(_FEMALE) if female else "")
    father = _zipf(draw, _FIRST) + _zipf(draw, _LAST)
    family = _zipf(draw, _STEM) + _zipf(draw, _MIDDLE) + draw.choice(("ов", "ев", "ин", "")) + ("а" if female else "")
    return given, family, father + ("овна" if female else "ович"), draw.randint(1940, 2004), draw.choice(list(_CITIES))


def _zipf(draw: random.Random, parts: list[str]) -> str:
    return draw.choices(parts, [1 / (n + 2) ** 0.5 for n in range(len(parts))])[0]


def _entry(person: tuple[str, str, str, int, str], draw: random.Random) -> tuple[str, int | None, str | None]:
    given, family, father, year, city = person
    if draw.random() < 0.03 and len(family) > 5:
        at = draw.randrange(1, len(family) - 1)
        family = family[:at] + family[at + 1 :]
    words = [given, family] if draw.random() < 0.6 else [family, given]
    if draw.random() < 0.35:
        words = [family, given, father] if draw.random() < 0.5 else [given, father, family]
    if draw.random() < 0.02:
        words = [f"{given[0]}.", family]
    said = " ".join(words)
    if draw.random() < 0.6:
        scheme = draw.choice(_SCHEMES)
        said = " ".join("".join(scheme.get(c, c) for c in w.lower()).capitalize() for w in said.split())
    born = None if draw.random() < 0.15 else year + (draw.choice((-1, 1)) if draw.random() < 0.03 else 0)
    return said, born, None if draw.random() < 0.1 else draw.choice(_CITIES[city])
