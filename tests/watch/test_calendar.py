"""The calendar: lines of 75 octets, escaped text, UIDs that stay, and nothing but what the audience may see."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from habeas.register import fold
from habeas.watch import Item, calendar, due
from habeas.watch.calendar import escaped, folded
from simulator.office import Office

STAMP = "2021-03-01T10:00:00.000000Z"
LETTERS = st.text(st.characters(exclude_categories=("Cs",)), max_size=200)


def item(what: str = "A term ends", *, earliest: date | None = None, latest: date | None = None) -> Item:
    return Item("sentence_end", "r-1", what, earliest, latest, "rule", "source", "own", "f-1", ("f-1",), 2)


def written(*items: Item) -> str:
    return calendar(items, names={"r-1": "Una Veil"}, feed="abc", name="Lorn: due", stamp=STAMP)


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


@given(LETTERS)
def test_a_line_is_at_most_75_octets_and_unfolds_to_itself(text: str) -> None:
    line = text.replace("\r", "").replace("\n", "")
    cut = folded(line)
    assert max(len(part.encode()) for part in cut.split("\r\n")) <= 75
    assert cut.replace("\r\n ", "") == line


@given(LETTERS)
def test_escaped_text_reads_back(text: str) -> None:
    said = escaped(text)
    back = re.sub(r"\\(.)", lambda m: {"n": "\n"}.get(m[1], m[1]), said)
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    assert back == "".join(c for c in plain if c == "\n" or (c >= " " and c not in "\x7f\x85\u2028\u2029"))
    assert re.search(r"(?<!\\)(?:\\\\)*[,;\n\r]", said) is None


@given(LETTERS)
def test_a_source_cannot_write_lines_of_the_calendar(text: str) -> None:
    lines = unfolded(written(item(text + "\r\nATTENDEE:mailto:x@example.org\nEND:VEVENT", earliest=date(2021, 3, 4))))
    names = [re.split("[:;]", line)[0] for line in lines]
    assert names == [
        "BEGIN", "VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME", "BEGIN", "UID", "DTSTAMP", "DTSTART",
        "DTEND", "SUMMARY", "DESCRIPTION", "CLASS", "TRANSP", "END", "END",
    ]  # fmt: skip


def test_an_event_stands_on_the_first_day_that_is_possible() -> None:
    text = written(item(earliest=date(2021, 3, 4), latest=date(2021, 3, 9)), item(latest=date(2021, 12, 31)), item())
    lines = unfolded(text)
    assert [line for line in lines if line.startswith("DT")] == [
        "DTSTAMP:20210301T100000Z", "DTSTART;VALUE=DATE:20210304", "DTEND;VALUE=DATE:20210305",
        "DTSTAMP:20210301T100000Z", "DTSTART;VALUE=DATE:20211231", "DTEND;VALUE=DATE:20220101",
    ]  # fmt: skip
    assert [line for line in lines if line.startswith("SUMMARY")] == [
        "SUMMARY:Una Veil: A term ends (2021-03-04 to 2021-03-09)", "SUMMARY:Una Veil: A term ends (by 2021-12-31)",
    ]  # fmt: skip


def test_the_uid_stays_while_dates_move_and_names_nobody() -> None:
    one, other = (unfolded(written(item(earliest=date(2021, 3, d)))) for d in (4, 5))
    assert (
        [x for x in one if x.startswith("UID")]
        == [x for x in other if x.startswith("UID")]
        == [f"UID:{item().id}@abc.habeas"]
    )


def test_the_end_of_days_has_no_next_day() -> None:
    assert [x for x in unfolded(written(item(earliest=date.max))) if x.startswith("DTEND")] == []


def test_a_calendar_for_the_public_holds_what_was_released_and_nothing_else() -> None:
    office = Office()
    source = office.source("Chronicle")
    for name, level in (("Una Veil", 0), ("Ora Secret", 2)):
        record = office.person(name, source)
        fact = office.accept_fact(record, "sentence", "2019-03-04", penalty="imprisonment", length="P5Y")
        if not level:
            office.do("release", facts=[fact], level=0, basis=f"source:{source}")
    register = fold(office)
    names = {p.id: p.name for p in register.people.values()}
    for audience, expected in (("team", [2, 2]), ("public", [1, 0]), ("partners", [1, 0])):
        items = due(register, on=date(2021, 3, 1), audience=audience)
        text = calendar([i for i in items if i.kind == "sentence_end"], names=names, feed="f", name="x", stamp=STAMP)
        assert [text.count("BEGIN:VEVENT"), text.count("Ora Secret") * 2] == expected
