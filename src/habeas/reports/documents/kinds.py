"""The kinds of document: each with its template, what it is about, and what it adds to what a template may name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from habeas.reports.documents.content import Content
from habeas.reports.documents.faults import TemplateFault
from habeas.reports.documents.make import Material, Rendered, content_of, render
from habeas.reports.documents.requests import Item, request, requests

WHOLE, PERSON, CASE = "list", "person", "case"


@dataclass(frozen=True, slots=True)
class Made:
    """A document, and what its request requires and the register does not hold."""

    rendered: Rendered
    lacking: tuple[Item, ...] = ()


def kinds(own: Mapping[str, str]) -> dict[str, str]:
    """Name of each kind of document -> what it is about: `list`, `person`, `case` or `official`. `own` are the user's
    templates: one with the name of ours goes before it; another is about a person when it names `subject`."""
    ours = {"list": WHOLE, "person": PERSON, "case": CASE, **{r.name: r.about for r in requests().values()}}
    theirs = {name.removesuffix(".html"): text for name, text in own.items()}
    return {**{n: PERSON if "subject" in text else WHOLE for n, text in theirs.items()}, **ours}


def about(kind: str, own: Mapping[str, str]) -> str:
    """What a kind of document is about. Raises `TemplateFault` when there is none."""
    known = kinds(own)
    if kind not in known:
        raise TemplateFault(f"There is no document {kind!r}.", f"Documents are {', '.join(known)}.")
    return known[kind]


def document(kind: str, material: Material, *, person: str | None = None) -> Made:
    """The document of a kind; `person` is the id of whom it is about. Raises `TemplateFault`, `NotInRegister`."""
    subject = about(kind, material.templates)
    if subject == WHOLE:
        return Made(render(f"{kind}.html", material))
    if person is None:
        raise TemplateFault(f"The document {kind} is about one person.", "Name the person, by name or id.")
    content = content_of(material)
    if subject == CASE:
        return Made(render("case.html", _with(material, defendants=content.case(person))))
    return _about(kind, content, material, person)


def _about(kind: str, content: Content, material: Material, person: str) -> Made:
    subject = content.person(person)
    if kind not in requests():
        return Made(render(f"{kind}.html", _with(material, subject=subject)))
    asked = request(kind)
    lacking = tuple(asked.missing(subject))
    return Made(render("request.html", _with(material, subject=subject, request=asked, lacking=lacking)), lacking)


def _with(material: Material, **values: Any) -> Material:
    return replace(material, values={**material.values, **values})
