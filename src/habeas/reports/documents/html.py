"""A document as one self-contained HTML page that also prints well."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from functools import cache
from html import escape
from importlib.resources import files

from habeas.reports.documents.cover import Cover, Picture, headings
from habeas.reports.documents.tree import EMPTY, Node


def to_html(tree: Node, cover: Cover, pictures: Mapping[str, Picture]) -> bytes:
    """The page as bytes."""
    body = "".join(_render(child, tree, pictures) for child in tree.children)
    return (
        f'<!doctype html>\n<html lang="{escape(cover.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        'img-src data:">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(cover.title)}</title>\n<style>{_css()}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n"
        f"<footer><p>{escape(cover.foot)}</p></footer>\n</body>\n</html>\n"
    ).encode()


def _render(node: Node | str, tree: Node, pictures: Mapping[str, Picture]) -> str:
    if isinstance(node, str):
        return escape(node)
    if node.tag == "nav":
        return _contents(tree)
    if node.tag == "img":
        return _picture(node, pictures[node.get("src")])
    marks = "".join(f' {name}="{escape(value)}"' for name, value in node.attributes.items())
    if node.tag in EMPTY:
        return f"<{node.tag}{marks}>"
    inner = "".join(_render(child, tree, pictures) for child in node.children)
    end = "\n" if node.tag in _ON_LINES else ""
    return f"<{node.tag}{marks}>{inner}</{node.tag}>{end}"


_ON_LINES = frozenset({"h1", "h2", "h3", "p", "ul", "ol", "li", "table", "tr", "section", "figure"})


def _contents(tree: Node) -> str:
    return '<nav class="contents"><ol>\n' + "".join(_lines(tree)) + "</ol></nav>\n"


def _lines(tree: Node) -> Iterator[str]:
    for level, id, text in headings(tree):
        yield f'<li class="level-{level}"><a href="#{escape(id)}">{escape(text)}</a></li>\n'


def _picture(node: Node, picture: Picture) -> str:
    data = base64.b64encode(picture.bytes).decode()
    return f'<img src="data:{picture.media_type};base64,{data}" alt="{escape(node.get("alt"))}">'


@cache
def _css() -> str:
    return (files("habeas.reports.documents") / "document.css").read_text("utf-8")
