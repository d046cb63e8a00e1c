"""Exchange between offices: nothing is lost on the way, nothing is seen that may not be, and nothing lands half."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk.invented import DAY, EDITOR, MONITOR, UPDATE, bring, moment
from habeas.desk import (
    Workspace,
    accept_all,
    add_member,
    capture_bytes,
    correct,
    create_workspace,
    document,
    erase,
    export_register,
    history,
    import_register,
    member,
    original,
    people,
    person,
    read_source,
    rebuild,
    recognise,
    record_mandate,
    register,
    release,
    same,
    sources,
    undo,
    verify,
    withdraw,
)
from habeas.desk.erasure import BLOCK
from habeas.desk.faults import NotFound, Refused
from habeas.ledger import LedgerBroken
from habeas.reports.exchange import BrokenLine, NotForOffices
from reports.test_exchange import validator

ON = date.fromisoformat(DAY)


def export(ws: Workspace, audience: str = "team", **more: Any) -> bytes:
    return b"".join(export_register(ws, as_of=ON, audience=audience, **more))


def below_the_head(data: bytes) -> list[bytes]:
    """All lines but the first and the last: the last hashes the first too."""
    return data.splitlines()[1:-1]


def lines(data: bytes, kind: str) -> list[dict[str, Any]]:
    return [line for line in map(json.loads, data.splitlines()) if line["line"] == kind]


@pytest.fixture
def busy(ws: Workspace) -> Workspace:
    """The workspace of Arcadia, with most of what members can do done in it."""
    bring(ws, UPDATE, second=2, name="update.txt")
    accept_all(ws, by=MONITOR, now=moment(3))
    held = register(ws)
    named = {p.name: p for p in held.people.values()}
    bekova = [r for p in held.people.values() if p.name == "Aru Bekova" for r in p.records]
    same(ws, bekova, why="one person", by=MONITOR, now=moment(4))
    sentence = next(f for f in held.facts_of(named["Bolat Karin"].id, "sentence"))
    release(ws, [sentence.id], level=0, basis="source:" + sentence.document, by=MONITOR, now=moment(5))
    charge = next(f for f in held.facts.values() if f.kind == "charge")
    correct(ws, charge.claims[0], {"fields": {"article": "102"}}, why="misread", by=EDITOR, now=moment(6))
    gone = next(f.id for f in held.facts.values() if f.kind == "release")
    done = withdraw(ws, gone, why="doubtful", by=MONITOR, now=moment(7)).decided
    undo(ws, done.entries[0], why="not so doubtful", by=EDITOR, now=moment(8))
    recognise(ws, named["Yerlan Sat"].id, step="entered", reason="beaten", by=MONITOR, now=moment(9))
    record_mandate(
        ws, giver="His mother Aigul", scope="all", purpose="publish", mandate="k-1", by=MONITOR, now=moment(10)
    )
    beaten = next(f for f in held.facts.values() if f.kind == "ill_treatment")
    release(ws, [beaten.id], level=1, basis="mandate:k-1", by=MONITOR, now=moment(11))
    return ws


@pytest.fixture
def other(tmp_path: Path) -> Workspace:
    made = create_workspace(tmp_path / "other", name="Borduria")
    add_member(made, "C. Other", now=moment(20))
    return made


@pytest.fixture
def sent(busy: Workspace, tmp_path: Path) -> Callable[..., Path]:
    """Writes an export of the busy workspace to a file."""

    def write(audience: str = "team", name: str = "sent.jsonl") -> Path:
        path = tmp_path / name
        path.write_bytes(export(busy, audience))
        return path

    return write


@pytest.mark.parametrize("audience", ["team", "case", "sealed"])
def test_a_round_trip_loses_nothing(
    busy: Workspace, other: Workspace, sent: Callable[..., Path], audience: str
) -> None:
    import_register(other, sent(audience), by="C. Other", now=moment(30))
    assert below_the_head(export(other, audience)) == below_the_head(export(busy, audience))
    assert (verify(other).faults, rebuild(other).same) == ((), True)


def test_sealed_carries_the_whole_register(busy: Workspace, other: Workspace, sent: Callable[..., Path]) -> None:
    import_register(other, sent("sealed"), by="C. Other", now=moment(30))
    mine, theirs = register(busy), register(other)
    for name in ("people", "facts", "claims", "records", "sources", "mandates", "recognitions", "withdrawn"):
        assert getattr(theirs, name) == getattr(mine, name), name
    assert person(other, "Sat", as_of=ON).facts == person(busy, "Sat", as_of=ON).facts


def test_the_same_file_twice_changes_nothing(other: Workspace, sent: Callable[..., Path]) -> None:
    first = import_register(other, sent(), by="C. Other", now=moment(30))
    head = other.journal.head()
    again = import_register(other, sent(), by="C. Other", now=moment(31))
    assert (first.written, first.people, first.new > 20) == (True, len(register(other).people), True)
    assert (again.written, again.new, again.people, other.journal.head()) == (False, 0, 0, head)


def test_a_dry_run_says_the_same_and_writes_nothing(other: Workspace, sent: Callable[..., Path]) -> None:
    before = other.journal.head()
    said = import_register(other, sent(), by="C. Other", now=moment(30), dry_run=True)
    assert (said.written, other.journal.head(), len(register(other).people)) == (False, before, 0)
    done = import_register(other, sent(), by="C. Other", now=moment(30))
    assert (said.entries, said.people, said.facts, said.sources) == (
        done.entries, done.people, done.facts, done.sources,
    )  # fmt: skip


def test_later_news_continues_what_was_received(busy: Workspace, other: Workspace, sent: Callable[..., Path]) -> None:
    import_register(other, sent(), by="C. Other", now=moment(30))
    charge = next(f for f in register(busy).facts.values() if f.kind == "charge")
    correct(busy, charge.claims[0], {"fields": {"article": "103"}}, why="again", by=EDITOR, now=moment(40))
    more = import_register(other, sent(name="later.jsonl"), by="C. Other", now=moment(41))
    assert (more.new, more.facts, verify(other).faults) == (1, 0, ())
    assert {f.fields["article"] for f in register(other).facts.values() if f.kind == "charge"} == {"103"}
    known = register(other, known_at=moment(39))
    assert {f.fields["article"] for f in known.facts.values() if f.kind == "charge"} == {"102"}


def test_what_was_decided_there_travels_back(
    busy: Workspace, other: Workspace, sent: Callable[..., Path], tmp_path: Path
) -> None:
    import_register(other, sent(), by="C. Other", now=moment(30))
    sentence = next(f for f in register(other).facts.values() if f.kind == "sentence")
    withdraw(other, sentence.id, why="annulled", by="C. Other", now=moment(32))
    assert "C. Other" in [row.member for row in history(other, sentence.id)]
    (tmp_path / "back.jsonl").write_bytes(export(other))
    back = import_register(busy, tmp_path / "back.jsonl", by=MONITOR, now=moment(40))
    assert (list(back.entries), back.facts) == ([other.feed], -1)
    assert sentence.id not in register(busy).facts
    assert (verify(busy).faults, rebuild(busy).same) == ((), True)
    with pytest.raises(NotFound):  # who signed there signs nothing here
        member(busy, "C. Other")


# -- who may see what ----------------------------------------------------------------------------------------------


def test_the_team_gets_no_health_and_no_giver(busy: Workspace) -> None:
    kinds = {a: {f["kind"] for f in lines(export(busy, a), "fact")} for a in ("team", "case", "sealed")}
    assert [a for a, found in kinds.items() if "health" in found] == ["case", "sealed"]
    assert [b'"ill"' in export(busy, a) for a in ("team", "case")] == [False, True]
    assert [b"Aigul" in export(busy, a) for a in ("team", "case", "sealed")] == [False, False, True]


def test_what_was_released_on_a_mandate_falls_back_where_the_mandate_is_not_sent(busy: Workspace) -> None:
    levels = {a: {f["kind"]: f["level"] for f in lines(export(busy, a), "fact")} for a in ("team", "sealed")}
    assert [levels[a]["ill_treatment"] for a in levels] == [2, 1]


def test_a_narrower_release_that_is_not_sent_does_not_leave_a_wider_one(busy: Workspace) -> None:
    sentence = next(f for f in register(busy).facts.values() if f.kind == "sentence" and f.level == 0)
    release(busy, [sentence.id], level=1, basis="mandate:k-1", by=MONITOR, now=moment(12))
    levels = {f["id"]: f["level"] for f in lines(export(busy), "fact")}
    assert levels[sentence.id] == 2


def test_what_was_raised_since_stays_raised_in_an_export_of_the_past(busy: Workspace) -> None:
    sentence = next(f for f in register(busy).facts.values() if f.kind == "sentence" and f.level == 2)
    release(busy, [sentence.id], level=3, basis="source:" + sentence.document, by=MONITOR, now=moment(12))
    past = lines(export(busy, known_at=moment(11)), "fact")
    assert (sentence.id in {f["id"] for f in past}, len(past) > 3) == (False, True)


def test_bodies_kept_back_come_with_a_fuller_file(busy: Workspace, other: Workspace, sent: Callable[..., Path]) -> None:
    less = import_register(other, sent(), by="C. Other", now=moment(30))
    more = import_register(other, sent("sealed", "all.jsonl"), by="C. Other", now=moment(31))
    assert (less.withheld, more.withheld, more.new) == (less.withheld, 0, less.withheld)
    assert register(other).facts == register(busy).facts
    assert verify(other).faults == ()


# -- sources and erasure -------------------------------------------------------------------------------------------


def test_only_quoted_passages_of_a_source_arrive(busy: Workspace, other: Workspace, sent: Callable[..., Path]) -> None:
    import_register(other, sent(), by="C. Other", now=moment(30))
    source = next(s.source for s in sources(busy) if "edition" in s.title)
    mine, theirs = document(busy, source).text, document(other, source).text
    assert (len(theirs), "Aru Bekova | sentence" in theirs, "second edition" in theirs) == (len(mine), True, False)
    assert "Dana Omar | health" not in theirs
    for refused in (lambda: original(other, source), lambda: read_source(other, source, now=moment(31))):
        with pytest.raises(Refused, match="another office sent only the passages"):
            refused()


def test_a_source_that_was_quoted_can_be_added(busy: Workspace, other: Workspace, sent: Callable[..., Path]) -> None:
    import_register(other, sent(), by="C. Other", now=moment(30))
    row = next(s for s in sources(busy) if "edition" in s.title)
    data = original(busy, row.source)
    assert capture_bytes(other, data, name="list.txt", by="C. Other", now=moment(31)).new
    assert (document(other, row.source).text, original(other, row.source)) == (data.decode(), data)
    assert (verify(other).faults, rebuild(other).same) == ((), True)
    assert not capture_bytes(other, data, name="list.txt", by="C. Other", now=moment(32)).new


def test_an_erasure_there_is_an_erasure_here(busy: Workspace, other: Workspace, sent: Callable[..., Path]) -> None:
    import_register(other, sent(), by="C. Other", now=moment(30))
    erase(busy, person="yerlan sat", ground="gdpr-17-1-b", by=MONITOR, now=moment(40))
    import_register(other, sent(name="later.jsonl"), by="C. Other", now=moment(41))
    assert "Yerlan Sat" not in [p.name for p in people(other, as_of=ON)]
    texts = [document(other, s.source).text for s in sources(other)]
    assert (any("Yerlan" in t for t in texts), any(BLOCK in t for t in texts)) == (False, True)
    assert (verify(other).faults, rebuild(other).same) == ((), True)
    assert below_the_head(export(other)) == below_the_head(export(busy))


def test_another_office_does_not_erase_what_is_ours(
    busy: Workspace, other: Workspace, sent: Callable[..., Path], tmp_path: Path
) -> None:
    """It keeps its own copy clean; here a member decides, told what was erased there."""
    import_register(other, sent(), by="C. Other", now=moment(30))
    erase(other, person="yerlan sat", ground="gdpr-17-1-b", by="C. Other", now=moment(31))
    (tmp_path / "back.jsonl").write_bytes(export(other))
    before = register(busy)
    told = import_register(busy, tmp_path / "back.jsonl", by=MONITOR, now=moment(40))
    assert (register(busy).people, register(busy).facts) == (before.people, before.facts)
    assert (len(told.erased_there) > 3, {i.rpartition(":")[0] for i in told.erased_there}) == (True, {busy.feed})
    assert verify(busy).faults == ()
    erase(busy, entries=told.erased_there, ground="gdpr-17-1-b", by=MONITOR, now=moment(41))
    assert "Yerlan Sat" not in [p.name for p in people(busy, as_of=ON)]


def test_an_import_says_what_becomes_public(busy: Workspace, other: Workspace, sent: Callable[..., Path]) -> None:
    planned = import_register(other, sent(), by="C. Other", now=moment(30), dry_run=True)
    done = import_register(other, sent(), by="C. Other", now=moment(30))
    assert (planned.public, done.public) == (1, 1)
    fuller = import_register(other, sent("sealed", "all.jsonl"), by="C. Other", now=moment(31), dry_run=True)
    assert (fuller.new, fuller.facts, fuller.public) == (done.withheld, 1, 0)


def test_what_was_erased_here_does_not_come_back(busy: Workspace, other: Workspace, sent: Callable[..., Path]) -> None:
    import_register(other, sent(), by="C. Other", now=moment(30))
    erase(other, person="yerlan sat", ground="gdpr-17-1-b", by="C. Other", now=moment(31))
    charge = next(f for f in register(busy).facts.values() if f.kind == "charge")
    correct(busy, charge.claims[0], {"when": "2019"}, why="dated", by=EDITOR, now=moment(40))
    import_register(other, sent(name="later.jsonl"), by="C. Other", now=moment(41))
    assert "Yerlan Sat" not in [p.name for p in people(other, as_of=ON)]
    assert not any("Yerlan" in document(other, s.source).text for s in sources(other))
    assert (verify(other).faults, rebuild(other).same) == ((), True)


# -- what is not whole ---------------------------------------------------------------------------------------------


def change(number: int, old: bytes, new: bytes) -> Callable[[list[bytes]], None]:
    def changed(rows: list[bytes]) -> None:
        assert old in rows[number], rows[number]
        rows[number] = rows[number].replace(old, new, 1)

    return changed


def rewritten(found: str, *, content: dict[str, Any] | None = None, **header: Any) -> Callable[[list[bytes]], None]:
    """An entry that a hostile program wrote anew, with hashes that fit each other."""
    from habeas.ledger import Body, Header

    def changed(rows: list[bytes]) -> None:
        place = next(n for n, row in enumerate(rows) if f'"action":"{found}"'.encode() in row and b'"body":{' in row)
        line = json.loads(rows[place])
        said = line["body"]
        said["content"] = content if content and "ground" in content else {**said["content"], **(content or {})}
        body = Body(
            tuple(said["subjects"]), said["author"], said["level"], said["content"], bytes.fromhex(said["salt"])
        )
        fields = {k: v for k, v in line["header"].items() if k != "hash"}
        made = Header(**{**fields, "commit": body.commit, **header})
        line |= {"header": {**made.to_json(), "hash": made.hash}, "body": json.loads(body.text())}
        rows[place] = json.dumps(line).encode() + b"\n"

    return changed


def told(found: str, **content: Any) -> Callable[[list[bytes]], None]:
    other = content.pop("action", None)
    return rewritten(found, content=content, **({"action": other} if other else {}))


BROKEN: dict[str, tuple[Any, str]] = {
    "empty": (lambda rows: rows.clear(), "The file is empty"),
    "no export": (change(0, b"habeas-register", b"another"), "The file is no export of a register"),
    "newer": (change(0, b'"version":1', b'"version":2'), "A newer Habeas made the file"),
    "for the public": (change(0, b'"team"', b'"public"'), "The file was made for public"),
    "cut short": (lambda rows: rows.__delitem__(slice(5, None)), "The file is cut short after line 5"),
    "a line gone": (lambda rows: rows.pop(4), "Line 4[0-9]* of the file counts or hashes other lines|Line"),
    "a name changed": (change(-2, b'"seq"', b'"seq" '), "Line [0-9]+ of the file counts or hashes other lines"),
    "no JSON": (lambda rows: rows.__setitem__(6, b"{nothing\n"), "Line 7 of the file is no JSON"),
    "another kind": (lambda rows: rows.__setitem__(6, b'{"line":"poem"}\n'), "Line 7 of the file is of no known kind"),
    "a header changed": (change(-2, b'"at":"2021', b'"at":"2020'), "holds no entry of a ledger"),
    "a body changed": (change(-4, b'"level":2', b'"level":1'), "holds another body than entry"),
    "a time that is none": (rewritten("recognise", at="yesterday"), "whose feed, keys or time no ledger writes"),
    "a source that is none": (told("source_captured", source="../../x"), "says what no entry may say"),
    "a source without end": (told("source_captured", characters=10**12), "longer than any that Habeas reads"),
    "words beyond the vocabulary": (told("accept", kind="poem"), "says what no entry may say: 'poem' is no claim kind"),
    "an erasure of nothing": (told("source_captured", action="erased", entries=["x"], ground="g"), "no entry may say"),
    "more after the end": (lambda rows: rows.append(rows[2]), "stands after the last line"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_told_by_its_line_and_changes_nothing(
    other: Workspace, sent: Callable[..., Path], case: str
) -> None:
    path, (breaking, said) = sent(), BROKEN[case]
    rows = path.read_bytes().splitlines(keepends=True)
    breaking(rows)
    path.write_bytes(b"".join(rows))
    head = other.journal.head()
    with pytest.raises((BrokenLine, NotForOffices), match=said) as caught:
        import_register(other, path, by="C. Other", now=moment(30))
    assert (other.journal.head(), len(register(other).people)) == (head, 0)
    assert (caught.value.exit_code, len(str(caught.value).splitlines())) == (2, 1)


def test_a_passage_with_other_words_is_refused(other: Workspace, sent: Callable[..., Path]) -> None:
    path = sent()
    rows = path.read_bytes().splitlines(keepends=True)
    place = next(n for n, row in enumerate(rows) if b'"line":"passage"' in row and b"Bekova" in row)
    rows[place] = rows[place].replace(b"Bekova", b"Bekowa")
    path.write_bytes(b"".join(rows))
    with pytest.raises(BrokenLine, match=f"Line {place + 1} of the file holds other words"):
        import_register(other, path, by="C. Other", now=moment(30))


def test_two_histories_of_one_feed_are_refused(
    busy: Workspace, other: Workspace, sent: Callable[..., Path], tmp_path: Path
) -> None:
    """The same office, restored from a backup and gone on otherwise."""
    from habeas.desk import backup, restore

    backup(busy, tmp_path / "kept.habeas", now=moment(20))
    recognise(busy, "Yerlan Sat", step="entered", by=MONITOR, now=moment(21))
    import_register(other, sent(), by="C. Other", now=moment(30))
    restore(tmp_path / "kept.habeas", tmp_path / "restored")
    from habeas.desk import open_workspace

    with open_workspace(tmp_path / "restored") as twin:
        recognise(twin, "Yerlan Sat", step="refused", reason="violence", by=MONITOR, now=moment(22))
        (tmp_path / "twin.jsonl").write_bytes(export(twin))
    head = other.journal.head()
    with pytest.raises(LedgerBroken, match="another history"):
        import_register(other, tmp_path / "twin.jsonl", by="C. Other", now=moment(31))
    assert other.journal.head() == head


def test_a_register_read_back_by_its_own_older_copy_is_refused(
    busy: Workspace, sent: Callable[..., Path], tmp_path: Path
) -> None:
    from habeas.desk import backup, open_workspace, restore

    backup(busy, tmp_path / "kept.habeas", now=moment(20))
    recognise(busy, "Yerlan Sat", step="entered", by=MONITOR, now=moment(21))
    restore(tmp_path / "kept.habeas", tmp_path / "restored")
    with open_workspace(tmp_path / "restored") as older, pytest.raises(LedgerBroken, match="older copy"):
        import_register(older, sent(), by=MONITOR, now=moment(30))


# -- whole registers -----------------------------------------------------------------------------------------------


def example(folder: Path) -> Workspace:
    """The example of the project, with everything accepted that is read in it."""
    from habeas.desk import capture, read_sources
    from shared_texts import PROJECT

    report = PROJECT / "examples" / "kazakhstan-2020"
    ws = create_workspace(folder, name="Kazakhstan, January 2020")
    add_member(ws, MONITOR, now=moment(0))
    capture(ws, report / "report.md", by=MONITOR, now=moment(1), published="2020-02")
    read_sources(ws, now=moment(2))
    accept_all(ws, by=MONITOR, now=moment(3))
    return ws


def invented(folder: Path) -> Workspace:
    """An invented country of sixty people, with its six hundred claims."""
    from habeas.desk import open_workspace
    from habeas.desk.invented_country import invent

    invent(folder, 60, now=moment(0))
    return open_workspace(folder)


@pytest.mark.parametrize("make", [example, invented])
def test_a_whole_register_makes_the_round_trip(
    make: Callable[[Path], Workspace], other: Workspace, tmp_path: Path
) -> None:
    with make(tmp_path / "here") as here:
        data = export(here)
        (tmp_path / "sent.jsonl").write_bytes(data)
        taken = import_register(other, tmp_path / "sent.jsonl", by="C. Other", now=moment(30))
        assert below_the_head(export(other)) == below_the_head(data)
        assert (taken.people, taken.facts) == (len(register(here).people), len(register(here).facts))
        assert (taken.people >= 56, taken.withheld, verify(other).faults) == (True, 0, ())
        checking = validator()
        assert [fault.message for row in data.splitlines() for fault in checking.iter_errors(json.loads(row))] == []
        claimed = [c for f in lines(data, "fact") for c in f["claims"]]
        quoted = {(p["document"], *p["span"]) for p in lines(data, "passage") if p["quote"]}
        assert [c["id"] for c in claimed if (c["document"], *c["span"]) not in quoted] == []


def test_a_source_of_another_office_can_be_erased_here(
    busy: Workspace, other: Workspace, sent: Callable[..., Path]
) -> None:
    import_register(other, sent(), by="C. Other", now=moment(30))
    source = next(s.source for s in sources(busy) if "edition" in s.title)
    erase(other, source=source, ground="gdpr-17-1-b", by="C. Other", now=moment(31))
    charge = next(f for f in register(busy).facts.values() if f.kind == "release")
    correct(busy, charge.claims[0], {"when": "2020-11"}, why="dated", by=EDITOR, now=moment(40))
    import_register(other, sent(name="later.jsonl"), by="C. Other", now=moment(41))
    assert [s.title for s in sources(other)] == ["An update from Arcadia about people in custody"]
    assert {c.document for c in register(other).claims.values()} == {s.source for s in sources(other)}
    assert (verify(other).faults, rebuild(other).same) == ((), True)


def test_a_damaged_feed_of_another_office_is_found(
    busy: Workspace, other: Workspace, sent: Callable[..., Path]
) -> None:
    from django.db import connections

    import_register(other, sent(), by="C. Other", now=moment(30))
    with connections[other.alias].cursor() as cursor:
        cursor.execute("DROP TRIGGER body_goes_by_erasure_only")
        cursor.execute(
            "DELETE FROM desk_ledgerbody WHERE header_id ="
            " (SELECT position FROM desk_ledgerheader WHERE feed = %s AND action = 'recognise')",
            [busy.feed],
        )
        cursor.execute(
            "CREATE TRIGGER body_goes_by_erasure_only BEFORE DELETE ON desk_ledgerbody WHEN NOT EXISTS"
            " (SELECT 1 FROM desk_erasure WHERE header_id = OLD.header_id) BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    (fault,) = verify(other).faults
    assert fault.startswith(f"The feed {busy.feed}, received from another office: The body of entry ")


def test_members_go_on_deciding_on_what_came(busy: Workspace, other: Workspace, sent: Callable[..., Path]) -> None:
    """Each decision rewrites a slice of the tables: `verify` holds them against the whole of both feeds."""
    import_register(other, sent(), by="C. Other", now=moment(30))
    held = register(other)
    charge = next(f for f in held.facts.values() if f.kind == "charge")
    karin = sorted(r for p in held.people.values() if p.name == "Bolat Karin" for r in p.records)
    sat = next(p.id for p in held.people.values() if p.name == "Yerlan Sat")
    recognised = next(e.id for e in busy.journal.read() if e.action == "recognise")
    decisions: list[Callable[[str], object]] = [
        lambda now: correct(other, charge.claims[0], {"fields": {"part": "2"}}, why="fuller", by="C. Other", now=now),
        lambda now: same(other, karin, why="one person", by="C. Other", now=now),
        lambda now: recognise(other, karin[0], step="entered", by="C. Other", now=now),
        lambda now: release(other, [charge.id], level=0, basis=f"source:{charge.document}", by="C. Other", now=now),
        lambda now: undo(other, recognised, why="not on our list", by="C. Other", now=now),
        lambda now: withdraw(other, charge.id, why="dropped", by="C. Other", now=now),
    ]
    for number, decide in enumerate(decisions):
        decide(moment(40 + number))
        assert verify(other).faults == (), number
    after = register(other)
    assert (charge.id in after.facts, after.recognitions.get(sat, ()), after.conflicts) == (False, (), ())
    assert after.resolve(karin[1]) == karin[0]
