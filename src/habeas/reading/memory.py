"""What a text has told so far that later sentences lean on: kin, who was sentenced last, the day of a verdict."""

from __future__ import annotations

from dataclasses import dataclass, field

from habeas.reading.dates import DateMention


@dataclass(slots=True)
class Memory:
    """`kin`: (person, tie) -> person; `judged`: whom the last sentence was passed on (`sentenced`: all); `verdict`: the
    day of one for many; `head`: the columns of the table that the text is in.
    """

    kin: dict[tuple[str, str], str] = field(default_factory=dict)
    judged: tuple[str, ...] = ()
    sentenced: tuple[str, ...] = ()
    verdict: DateMention | None = None
    head: tuple[str, ...] = ()

    def section(self) -> None:
        """A new section or entry begins."""
        self.judged, self.sentenced, self.verdict = (), (), None
