"""The packs of criteria: every entry in two languages, with source and trust; every pattern names something."""

from __future__ import annotations

import pytest

from habeas.law import BrokenPack, NoCriteria, definition, definitions
from habeas.law.criteria import _definition, _pattern


def test_the_three_definitions_are_there():
    assert {d.id: [c.id for c in d.criteria] for d in definitions().values()} == {
        "guidelines-2013": ["3.1a", "3.1b", "3.1c", "3.2a", "3.2b", "3.2c", "3.2d", "3.3-violence", "3.3-hate"],
        "pace-1900": ["a", "b", "c", "d", "e", "terrorism"],
        "wgad": ["I", "II", "III", "IV", "V"],
    }


@pytest.mark.parametrize("name", definitions())
def test_every_criterion_speaks_both_languages_and_names_its_source(name):
    for criterion in definition(name).criteria:
        assert (set(criterion.words), set(criterion.asks)) == ({"en", "ru"}, {"en", "ru"})
        assert criterion.source


def test_motives_are_asked_where_the_resolution_asks_for_them():
    assert [c.id for c in definition("pace-1900").criteria if c.needs_motive] == ["c", "d", "e"]


def test_what_excludes_is_told_apart():
    found = {c.id for d in definitions().values() for c in d.criteria if c.excludes}
    assert found == {"terrorism", "3.3-violence", "3.3-hate"}


@pytest.mark.parametrize("text", ["nosuch", "custody.form=nosuch", "status:nosuch", "sentence@extremist"])
def test_a_pattern_that_names_nothing_breaks_the_pack(text):
    with pytest.raises(BrokenPack):
        _pattern(text)


def test_an_entry_without_source_breaks_the_pack():
    said = {"id": "x", "name": {}, "outcome": {}, "deprived_of_liberty": True, "note": "", "status": "verified"}
    with pytest.raises(BrokenPack):
        _definition(said)


def test_a_definition_and_a_criterion_that_there_are_not():
    with pytest.raises(NoCriteria):
        definition("nosuch")
    with pytest.raises(NoCriteria):
        definition("wgad").criterion("VI")
