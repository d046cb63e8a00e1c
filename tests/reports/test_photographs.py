"""Photographs in documents: beside the words, with alternative text and credit, fetched when they are drawn."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import pypdfium2
import pytest

from adapters import photographs as made
from habeas.adapters.parsing.photographs import take_photograph
from habeas.figures import count
from habeas.register import fold
from habeas.reports.documents import FORMATS, Masthead, Material, Photographs, Rendered, TemplateFault, document
from habeas.reports.documents.cover import Picture, size_of
from habeas.reports.portraits import Portrait, Shelf
from simulator.country import DAY, LIST, orlenia

ON = date.fromisoformat(DAY)
TAKEN = take_photograph(made.jpeg(), file="a.jpg")
CREDIT = 'N. "Lens" <b>2019</b> #x'


def rendered(kind: str, *, kept: bool = True, alt: str = "A drawn figure") -> Rendered:
    """A document in which one person has a photograph; `kept` says whether its copy is still there."""
    country = orlenia()
    register = fold(country.office.entries)
    figures = tuple(count(register, as_of=ON, list=LIST, audience="team"))
    who = register.resolve(country.records["odo"])
    faces = {who: Portrait("f-0123456789", "ab" * 32, alt, CREDIT, TAKEN.shown.width, TAKEN.shown.height)}
    copies = {False: TAKEN.shown.data, True: TAKEN.small.data}
    shelf = Shelf({"ab" * 32: (600, 800)}, lambda source, small: copies[small] if kept else None)
    head = Masthead("People of Orlenia", ON, "2021-03-01T12:00:00Z", "team", None, "orla:60", "en")
    material = Material(register, figures, head, pictures=Photographs(faces, shelf), portraits=faces)
    return document(kind, material, person=None if kind == "list" else who).rendered


@pytest.mark.parametrize("kind", ["list", "person", "case"])
@pytest.mark.parametrize("format", FORMATS)
def test_a_photograph_stands_in_every_format_with_its_credit(kind: str, format: str) -> None:
    data = rendered(kind).to(format)
    if format == "html":
        said = data.decode()
        assert said.count('alt="A drawn figure"') == 1
        assert "Photo: <span" in said
        assert "N. &quot;Lens&quot; &lt;b&gt;2019&lt;/b&gt; #x" in said
    elif format == "docx":
        files = zipfile.ZipFile(io.BytesIO(data))
        xml = files.read("word/document.xml").decode()
        size = TAKEN.shown.data if kind == "person" else TAKEN.small.data
        assert [files.read(n) for n in files.namelist() if n.startswith("word/media/")] == [size]
        assert (xml.count("<w:framePr"), 'descr="A drawn figure"' in xml) == (2, True)
    else:
        pages = list(pypdfium2.PdfDocument(data))
        pictures = [o for page in pages for o in page.get_objects(filter=[3], max_depth=5)]
        words = " ".join(page.get_textpage().get_text_range() for page in pages)
        assert len(pictures) == 1
        assert 'Photo: N. "Lens"' in " ".join(words.split())


def test_without_words_the_name_is_the_alternative_text() -> None:
    assert 'alt="Photograph of Odo Brandt"' in rendered("person", alt="").to("html").decode()


def test_a_copy_that_went_meanwhile_is_a_fault_in_words() -> None:
    made_ = rendered("list", kept=False)
    for format in FORMATS:
        with pytest.raises(TemplateFault, match="was taken away while the document was made"):
            made_.to(format)


def test_a_person_without_a_photograph_has_no_place_for_one() -> None:
    said = rendered("list").to("html").decode()
    assert (len(re.findall("<figure", said)), len(re.findall('<section class="person"', said)) > 3) == (1, True)


def test_the_size_of_a_picture_is_read_from_its_head() -> None:
    assert size_of(Picture("image/jpeg", TAKEN.shown.data)) == (600, 800)
    assert size_of(Picture("image/png", made.png(wide=60, high=90))) == (60, 90)
