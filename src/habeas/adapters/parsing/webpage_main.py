"""Which part of a web page is its main text: what stands around it is taken away first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

_NEVER = (
    "script, style, noscript, template, iframe, object, embed, svg, math, canvas, audio, video, button, select, "
    "option, textarea, input, dialog, nav, footer, [hidden], [aria-hidden=true], [role=navigation], [role=banner], "
    "[role=contentinfo], [role=search], [role=alert], [role=dialog]"
)
_ASIDE = "aside, header, form, div, ul, ol, section"
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:comments?|share|sharing|social|related|recommend\w*|promo|cookies?|consent|banner|menu|navbar|navigation|"
    r"sidebar|breadcrumbs?|newsletter|subscri\w+|advert\w*|ads?|popup|modal|pagination|toolbar|site-header|masthead|footer)(?:$|[\s_-])",
    re.I,
)
_ENOUGH = 400
_PART = 0.4


def main_node(tree: LexborHTMLParser) -> LexborNode | None:
    """The node of the main text: an article or a main part when it holds enough, else the body; None when empty."""
    body = tree.body
    if body is None:
        return None
    whole = _length(body)
    _take_away(tree, _NEVER)
    for node in _around(body):
        if _length(node) < max(_ENOUGH, whole // 4) or _linked(node) > 0.6:
            node.decompose()
    left = _length(body)
    for selector in ("main", "[role=main]", "article", "[itemprop=articleBody]", "#content", "#mw-content-text"):
        found = tree.css(selector)
        if len(found) == 1 and _length(found[0]) >= max(1, _PART * left):
            return found[0]
    return body


def _take_away(tree: LexborHTMLParser, selector: str) -> None:
    for node in tree.css(selector):
        node.decompose()


def _around(body: LexborNode) -> Iterator[LexborNode]:
    """Parts whose name, or whose links, say that they stand around the text. Outermost first."""
    for node in body.css(_ASIDE):
        said = " ".join(node.attributes.get(k) or "" for k in ("class", "id", "role"))
        style = (node.attributes.get("style") or "").replace(" ", "").lower()
        if _NAMED.search(said) or "display:none" in style or "visibility:hidden" in style or node.tag == "aside":
            yield node


def _length(node: LexborNode) -> int:
    return len(node.text(deep=True).strip())


def _linked(node: LexborNode) -> float:
    """The part of the text that stands in links."""
    return sum(_length(a) for a in node.css("a")) / max(1, _length(node))
