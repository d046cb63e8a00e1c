"""Lengths whose unit stands with another one: "asked for nine years; the judge gave him eight", "X got 19 years, Y 18".

A number alone is a length only behind a sentencing verb or a name, at the end of its clause, and with a length in years
or months in the sentence: the one before it, or, where a list of people has its unit at the end, that one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.lexicon.length import Length, NotALength
from habeas.reading.lengths import LengthMention
from habeas.reading.numbers import NUMBER_WORD, value_of

_NUMBER = rf"(?P<n>\d{{1,2}}|{NUMBER_WORD})(?P<half>\s+and\s+a\s+half)?"
_ENDS = r"(?=\s*(?:[,;)]|\.(?!\d)|$|(?:and|plus|instead|while)\b))"
_ALONE = re.compile(
    r"(?:\b(?:gave|sentenced|given|imposed|received|got|handed(?:\s+down)?)(?:\s+(?:him|her|them|mr|ms|mrs|dr|\x01+))*"
    rf"(?:\s+to)?\s+|\x01,?\s+(?:to\s+|got\s+|received\s+|was\s+given\s+|was\s+sentenced\s+to\s+)?){_NUMBER}{_ENDS}"
)
_FOR_ANOTHER = re.compile(rf"(?:,|\band)\s+{_NUMBER}(?=\s+for\s+(?:(?:mr|ms|mrs)\s+)?\x01)")
"""A number whose person stands behind it: "six years for X, five for Y"."""
_UNIT = re.compile(r"years?|months?")
_NOT_SAID = re.compile(r"\b(?:aged?|born|no\.?|cell|colony|room|floor|page|chapter|article)\s*$")


def bare_lengths(masked: str, told: Sequence[LengthMention]) -> list[LengthMention]:
    """The lengths that leave out their unit, in the masked flat text of a sentence that states `told`."""
    found = _in_a_row(masked, told)
    for match in (*_ALONE.finditer(masked), *_FOR_ANOTHER.finditer(masked)):
        if any(x.span[0] < match.end() and match.start("n") < x.span[1] for x in (*told, *found)):
            continue
        before = [x for x in told if x.span[1] <= match.start("n")]
        unit = _UNIT.search(masked, *(before or list(told))[-1].span) if told else None
        value = value_of(match["n"]) if unit and not _NOT_SAID.search(masked, 0, match.start("n")) else None
        if unit is None or not value:
            continue
        months = (12 if unit[0].startswith("year") else 1) * int(value) + (6 if match["half"] else 0)
        try:
            length = Length.of(months=months).text
        except NotALength:
            continue
        end = match.end("half") if match["half"] else match.end("n")
        found.append(LengthMention((match.start("n"), end), length))
    return found


_ONE_MORE = re.compile(rf"\b{_NUMBER}\s*(?:,\s*)?(?:and\s+|or\s+)?$")


def _in_a_row(masked: str, told: Sequence[LengthMention]) -> list[LengthMention]:
    """ "To seven, eight, and five and a half years, respectively": the numbers before the one that has the unit."""
    if "respectively" not in masked:
        return []
    found: list[LengthMention] = []
    for length in told:
        unit, at = _UNIT.search(masked, *length.span), length.span[0]
        while unit and (match := _ONE_MORE.search(masked, max(0, at - 30), at)) and (value := value_of(match["n"])):
            months = (12 if unit[0].startswith("year") else 1) * int(value) + (6 if match["half"] else 0)
            if not months or any(x.span[0] < match.end("n") and match.start("n") < x.span[1] for x in told):
                break
            end = match.end("half") if match["half"] else match.end("n")
            found.append(LengthMention((match.start("n"), end), Length.of(months=months).text))
            at = match.start("n")
    return found
