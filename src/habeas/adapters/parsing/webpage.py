"""Web pages: the main text with its headings, lists and tables. Nothing is run or loaded."""

from __future__ import annotations

import codecs
import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from habeas.adapters.parsing.layer import Layer, line
from habeas.adapters.parsing.unreadable import Unreadable
from habeas.adapters.parsing.webpage_main import main_node
from habeas.adapters.parsing.webpage_walk import Walk
from habeas.evidence.encodings import seems

MEDIA = "text/html"
_DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.I)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LATIN = ("iso-8859-1", "latin1", "latin-1", "iso8859-1", "ascii", "us-ascii")
"""Read as windows-1252, as the HTML standard says."""
MOST_LINKS = 500


def decode(data: bytes, encoding: str | None) -> str:
    """The characters of a page: by its mark, by `encoding`, by what it declares, else UTF-8. Nothing is replaced."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    declared = _DECLARED.search(data[:8192])
    said = declared[1].decode("ascii") if declared else ""
    name = marked or encoding or (said if _is_text_encoding(said) else "utf-8")
    try:
        return data.decode("windows-1252" if name.lower() in _LATIN else name)
    except (LookupError, ValueError):
        guess = seems(data)
        why = f"is not in the encoding {name!r} that it names" if name == said else f"is not {name}"
        told = f"; it seems to be {guess}" if guess else ""
        raise Unreadable(why + told, f"Try --encoding {guess or 'NAME'} and check the names.") from None


def _is_text_encoding(name: str) -> bool:
    try:
        return codecs.lookup(name)._is_text_encoding
    except (LookupError, ValueError):
        return False


def read_webpage(data: bytes, *, encoding: str | None = None) -> Layer:
    """The text layer of a page. Raises `Unreadable` for a page without text."""
    tree = LexborHTMLParser(decode(data, encoding))
    layer = Layer(media_type=MEDIA)
    layer.title = _title(tree)
    layer.published = _published(tree)
    main = main_node(tree)
    walk = Walk(layer)
    if main is not None:
        walk.through(main)
    _references(layer, walk.links)
    return layer


def parts_of(data: bytes, *, encoding: str | None = None) -> list[str]:
    """The style sheets and pictures that a page names, as it names them."""
    tree = LexborHTMLParser(decode(data, encoding))
    sheets = [n.attributes.get("href") for n in tree.css("link[rel~=stylesheet]")]
    pictures = [n.attributes.get("src") for n in tree.css("img")]
    return [name.strip() for name in (*sheets, *pictures) if name and len(name) < 2000][:200]


def _title(tree: LexborHTMLParser) -> str:
    for selector, attribute in (('meta[property="og:title"]', "content"), ("title", ""), ("h1", "")):
        node = tree.css_first(selector)
        if node is not None and (said := line(_said(node, attribute))):
            return said
    return ""


def _published(tree: LexborHTMLParser) -> str | None:
    """The day that the page itself says it was published; told to the user, never taken for granted."""
    wanted = ('meta[property="article:published_time"]', 'meta[itemprop="datePublished"]', 'meta[name="date"]')
    for selector in wanted:
        node = tree.css_first(selector)
        if node is not None and (match := _DAY.match(_said(node, "content"))):
            return match[0]
    return None


def _said(node: LexborNode, attribute: str) -> str:
    return (node.attributes.get(attribute) or "") if attribute else node.text(deep=True)


def _references(layer: Layer, links: list[tuple[str, int]]) -> None:
    """Addresses that the main text links to, each once, with the number of the block that it stands in."""
    places: dict[str, int] = {}
    for address, place in links:
        places.setdefault(address, place)
    if places:
        layer.heading("References", 2)
    for number, (address, place) in enumerate(list(places.items())[:MOST_LINKS], 1):
        layer.item(f"{address} (paragraph {place})", f"[{number}]")
