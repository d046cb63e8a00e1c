"""A release that was granted and taken back by a higher court keeps nobody free."""

from __future__ import annotations

import pytest

from habeas.evidence.document import Document
from habeas.reading import read

HEAD = (
    "People of Orlenia in prison\n\nMarat Seitov is a teacher from Orlen.\n\n"
    "On 3 May 2018 a court sentenced Seitov to 6 years in prison. "
)
CASES = [
    ("The city court granted him parole on 2 April 2020, but the prosecutor appealed. On 9 June 2020 and 4 July 2020 "
     "the appeal courts took the side of the prosecutor and decided to keep Seitov in prison.",
     [("parole_refused", "2020-06-09"), ("parole_refused", "2020-07-04")]),
    ("On 2 September 2018 the appeal court upheld the sentence, so he was kept in prison.", [("appeal", "2018-09-02")]),
]  # fmt: skip


@pytest.mark.parametrize(("prose", "steps"), CASES)
def test_what_an_appeal_did(prose: str, steps: list[tuple[str, str]]) -> None:
    reading = read(Document.from_bytes((HEAD + prose + "\n").encode()))
    found = [(c.fields["step"], c.when) for c in reading.claims if c.kind == "proceeding" and c.when]
    assert found == steps


def test_custody_after_it_has_the_day_of_the_decision() -> None:
    prose = (
        "A court granted him parole on 2 April 2020, the prosecutor appealed, "
        "and by a decision of 9 June 2020 he was kept in prison."
    )
    reading = read(Document.from_bytes((HEAD + prose + "\n").encode()))
    assert [c.when for c in reading.claims if c.kind == "custody"] == ["2020-06-09"]
