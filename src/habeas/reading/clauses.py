"""A sentence prepared for the rules: its flat text, its dates and lengths, and the noun phrases that stand for people.

Flat text has the sentence's length, so that offsets in it are offsets in the sentence: lower case, one kind of quote,
apostrophe, dash and space. Offsets here count from the start of the sentence; `Statement.span_of` gives the document's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING

from habeas.reading.bare_fields import OPENS, colon_place
from habeas.reading.bare_lengths import bare_lengths
from habeas.reading.context import Context
from habeas.reading.dates import DateMention, find_dates, has_date
from habeas.reading.lengths import LengthMention, find_lengths, has_length
from habeas.reading.own_year import OwnTime
from habeas.reading.people import Mention
from habeas.reading.proposals import Span

if TYPE_CHECKING:
    from habeas.reading.memory import Memory

_SAME = str.maketrans({
    "\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "\u202f": " ", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-",
})  # fmt: skip
_QUOTE = re.compile(r"[“„«][^“”„«»]{12,600}[”»]|\"[^\"]{12,600}\"|(?<!\w)‘[^‘’]{12,400}’(?!\w)")
_PERSON_NOUN = (
    r"(?:activist|blogger|journalist|reporter|editor|man|woman|girl|boy|defendant|accused|convict|prisoner|detainee|"
    r"politician|"
    r"poet|writer|pensioner|teacher|student|dissident|lawyer|doctor|artist|musician|singer|photographer|businessman|"
    r"businesswoman|entrepreneur|theologian|historian|scientist|scholar|academic|professor|programmer|suspect|"
    r"oppositionist|"
    r"demonstrator|protester|protestor|political prisoner|human rights (?:defender|activist)|former \w+)"
)
_PEOPLE_NOUN = (
    r"(?:people|persons|individuals|men|women|activists|bloggers|journalists|reporters|defendants|convicts|prisoners|"
    r"detainees|"
    r"politicians|protesters|protestors|demonstrators|participants|citizens|residents|students|workers|lawyers|"
    r"officers|"
    r"members|supporters|believers|witnesses|relatives|colleagues|others|minors|children|leaders|creators|employees|"
    r"officials|"
    r"opposition figures|defenders|policemen|soldiers|victims|suspects|accomplices|brothers|sisters|friends|associates)"
)
_WORD = re.compile(
    r"\b(?:the\s+(?P<ordinal>others|rest|other\s+(?:two|three|four|five)|first\s+(?:two|three|four|five)|last\s+(?:two|three)|former|latter(?:\s+two)?|"
    r"(?:elder|older|younger)(?:\s+(?:brother|sister|sibling|man|woman|one))?)(?=\s*(?:$|[,.;:)']|\d|(?:was|were|is|"
    r"are|has|had|have|to|got|received|each|both|and|an?|gets?|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|thirteen|fifteen|twenty)\b))"
    r"|(?P<client>(?:his|her|their)\s+client)|(?P<all>all\s+(?:two|three|four|five|six|seven|eight|nine|ten))(?!\s+[a-z]+s\b)|"
    r"(?P<he>he|him|his|himself)|(?P<she>she|hers?|herself)|(?P<they>they|them|their|each\s+of\s+them|each(?=\s+(?:was|were|received|got|has|had)\b)|both(?!\s+(?:(?:mr|ms|mrs|the|[a-z]+ist|[a-z]+er)\s+)?\x01)(?:\s+(?:of\s+them|"
    rf"(?:[a-z]+\s+){{0,2}}?{_PEOPLE_NOUN}))?)"
    rf"|the\s+(?:\d+-year-old\s+|young\s+|elderly\s+)?(?P<noun>{_PERSON_NOUN})(?!\s+(?:of|from|who)\b)"
    r"|the\s+(?:(?:other\s+)?(?:two|three|four|five|six)\s+)?(?P<nouns>activists|bloggers|journalists|men|women|defendants|poets|"
    r"detainees|individuals|lawyers|teachers|students|believers|workers|petitioners|protesters|suspects|accused|"
    r"couple|pair|prisoners|political\s+prisoners|spouses|brothers|convicts|(?:two|three|four|five)(?=\s*(?:$|[,.;:)']|(?:were|are|have|had|also|then|each|both|received|"
    r"got|remain|all|spent|left|face|could|would|with|to|under|for|in|on|[a-z]+ed)\b)))"
    r"|(?P<group>(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|several|many|some|dozens of|hundreds of|"
    rf"thousands of|other|another|all)\s+(?:[a-z-]+\s+){{0,4}}?{_PEOPLE_NOUN}|{_PEOPLE_NOUN}))\b"
)
_OBJECT_HER = re.compile(
    r"\s*(?:$|[,.;:)\"]|(?:to|for|in|on|at|from|by|and|under|with|without|again|because|after|before|during|while|as|free|"
    r"into|of|"
    r"until|that|but|when|several|a|an|the|not|guilty|not|out|there|against|bail|hooded|awake|naked|"
    r"standing|blindfolded|handcuffed|\d+)\b)"
)
_GIVING = re.compile(
    r"\b(?:grant(?:ed|ing)?|gave|giv(?:en|ing)|told|offered|denied|awarded|allowed|handed|sent|made|"
    r"ordered|forced|asked)\s+$"
)
_KIN_OF = re.compile(
    r"\b(?:brother|sister|wife|husband|son|daughter|father|mother|parent|friend|colleague|lawyer|attorney|relative|"
    r"supporter|"
    r"associate|cousin|nephew|uncle)s?\s+of\s+(?:[a-z-]+\s+){0,2}$"
)
_NOT_TOGETHER = re.compile(r"[;:.\d]|\x02\s*,|\b(?:years?|months?|days?|hours?|weeks?|to|for|in\s+favou?r|"
                           r"received|at|under)\b")
_AND = re.compile(r"(?:\band\b|,|&|\bas well as\b|\btogether with\b|\balong with\b|\bor\b|/)")
VERB = re.compile(
    r"\b(?:was|were|is|are|has|have|had|be|been|will|would|could|may|might|did|does|who|which|that|whose|where|when|"
    r"because|if|"
    r"said|says|told|against|by|(?!(?:united|red|bed|need|alleged|accused|convicted|detained|imprisoned|arrested|jailed|"
    r"unnamed|aged|"
    r"armed|talented|retired)\b)[a-z]{2,}ed)\b"
)
_LED = re.compile(
    r"\b(?P<p>according to|(?:all|everyone|everybody) (?:but|except)|except(?: for)?|apart from|of|by|against|with|"
    r"for|from|to|about|like|than|towards?|(?!includ|name)[a-z]{3,}ing|on|"
    r"behalf of)\s+"
    r"(?:(?!and\b|or\b|his\b|her\b|their\b|this\b|that\b|day\b|end\b)[a-z][a-z'-]*\s+){0,2}$"
)
_INTRODUCING = re.compile(r"[\s,:(-]*(?:(?!and\b|was\b|were\b|of\b|to\b|by\b|against\b)[a-z'-]+[\s,]+){0,4}")
_HIS_DEPUTY = re.compile(r"\s+(?:(?!was\b|were\b|of\b)[a-z-]+[\s,]+){1,3}")
_ASIDE_END = re.compile(r"[,;)]")
_RELATIVE = re.compile(r"\b(?:who|whose|whom|which)\b|(?:^|,\s*)(?:when|while|although|because|as\s+soon\s+as)\b")


_PARTICIPLE = (
    r"(?:(?:re-?)?(?:detained|arrested)|apprehended|abducted|kidnapped|released|freed|pardoned|amnestied|sentenced|"
    r"convicted|acquitted|transferred|moved|sent|taken|held|kept|imprisoned|jailed|incarcerated|remanded|placed|put|"
    r"charged|accused|indicted|tried|fined|beaten|tortured|denied|declared|deported|extradited|expelled|searched|"
    r"interrogated|questioned|summoned|subjected|forced|forcibly|banned|found|given)"
)
_ELLIPSIS = re.compile(
    r"[\s*_•–-]*(?:(?:on|in|since|from)\s+\x02+[\s,]*)?(?:(?:criminally|formally|reportedly|believed|first|initially|"
    rf"again|later|was|were|also|then|allegedly|has been|had been)\s+)*(?:{_PARTICIPLE}|serving|began|appeared|"
    r"received|served|spent|took\s+part|under|in\s+(?:prison|custody|detention)|on\s+trial|pre-?trial|awaiting|died)\b(?!\s*:)"
)
_TITLE = re.compile(r"\b(mr|ms|mrs|dr|messrs|prof)\.(?=\s)")
_CAPITAL_LEFT = re.compile(r"[A-Z][\w’'-]+\s+(?:(?:of|for|to|and|the|on)\s+)*$")
_CAPITAL_RIGHT = re.compile(r"[’']?s?[’']?\s+(?:(?:of|for|and|the|on)\s+)*[A-Z]")
_NEXT_PARTICIPLE = re.compile(rf",(?=\s+(?:and\s+|then\s+|later\s+|again\s+|\w+ly\s+)*{_PARTICIPLE}\b)")


def _of_a_title(text: str, start: int, end: int) -> bool:
    """True for a noun within a proper name: the "Lawyers" of "Pamir Lawyers' Association"."""
    beside = _CAPITAL_LEFT.search(text, max(0, start - 40), start) or _CAPITAL_RIGHT.match(text, end)
    return start > 0 and text[start].isupper() and not text[start:end].isupper() and beside is not None


@dataclass(frozen=True, slots=True)
class Slot:
    """A noun phrase that stands for people: `name`, `he`, `she`, `they`, `noun`, `nouns` or `group` (unnamed, nobody's
    id).

    `owner` marks possessives ("X's", "his"), `aside` what stands inside a relative clause, `led` the word that governs
    it.
    """

    span: Span
    kind: str
    persons: tuple[str, ...] = ()
    owner: bool = False
    aside: bool = False
    led: str = ""


def flatten(text: str) -> str:
    """Lower case with one kind of quote, apostrophe, dash and space, character for character."""
    flat = text.translate(_SAME)
    low = flat.lower()
    return low if len(low) == len(flat) else "".join(c.lower() if len(c.lower()) == 1 else c for c in flat)


def _with_colon(context: Context, span: Span, flat: str) -> str:
    """The flat text of a field without colon with one behind its name, so that rules see one form of fields."""
    if flat[:1] not in OPENS or (at := colon_place(context.text, *span)) is None:
        return flat
    block = context.layout.block_at(span[0])
    if block is None or block.kind != "field" or block.span[0] != span[0]:
        return flat
    at -= span[0]
    return f"{flat[:at]}:{flat[at + 1 :]}"


class Statement:
    """One sentence of a document.

    `anchor` is the last date before it in its entry or section, `own` the document's own time, `lead` the date that
    stands alone before it in its paragraph, `opener` whose name opens its line like a cell, `topic_before` whom the
    sentences before were about, `memory` what the text has told so far.
    """

    def __init__(
        self,
        context: Context,
        span: Span,
        anchor: str | None = None,
        previous: Statement | None = None,
        topic_before: tuple[str, ...] = (),
        own: OwnTime | None = None,
        memory: Memory | None = None,
        lead: DateMention | None = None,
        fresh: bool = False,
        opener: tuple[str, ...] = (),
    ) -> None:
        self._opener = opener
        self.own = own or OwnTime()
        self.lead = lead
        self.memory = memory
        self._fresh = fresh
        self._previous = previous
        self.topic_before = topic_before
        self.context = context
        self.span = span
        self.anchor = anchor
        self.text = context.text[span[0] : span[1]]
        self.flat = _with_colon(context, span, flatten(self.text))

    def span_of(self, start: int, end: int) -> Span:
        """Offsets of the sentence as offsets of the document."""
        return self.span[0] + start, self.span[0] + end

    def earlier(self, count: int) -> Iterator[Statement]:
        """Up to `count` sentences before this one in the same entry or paragraph, nearest first."""
        here: Statement | None = self
        for _ in range(count):
            here = here._previous if here else None
            if here is None:
                return
            yield here

    def forget(self, count: int) -> None:
        """Drops what lies more than `count` sentences back."""
        for number, here in enumerate(self.earlier(count)):
            if number == count - 1:
                here._previous = None

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates it states, in order."""
        if not has_date(self.flat):
            return ()
        own = self.own
        return tuple(
            find_dates(
                self.text, anchor=self.anchor, year=own.year, own=own.day, century=own.century, fresh=self._fresh,
                annual=own.annual
            )
        )

    @cached_property
    def lengths(self) -> tuple[LengthMention, ...]:
        """The lengths it states, in order."""
        if not has_length(self.flat):
            return ()
        told = find_lengths(self.text)
        bare = bare_lengths(self.masked, told) if told else []
        return tuple(sorted([*told, *bare], key=lambda x: x.span)) if bare else tuple(told)

    @cached_property
    def entry_people(self) -> tuple[str, ...]:
        """The people of the case entry that it stands in, or whose name opens its line."""
        return self._opener or self.context.people.entry_people(self.span[0])

    @cached_property
    def quotes(self) -> tuple[Span, ...]:
        """Quoted stretches long enough to be speech."""
        return tuple(m.span() for m in _QUOTE.finditer(self.text))

    def quoted(self, at: int) -> bool:
        """True when `at` lies inside quoted speech."""
        return any(low < at < high for low, high in self.quotes)

    @cached_property
    def masked(self) -> str:
        """Flat text with names as \\x01 and dates as \\x02, so that no word of a name looks like a verb."""
        out = self.flat
        for low, high in [self._local(m.span) for m in self.mentions]:
            out = out[:low] + "\x01" * (high - low) + out[high:]
        for d in self.dates:
            out = out[: d.span[0]] + "\x02" * (d.span[1] - d.span[0]) + out[d.span[1] :]
        out = _TITLE.sub(r"\1 ", out)
        return _NEXT_PARTICIPLE.sub(";", out) if _ELLIPSIS.match(out) else out

    @cached_property
    def elliptic(self) -> bool:
        """True when it opens with what happened and leaves out to whom, as lists do ("Detained on 3 May, sent to")."""
        return not self.heading and bool(_ELLIPSIS.match(self.masked))

    @cached_property
    def heading(self) -> bool:
        """True when it stands in a heading."""
        block = self.context.layout.block_at(self.span[0])
        return block is not None and block.kind == "heading"

    @cached_property
    def singles(self) -> tuple[Slot, ...]:
        """The noun phrases that stand for people, in order, each alone."""
        return tuple(sorted([*self._names(), *self._words()], key=lambda s: s.span))

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The noun phrases that stand for people, in order; coordinated names are one slot."""
        singles = self.singles
        joined: list[Slot] = []
        for slot, following in zip_longest(singles, singles[1:]):
            if slot.owner and slot.kind != "name" and following and self._introduces(slot, following):
                continue
            if joined and slot.span[0] < joined[-1].span[1]:
                continue
            if joined and slot.kind == "name" and joined[-1].kind == "name" and self._coordinated(joined[-1], slot):
                last = joined[-1]
                people = tuple(dict.fromkeys(last.persons + slot.persons))
                joined[-1] = replace(last, span=(last.span[0], slot.span[1]), persons=people, owner=slot.owner)
            else:
                if joined and slot.kind == "name" and self._introduces(joined[-1], slot):
                    joined.pop()
                joined.append(slot)
        return tuple(joined)

    def _introduces(self, noun: Slot, name: Slot) -> bool:
        """In "the activist X", "three activists: X and Y", "and his deputy X" the noun only introduces the names."""
        gap = self.masked[noun.span[1] : name.span[0]]
        if noun.owner:
            return (
                name.kind == "name"
                and bool(_HIS_DEPUTY.fullmatch(gap))
                and self.masked[: noun.span[0]].endswith("and ")
            )
        return noun.kind in ("noun", "nouns", "group") and bool(_INTRODUCING.fullmatch(gap))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions of people that start in it."""
        return self.context.people.mentions_in(*self.span)

    def _local(self, span: Span) -> Span:
        return span[0] - self.span[0], min(span[1], self.span[1]) - self.span[0]

    def _names(self) -> list[Slot]:
        out = []
        for mention in self.mentions:
            low, high = self._local(mention.span)
            owner = self.flat.startswith("'s ", high) or (
                self.flat.startswith("' ", high) and self.flat[high - 1] == "s"
            )
            out.append(Slot((low, high), "name", (mention.person,), owner, self.aside(low), self.led(low)))
        return out

    def _words(self) -> list[Slot]:
        out = []
        for m in _WORD.finditer(self.masked):
            word = m[m.lastgroup or "group"]
            if m.lastgroup == "group" and _of_a_title(self.text, m.start(), m.end()):
                continue
            kind = {"client": "noun", "all": "they"}.get(m.lastgroup or "", m.lastgroup or "group")
            owner = word in ("his", "their", "hers") or (word == "her" and not self._object_her(m))
            owner = owner or (kind in ("noun", "nouns", "group") and self.flat.startswith("'", m.end()))
            out.append(Slot(m.span(), kind, (), owner, self.aside(m.start()), self.led(m.start())))
        return out

    def _object_her(self, her: re.Match[str]) -> bool:
        """ "sentenced her to", "granted her asylum": her as object, not as owner."""
        return bool(_OBJECT_HER.match(self.masked, her.end()) or _GIVING.search(self.masked, 0, her.start()))

    def led(self, at: int) -> str:
        """The preposition or participle that governs the noun phrase at `at`, else empty."""
        match = _LED.search(self.masked, max(0, at - 70), at)
        return match["p"] if match else ""

    @cached_property
    def _asides(self) -> tuple[Span, ...]:
        """Relative clauses: from "who" to the next comma (or to the length that ends a restrictive one), else to the
        end.
        """
        spans = []
        for m in _RELATIVE.finditer(self.masked):
            comma = _ASIDE_END.search(self.masked, m.end())
            stop = comma.start() if comma else len(self.masked)
            to = re.search(r" to (?:\d|\w+ (?:years?|months?|days?))", self.masked[m.end() : stop])
            spans.append((m.end(), m.end() + to.start() if to else stop))
        return tuple(spans)

    def aside_of(self, at: int) -> Span | None:
        """The relative or subordinate clause that `at` lies in."""
        return next((a for a in self._asides if a[0] <= at < a[1]), None)

    def aside(self, at: int) -> bool:
        """True when `at` lies in a relative clause."""
        return any(low <= at < high for low, high in self._asides)

    def _coordinated(self, left: Slot, right: Slot) -> bool:
        gap = self.masked[left.span[1] : right.span[0]]
        if len(gap) > 90 or left.owner or left.aside != right.aside or not _AND.search(gap) or VERB.search(gap):
            return False
        if _NOT_TOGETHER.search(gap) or _KIN_OF.search(gap):
            return False
        return not (left.led == "according to" and not re.match(r"\s*(?:and|as well as)\b", gap))
