"""Indexes from which whole questions of counting are answered: at 100,000 people the figures of a day took five times
as long without them.
"""

from django.db import migrations, models

_SPELL = ["kind", "certain", "name", "start", "until", "level", "person"]
_FACT = ["kind", "high", "low", "level", "modality", "person"]
_DISPUTED = models.Q(disputed=1)


class Migration(migrations.Migration):
    dependencies = (("desk", "0006_pictures"),)
    operations = (
        migrations.RemoveIndex("spell", "spell_1"),
        migrations.AddIndex("spell", models.Index(fields=_SPELL, name="spell_counted")),
        migrations.AddIndex("spell", models.Index(fields=_SPELL, name="spell_disputed", condition=_DISPUTED)),
        migrations.AddIndex("spell", models.Index(fields=["level"], name="spell_level")),
        migrations.RemoveIndex("countedfact", "fact_1"),
        migrations.AddIndex("countedfact", models.Index(fields=_FACT, name="fact_counted")),
        migrations.AddIndex("countedfact", models.Index(fields=_FACT, name="fact_disputed", condition=_DISPUTED)),
        migrations.AddIndex("countedfact", models.Index(fields=["kind", "level"], name="fact_level")),
    )
