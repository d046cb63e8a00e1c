"""The content of an entry fits its action, or nothing is written; headers hold no name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from journal_contract import ACTOR, rejection, salts_from

from habeas.errors import HabeasError
from habeas.evidence import Document, Source
from habeas.ledger import ACTIONS, BadContent, Draft, MemoryJournal, NotCanonical, check_content

SHA = "d" * 64
GOOD: dict[str, dict[str, Any]] = {
    "member_added": {"member": "m-1", "name": "A. Monitor"},
    "source_captured": {
        "source": SHA, "title": "A list", "media_type": "text/plain", "language": "en", "published": "2020-02",
        "captured_at": "2026-01-01T00:00:00Z", "how": "file", "characters": 12,
    },
    "record_opened": {"record": "r-1", "document": SHA, "name": "Ulan Tester", "names": ["Tester"], "role": "subject"},
    "accept": {
        "claim": "c-1", "fact": "f-1", "record": "r-1", "kind": "sentence", "document": SHA, "span": [0, 9],
        "fields": {"penalty": "imprisonment", "length": "P7Y"}, "when": "2018-12-21", "attribution": "author",
        "modality": "happened", "of": [], "case": None, "rule": "sentence.court", "confidence": 0.97, "bulk": True,
        "proposal": "c-1", "replaces": None,
    },
    "reject": {"proposal": "c-1", "document": SHA},
    "correct": {"claim": "c-1", "why": "misread", "replaces": "office-a:3", "when": "2019"},
    "prefer": {"fact": "f-1", "claim": "c-1", "why": "the court's own text"},
    "withdraw": {"claim": "c-1", "why": "not about them"},
    "same": {"records": ["r-1", "r-2"], "why": "one birth date"},
    "different": {"facts": ["f-1", "f-2"], "why": "two trials"},
    "edition_frozen": {
        "edition": "January", "sha256": "a" * 64, "as_of": "2021-01-31", "known_at": "2021-02-01T00:00:00Z",
        "lists": ["own"], "files": {"list.pdf": "b" * 64},
    },
    "assess": {
        "record": "r-1", "definition": "wgad", "criterion": "II", "answer": "met", "facts": ["f-1"], "against": [],
        "why": "held for a post",
    },
    "assessment_seconded": {"assessment": "office-a:7", "agrees": True, "why": "read the verdict"},
    "cannot_tell": {"records": ["r-1", "r-2"], "why": "no birth date in either"},
    "split": {"records": ["r-2"], "why": "a namesake"},
    "recognise": {"record": "r-1", "list": "own", "step": "entered", "when": "2020-02"},
    "release": {"facts": ["f-1"], "level": 0, "basis": f"source:{SHA}"},
    "mandate_recorded": {
        "mandate": "g-1", "giver": "a relative", "scope": "publish", "purpose": "site", "until": "2027", "proof": None,
    },
    "basis_withdrawn": {"basis": "mandate:g-1", "why": "asked by phone"},
    "erased": {"entries": ["office-a:1"], "ground": "gdpr-17"},
    "received": {"feed": "office-b", "head": {"seq": 1, "hash": SHA}, "from": "by hand"},
}  # fmt: skip


def test_every_action_has_an_example() -> None:
    assert GOOD.keys() == ACTIONS.keys()


@pytest.mark.parametrize("action", ACTIONS)
def test_good_content_passes_and_each_lost_key_is_named(action: str) -> None:
    check_content(action, GOOD[action])
    for key in ACTIONS[action].required:
        with pytest.raises(BadContent) as refused:
            check_content(action, {k: v for k, v in GOOD[action].items() if k != key})
        assert refused.value.cause == f"{action} needs {key}."
    with pytest.raises(BadContent) as refused:
        check_content(action, {**GOOD[action], "colour": "red"})
    assert refused.value.cause == f"{action} has no colour."


BAD: list[tuple[str, dict[str, Any], str]] = [
    ("accept", {"span": [9, 9]}, "accept.span must be a span [start, end] with start before end, not [9, 9]."),
    ("accept", {"confidence": 1.5}, "accept.confidence must be a number from 0 to 1, not 1.5."),
    ("accept", {"bulk": 1}, "accept.bulk must be true or false, not 1."),
    ("accept", {"claim": ""}, "accept.claim must be a text, not ''."),
    ("accept", {"kind": "rumour"}, "'rumour' is no claim kind."),
    ("accept", {"modality": "perhaps"}, "'perhaps' is no modality."),
    ("accept", {"when": "2019-02-31"}, ""),
    ("accept", {"fields": {"penalty": "exile"}}, ""),
    ("release", {"level": 5}, "release.level must be a level from 0 to 4, not 5."),
    ("release", {"facts": []}, "release.facts must be a list of ids, not []."),
    ("same", {"facts": ["f-1", "f-2"]}, "same needs exactly one of facts, records."),
    ("withdraw", {"why": ""}, "withdraw.why must be a text, not ''."),
    ("received", {"head": {"seq": 1}}, "received.head must be a head {seq, hash}, not {'seq': 1}."),
]


@pytest.mark.parametrize(("action", "change", "cause"), BAD)
def test_bad_values_are_refused(action: str, change: dict[str, Any], cause: str) -> None:
    with pytest.raises(HabeasError) as refused:
        check_content(action, {**GOOD[action], **change})
    assert refused.value.exit_code == 2
    assert refused.value.cause == (cause or refused.value.cause)


def test_an_unknown_action_and_an_empty_correction() -> None:
    with pytest.raises(BadContent):
        check_content("delete", {})
    with pytest.raises(BadContent) as refused:
        check_content("correct", {"claim": "c-1", "why": "x", "replaces": None})
    assert refused.value.cause == "correct needs at least one of fields, when, attribution, modality, kind, record."


def test_a_source_is_what_the_ledger_takes() -> None:
    document = Document.from_bytes(b"A list of people held")
    source = Source.of(document, media_type="text/plain", captured_at="2026-01-01T00:00:00Z", by="m-1", file="a.txt")
    check_content("source_captured", source.to_json())


def journal() -> MemoryJournal:
    return MemoryJournal("office-a", clock=lambda: "2026-01-01T00:00:00Z", salts=salts_from(1))


@pytest.mark.parametrize("change", [
    {"actor_key": "monitor"}, {"actor_key": "Aigul.Monitor"}, {"actor_key": ""}, {"actor_key": "a b"},
    {"idempotency_key": "accept-monitor-1"}, {"idempotency_key": "Ұ"}, {"idempotency_key": "x" * 129},
    {"level": 5}, {"level": -1},
])  # fmt: skip
def test_a_header_holds_no_name_and_nothing_malformed(change: dict[str, Any]) -> None:
    fresh = journal()
    with pytest.raises(BadContent):
        fresh.append([replace(rejection(1), author="Aigul Monitor", **change)])
    assert fresh.head().seq == 0


def test_no_text_of_the_body_stands_in_a_header() -> None:
    draft = Draft("member_added", ACTOR, "Canary Author", {"member": "canary-m", "name": "Canary Name"}, ("canary-s",))
    [entry] = journal().append([draft])
    assert b"anary" not in entry.header.line()
    assert entry.body is not None and entry.body.text().count(b"anary") == 4


@pytest.mark.parametrize("value", [float("nan"), 2**60, 1.0e20, "\ud800"])
def test_what_could_not_be_read_back_is_refused(value: Any) -> None:
    fresh = journal()
    content = {"claim": "c-1", "why": "x", "replaces": None, "fields": {"x": value}}
    with pytest.raises(NotCanonical):
        fresh.append([Draft("correct", ACTOR, "m-1", content)])
    assert fresh.head().seq == 0


@pytest.mark.parametrize("at", ["2026-01-01", "2026-01-01T00:00:00+00:00", "yesterday"])
def test_only_utc_times_are_written(at: str) -> None:
    with pytest.raises(ValueError, match="is no UTC time with Z"):
        MemoryJournal("office-a", clock=lambda: at, salts=salts_from(1)).append([rejection(1)])


def test_a_short_salt_is_refused() -> None:
    with pytest.raises(ValueError, match="a salt has 16 bytes, not 4"):
        MemoryJournal("office-a", clock=lambda: "2026-01-01T00:00:00Z", salts=lambda: b"salt").append([rejection(1)])
