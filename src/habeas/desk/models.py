"""The tables of a workspace.

The journal is the truth; sources' texts and proposals stand beside it; the rest is projection.

Times are UTC ISO 8601 with `Z` and dates ISO 8601, both as text: they sort, and no time zone can move a day. Dates that
bound a partial date are None where it has no bound.
"""

from __future__ import annotations

from django.db import models

TOPIC = 200
"""Characters of a fact's topic that are kept."""


class LedgerHeader(models.Model):
    """A header of the journal: `line` is what was appended, the other columns repeat it for look-ups (`verify`
    compares).

    Triggers refuse every change and deletion.
    """

    position = models.AutoField(primary_key=True)
    feed = models.CharField(max_length=63)
    seq = models.PositiveBigIntegerField()
    prev = models.CharField(max_length=64)
    at = models.CharField(max_length=40, db_index=True)
    action = models.CharField(max_length=40, db_index=True)
    idempotency_key = models.CharField(max_length=128)
    line = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["feed", "seq"], name="header_seq_once"),
            models.UniqueConstraint(fields=["feed", "prev"], name="header_prev_once"),
            models.UniqueConstraint(fields=["feed", "idempotency_key"], name="header_key_once"),
        )


class Erasure(models.Model):
    """Permission to delete one body, written in the transaction that appends the `erased` entry. Never removed."""

    header = models.OneToOneField(LedgerHeader, models.PROTECT, primary_key=True, related_name="erasure")


class LedgerBody(models.Model):
    """The body of an entry as it is kept. Triggers refuse changes, and deletion without an `Erasure`."""

    header = models.OneToOneField(LedgerHeader, models.PROTECT, primary_key=True, related_name="body")
    text = models.TextField()


class Subject(models.Model):
    """Index: which entries are about which entity. Rows go with their body."""

    header = models.ForeignKey(LedgerHeader, models.PROTECT, related_name="subject_rows")
    entity = models.CharField(max_length=80, db_index=True)


class SourceText(models.Model):
    """The text layer of a source, kept because an offset taken once must stay good.

    Erasure blots out passages (each character becomes a block, so that no offset moves) and sets `restricted`: the
    bytes are handed out no more.
    """

    source = models.CharField(max_length=64, primary_key=True)
    title = models.TextField()
    language = models.CharField(max_length=8)
    text = models.TextField()
    captured_at = models.CharField(max_length=40)
    restricted = models.BooleanField(default=False)


class Picture(models.Model):
    """The copies of a photograph, drawn anew from its bytes when it was added; `width` and `height` are the larger's.

    Kept as a text layer is: the bytes themselves lie in the vault and leave it no more. Erasure removes the row.
    """

    source = models.CharField(max_length=64, primary_key=True)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    shown = models.BinaryField()
    small = models.BinaryField()


class NamedRecord(models.Model):
    """A person as one document names them, as the latest reading found them."""

    record = models.CharField(max_length=20, primary_key=True)
    source = models.ForeignKey(SourceText, models.CASCADE, related_name="records")
    name = models.TextField()
    names = models.JSONField()
    role = models.CharField(max_length=20)
    mentions = models.JSONField()
    position = models.PositiveIntegerField()


class ProposalRecord(models.Model):
    """A proposal and what became of it."""

    OPEN, ACCEPTED, REJECTED, CORRECTED = "open", "accepted", "rejected", "corrected"

    id = models.CharField(max_length=20, primary_key=True)
    source = models.ForeignKey(SourceText, models.CASCADE, related_name="proposals")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=30, db_index=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    when = models.CharField(max_length=60, null=True)
    fields = models.JSONField()
    attribution = models.CharField(max_length=20)
    modality = models.CharField(max_length=20)
    of = models.JSONField()
    rule = models.CharField(max_length=80, db_index=True)
    confidence = models.FloatField()
    status = models.CharField(max_length=10, default=OPEN, db_index=True)


class ProposalPerson(models.Model):
    """Which records a proposal names, in the order of the proposal."""

    proposal = models.ForeignKey(ProposalRecord, models.CASCADE, related_name="people")
    record = models.ForeignKey(NamedRecord, models.CASCADE, related_name="proposals")
    place = models.PositiveSmallIntegerField()


class KeptColumns(models.Model):
    """What the columns of a list were said to hold, so that its next issue is read alike. `headers` is a hash of
    them, in any order.
    """

    headers = models.CharField(max_length=64, primary_key=True)
    columns = models.JSONField()


class MemberRow(models.Model):
    """Projection: the members."""

    id = models.CharField(max_length=20, primary_key=True)
    name = models.TextField()


class SourceRecord(models.Model):
    """Projection: the sources that were captured."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    title = models.TextField()
    media_type = models.CharField(max_length=100)
    language = models.CharField(max_length=8)
    published = models.CharField(max_length=40, null=True)
    captured_at = models.CharField(max_length=40)
    how = models.CharField(max_length=20)
    characters = models.PositiveIntegerField()
    entry = models.CharField(max_length=90)
    state_of = models.CharField(max_length=10, null=True)


class RecordRow(models.Model):
    """Projection: which person a record belongs to."""

    record = models.CharField(max_length=20, primary_key=True)
    person = models.CharField(max_length=20, db_index=True)
    document = models.CharField(max_length=64)
    name = models.TextField()


class PersonRow(models.Model):
    """Projection: one line for each person. `search` holds every name folded and as a skeleton, a line each."""

    id = models.CharField(max_length=20, primary_key=True)
    name = models.TextField()
    sort_name = models.TextField(db_index=True)
    names = models.JSONField()
    roles = models.JSONField()
    documents = models.JSONField()
    facts = models.PositiveIntegerField()
    claims = models.PositiveIntegerField()
    disputed = models.PositiveIntegerField()
    steps = models.JSONField()
    search = models.TextField(default="")


class FactRow(models.Model):
    """Projection: a fact, with valid time (`earliest` to `latest`, its first reading's date) and since when it is
    known.
    """

    id = models.CharField(max_length=20, primary_key=True)
    person = models.CharField(max_length=20, null=True, db_index=True)
    kind = models.CharField(max_length=30, db_index=True)
    when = models.CharField(max_length=60, null=True)
    earliest = models.CharField(max_length=10, null=True)
    latest = models.CharField(max_length=10, null=True)
    fields = models.JSONField()
    modality = models.CharField(max_length=20)
    disputed = models.BooleanField()
    preferred = models.CharField(max_length=24, null=True)
    level = models.PositiveSmallIntegerField()
    known_since = models.CharField(max_length=40)
    claims = models.PositiveIntegerField()
    document = models.CharField(max_length=64)
    offset = models.PositiveIntegerField()
    state_of = models.CharField(max_length=10, null=True)
    topic = models.CharField(max_length=TOPIC, default="")

    class Meta:
        indexes = (models.Index(fields=["topic", "person"], name="fact_topic", condition=~models.Q(topic="")),)


class ClaimRow(models.Model):
    """Projection: an accepted claim as it reads now: since when, and by whom and when it was decided last."""

    id = models.CharField(max_length=24, primary_key=True)
    fact = models.CharField(max_length=20, db_index=True)
    record = models.CharField(max_length=20, db_index=True)
    person = models.CharField(max_length=20, null=True, db_index=True)
    kind = models.CharField(max_length=30)
    when = models.CharField(max_length=60, null=True)
    fields = models.JSONField()
    attribution = models.CharField(max_length=20)
    modality = models.CharField(max_length=20)
    latest = models.CharField(max_length=10, null=True)
    document = models.CharField(max_length=64)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    of = models.JSONField()
    case = models.CharField(max_length=24, null=True)
    rule = models.CharField(max_length=80, null=True)
    confidence = models.FloatField(null=True)
    since = models.CharField(max_length=40)
    author = models.CharField(max_length=80)
    at = models.CharField(max_length=40)
    bulk = models.BooleanField()
    level = models.PositiveSmallIntegerField()
    basis = models.CharField(max_length=120, null=True)
    entry = models.CharField(max_length=90)
    corrected = models.BooleanField()


class ListRow(models.Model):
    """Projection: a list that recognises people: whether members decide it, and whether sources claim it."""

    name = models.CharField(max_length=200, primary_key=True)
    ours = models.BooleanField()
    claimed = models.BooleanField()


class CountedPerson(models.Model):
    """Projection for counting (`habeas.figures.rows`): table `person`."""

    id = models.BigAutoField(primary_key=True)
    person = models.CharField(max_length=20)
    name = models.TextField()

    class Meta:
        db_table = "person"
        indexes = (models.Index(fields=["person"], name="person_1"),)


class Spell(models.Model):
    """Projection for counting: a stretch of days of one status, or of one list."""

    id = models.BigAutoField(primary_key=True)
    person = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    name = models.TextField()
    category = models.TextField()
    start = models.CharField(max_length=10)
    until = models.CharField(max_length=10)
    certain = models.PositiveSmallIntegerField()
    disputed = models.PositiveSmallIntegerField()
    level = models.PositiveSmallIntegerField()
    because = models.TextField()

    class Meta:
        db_table = "spell"
        indexes = (
            # Counting reads these columns and no others: whole questions are answered from the index.
            models.Index(fields=["kind", "certain", "name", "start", "until", "level", "person"], name="spell_counted"),
            models.Index(
                fields=["kind", "certain", "name", "start", "until", "level", "person"],
                name="spell_disputed", condition=models.Q(disputed=1),
            ),
            models.Index(fields=["level"], name="spell_level"),
            models.Index(fields=["person", "kind", "start"], name="spell_2"),
        )


class CountedFact(models.Model):
    """Projection for counting: table `fact`."""

    id = models.BigAutoField(primary_key=True)
    fact = models.CharField(max_length=20)
    person = models.CharField(max_length=20)
    kind = models.CharField(max_length=30)
    low = models.CharField(max_length=10)
    high = models.CharField(max_length=10)
    modality = models.CharField(max_length=20)
    disputed = models.PositiveSmallIntegerField()
    level = models.PositiveSmallIntegerField()
    topic = models.TextField()

    class Meta:
        db_table = "fact"
        indexes = (
            models.Index(fields=["kind", "high", "low", "level", "modality", "person"], name="fact_counted"),
            models.Index(
                fields=["kind", "high", "low", "level", "modality", "person"],
                name="fact_disputed", condition=models.Q(disputed=1),
            ),
            models.Index(fields=["kind", "level"], name="fact_level"),
            models.Index(fields=["person", "kind"], name="fact_2"),
            models.Index(fields=["fact"], name="fact_by_id"),
        )


class Term(models.Model):
    """Projection for counting: the controlled terms of a fact."""

    id = models.BigAutoField(primary_key=True)
    fact = models.CharField(max_length=20)
    field = models.CharField(max_length=30)
    value = models.TextField()

    class Meta:
        db_table = "term"
        indexes = (models.Index(fields=["fact", "field", "value"], name="term_1"),)


class Assembly(models.Model):
    """Projection for counting: people detained at one assembly."""

    id = models.BigAutoField(primary_key=True)
    fact = models.CharField(max_length=20)
    high = models.CharField(max_length=10)
    value = models.FloatField()
    comparator = models.CharField(max_length=2)
    summed = models.PositiveSmallIntegerField()
    dated = models.PositiveSmallIntegerField()
    level = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "assembly"
        indexes = (
            models.Index(fields=["high"], name="assembly_1"),
            models.Index(fields=["fact"], name="assembly_by_fact"),
        )


class Compliance(models.Model):
    """Projection for counting: what sources say about compliance with a decision."""

    id = models.BigAutoField(primary_key=True)
    fact = models.CharField(max_length=20)
    topic = models.TextField()
    high = models.CharField(max_length=10)
    state = models.CharField(max_length=30)
    level = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "compliance"
        indexes = (
            models.Index(fields=["topic"], name="compliance_1"),
            models.Index(fields=["fact"], name="compliance_by_fact"),
        )


COUNTING = {
    "person": CountedPerson,
    "spell": Spell,
    "fact": CountedFact,
    "term": Term,
    "assembly": Assembly,
    "compliance": Compliance,
}
"""Table of `habeas.figures.rows` -> its model. A test holds columns and indexes against that module."""
