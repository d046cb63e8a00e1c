"""Days as lists print them."""

from __future__ import annotations

import pytest

from habeas.lexicon.written_days import day_in, written_day

DAYS = {
    "05.03.1981": "1981-03-05", "5.3.1981": "1981-03-05", "1985/03/15": "1985-03-15", "1985-03": "1985-03",
    "03.1985": "1985-03", "1985": "1985", "15/03/1985": "1985-03-15", "03/15/1985": "1985-03-15",
    "04/03/1985": "1985", "04/04/1985": "1985-04-04", "00.00.1985": "1985", "1985-00-00": "1985",
    "31.02.1985": None, "1985-13-01": None, "": None, "n/a": None, "05.03.81": None,
    "05.03.1981 г.": "1981-03-05", "2019-05-06T00:00:00": "2019-05-06", " 05.03.1981 ": "1981-03-05",
}  # fmt: skip


@pytest.mark.parametrize("text", list(DAYS))
def test_a_printed_day(text: str) -> None:
    assert written_day(text) == DAYS[text]


def test_the_one_day_in_a_remark() -> None:
    assert day_in("включен от 05.02.2019") == "2019-02-05"
    assert day_in("включен от 05.02.2019, изменён 06.03.2020") is None
    assert day_in(None) is None
