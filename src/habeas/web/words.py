"""Template filters that say values of the vocabulary in the language of the page."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from habeas.errors import HabeasError
from habeas.lexicon.terms import label
from habeas.lexicon.wording import say_claim, say_standing, say_when
from habeas.web.context import language

register = template.Library()


@register.filter
def term(word: str, group: str = "") -> str:
    """The label of a word of a group, such as `liberty`; of a kind without one. An unknown word stays itself."""
    try:
        return label(f"{group}.{word}" if group else word, language())
    except HabeasError:
        return word


@register.filter
def day(edtf: str | None) -> str:
    """A partial date in words: `March 2018`."""
    if not edtf:
        return ""
    try:
        return say_when(str(edtf), language=language())
    except HabeasError:
        return str(edtf)


@register.filter
def moment(text: str | None) -> str:
    """A moment of the ledger: `21 December 2018, 14:05 UTC`."""
    return f"{day(text[:10])}, {text[11:16]} UTC" if text else ""


@register.filter
def claim(said: Any) -> str:
    """A claim, fact or proposal in one line."""
    attribution = getattr(said, "attribution", "author")
    return say_claim(
        said.kind, said.fields, when=said.when, attribution=attribution, modality=said.modality, language=language()
    )


@register.filter
def standing(said: Any) -> str:
    """Who says so and how: `alleged; says: prosecution`, or nothing."""
    return say_standing(said.attribution, said.modality, language=language()).strip(" ()")


@register.filter
def short(identifier: str) -> str:
    """The first ten signs of a long hash."""
    return identifier[:10]


@register.filter
def drawn(svg: str) -> SafeString:
    """A picture made by `habeas.web.charts`, which escapes what it draws."""
    return mark_safe(svg)
