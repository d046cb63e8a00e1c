"""Documents: numbers are figures, what is inserted is escaped, formats hold the same words, faults are told."""

from __future__ import annotations

import io
import re
from datetime import date

import docx
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.figures import count
from habeas.register import fold
from habeas.reports.documents import FORMATS, Masthead, Material, Picture, TemplateFault, document, render
from habeas.reports.documents.cover import Cover
from habeas.reports.documents.html import to_html
from habeas.reports.documents.pdf import to_pdf
from habeas.reports.documents.requests import requests
from habeas.reports.documents.tree import Node, parse
from habeas.reports.documents.word import to_docx
from simulator.country import DAY, LIST, orlenia

ON = date.fromisoformat(DAY)
MARKS = frozenset({"data", "time", "cite"})
"""Elements that say what a number in them comes from; `span` does where it bears `data-fact`."""


@pytest.fixture(scope="module")
def country():
    return orlenia()


def material(country, *, audience="team", language="en", **more) -> Material:
    register = fold(country.office.entries)
    figures = tuple(count(register, as_of=ON, list=LIST, audience=audience))
    head = Masthead(
        "People of Orlenia", ON, "2021-03-01T12:00:00Z", audience, "2021-02-28T12:00:00Z", "orla:60", language
    )
    return Material(register, figures, head, **more)


def rendered(country, kind="list", *, about=None, **more):
    return document(kind, material(country, **more), person=country.records[about] if about else None)


def bare_digits(node: Node, marked: bool = False) -> list[str]:
    """Pieces of text with a digit outside every mark."""
    marked = marked or node.tag in MARKS or (node.tag == "span" and bool(node.get("data-fact")))
    found = []
    for child in node.children:
        if isinstance(child, Node):
            found += bare_digits(child, marked)
        elif not marked and re.search(r"\d", child):
            found.append(child)
    return found


KINDS = [("list", None), ("person", "odo"), ("case", "odo"), ("sanctions", "judge"), ("wgad", "odo"), ("ccf", "vera"),
         ("urgent-appeal", "marek"), ("hrc-followup", "odo")]  # fmt: skip


@pytest.mark.parametrize(("kind", "about"), KINDS)
@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_no_number_stands_outside_figures_dates_references_and_facts(country, kind, about, language):
    tree = rendered(country, kind, about=about, language=language).rendered.tree
    assert bare_digits(tree) == []


def test_the_walk_finds_a_number_that_somebody_typed(country):
    typed = material(country, templates={"own.html": "<h1>Title</h1><p>There are 16 prisoners.</p>"})
    assert bare_digits(render("own.html", typed).tree) == ["There are 16 prisoners."]


def test_each_figure_of_the_document_is_the_one_that_was_counted(country):
    made = material(country)
    figures = {f.name: f for f in made.figures}
    shown = [n for n in document("list", made).rendered.tree.walk() if n.get("data-figure") in figures]
    assert shown
    assert [n.get("value") for n in shown] == [f"{figures[n.get('data-figure')].value:g}" for n in shown]


def test_a_document_states_its_dates_and_the_ledgers_head(country):
    text = rendered(country).rendered.tree.text
    assert ("31 January 2021" in text, "2021-02-28 12:00:00 UTC" in text, "orla:60" in text) == (True, True, True)


def text_of(format: str, data: bytes) -> str:
    """The words of a written document."""
    if format == "html":
        return re.sub(r"<[^>]+>", " ", data.decode())
    if format == "docx":
        made = docx.Document(io.BytesIO(data))
        cells = (c.text for t in made.tables for row in t.rows for c in row.cells)
        return " ".join([*(p.text for p in made.paragraphs), *cells])
    pdf = pypdfium2.PdfDocument(data)
    return " ".join(page.get_textpage().get_text_range() for page in pdf)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_holds_the_people_and_their_facts(country, format):
    said = " ".join(text_of(format, rendered(country).rendered.to(format)).split())
    for words_ in ("Odo Brandt", "Vera Quist", "Sentence: imprisonment, 6 years; 14 May 2019", "alleged; says: victim"):
        assert words_ in said


@pytest.mark.parametrize("format", FORMATS)
def test_kazakh_and_cyrillic_letters_stand_in_every_format(format):
    name = "Әсет Нұржаубай-ұлы Қожағұлов, Ғалия Һ. Өмірбекқызы, Ґанна Ўладзь"
    tree = Node("document", {}, (Node("h1", {}, ("Names",)), Node("p", {}, (name,))))
    data = FORMATS[format](tree, Cover("Names", "kk", ""), {})
    assert name in " ".join(text_of(format, data).split())


def test_the_pdf_embeds_its_fonts(country):
    data = rendered(country).rendered.to("pdf")
    assert (b"/FontFile" in data or b"/ObjStm" in data, data[:5]) == (True, b"%PDF-")
    fonts = {o.get_font().get_base_name() for o in pypdfium2.PdfDocument(data)[0].get_objects(filter=[1])}
    assert all(name[6:7] == "+" for name in fonts), fonts  # six letters and a plus mark an embedded subset


def test_the_same_document_is_the_same_bytes(country):
    for format in ("html", "pdf"):
        assert rendered(country).rendered.to(format) == rendered(country).rendered.to(format)


MARKUP = '<script>1</script> #eval("2") $3$ *b* _i_ `c` @d [e] \\ " \' {{ 7*7 }} =SUM(A1) <w:t/> & \x00\x1b'


@pytest.mark.parametrize("format", FORMATS)
def test_what_stands_in_a_name_is_never_markup(country, format):
    tree = Node("document", {}, (Node("h1", {"id": "t"}, ("T",)), Node("p", {}, (MARKUP,)), Node("nav", {}, ())))
    said = text_of(format, FORMATS[format](tree, Cover(MARKUP, "en", MARKUP), {}))
    assert ('eval("2")' in said or "eval(&quot;2&quot;)" in said, "<script>" in said) == (True, format != "html")


@given(st.text(max_size=60))
def test_any_text_can_be_set(text):
    tree = Node(
        "document", {}, (Node("h1", {}, (text,)), Node("p", {}, (text,)), Node("ul", {}, (Node("li", {}, (text,)),)))
    )
    cover = Cover(text, "en", text)
    assert all(len(make(tree, cover, {})) > 0 for make in (to_html, to_docx, to_pdf))


def test_a_name_that_is_markup_stays_a_name_through_a_template(country):
    office = country.office
    before = len(office.entries)
    record = office.person("<b>Bold</b> #text", country.lamp)
    office.listed(record)
    try:
        tree = rendered(country).rendered.tree
        assert "<b>Bold</b> #text" in tree.text
    finally:
        assert len(office.entries) == before + 2


@pytest.mark.parametrize(
    ("template", "words_"),
    [
        ("<h1>{{ figure('nosuch') }}</h1>", "names the figure 'nosuch'"),
        ("<h1>{{ nosuch }}</h1>", "names something that there is not"),
        ("<h1>{{ 1/0 }}</h1>", "ZeroDivisionError"),
        ("<h1>{% if %}</h1>", "cannot be read"),
        ("<h1>a</h1>\n<script>x</script>", "the element <script>"),
        ("<h1 onclick='x'>a</h1>", "the attribute 'onclick'"),
        ("<h1>a</h1><p><a href='https://example.org'>b</a></p>", "which is not in the document"),
        ("<h1>a</h1><p><a href='#gone'>b</a></p>", "which is not in the document"),
        ("<h1>a</h1><figure><img src='gone'></figure>", "shows the picture 'gone'"),
        ("<h1>a</h1>loose words", "words outside a paragraph"),
        ("<h1>a", "never closed"),
        ("<p><em>a</p></em>", "where <em> is open"),
        ("{{ cover.__class__.__mro__ }}", "own"),
        ("{% include 'gone.html' %}", "gone.html"),
    ],
)
def test_a_bad_template_is_told_by_name(country, template, words_):
    with pytest.raises(TemplateFault) as told:
        render("own.html", material(country, templates={"own.html": template}))
    assert words_ in str(told.value.cause)
    assert told.value.next_step


def test_a_template_of_ones_own_goes_before_ours(country):
    own = {"list.html": "<h1>Mine</h1><p>{{ figure('listed') }}</p>"}
    assert document("list", material(country, templates=own)).rendered.tree.text.startswith("Mine")


def test_a_request_tells_what_is_missing_and_why(country):
    made = rendered(country, "sanctions", about="judge")
    asked = [item.asks for item in made.lacking]
    assert "Birth" in asked
    assert all(item.why for item in made.lacking)
    assert "DRAFT" in made.rendered.tree.text


def test_one_source_is_not_two(country):
    office = country.office
    judge = country.records["judge"]
    office.accept(judge, "involvement", "2019-05-14", degree="judged")
    item = next(i for p in requests()["sanctions"].parts for i in p.items if i.least == 2)
    lacking = rendered(country, "sanctions", about="judge").lacking
    assert item in lacking
    gazette = next(s for s in fold(office.entries).sources if s != country.lamp)
    office.accept(
        judge, "involvement", "2019-05-14", degree="judged", source=gazette, fact=office.facts[list(office.facts)[-1]]
    )
    assert item not in rendered(country, "sanctions", about="judge").lacking


def test_every_question_of_every_request_names_kinds_that_there_are():
    from habeas.lexicon import KINDS

    for request in requests().values():
        for part in request.parts:
            for item in part.items:
                for answer in item.answers:
                    kind, _, rest = answer.partition(".")
                    field, _, term = rest.partition("=")
                    assert kind in KINDS
                    assert not term or term in KINDS[kind][field].terms, answer
                    assert kind != "identity" or field in KINDS["identity"]["attribute"].terms


def test_pictures_stand_in_every_format(country):
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>'
    tree = parse(
        "<h1>a</h1><figure><img src='held' alt='A box'><figcaption>b</figcaption></figure>",
        template="t",
        pictures=("held",),
    )
    for make in FORMATS.values():
        assert make(tree, Cover("a", "en", ""), {"held": Picture("image/svg+xml", svg)})


def test_no_public_document_names_what_was_not_released(country):
    made = rendered(country, audience="public")
    assert "Odo Brandt" not in made.rendered.tree.text
