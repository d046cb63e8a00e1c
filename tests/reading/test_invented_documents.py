"""A slice of the campaign of `make fuzz`: whatever a document says, places stay inside it."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reading.invented_documents import documents, problems, text_of


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents, st.sampled_from([1, 1, 1, 5]))
def test_a_document_that_nobody_would_write(pieces: list[str], times: int) -> None:
    assert list(problems(text_of(pieces, times))) == []
