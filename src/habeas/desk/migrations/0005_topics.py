"""What the filters ask about facts, and names as they sound. Filled at once: a register of before needs no rebuild."""

from typing import Any

from django.db import migrations, models

from habeas.desk.names_searched import searchable


def _fill(apps: Any, schema_editor: Any) -> None:
    alias = schema_editor.connection.alias
    people = list(apps.get_model("desk", "PersonRow").objects.using(alias).all())
    for row in people:
        row.search = searchable(row.names)
    apps.get_model("desk", "PersonRow").objects.using(alias).bulk_update(people, ["search"], batch_size=200)
    facts = list(
        apps.get_model("desk", "FactRow").objects.using(alias).filter(kind__in=("charge", "custody", "identity"))
    )
    for row in facts:
        row.topic = _topic(row.kind, row.fields)
    apps.get_model("desk", "FactRow").objects.using(alias).bulk_update(facts, ["topic"], batch_size=200)


def _topic(kind: str, fields: dict[str, Any]) -> str:
    said = {"charge": ("article", "article"), "custody": ("place", "facility"), "identity": ("region", "value")}[kind]
    if kind == "identity" and fields.get("attribute") != "residence":
        return ""
    value = fields.get(said[1])
    return f"{said[0]}:{value}"[:200] if value else ""


class Migration(migrations.Migration):
    dependencies = (("desk", "0004_kept_columns"),)
    operations = (
        migrations.AddField("factrow", "topic", models.CharField(max_length=200, default="")),
        migrations.AddIndex(
            "factrow",
            models.Index(fields=["topic", "person"], name="fact_topic", condition=~models.Q(topic="")),
        ),
        migrations.RunPython(_fill, migrations.RunPython.noop),
    )
