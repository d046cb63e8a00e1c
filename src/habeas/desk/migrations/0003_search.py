"""Names as they are searched. Filled at once, so that a register of before needs no rebuild."""

from typing import Any

from django.db import migrations, models

from habeas.desk.names_searched import searchable


def _fill(apps: Any, schema_editor: Any) -> None:
    people = apps.get_model("desk", "PersonRow").objects.using(schema_editor.connection.alias)
    rows = list(people.all())
    for row in rows:
        row.search = searchable(row.names)
    people.bulk_update(rows, ["search"], batch_size=200)


class Migration(migrations.Migration):
    dependencies = (("desk", "0002_append_only"),)
    operations = (
        migrations.AddField("personrow", "search", models.TextField(default="")),
        migrations.RunPython(_fill, migrations.RunPython.noop),
    )
