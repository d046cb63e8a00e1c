"""What a template may insert: numbers, dates, facts and references, each marked with what it comes from.

Every value is escaped here. A digit in a document stands in one of these marks or in the template's own words for a
form; `tests/reports/test_documents.py` walks each document and finds none elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from habeas.figures import Figure
from habeas.lexicon.wording import say_digits, say_when
from habeas.reports.documents.faults import TemplateFault
from habeas.reports.documents.words import word
from habeas.reports.views import FactShown


@dataclass(slots=True)
class References:
    """Sources in the order of their first citation, numbered from 1."""

    known: Mapping[str, str]
    cited: dict[str, int] = field(default_factory=dict)

    def number(self, source: str) -> int:
        """The number of a source; citing it for the first time gives it the next one."""
        return self.cited.setdefault(source, len(self.cited) + 1)


@dataclass(frozen=True, slots=True)
class Marking:
    """The marks of one document. `figures` by name; of rules counted by category only the whole."""

    figures: Mapping[str, Figure]
    references: References
    language: str

    def figure(self, name: str) -> Markup:
        """A figure's number, with what is open about it, such as `at least 16`. Raises `TemplateFault`."""
        found = self.found(name)
        return Markup('<data value="{}" data-figure="{}">{}</data>').format(
            f"{found.value:g}", found.name, say_figure(found, self.language)
        )

    def found(self, name: str) -> Figure:
        """The figure itself. Raises `TemplateFault`."""
        if name not in self.figures:
            raise TemplateFault(
                f"A template names the figure {name!r}, which there is not.", f"Figures are {', '.join(self.figures)}."
            )
        return self.figures[name]

    def size(self, things: Sequence[object] | Mapping[str, object], name: str = "size") -> Markup:
        """How many things a document itself shows: a number that its reader can count again."""
        return Markup('<data value="{0}" data-figure="{1}">{0}</data>').format(len(things), name)

    def day(self, when: str) -> Markup:
        """A date (EDTF or an ISO moment, of which the day counts)."""
        return Markup('<time datetime="{}">{}</time>').format(when, say_when(when, language=self.language))

    def moment(self, at: str) -> Markup:
        """A UTC moment to the second."""
        return Markup('<time datetime="{}">{} UTC</time>').format(at, at[:19].replace("T", " "))

    def fact(self, fact: FactShown) -> Markup:
        """The fact in a line, whether it is disputed and how else it is told, and its references."""
        open_ = Markup(" <em>{}</em>").format(self.word("in_dispute")) if fact.disputed else Markup("")
        others = Markup("").join(
            Markup(" {}").format(Markup("{} {}").format(self.word("another_reading"), line)) for line in fact.others
        )
        return Markup('<span class="fact" data-fact="{}">{}{}</span>{}{}').format(
            fact.id, fact.line, others, open_, self.refs([fact])
        )

    def stated(self, fact: FactShown, words: object) -> Markup:
        """Part of a fact in other words, such as its place."""
        return Markup('<span class="fact" data-fact="{}">{}</span>').format(fact.id, words)

    def refs(self, facts: Iterable[FactShown]) -> Markup:
        """References to the sources of facts, such as `[1]`."""
        sources = dict.fromkeys(c.source for f in facts for c in f.claims)
        marks = (
            Markup('<a href="#source-{0}">[{0}]</a>').format(self.references.number(s))
            for s in sources
            if s in self.references.known
        )
        inner = Markup(" ").join(marks)
        return Markup(' <cite class="ref">{}</cite>').format(inner) if inner else Markup("")

    def name(self, id: str, name: str) -> Markup:
        """A person's name as it is written: digits in it are the source's."""
        return Markup('<span class="name" data-fact="{}">{}</span>').format(id, name)

    def word(self, key: str) -> str:
        """Words of the document's language."""
        return word(key, self.language)


def say_figure(figure: Figure, language: str) -> str:
    """`16`, `16 to 17`, `at least 6,130`."""
    if figure.high > figure.low:
        return f"{say_digits(figure.low, language)}{word('to', language)}{say_digits(figure.high, language)}"
    least = word("at_least", language) if figure.comparator in (">=", ">") else ""
    return f"{least}{say_digits(figure.value, language)}"
