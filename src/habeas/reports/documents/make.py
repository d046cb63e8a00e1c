"""A document out of a register: template and content to a tree, the tree to HTML, DOCX or PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    DictLoader,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.exceptions import TemplateNotFound, UndefinedError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from habeas.errors import HabeasError
from habeas.figures import Figure
from habeas.lexicon.terms import label
from habeas.register import Register
from habeas.reports.documents.content import Content
from habeas.reports.documents.cover import Cover, Picture
from habeas.reports.documents.faults import TemplateFault
from habeas.reports.documents.html import to_html
from habeas.reports.documents.marking import Marking
from habeas.reports.documents.pdf import to_pdf
from habeas.reports.documents.recommendations import advice
from habeas.reports.documents.tree import Node, parse
from habeas.reports.documents.word import to_docx
from habeas.reports.documents.words import word
from habeas.reports.figure_words import say_rule, say_title
from habeas.reports.portraits import Portrait

FEW = 20
"""So many names stand under a recommendation; for more the annex has them."""
FORMATS: Mapping[str, Callable[[Node, Cover, Mapping[str, Picture]], bytes]] = {
    "html": to_html, "docx": to_docx, "pdf": to_pdf,
}  # fmt: skip
"""Ending of a file -> its renderer."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """What every document states: the list's name, the day, as known at which moment (UTC), when it was made (UTC),
    for whom, and the last entry of the ledger."""

    heading: str
    as_of: date
    made_at: str
    audience: str
    known_at: str | None
    head: str
    language: str = "en"

    @property
    def audience_words(self) -> str:
        """The audience in words."""
        return label(f"audience.{self.audience}", self.language)

    @property
    def guarded(self) -> bool:
        """True for everybody but the public."""
        return self.audience != "public"


@dataclass(frozen=True, slots=True)
class Material:
    """What a document is made of. `pictures` are charts and photographs by name, `picture_words` the charts'
    alternative texts; `portraits` are photographs by person, as this audience may see them; `templates` are the user's
    own, by name, and go before ours; `values` are what one kind of document adds."""

    register: Register
    figures: tuple[Figure, ...]
    masthead: Masthead
    texts: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    picture_words: Mapping[str, str] = field(default_factory=dict)
    portraits: Mapping[str, Portrait] = field(default_factory=dict)
    templates: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document's tree, to be written in any format."""

    tree: Node
    cover: Cover
    pictures: Mapping[str, Picture]

    def to(self, format: str) -> bytes:
        """The bytes in `html`, `docx` or `pdf`. Raises `TemplateFault` for another format."""
        if format not in FORMATS:
            raise TemplateFault(f"There is no format {format!r}.", f"Formats are {', '.join(FORMATS)}.")
        return FORMATS[format](self.tree, self.cover, self.pictures)


def render(template: str, material: Material) -> Rendered:
    """The document that a template makes. Raises `TemplateFault` with the template's name and the line."""
    head, content = material.masthead, content_of(material)
    environment = _environment(material.templates)
    environment.globals.update(_values(content, material))
    markup = _rendered(environment, template)
    tree = parse(markup, template=template, pictures=material.pictures)
    title = next((" ".join(n.text.split()) for n in tree.walk() if n.tag == "h1"), head.heading)
    return Rendered(tree, Cover(f"{title}: {head.heading}", head.language, _foot(head)), material.pictures)


def content_of(material: Material) -> Content:
    """What of the material a template may see."""
    head = material.masthead
    return Content(material.register, material.figures, head.as_of, head.audience, head.language, material.texts)


def _values(content: Content, material: Material) -> dict[str, Any]:
    head = material.masthead
    figures = {f.name: f for f in material.figures if f.category is None}
    marking = Marking(figures, content.references, head.language)
    return {
        "cover": head, "figures": tuple(figures.values()), "groups": _Lazy(lambda: content.groups),
        "figure": marking.figure, "day": _day(marking), "moment": marking.moment, "fact": marking.fact,
        "stated": marking.stated, "refs": marking.refs, "name": marking.name, "size": marking.size,
        "number": lambda value, name: Markup('<data value="{0}" data-figure="{1}">{0}</data>').format(value, name),
        "t": marking.word, "figure_title": lambda f: say_title(f, head.language),
        "figure_rule": lambda f: say_rule(f, head.language),
        "counted": content.counted, "person": content.person, "events": content.events, "told": content.facts,
        "told_of": content.told_of, "quotations": content.quotations,
        "case": content.case, "decisions": content.decisions, "names": content.names, "count_in": content.count_in,
        "sources": lambda: list(content.sources()), "captures_shown": content.captures_shown,
        "recommendations": lambda: list(advice(figures, _Named(content), head.language)),
        "few": FEW, "has_picture": lambda name: name in material.pictures,
        "picture_words": lambda name: material.picture_words.get(name, ""), "portrait": material.portraits.get,
        **material.values,
    }  # fmt: skip


class _Lazy:
    """An iterable that is made when a template asks for it: most documents do not show everyone."""

    def __init__(self, make: Callable[[], Iterable[Any]]) -> None:
        self.make = make

    def __iter__(self) -> Any:
        return iter(self.make())


class _Named(dict[str, str]):
    """Names of people and facts, looked up one by one."""

    def __init__(self, content: Content) -> None:
        super().__init__()
        self.content = content

    def get(self, id: str, otherwise: Any = None) -> Any:
        return self.content.names([id])[0][1] or otherwise


def _day(marking: Marking) -> Callable[[Any], Markup]:
    return lambda when: marking.day(when.isoformat() if isinstance(when, date) else when)


def _foot(head: Masthead) -> str:
    state, known, foot = (word(key, head.language) for key in ("state_of", "known_at", "foot"))
    then = f"; {known} {head.known_at}" if head.known_at else ""
    return f"{head.heading}. {state} {head.as_of.isoformat()}{then}. {foot}"


def _environment(own: Mapping[str, str]) -> SandboxedEnvironment:
    """Templates call what they are given and nothing else; a name that is not there is a fault, not an empty place."""
    loaders: list[BaseLoader] = [DictLoader(dict(own)), FunctionLoader(_shipped)]
    return SandboxedEnvironment(
        loader=ChoiceLoader(loaders), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def _shipped(name: str) -> str | None:
    try:
        return (files("habeas.reports.documents") / "templates" / name).read_text("utf-8")
    except FileNotFoundError:
        return None


def _rendered(environment: SandboxedEnvironment, template: str) -> str:
    try:
        return environment.get_template(template).render()
    except TemplateNotFound as error:
        raise TemplateFault(
            f"There is no template {error.name!r}.", "Templates of your own stand in the workspace's folder templates."
        ) from None
    except TemplateSyntaxError as error:
        raise TemplateFault(
            f"The template {error.name or template} cannot be read: {error.message} (line {error.lineno}).",
            "Correct that line.",
        ) from None
    except UndefinedError as error:
        raise TemplateFault(
            f"The template {template} names something that there is not: {error.message}{_line(error, template)}.",
            "See docs/documents.md for what a template may name.",
        ) from None
    except HabeasError:
        raise
    except (TemplateError, TypeError, ValueError, KeyError, AttributeError, ArithmeticError, RecursionError) as error:
        raise TemplateFault(
            f"The template {template} fails: {type(error).__name__}: {error}{_line(error, template)}.",
            "Correct the template.",
        ) from None


def _line(error: BaseException, template: str) -> str:
    """` (line 12)` of the template in which it failed, out of the traceback that Jinja rewrites."""
    at, found = error.__traceback__, ""
    while at:
        if at.tb_frame.f_code.co_filename in (template, "<template>"):
            found = f" (line {at.tb_lineno})"
        at = at.tb_next
    return found
