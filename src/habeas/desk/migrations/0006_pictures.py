"""The copies of photographs."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("desk", "0005_topics"),)
    operations = (
        migrations.CreateModel(
            "Picture",
            fields=(
                ("source", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("width", models.PositiveIntegerField()),
                ("height", models.PositiveIntegerField()),
                ("shown", models.BinaryField()),
                ("small", models.BinaryField()),
            ),
        ),
    )
