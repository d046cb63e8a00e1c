"""Photographs in the register: archived, stated with credit and consent, shown as a copy, closed again, erased."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from adapters import photographs as made
from desk.invented import DAY, EDITOR, MONITOR, bring, moment
from habeas.desk import (
    About,
    Photographed,
    Workspace,
    accept_all,
    add_photograph,
    backup,
    capture_bytes,
    consent_to,
    correct,
    document,
    erase,
    original,
    person,
    photograph,
    photographs_of,
    proposals,
    read_source,
    read_sources,
    rebuild,
    record_mandate,
    register,
    release,
    restore,
    same,
    sources,
    verify,
    withdraw,
    withdraw_basis,
)
from habeas.desk.faults import BadRequest, NotFound, Refused
from habeas.errors import HabeasError
from habeas.evidence import BadInput, SourceMissing
from habeas.lexicon.when import NotADate

ON = date.fromisoformat(DAY)
SAID = About("A. Drawer", "archive of the office", alt="A drawn figure in a blue coat")
PICTURE = made.jpeg()


@pytest.fixture
def decided(ws: Workspace) -> Workspace:
    """The workspace with everything accepted."""
    accept_all(ws, by=MONITOR, now=moment(2))
    return ws


def add(
    ws: Workspace, who: str = "Bekova", about: About = SAID, data: bytes = PICTURE, second: int = 3
) -> Photographed:
    file = "her.png" if data[:4] == b"\x89PNG" else "her.jpg"
    return add_photograph(ws, data, file=file, who=who, about=about, by=MONITOR, now=moment(second))


def paper(ws: Workspace) -> str:
    """A public source: the start of its hash as a basis."""
    words = b"The Arcadian printed a picture of her.\n"
    return "source:" + capture_bytes(ws, words, name="a.md", by=MONITOR, now=moment(3), how="file").source[:12]


def consent(ws: Workspace, name: str, **more: str) -> str:
    record_mandate(
        ws, giver="A. Bekova", scope="photograph", purpose="publish", mandate=name, by=MONITOR, now=moment(3), **more
    )
    return f"mandate:{name}"


def test_the_bytes_are_a_source_and_the_photograph_a_fact_of_the_team(decided: Workspace) -> None:
    head = decided.journal.head().seq
    done = add(decided)
    assert [e.action for e in decided.journal.read() if e.header.seq > head] == ["source_captured", "accept"]
    [row] = [s for s in sources(decided) if s.source == done.source]
    assert (row.media_type, row.title, decided.vault.get(done.source)) == (
        "image/jpeg", "Photograph: archive of the office", PICTURE,
    )  # fmt: skip
    seen = person(decided, "Bekova", as_of=ON)
    [shown] = photographs_of(decided, seen)
    assert (shown.fact, shown.sha256, shown.alt, shown.credit, shown.consent, shown.level, shown.basis) == (
        done.fact, done.source, SAID.alt, SAID.credit, "", 2, "",
    )  # fmt: skip
    assert (shown.width, shown.height) == (600, 800)
    assert (verify(decided).faults, rebuild(decided).differences) == ((), ())


def test_the_same_photograph_again_changes_nothing(decided: Workspace) -> None:
    first, head = add(decided), decided.journal.head()
    again = add(decided, about=About("Somebody else", "elsewhere"), second=4)
    assert (again.new, again.fact, again.source, decided.journal.head()) == (False, first.fact, first.source, head)


def test_one_photograph_may_show_two_people(decided: Workspace) -> None:
    one, two = add(decided), add(decided, "Karin", second=4)
    assert (one.source, one.fact == two.fact) == (two.source, False)
    assert [len(photographs_of(decided, person(decided, who, as_of=ON))) for who in ("Bekova", "Karin")] == [1, 1]
    assert verify(decided).faults == ()


def test_only_the_copy_leaves_and_the_file_stays(decided: Workspace) -> None:
    done = add(decided)
    data = photograph(decided, done.fact)
    assert (data[:2], made.HIDDEN.encode() in data, b"Exif" in data) == (b"\xff\xd8", False, False)
    with pytest.raises(Refused, match="stays in the vault"):
        original(decided, done.source)
    for hidden in ("f-0000000000", "", done.source):
        with pytest.raises(NotFound):
            photograph(decided, hidden)
    for audience in ("partners", "public"):
        with pytest.raises(NotFound):
            photograph(decided, done.fact, audience=audience)


def test_its_words_name_nobody_and_are_not_read(decided: Workspace) -> None:
    done, before = add(decided), len(proposals(decided))
    assert document(decided, done.source).text == "Photograph. Credit: A. Drawer. Source: archive of the office."
    assert done.source not in [r.source for r in read_sources(decided, now=moment(4), reader=_nothing)]
    assert len(proposals(decided)) == before


def _nothing(text):  # type: ignore[no-untyped-def]
    from habeas.reading.proposals import Reading

    return Reading(text, (), ())


def test_it_is_released_on_its_own_consent_alone(decided: Workspace) -> None:
    mine, other = consent(decided, "k-1"), consent(decided, "k-2")
    fact = add(decided, about=About("A. Drawer", "her family", mine)).fact
    listed = "source:" + sources(decided)[0].source
    for basis, why in ((other, "the consent to it is mandate:k-1"), (listed, "the consent to it is mandate:k-1")):
        with pytest.raises(Refused, match=why):
            release(decided, [fact], level=0, basis=basis, by=MONITOR, now=moment(5))
    release(decided, [fact], level=0, basis=mine, by=MONITOR, now=moment(5))
    assert photograph(decided, fact, audience="public")[:2] == b"\xff\xd8"
    withdraw_basis(decided, mine, by=EDITOR, now=moment(6), why="she asks")
    with pytest.raises(NotFound):
        photograph(decided, fact, audience="public")
    assert photograph(decided, fact)[:2] == b"\xff\xd8"
    with pytest.raises(Refused, match="was withdrawn"):
        release(decided, [fact], level=0, basis=mine, by=MONITOR, now=moment(7))
    assert verify(decided).faults == ()


def test_without_a_consent_it_is_released_on_nothing_until_one_is_recorded(decided: Workspace) -> None:
    mine = consent(decided, "k-1")
    fact = add(decided).fact
    with pytest.raises(Refused, match="nobody consented"):
        release(decided, [fact], level=1, basis=mine, by=MONITOR, now=moment(5))
    claim = register(decided).facts[fact].claims[0]
    correct(decided, claim, {"fields": {"consent": mine}}, by=MONITOR, now=moment(6), why="she signed")
    release(decided, [fact], level=1, basis=mine, by=MONITOR, now=moment(7))
    assert photograph(decided, fact, audience="partners")[:2] == b"\xff\xd8"


def test_a_source_that_published_it_may_be_its_consent(decided: Workspace) -> None:
    printed = paper(decided)
    done = add(decided, about=About("A. Drawer", printed))
    assert (str(done.consent)[:19], document(decided, done.source).text) == (
        printed, "Photograph. Credit: A. Drawer. Source: The Arcadian printed a picture of her.",
    )  # fmt: skip
    release(decided, [done.fact], level=0, basis=printed, by=MONITOR, now=moment(5))
    assert photograph(decided, done.fact, audience="public")[:2] == b"\xff\xd8"


def test_what_a_member_wrote_down_and_a_photograph_are_no_public_sources(decided: Workspace) -> None:
    memo, first = "source:" + sources(decided)[0].source, add(decided)
    for basis in (memo, f"source:{first.source}"):
        with pytest.raises(Refused, match="no public source"):
            add(decided, "Karin", About("A. Drawer", basis))
        with pytest.raises(Refused, match="no public source"):
            consent_to(decided, first.fact, basis, by=MONITOR, now=moment(4), why="x")


def test_releasing_all_that_a_source_carries_takes_no_photograph_along(decided: Workspace) -> None:
    fact, listed = add(decided).fact, "source:" + sources(decided)[0].source
    release(decided, person="Bekova", level=0, basis=listed, by=MONITOR, now=moment(5))
    assert register(decided).facts[fact].level == 2


@pytest.mark.parametrize("how", ["birth", "said"])
def test_of_a_minor_it_starts_above_the_team_and_needs_a_mandate(decided: Workspace, how: str) -> None:
    who = "Bekova"
    if how == "birth":
        bring(decided, "Young\nNur Ali | identity | | attribute=birth, value=2010\n", second=3)
        accept_all(decided, by=MONITOR, now=moment(3))
        who = "Nur Ali"
    listed = paper(decided)
    about = About("A. Drawer", listed, minor=how == "said")
    done = add(decided, who, about, second=4)
    assert done.level == 3
    with pytest.raises(NotFound):
        photograph(decided, done.fact)
    with pytest.raises(Refused, match="sensitive"):
        release(decided, [done.fact], level=0, basis=listed, by=MONITOR, now=moment(5))


def test_the_claim_hangs_on_a_record_that_was_released(decided: Workspace) -> None:
    """Whoever sees the photograph outside sees the name of its record: not a spelling that nobody released."""
    bring(decided, "Other\nA. Bekova-Secret | custody | 2019-02-01 | form=imprisonment\n", second=3)
    accept_all(decided, by=MONITOR, now=moment(3))
    ids = {r.name: r.id for r in register(decided).records.values()}
    open_, closed = ids["Aru Bekova"], ids["A. Bekova-Secret"]
    same(decided, [open_, closed], by=MONITOR, now=moment(4), why="one person")
    listed = "source:" + sources(decided)[0].source
    release(decided, person=open_, level=0, basis=listed, by=MONITOR, now=moment(5))
    fact = add(decided, "Aru Bekova", second=6).fact
    assert register(decided).claims_of(fact)[0].record == open_
    other = add(decided, closed, data=made.jpeg(coat="#444444"), second=7).fact
    assert register(decided).claims_of(other)[0].record == closed


def test_withdrawn_it_is_shown_no_more(decided: Workspace) -> None:
    fact = add(decided).fact
    withdraw(decided, fact, by=MONITOR, now=moment(5), why="another person")
    assert photographs_of(decided, person(decided, "Bekova", as_of=ON)) == ()
    with pytest.raises(NotFound):
        photograph(decided, fact)


def test_a_backup_holds_it(decided: Workspace, tmp_path) -> None:  # type: ignore[no-untyped-def]
    from habeas.desk import open_workspace

    done = add(decided)
    backup(decided, tmp_path / "a.habeas", now=moment(9))
    restore(tmp_path / "a.habeas", tmp_path / "again")
    with open_workspace(tmp_path / "again") as ws:
        assert (photograph(ws, done.fact), ws.vault.get(done.source)) == (photograph(decided, done.fact), PICTURE)


def test_erasing_the_person_takes_file_copy_and_claim(decided: Workspace) -> None:
    done = add(decided)
    copy = photograph(decided, done.fact)
    erase(decided, person="Bekova", ground="gdpr-17-1-b", by=MONITOR, now=moment(5))
    with pytest.raises(SourceMissing):
        decided.vault.get(done.source)
    with pytest.raises(NotFound):
        photograph(decided, done.fact)
    assert done.source not in [s.source for s in sources(decided)]
    files = b"".join(p.read_bytes() for p in decided.folder.glob("register.sqlite3*"))
    assert (files.count(copy[600:700]), files.count(b"A. Drawer"), verify(decided).faults) == (0, 0, ())


def test_erasing_one_of_two_on_a_photograph_shows_it_of_nobody(decided: Workspace) -> None:
    done, other = add(decided), add(decided, "Karin", second=4)
    erase(decided, person="Bekova", ground="gdpr-17-1-b", by=MONITOR, now=moment(5))
    with pytest.raises(NotFound):
        photograph(decided, other.fact)
    assert photographs_of(decided, person(decided, "Karin", as_of=ON)) == ()
    assert "Drawer" not in document(decided, done.source).text
    with pytest.raises(Refused, match="was erased"):
        add(decided, "Omar", second=6)
    assert verify(decided).faults == ()


def test_erasing_its_source_takes_the_copy(decided: Workspace) -> None:
    done = add(decided)
    erase(decided, source=done.source, ground="court-order", by=MONITOR, now=moment(5))
    with pytest.raises(NotFound):
        photograph(decided, done.fact)
    assert (decided.vault.has(done.source), verify(decided).faults) == (False, ())


def wrong(**more: object) -> About:
    return About(**{"credit": "A. Drawer", "source": "archive", **more})  # type: ignore[arg-type]


BAD: list[tuple[str, Callable[[], bytes], About, type[HabeasError], str]] = [
    ("Bekova", lambda: PICTURE, wrong(credit=" "), BadRequest, "has no credit"),
    ("Bekova", lambda: PICTURE, wrong(source=""), BadRequest, "has no source"),
    ("Bekova", lambda: PICTURE, wrong(alt="x" * 301), BadRequest, "300 characters"),
    ("Bekova", lambda: PICTURE, wrong(taken="last year"), NotADate, "last year"),
    ("Bekova", lambda: PICTURE, wrong(consent="mandate:none"), Refused, "is no basis"),
    ("Bekova", lambda: PICTURE, wrong(consent="she said so"), Refused, "is no basis"),
    ("Bekova", lambda: PICTURE, wrong(source="source:ffffff"), Refused, "is no basis"),
    ("Nobody", lambda: PICTURE, SAID, NotFound, "no person"),
    ("Bekova", made.png_bomb, SAID, BadInput, "60,000 x 60,000 pixels"),
    ("Bekova", lambda: PICTURE[:9000], SAID, BadInput, "cut off or broken"),
    ("Bekova", lambda: b"Only words.", SAID, BadInput, "no picture at all"),
    ("Bekova", lambda: made.SVG, SAID, BadInput, "an SVG drawing"),
    ("Bekova", lambda: made.jpeg(wide=16_050, high=60), SAID, BadInput, "16,050 x 60 pixels"),
]


@pytest.mark.parametrize(("who", "data", "about", "fault", "words"), BAD, ids=[w for *_, w in BAD])
def test_bad_input_writes_nothing_at_all(  # type: ignore[no-untyped-def]
    decided: Workspace, who, data, about, fault, words
) -> None:
    head, kept = decided.journal.head(), sorted(decided.vault.hashes())
    with pytest.raises(fault, match=words) as caught:
        add(decided, who, about, data())
    assert (decided.journal.head(), sorted(decided.vault.hashes())) == (head, kept)
    assert (bool(caught.value.next_step), len(sources(decided))) == (True, 1)


def test_a_photograph_is_read_by_nobody_even_when_asked(decided: Workspace) -> None:
    done = add(decided)
    with pytest.raises(Refused, match="photograph"):
        read_source(decided, done.source, now=moment(5))


def test_a_press_repeated_writes_once(decided: Workspace) -> None:
    for second in (3, 4):
        add_photograph(
            decided, PICTURE, file="a.jpg", who="Bekova", about=SAID, by=MONITOR, now=moment(second), key="press"
        )
    assert sum(e.action == "source_captured" for e in decided.journal.read()) == 2
