"""One claim or fact in one line, as lists and pages say it: "Sentence: imprisonment, 7 years; 21 December 2018".

What is not simply reported as having happened always says so: "alleged; says: prosecution". The words are the labels of
`terms`; free text of the source stands in the form in which it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from habeas.lexicon.count import Count
from habeas.lexicon.grammar import BY, GRAMMARS, NEAR, PLAIN, SINCE, Grammar
from habeas.lexicon.kinds import KINDS, Field
from habeas.lexicon.length import Length
from habeas.lexicon.terms import label
from habeas.lexicon.when import When


def say_claim(
    kind: str,
    fields: Mapping[str, Any],
    *,
    when: str | None = None,
    attribution: str = "author",
    modality: str = "happened",
    language: str = "en",
) -> str:
    """The claim in one line. `when` is EDTF. Raises `NotInVocabulary` for an unknown kind or language, `NotADate`."""
    details = ", ".join(say_fields(kind, fields, language=language))
    line = label(kind, language) + (f": {details}" if details else "")
    if when:
        line += f"; {say_when(when, language=language)}"
    return line + say_standing(attribution, modality, language=language)


def say_standing(attribution: str, modality: str, *, language: str = "en") -> str:
    """` (alleged; says: prosecution)`, or nothing when the source itself reports that it happened."""
    parts = [label(f"modality.{modality}", language)] if modality != "happened" else []
    if attribution != "author":
        parts.append(GRAMMARS[language].phrases["says"].format(label(f"attribution.{attribution}", language)))
    return f" ({'; '.join(parts)})" if parts else ""


def say_liberty(statuses: Iterable[str], *, language: str = "en") -> str:
    """`In prison or in pre-trial detention`, as a sentence begins."""
    said = GRAMMARS[language].phrases["or"].join(label(f"liberty.{s}", language) for s in statuses)
    return said[:1].upper() + said[1:]


def say_fields(kind: str, fields: Mapping[str, Any], *, language: str = "en") -> Iterator[str]:
    """Each stated field in words, in the order of the vocabulary."""
    for field in KINDS.get(kind, {}).values():
        value = fields.get(field.name)
        if value not in (None, "", False):
            yield _say_field(kind, field, value, language)


def _say_field(kind: str, field: Field, value: Any, language: str) -> str:
    match field.type:
        case "term":
            return label(f"{kind}.{field.name}.{value}", language)
        case "length":
            return say_length(value, language=language)
        case "count":
            return f"{label(f'{kind}.{field.name}', language)}: {say_count(value, language=language)}"
        case "when":
            return f"{label(f'{kind}.{field.name}', language)}: {say_when(value, language=language)}"
        case "truth":
            return label(f"{kind}.{field.name}", language)
    if field.name in ("article", "part"):
        return GRAMMARS[language].numbered.format(label=label(f"{kind}.{field.name}", language), value=value)
    return str(value)


def say_count(value: Mapping[str, Any] | int | float, *, language: str = "en") -> str:
    """`about 620`, `more than 6,000`. Raises `NotACount`."""
    count = Count.from_json(value)
    return GRAMMARS[language].comparators[count.comparator].format(say_digits(count.value, language))


def say_digits(number: int | float, language: str = "en") -> str:
    """`2,130` for 2130.0, as the language writes thousands and fractions; a fraction only where there is one."""
    thousands, fraction = GRAMMARS[language].separators
    said = f"{number:,.0f}" if number == int(number) else f"{number:,}"
    return said.translate({ord(","): thousands, ord("."): fraction})


def say_length(text: str, *, language: str = "en") -> str:
    """`1 year 4 months` for `P1Y4M`. Raises `NotALength`."""
    length = Length.parse(text)
    if length.life:
        return GRAMMARS[language].life
    years, months = divmod(length.months, 12)
    parts = [(years, "Y"), (months, "M"), (length.days, "D"), (length.hours, "H")]
    said = [f"{n} {_plural(n, GRAMMARS[language].units[unit])}" for n, unit in parts if n]
    return " ".join(said) or length.text


def say_when(text: str, *, language: str = "en") -> str:
    """`21 December 2018`, `March 2018`, `about 2019`, `November 2017 to January 2018`. Raises `NotADate`."""
    when = When.parse(text)
    grammar = GRAMMARS[language]
    ends = text.split("/")
    near = NEAR if when.approximate else PLAIN
    if len(ends) == 2 and ends[0] in _OPEN:
        line = grammar.phrases[BY].format(_say_point(ends[1], grammar, BY))
    elif len(ends) == 2 and ends[1] in _OPEN:
        line = grammar.phrases[SINCE].format(_say_point(ends[0], grammar, SINCE))
    elif len(ends) == 2:
        line = grammar.phrases["to"].format(*(_say_point(end, grammar, near) for end in ends))
    else:
        line = _say_point(text, grammar, near)
    line = grammar.phrases[NEAR].format(line) if when.approximate else line
    return grammar.phrases["uncertain"].format(line) if when.uncertain else line


_OPEN = ("", "..")


def _say_point(text: str, grammar: Grammar, stands: str) -> str:
    parts = text.strip("~?%").split("-")
    if "X" in text or (len(parts) > 1 and int(parts[1]) > 12):
        return text
    if len(parts) == 1:
        return grammar.years.get(stands, grammar.years[PLAIN]).format(year=parts[0])
    names = grammar.months if len(parts) == 2 else grammar.in_date
    month = names.get(stands, names[PLAIN])[int(parts[1]) - 1]
    if len(parts) == 2:
        return grammar.month.format(month=month, year=parts[0])
    return grammar.day.format(day=int(parts[2]), month=month, year=parts[0])


def _plural(number: int, forms: tuple[str, str, str]) -> str:
    """The form for `number` by the Russian rule, of which the English one is a part when the last two forms are equal.

    English 21 and 101 take the plural, which the rule for Russian would not give: the forms tell the languages apart.
    """
    if forms[1] == forms[2]:
        return forms[0] if number == 1 else forms[1]
    if number % 10 == 1 and number % 100 != 11:
        return forms[0]
    return forms[1] if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else forms[2]
