"""A document as a tree of a few HTML elements, out of what a template wrote. Nothing else reaches a renderer.

Templates write plain HTML; every value they insert is escaped before it gets here, so that a name can never become
markup. The tree is checked: an element or attribute that is not in the tables below, a link to nowhere and a picture
that nobody handed over are faults of the template.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TypeAlias

from habeas.reports.documents.faults import TemplateFault

ELEMENTS: Mapping[str, tuple[str, ...]] = {
    "h1": ("id",), "h2": ("id",), "h3": ("id",), "p": ("id", "class"),
    "ul": ("class",), "ol": ("class",), "li": ("id",),
    "table": ("class",), "tr": (), "th": (), "td": ("class",),
    "section": ("id", "class"), "nav": ("class",), "figure": ("class",), "figcaption": (),
    "img": ("src", "alt", "class"),
    "strong": (), "em": (), "small": (), "br": (),
    "span": ("class", "data-fact"), "data": ("value", "data-figure"), "time": ("datetime",), "cite": ("class",),
    "a": ("href",),
}  # fmt: skip
"""Element -> the attributes that it may bear."""
EMPTY = frozenset({"img", "br"})
BLOCKS = frozenset(
    {"h1", "h2", "h3", "p", "ul", "ol", "li", "table", "tr", "th", "td", "section", "nav", "figure", "figcaption"}
)
HOLDING = frozenset({"ul", "ol", "table", "tr", "section", "nav", "figure", "document"})
"""Elements that hold other blocks, and no words of their own."""


@dataclass(frozen=True, slots=True)
class Node:
    """One element. `children` are nodes and pieces of text."""

    tag: str
    attributes: Mapping[str, str]
    children: tuple[Child, ...]

    def get(self, name: str) -> str:
        """The value of an attribute; empty when it is not there."""
        return self.attributes.get(name, "")

    @property
    def text(self) -> str:
        """All words inside."""
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    def walk(self) -> Iterator[Node]:
        """The node and all nodes inside, in the order of the text."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()


Child: TypeAlias = Node | str
Open: TypeAlias = tuple[str, dict[str, str], list[Child]]


def parse(markup: str, *, template: str, pictures: Collection[str] = ()) -> Node:
    """The tree of what the template called `template` wrote. Raises `TemplateFault`."""
    builder = _Builder(template)
    builder.feed(markup)
    builder.close()
    tree = builder.finished()
    _check(tree, template, pictures)
    return tree


class _Builder(HTMLParser):
    """Builds nodes as the markup comes; the innermost open element is the last of `open`."""

    def __init__(self, template: str) -> None:
        super().__init__(convert_charrefs=True)
        self.template = template
        self.open: list[Open] = [("document", {}, [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens an element."""
        allowed = ELEMENTS.get(tag)
        if allowed is None:
            raise self.fault(f"the element <{tag}>", f"Use {', '.join(ELEMENTS)}.")
        for name, _ in attrs:
            if name not in allowed:
                raise self.fault(
                    f"the attribute {name!r} of <{tag}>", f"<{tag}> may bear: {', '.join(allowed) or 'none'}."
                )
        node: Open = (tag, {name: value or "" for name, value in attrs}, [])
        if tag in EMPTY:
            self.add(Node(tag, node[1], ()))
        else:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<br/>` is `<br>`."""
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Closes the innermost element, which must be this one."""
        if tag in EMPTY:
            return
        name, attributes, children = self.open[-1]
        if name != tag:
            raise self.fault(
                f"</{tag}> where <{name}> is open", "Close elements in the order in which they were opened."
            )
        self.open.pop()
        self.add(Node(name, attributes, tuple(children)))

    def handle_data(self, data: str) -> None:
        """Words; white space between blocks is nothing."""
        if self.open[-1][0] not in HOLDING:
            self.add(data)
        elif data.strip():
            raise self.fault(f"words outside a paragraph: {data.strip()[:40]!r}", "Put them into <p>.")

    def add(self, child: Child) -> None:
        """Adds to the innermost open element."""
        self.open[-1][2].append(child)

    def finished(self) -> Node:
        """The whole. Raises `TemplateFault` when something stayed open."""
        if len(self.open) > 1:
            raise self.fault(f"<{self.open[-1][0]}> that is never closed", "Close it.")
        name, attributes, children = self.open[0]
        return Node(name, attributes, tuple(children))

    def fault(self, what: str, next_step: str) -> TemplateFault:
        """The error, with the template's name."""
        return TemplateFault(
            f"The template {self.template} has {what} (line {self.getpos()[0]} of its output).", next_step
        )


def _check(tree: Node, template: str, pictures: Collection[str]) -> None:
    ids = {i for node in tree.walk() if (i := node.get("id"))}
    for node in tree.walk():
        href, src = node.get("href"), node.get("src")
        if node.tag == "a" and (not href.startswith("#") or href[1:] not in ids):
            raise TemplateFault(
                f"The template {template} links to {href!r}, which is not in the document.",
                "Link to the id of an element of the document: nothing else is reached from it.",
            )
        if node.tag == "img" and src not in pictures:
            raise TemplateFault(
                f"The template {template} shows the picture {src!r}, which there is not.",
                f"Pictures are: {', '.join(sorted(pictures)) or 'none'}.",
            )
