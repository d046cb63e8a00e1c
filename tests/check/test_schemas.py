"""The JSON that is printed is the JSON that the shipped schemas promise."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from check.invented import Invented
from habeas.check import check
from habeas.evidence.document import Document
from habeas.figures import count, figures_json
from habeas.lexicon.kinds import KINDS
from habeas.reading import read
from habeas.register import fold

TEXT = """\
1. Summary

This report presents the cases of 2 persons. On 3 May 2020 about 300 people were detained in Lorn.

2. Persons in detention

Ada Mossova is a teacher from Lorn.

Charge: “inciting discord” (part 2, Article 174 of the Criminal Code).

On 4 May 2020, the court sentenced Mosova to 3 years in prison. On 5 June 2020 Mossova was released on parole.

Boris Reedov is a printer from Lorn.

On 5 May 2020, the court sentenced Reedov to a fine.
"""


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((files("habeas.lexicon") / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def faults(name: str, value: Any) -> list[str]:
    plain = json.loads(json.dumps(value))
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator(name).iter_errors(plain)]


def document(text: str = TEXT) -> Document:
    return Document.from_bytes(text.encode())


def test_reading_and_check_of_an_invented_report() -> None:
    reading = read(document())
    assert faults("reading", reading.to_json()) == []
    assert faults("check", check(document(), reading).to_json()) == []


def test_reading_and_check_of_the_shared_texts(shared: Callable[[str], Path]) -> None:
    for path in sorted(shared("reading/texts").glob("*.txt")):
        text = Document.from_bytes(path.read_bytes())
        reading = read(text)
        assert faults("reading", reading.to_json()) == []
        assert faults("check", check(text, reading).to_json()) == []


def test_figures_of_an_empty_register() -> None:
    figures = count(fold([]), as_of=date(2021, 3, 31))
    assert faults("figures", figures_json(figures)) == []


def test_every_kind_of_claim_is_in_the_schema() -> None:
    claims = validator("reading").schema["properties"]["claims"]["items"]
    assert claims["properties"]["kind"]["enum"] == list(KINDS)
    fields = {k["properties"]["kind"]["const"]: set(k["properties"]) for k in claims["oneOf"]}
    common = {"id", "persons", "when", "span", "attribution", "modality", "of", "rule", "confidence", "kind"}
    assert fields == {kind: common | set(KINDS[kind]) for kind in KINDS}


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("check", {"findings": [{"kind": "rumour", "about": "x", "persons": [], "spans": [[0, 1]], "message": "x"}]}),
        ("check", {"findings": [{"kind": "wording", "about": "x", "persons": [], "spans": [], "message": "x"}]}),
        ("check", {"figures": [{"text": "5", "span": [0, 1], "value": 5, "verdict": "true"}]}),
        ("reading", {"claims": [{"id": "c-0123456789", "kind": "rumour"}]}),
        ("reading", {"persons": [{"id": "p1"}]}),
    ],
)
def test_what_is_not_promised_is_refused(name: str, change: dict[str, Any]) -> None:
    report = Invented("Ada Moss wrote.")
    value = report.check().to_json() if name == "check" else report.reading().to_json()
    assert faults(name, value) == []
    assert len(faults(name, value | change)) > 0
