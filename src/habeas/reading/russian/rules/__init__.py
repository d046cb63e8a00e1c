"""What Russian texts say happened: one reader for each group of claim kinds, run where one of its triggers stands."""

from habeas.reading.russian.rules import charge, custody, mass, procedure, release, rows, sentence, treatment

READERS = (
    (sentence.TRIGGERS, sentence.read), (custody.TRIGGERS, custody.read), (release.TRIGGERS, release.read),
    (treatment.TRIGGERS, treatment.read), (procedure.TRIGGERS, procedure.read), (mass.TRIGGERS, mass.read),
)  # fmt: skip

__all__ = ["READERS", "charge", "custody", "rows", "sentence"]
