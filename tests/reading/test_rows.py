"""Lists of people as tables: what a column holds, what a cell says, and the way back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.evidence import Document
from habeas.reading.rows import BrokenTable, NoNames, Value, canonical, columns, read_rows, table_in, value_of
from habeas.reading.rows.values import claim_of

LIST = """ID,Name,DoB,Sex,Charges,Date of arrest,Sentence,Verdict date,Prison,Notes
1,Asan Serik,12.03.1980,M,"174(2); Article 256 of the Criminal Code; 234.4.3",5 May 2019,7 years,2019-12-01,IK-6,tall
2,Dana Omar,March,жен,ст. 205.2 ч. 1 УК РФ,,два с половиной года условно,,,
"""
ROWS = {
    "p1": [
        "birth 1980-03-12", "sex male", "article 174(2)", "article 256 Criminal Code", "article 234(4.3)",
        "arrested 2019-05-05", "facility IK-6", "sentence P7Y (2019-12-01)",
    ],
    "p2": ["sex female", "article 205.2(1) УК РФ", "sentence suspended P2Y6M"],
}  # fmt: skip
CELLS = {
    ("birth", "1963"): ["1963"],
    ("birth", "04/03/1985"): ["1985"],
    ("birth", "1 мая 1980"): ["1980-05-01"],
    ("birth", "unknown"): [None],
    ("sex", "Женский"): ["female"],
    ("sex", "?"): [None],
    ("occupation", "teacher; poet"): ["teacher", "poet"],
    ("article", "Articles 280, 281 of the Criminal Code"): ["280 Criminal Code", "281 Criminal Code"],
    ("article", "disorder"): [None],
    ("sentence", "life imprisonment"): ["life"],
    ("sentence", "P5Y; suspended P1Y (2020)"): ["P5Y", "suspended P1Y (2020)"],
    ("sentence", "two to five years"): [None],
    ("sentence", "three years of restricted freedom"): ["restriction_of_liberty P3Y"],
    ("sentence", "штраф 100 МРП"): ["fine"],
    ("released", "31.12.2020"): ["2020-12-31"],
}


def says(text: str) -> dict[str, list[str]]:
    table = table_in(text)
    found = read_rows(table, columns(table.headers)).entries
    return {e.person: [f"{v.meaning} {v.printed}" for v in e.values] for e in found}


def test_a_row_is_a_person_with_values() -> None:
    assert says(LIST) == ROWS


def test_what_is_not_understood_is_told_and_not_claimed() -> None:
    table = table_in(LIST + "3,,1990,,,,,,,\n")
    found = read_rows(table, columns(table.headers))
    assert [(u.number, u.column) for u in found.unread] == [(2, "DoB"), (3, "")]
    assert found.headers == ("Notes",)


@pytest.mark.parametrize("cell", list(CELLS))
def test_a_cell_says(cell: tuple[str, str]) -> None:
    assert [v and v.printed for v in canonical(*cell)] == CELLS[cell]


def test_claims_have_their_row_as_passage() -> None:
    table = table_in(LIST)
    document = Document.from_text(LIST, sha256="0" * 64)
    reading = read_rows(table, columns(table.headers)).reading(document, list_name="Ours")
    assert {LIST[slice(*c.span)].split(",")[1] for c in reading.claims if c.persons == ("p2",)} == {"Dana Omar"}
    assert [c.kind for c in reading.claims if c.persons == ("p2",)] == ["recognition", "identity", "charge", "sentence"]
    assert len({c.id for c in reading.claims}) == len(reading.claims)


TEXTS = st.text("abcЖ қ-.,", min_size=1, max_size=20).map(str.strip).filter(bool)
VALUES = st.one_of(
    st.builds(Value, st.sampled_from(["occupation", "residence", "affiliation", "citizenship"]), TEXTS),
    st.builds(Value, st.just("sentence"), st.sampled_from(["P7Y", "suspended P1Y6M", "life", "fine"]), st.none()),
    st.builds(Value, st.just("sentence"), st.just("P3Y"), st.sampled_from(["2019", "2020-02", "2020-02-29"])),
    st.builds(Value, st.just("article"), st.sampled_from(["174", "174(2)", "256 Criminal Code", "205-1(2) УК РФ"])),
    st.builds(Value, st.sampled_from(["arrested", "held_since", "released"]), st.sampled_from(["2019-05", "1990"])),
    st.builds(Value, st.just("birth"), st.sampled_from(["1963", "1963-02", "1963-02-01"])),
    st.builds(Value, st.just("facility"), st.sampled_from(["IK-6", "Prison No. 14"]), st.sampled_from([None, "2020"])),
)  # fmt: skip


@given(VALUES)
def test_what_is_exported_is_read_back(value: Value) -> None:
    claim = claim_of(value)
    assert claim is not None
    assert value_of(*claim) == value
    assert list(canonical(value.meaning, value.printed)) == [value]


def test_json_and_follow_the_money_are_tables_too() -> None:
    plain = json.dumps([{"name": "Asan Serik", "birth": 1980, "aliases": ["A. Serik", "Serikov"]}])
    assert says(plain) == {"p1": ["names A. Serik", "names Serikov", "birth 1980"]}
    entities = (
        {"id": "x1", "schema": "Person", "properties": {"name": ["Asan Serik"], "birthDate": ["1980-03-12"]}},
        {"id": "x2", "schema": "Ownership", "properties": {"owner": ["x1"]}},
    )
    lines = "\n".join(map(json.dumps, entities))
    assert says(lines) == {"p1": ["birth 1980-03-12"]}
    table = table_in(lines)
    (entry,) = read_rows(table, columns(table.headers)).entries
    assert (entry.identifier, lines[slice(*entry.span)]) == ("x1", json.dumps(entities[0]))


def test_a_spreadsheets_apostrophe_is_no_part_of_a_name() -> None:
    table = table_in("name,occupation\n'=cmd(),'-\n")
    assert table.rows[0].cells == {"name": "=cmd()", "occupation": "-"}


def test_equal_rows_are_one_entry() -> None:
    table = table_in("name,birth\n" + "Asan Serik,1980\n" * 100_000)
    (entry,) = read_rows(table, columns(table.headers)).entries
    assert entry.rows == 100_000


REFUSED = {
    "nothing": ("", BrokenTable, "is empty"),
    "no names": ("a,b\n1,2\n", NoNames, "holds names"),
    "one header twice": ("name,x,x\nUna,1,2\n", BrokenTable, "the same header"),
    "broken JSON": ('[{"name": ', BrokenTable, "cannot be read"),
    "JSON of numbers": ("[1, 2]", BrokenTable, "something else"),
    "deep JSON": ("[{" + '"a":[' * 100_000, BrokenTable, "cannot be read"),
    "an open quote": ('name\n"Una\n', BrokenTable, "is broken"),
}


@pytest.mark.parametrize("case", list(REFUSED))
def test_what_is_no_list_is_refused(case: str) -> None:
    text, fault, cause = REFUSED[case]
    with pytest.raises(fault) as refused:
        columns(table_in(text).headers)
    assert cause in str(refused.value)


def test_a_mapping_overrides_the_headers() -> None:
    assert columns(("Who", "Seized"), {"name": "Who", "arrested": "Seized"}) == {"name": "Who", "arrested": "Seized"}
    assert columns(("Name", "Region"), {"residence": ""}) == {"name": "Name"}
    with pytest.raises(NoNames):
        columns(("Name",), {"birth": "DoB"})
    with pytest.raises(NoNames):
        columns(("Name",), {"shoes": "Name"})
