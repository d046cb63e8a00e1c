"""Lists as files: the monitor's XML, INTERPOL's JSON, tables; and everything that is none of these, refused in a
line.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.adapters.lists import take_list, take_list_file
from habeas.errors import HabeasError
from habeas.watch import ListEntry
from habeas.watch.afm import FINANCING, PARTICIPANTS
from habeas.watch.notices import NOTICES

PERSON = (
    "<person><num>7</num><fname>УНА</fname><mname>ОРИНОВНА</mname><lname>ВЕЙЛ</lname><birthdate>03.02.1980</birthdate>"
    "<iin>800203400001</iin><note>Лорн</note><correction>включен от 05.02.2019</correction></person>"
)
ORG = "<org><org_name>Свет; Жарық</org_name><org_name_en>Light</org_name_en><note>x</note></org>"
FINANCED = f'<?xml version="1.0" encoding="UTF-8"?>\n<list><persons>{PERSON}</persons><orgs>{ORG}</orgs></list>'
TOOK_PART = "<list><org><org_name>ВЕЙЛ УНА</org_name><org_iin>800203400001</org_iin></org></list>"
NOTICE = {
    "forename": "UNA",
    "name": "VEIL",
    "date_of_birth": "1980/02/03",
    "entity_id": "2020/77",
    "nationalities": ["XA"],
}
PAGE = {"total": 1, "_embedded": {"notices": [NOTICE]}}


def entries(data: str | bytes, **more: str) -> tuple[ListEntry, ...]:
    raw = data.encode() if isinstance(data, str) else data
    return take_list(raw, file="list", **more).snapshot.entries  # type: ignore[arg-type]


def test_the_list_of_the_monitor() -> None:
    taken = take_list(FINANCED.encode(), file="l.xml")
    una, light = taken.snapshot.entries
    assert una == ListEntry(
        "ВЕЙЛ УНА ОРИНОВНА",
        "person",
        (),
        "1980-02-03",
        "800203400001",
        "2019-02-05",
        (("correction", "включен от 05.02.2019"), ("note", "Лорн")),
    )
    assert light == ListEntry("Свет", "organisation", ("Жарық", "Light"), details=(("note", "x"),))
    assert taken.snapshot.list == FINANCING
    assert [taken.taken.document.text[slice(*e.span)] for e in (una, light)] == [PERSON, ORG]


def test_people_in_tags_of_organisations() -> None:
    taken = take_list(TOOK_PART.encode(), file="l.xml")
    assert taken.snapshot.list == PARTICIPANTS
    assert taken.snapshot.entries == (ListEntry("ВЕЙЛ УНА", "person", identifier="800203400001"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251"])
def test_xml_in_another_encoding(encoding: str) -> None:
    declared = FINANCED.replace("УНА", "ЎНА" if encoding != "windows-1251" else "УНА").replace("UTF-8", encoding)
    declared = declared.replace("Жарық", "Заря")
    asked = {"encoding": "utf-16"} if encoding == "utf-16" else {}
    found = entries(declared.encode(encoding), **asked)
    assert (len(found), found[1].names) == (2, ("Заря", "Light"))


@given(
    st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="<>&"), min_size=1), max_size=5)
)
def test_a_span_is_the_element_whatever_letters_stand_before_it(names: list[str]) -> None:
    people = [f"<person><lname>{n}</lname><note>{n * 7}</note></person>" for n in (*names, "Veil")]
    taken = take_list(f"<l>{' '.join(people)}</l>".encode(), file="l.xml")
    shown = [taken.taken.document.text[slice(*e.span)] for e in taken.snapshot.entries]
    assert shown == list(dict.fromkeys(p for p, n in zip(people, (*names, "Veil"), strict=True) if n.split()))


def test_elements_far_into_a_long_text() -> None:
    many = "".join(f"<person><lname>Ж{n}</lname></person>" for n in range(20_000))
    taken = take_list(f"<l>{many}</l>".encode(), file="l.xml")
    last = taken.snapshot.entries[-1]
    assert taken.taken.document.text[slice(*last.span)] == "<person><lname>Ж19999</lname></person>"


def test_notices_of_interpol() -> None:
    warrants = {**NOTICE, "entity_id": "2020/78", "arrest_warrants": [{"issuing_country_id": "XA", "charge": "theft"}]}
    text = json.dumps([PAGE, {"_embedded": {"notices": [warrants]}}], indent=1)
    taken = take_list(text.encode(), file="n.json")
    assert taken.snapshot.list == NOTICES
    assert taken.snapshot.entries == (
        ListEntry("VEIL UNA", "person", (), "1980-02-03", "2020/77", None, (("nationalities", "XA"),)),
        ListEntry(
            "VEIL UNA",
            "person",
            (),
            "1980-02-03",
            "2020/78",
            None,
            (("nationalities", "XA"), ("issuing_country", "XA"), ("charge", "theft")),
        ),
    )
    assert [json.loads(text[slice(*e.span)]) for e in taken.snapshot.entries] == [NOTICE, warrants]


@pytest.mark.parametrize("form", [NOTICE, [NOTICE], PAGE, [PAGE]])
def test_forms_in_which_notices_are_saved(form: object) -> None:
    assert [e.identifier for e in entries(json.dumps(form))] == ["2020/77"]


TABLES = {
    "name,birth,id,since\nUna Veil,03.02.1980,1,2019-02-05\n": ListEntry(
        "Una Veil", "person", (), "1980-02-03", "1", "2019-02-05"
    ),
    "№;Фамилия;Имя;Отчество;Дата рождения;ИИН\n1;Вейл;Уна;;03.02.1980;1\n": ListEntry(
        "Вейл Уна", birth="1980-02-03", identifier="1"
    ),
    '\ufeffFull_Name\tAliases\tremark\n"Veil, Una"\tU. V.; Unna\t=1+1\n': ListEntry(
        "Veil, Una", names=("U. V.", "Unna"), details=(("remark", "=1+1"),)
    ),
    "name,type\nLight,организация\n": ListEntry("Light", "organisation"),
    "name,birth\n\nUna Veil,not known\n,1980\n": ListEntry("Una Veil", details=(("birth", "not known"),)),
}


@pytest.mark.parametrize("text", list(TABLES))
def test_tables(text: str) -> None:
    assert entries(text) == (TABLES[text],)


def test_columns_that_a_member_names() -> None:
    found = take_list(b"who,dob\nUna Veil,1980\n", file="t.csv", columns={"name": "who"}).snapshot
    assert found.entries == (ListEntry("Una Veil", birth="1980"),)


def test_a_row_over_several_lines_is_one_passage() -> None:
    text = 'name,note\r\n"Una\r\nVeil","a\r\nb"\r\nBo Holm,x\r\n'
    taken = take_list(text.encode(), file="t.csv")
    shown = [taken.taken.document.text[slice(*e.span)] for e in taken.snapshot.entries]
    assert shown == ['"Una\r\nVeil","a\r\nb"', "Bo Holm,x"]


LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {c} "{f"&{chr(ord(c) - 1)};" * 10}">' for c in "bcdefghi")
    + "]><l><person><lname>&i;</lname></person></l>"
)
REFUSED = {
    "a billion laughs": (LAUGHS, "declares a document type"),
    "an outer entity": (
        '<!DOCTYPE l [<!ENTITY f SYSTEM "file:///etc/passwd">]><l><person><lname>&f;</lname></person></l>',
        "declares a document type",
    ),
    "an outer DTD": (
        '<!DOCTYPE l SYSTEM "http://example.org/l.dtd"><l><person><lname>V</lname></person></l>',
        "declares a document type",
    ),
    "a parameter entity": ('<!DOCTYPE l [<!ENTITY % p SYSTEM "file:///x">%p;]><l/>', "declares a document type"),
    "broken XML": ("<l><person><lname>V</lname>", "This XML is broken"),
    "an unknown entity": ("<l><person><lname>&nbsp;</lname></person></l>", "This XML is broken"),
    "another XML": ("<feed><entry/></feed>", "neither `person` nor `org`"),
    "nested without end": ("<l>" * 100_000, "nested too deeply"),
    "a web page": ("<!doctype html><html><body>x</body></html>", "is a web page"),
    "an encoding that it is not in": (
        '<?xml version="1.0" encoding="utf-8"?><l>Ж</l>'.encode("cp1251"),
        "is not in the encoding",
    ),
    "an encoding that there is not": ('<?xml version="1.0" encoding="klingon"?><l/>', "is not in the encoding"),
    "broken JSON": ('{"notices": [', "This JSON cannot be read"),
    "another JSON": ('{"a": [{"name": "Una"}]}', "holds no notices"),
    "JSON nested without end": ('["a",' * 200_000, "This JSON cannot be read"),
    "no rows": ("name,birth\n", "holds no entries"),
    "no names": ("a,b\n1,2\n", "No column of the table holds names"),
    "one header twice": ("name,x,x\nUna,1,2\n", "have the same header"),
    "a quote that never ends": ('name\n"Una\n', "is broken"),
    "a cell without end": ("name\n" + "x" * 200_000, "is broken"),
    "nothing": ("", "is empty"),
    "spaces": (" \n ", "is empty"),
    "a table in an old encoding": ("ФИО;рождение\nВейл Уна;1980\n".encode("koi8-r") * 9, "is not UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n0000", "is a PNG image"),
    "a workbook": (b"PK\x03\x04xl/", "is an Excel workbook"),
}


@pytest.mark.parametrize("case", list(REFUSED))
def test_what_is_no_list_is_refused_in_one_line(case: str) -> None:
    data, cause = REFUSED[case]
    with pytest.raises(HabeasError) as refused:
        entries(data)
    assert (cause in refused.value.cause, refused.value.exit_code, "\n" in str(refused.value)) == (True, 2, False)
    assert refused.value.cause.startswith("list")
    assert len(refused.value.next_step) > 10


def test_files_that_are_none(tmp_path: Path) -> None:
    for path, cause in ((tmp_path / "none", "There is no file"), (tmp_path, "is no regular file")):
        with pytest.raises(HabeasError) as refused:
            take_list_file(path)
        assert (cause in refused.value.cause, refused.value.exit_code) == (True, 2)
