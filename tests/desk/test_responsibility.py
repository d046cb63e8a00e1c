"""Officials: involved in a fact as its source names them, by degree, with people and cases in common."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from desk.invented import MONITOR, bring, moment
from habeas.desk import Workspace, accept_all, involve, officials_page, person, verify
from habeas.desk.faults import BadRequest, NotFound
from habeas.lexicon.kinds import NotInVocabulary

ON = date(2021, 1, 31)
TEXT = """A trial in Arcadia before Judge Kell with prosecutor Marn
Nel Osken | charge | | article=101, code=AC
Nel Osken | sentence | 2019-05-06 | penalty=imprisonment, length=P5Y
Tam Ruudi | sentence | 2020-03-02 | penalty=imprisonment, length=P3Y
"""


@pytest.fixture
def decided(ws: Workspace) -> Workspace:
    bring(ws, TEXT)
    accept_all(ws, by=MONITOR, now=moment(5))
    return ws


def sentence(ws: Workspace, name: str) -> str:
    return next(f.id for f in person(ws, name, as_of=ON).facts if f.kind == "sentence")


def test_an_official_is_told_with_acts_people_and_cases_in_common(decided):
    for name, who in (("Judge Kell", "Nel Osken"), ("Judge Kell", "Tam Ruudi"), ("Marn", "Nel Osken")):
        degree = "judged" if "Judge" in name else "prosecuted"
        involve(decided, name, degree=degree, fact=sentence(decided, who), by=MONITOR, now=moment(10))
    kell, marn = officials_page(decided)
    assert (kell.name, kell.degrees, kell.people, kell.sources) == ("Judge Kell", (("judged", 2),), 2, 1)
    assert [name for act in kell.acts for _, name in act.people] == ["Nel Osken", "Tam Ruudi"]
    assert [(name, n) for _, name, n in marn.common] == [("Judge Kell", 1)]
    assert verify(decided).faults == ()


def test_the_same_involvement_twice_is_one_claim_and_refused(decided):
    fact = sentence(decided, "Nel Osken")
    involve(decided, "Judge Kell", degree="judged", fact=fact, by=MONITOR, now=moment(10))
    assert len(officials_page(decided)[0].acts) == 1


@pytest.mark.parametrize(
    ("name", "degree", "fact", "fault"),
    [("Judge Absent", "judged", None, BadRequest), ("Judge Kell", "cursed", None, NotInVocabulary),
     ("Judge Kell", "judged", "f-0000000000", NotFound), (" ", "judged", None, BadRequest)],
)  # fmt: skip
def test_a_bad_involvement_is_refused_and_nothing_is_written(decided, name, degree, fact, fault):
    head = decided.journal.head()
    with pytest.raises(fault):
        involve(decided, name, degree=degree, fact=fact or sentence(decided, "Nel Osken"), by=MONITOR, now=moment(10))
    assert decided.journal.head() == head


def test_nobody_outside_sees_officials(decided):
    involve(decided, "Judge Kell", degree="judged", fact=sentence(decided, "Nel Osken"), by=MONITOR, now=moment(10))
    assert officials_page(decided, audience="public") == ()
    assert officials_page(decided, audience="partners") == ()


def test_the_pages_show_them(decided):
    from habeas.web.opening import release, use
    from habeas.web.views.entrance import new_link

    involve(decided, "Judge Kell", degree="judged", fact=sentence(decided, "Nel Osken"), by=MONITOR, now=moment(10))
    use(decided.folder)
    try:
        client = Client(SERVER_NAME="localhost")
        client.get(new_link(MONITOR))
        page = client.get("/officials/").content.decode()
        assert ("Judge Kell" in page, "Nel Osken" in page, "one source" in page) == (True, True, True)
        assert client.get("/compliance/?as_of=2021-01-31").status_code == 200
    finally:
        release()
