"""Template filters that say values of the vocabulary in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy

from habeas.errors import HabeasError
from habeas.figures import Figure
from habeas.lexicon.direction import isolated, parts
from habeas.lexicon.terms import label
from habeas.lexicon.wording import say_claim, say_length, say_standing, say_when
from habeas.reports.catalogue import words as catalogue
from habeas.reports.figure_words import say_rule, say_title
from habeas.web.actions import said
from habeas.web.context import language

register = template.Library()
FINDINGS: Mapping[str, object] = {
    "spelling": gettext_lazy("Spelling"),
    "mixed_script": gettext_lazy("Letters of two scripts"),
    "namesake": gettext_lazy("Namesakes"),
    "two_names": gettext_lazy("Two names"),
    "summary_against_entry": gettext_lazy("Summary against entry"),
    "article_edition": gettext_lazy("Edition of the code"),
    "heading_against_entry": gettext_lazy("Heading against entry"),
    "counted_elsewhere": gettext_lazy("Counted elsewhere"),
    "run_out": gettext_lazy("Sentence run out"),
    "terminology": gettext_lazy("Terms"),
    "date_order": gettext_lazy("Order of dates"),
    "duplicate": gettext_lazy("Duplicate"),
    "wording": gettext_lazy("Wording"),
}
"""Kind of a finding -> what it is called."""


@register.filter
def term(word: str, group: str = "") -> str:
    """The label of a word of a group, such as `liberty`; of a kind without one. An unknown word stays itself."""
    try:
        return label(f"{group}.{word}" if group else word, language())
    except HabeasError:
        return word


@register.filter
def statuses(said: str) -> str:
    """`in_prison or run_out_unconfirmed` in words of the language."""
    return " / ".join(term(status, "liberty") for status in said.split(" or "))


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
def length_in_words(text: str) -> str:
    """A length in words: `1 year 4 months`."""
    return say_length(text, language=language())


@register.filter
def moment(text: str | None) -> str:
    """A moment of the ledger: `21 December 2018, 14:05 UTC`."""
    return f"{day(text[:10])}, {text[11:16]} UTC" if text else ""


@register.filter
def claim(one: Any) -> str:
    """A claim, fact or proposal in one line."""
    attribution = getattr(one, "attribution", "author")
    return say_claim(
        one.kind, one.fields, when=one.when, attribution=attribution, modality=one.modality, language=language()
    )


@register.filter
def act(action: str) -> str:
    """An action of the ledger, as one deed: `1 claim accepted`."""
    return said(action)


@register.filter
def standing(one: Any) -> str:
    """Who says so and how: `alleged; says: prosecution`, or nothing."""
    return say_standing(one.attribution, one.modality, language=language()).strip(" ()")


@register.filter
def apart(line: object) -> SafeString:
    """A line with what runs from right to left isolated from the rest."""
    pieces = (format_html("<bdi>{}</bdi>", part) if right else escape(part) for part, right in parts(str(line)))
    return mark_safe("".join(pieces))


@register.filter
def apart_each(lines: Iterable[object], between: str) -> SafeString:
    """Names or other words of sources, each isolated, with the sign between them."""
    return format_html_join(between, "<bdi>{}</bdi>", ((line,) for line in lines))


@register.filter
def isolated_words(words: object) -> str:
    """As `apart`, for places that take no markup."""
    return isolated(str(words))


@register.filter
def title_of(figure: Figure) -> str:
    """What a figure is called in the language of the page."""
    return say_title(figure, language())


@register.filter
def rule_of(figure: Figure) -> str:
    """The rule of a figure in the language of the page."""
    return say_rule(figure, language())


@register.filter
def unit_of(figure: Figure) -> str:
    """What a figure counts: persons, decisions, detentions."""
    return catalogue("site", language()).get(f"unit.{figure.unit}", figure.unit)


@register.filter
def finding(kind: str) -> str:
    """The kind of a finding in words."""
    return str(FINDINGS.get(kind, kind))


@register.filter
def short(identifier: str) -> str:
    """The first ten signs of a long hash."""
    return identifier[:10]


@register.filter
def drawn(svg: str) -> SafeString:
    """A picture made by `habeas.web.charts`, which escapes what it draws."""
    return mark_safe(svg)


@register.filter
def is_ocr(media_type: str) -> bool:
    """Whether the text of a source was read from pictures, by its media type."""
    return "text=ocr" in media_type


@register.filter
def of(mapping: Any, key: str) -> Any:
    """The value under a key."""
    return mapping[key]
