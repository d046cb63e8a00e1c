"""What the columns of imported lists hold."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("desk", "0003_search"),)
    operations = (
        migrations.CreateModel(
            "KeptColumns",
            fields=(
                ("headers", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("columns", models.JSONField()),
            ),
        ),
    )
