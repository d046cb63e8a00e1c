"""Levels, bases and what each audience sees: closed until opened, and closed again when the basis goes."""

from __future__ import annotations

from datetime import date

import pytest

from desk.invented import DAY, EDITOR, LIST, MONITOR, UPDATE, bring, moment
from habeas.desk import (
    Workspace,
    accept_all,
    document_report,
    figures,
    list_report,
    people,
    person,
    record_mandate,
    register,
    release,
    sources,
    undo,
    verify,
    withdraw_basis,
)
from habeas.desk.faults import BadRequest, NotFound, Refused

ON = date.fromisoformat(DAY)


@pytest.fixture
def decided(ws: Workspace) -> Workspace:
    """The workspace with everything accepted."""
    accept_all(ws, by=MONITOR, now=moment(2))
    return ws


def basis(ws: Workspace) -> str:
    """The list as a basis, named by the start of its hash."""
    return "source:" + sources(ws)[0].source[:10]


def facts(ws: Workspace, who: str, *kinds: str) -> list[str]:
    """Facts about a person of these kinds, of any level."""
    held = register(ws)
    [found] = [p for p in held.people.values() if who in p.name]
    return [f.id for f in held.facts_of(found.id) if not kinds or f.kind in kinds]


def test_nothing_is_public_before_it_is_released(decided: Workspace) -> None:
    assert people(decided, as_of=ON, audience="public") == ()
    with pytest.raises(NotFound) as absent:
        person(decided, "Aru Bekova", as_of=ON, audience="public")
    with pytest.raises(NotFound) as unknown:
        person(decided, "Aru Bekovb", as_of=ON, audience="public")
    assert absent.value.cause.replace("Bekova", "Bekovb") == unknown.value.cause
    assert {f.name: (f.value, f.withheld) for f in figures(decided, as_of=ON, audience="public").figures}["listed"] == (
        0,
        3,
    )


def test_a_release_opens_facts_and_a_withdrawn_basis_closes_them(decided: Workspace) -> None:
    done = release(decided, facts(decided, "Bekova"), level=0, basis=basis(decided), by=MONITOR, now=moment(3))
    assert len(done.entries) == 1
    seen = person(decided, "Bekova", as_of=ON, audience="public")
    assert [(f.kind, f.level, f.basis) for f in seen.facts] == [
        (kind, 0, "source:" + sources(decided)[0].source) for kind in ("sentence", "recognition", "charge")
    ]
    assert {f.name: (f.value, f.withheld) for f in figures(decided, as_of=ON, audience="public").figures}["listed"] == (
        1,
        2,
    )
    withdraw_basis(decided, basis(decided), by=EDITOR, now=moment(4), why="the publisher asks")
    assert people(decided, as_of=ON, audience="public") == ()
    with pytest.raises(Refused, match="was withdrawn"):
        release(decided, facts(decided, "Omar", "sentence"), level=0, basis=basis(decided), by=MONITOR, now=moment(5))
    assert verify(decided).faults == ()


def test_outside_the_office_nobody_learns_members_passages_or_what_is_withheld(decided: Workspace) -> None:
    release(decided, facts(decided, "Omar", "sentence"), level=0, basis=basis(decided), by=MONITOR, now=moment(3))
    for known_at in (None, "2021-02-28"):
        seen = person(decided, "Omar", as_of=ON, audience="public", known_at=known_at)
        listed = people(decided, as_of=ON, audience="public", known_at=known_at)
        page = figures(decided, as_of=ON, audience="public", known_at=known_at)
        claims = [claim for fact in seen.facts for claim in fact.claims]
        assert (seen.names, seen.withheld, [(c.member, c.passage) for c in claims]) == (("Dana Omar",), 0, [("", None)])
        said = repr((seen, listed, page.names, [f.counted for f in page.figures]))
        assert [w for w in ("Monitor", "Karin", "Bekova", "condition", "trade", "Yerlan") if w in said] == []
    with pytest.raises(NotFound):
        person(decided, "Karin", as_of=ON, audience="public")


def test_someone_of_whom_all_is_sensitive_is_not_for_the_team(decided: Workspace) -> None:
    young = "A young person\nNur Ali | identity | | attribute=birth, value=2010\nNur Ali | charge | | article=1\n"
    bring(decided, young, second=3)
    accept_all(decided, by=MONITOR, now=moment(4))
    assert "Nur Ali" not in [p.name for p in people(decided, as_of=ON)]
    assert "Nur Ali" in [p.name for p in people(decided, as_of=ON, audience="case")]
    with pytest.raises(NotFound):
        person(decided, "Nur Ali", as_of=ON)


def test_undoing_a_release_closes_it(decided: Workspace) -> None:
    done = release(decided, level=1, basis=basis(decided), by=MONITOR, now=moment(3), kind="sentence")
    assert len(done.entries) == 4
    assert {p.name for p in people(decided, as_of=ON, audience="partners")} == {
        "Aru Bekova",
        "Bolat Karin",
        "Dana Omar",
        "Yerlan Sat",
    }
    for entry in done.entries:
        undo(decided, entry, by=MONITOR, now=moment(4), why="too early")
    assert people(decided, as_of=ON, audience="partners") == ()


@pytest.mark.parametrize("named", ["", "source:", "source:ffff", "mandate:none", "because", "source:0"])
def test_without_a_basis_nothing_is_released(decided: Workspace, named: str) -> None:
    head = decided.journal.head()
    with pytest.raises(Refused) as error:
        release(decided, facts(decided, "Bekova"), level=0, basis=named, by=MONITOR, now=moment(3))
    assert (error.value.exit_code, decided.journal.head()) == (7, head)


def test_what_may_not_be_released_so(decided: Workspace) -> None:
    update = bring(decided, UPDATE, second=3, name="update.txt").source
    for kind, level, why in (("health", 1, "sensitive"), ("health", 0, "sensitive")):
        with pytest.raises(Refused, match=why):
            release(decided, facts(decided, "Omar", kind), level=level, basis=basis(decided), by=MONITOR, now=moment(4))
    with pytest.raises(Refused, match="does not rest on"):
        release(
            decided, facts(decided, "Omar", "sentence"), level=0, basis=f"source:{update}", by=MONITOR, now=moment(4)
        )
    for wrong in ({"level": 7}, {"facts": ()}):
        with pytest.raises(BadRequest):
            release(
                decided,
                **{"facts": facts(decided, "Omar"), "level": 0, **wrong},
                basis=basis(decided),
                by=MONITOR,
                now=moment(4),
            )  # type: ignore[arg-type]
    with pytest.raises(NotFound):
        release(decided, person="Omar", kind="death", level=0, basis=basis(decided), by=MONITOR, now=moment(4))


def test_a_mandate_opens_what_a_source_cannot(decided: Workspace) -> None:
    given = record_mandate(
        decided,
        giver="Dana Omar",
        scope="health",
        purpose="partners",
        until="2021-06",
        person="Omar",
        by=MONITOR,
        now=moment(3),
    )
    mandate = given.subjects[0]
    entry = next(e for e in decided.journal.read() if e.action == "mandate_recorded")
    assert (entry.body.level, entry.body.content["mandate"]) == (4, mandate)  # type: ignore[union-attr]
    health = facts(decided, "Omar", "health")
    release(decided, health, level=1, basis=f"mandate:{mandate}", by=MONITOR, now=moment(4))
    assert [f.kind for f in person(decided, "Omar", as_of=ON, audience="partners").facts] == ["health"]
    with pytest.raises(Refused, match="never public"):
        release(decided, health, level=0, basis=f"mandate:{mandate}", by=MONITOR, now=moment(5))
    with pytest.raises(Refused, match="ran out"):
        release(decided, health, level=1, basis=f"mandate:{mandate}", by=MONITOR, now="2021-07-01T00:00:00Z")
    with pytest.raises(Refused, match="already"):
        record_mandate(decided, mandate=mandate, giver="x", scope="", purpose="", by=MONITOR, now=moment(6))
    withdraw_basis(decided, f"mandate:{mandate}", by=MONITOR, now=moment(7), why="she asks")
    with pytest.raises(NotFound):
        person(decided, "Omar", as_of=ON, audience="partners")
    assert verify(decided).faults == ()


def test_the_team_does_not_see_what_is_for_named_members(decided: Workspace) -> None:
    seen = person(decided, "Omar", as_of=ON)
    assert ([f.kind for f in seen.facts].count("health"), seen.withheld) == (0, 1)
    assert person(decided, "Omar", as_of=ON, audience="case").withheld == 0
    assert "ill" not in repr(seen).replace("ill_treatment", "")
    assert "ill" in LIST


def test_a_document_of_the_past_shows_nothing_that_was_taken_back_since(decided: Workspace) -> None:
    release(decided, facts(decided, "Bekova"), level=0, basis=basis(decided), by=MONITOR, now=moment(3))
    said = {"as_of": ON, "made_at": "2021-02-03T00:00:00Z", "known_at": moment(3), "audience": "public"}
    shown = [b"Bekova" in document_report(decided, "list", **said).rendered.to("html")]  # type: ignore[arg-type]
    shown += ["Bekova" in list_report(decided, **said)]  # type: ignore[arg-type]
    withdraw_basis(decided, basis(decided), by=EDITOR, now=moment(4), why="the publisher asks")
    shown += [b"Bekova" in document_report(decided, "list", **said).rendered.to("html")]  # type: ignore[arg-type]
    shown += ["Bekova" in list_report(decided, **said)]  # type: ignore[arg-type]
    assert shown == [True, True, False, False]
