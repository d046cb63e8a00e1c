"""The secret address of each user's calendar."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = (migrations.swappable_dependency(settings.AUTH_USER_MODEL),)
    operations = (
        migrations.CreateModel(
            "CalendarAddress",
            fields=(
                (
                    "user",
                    models.OneToOneField(
                        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, serialize=False, related_name="+"
                    ),
                ),
                ("hashed", models.CharField(max_length=64, unique=True)),
                ("names", models.BooleanField(default=False)),
                ("made", models.DateField()),
                ("asked", models.DateField(null=True)),
            ),
        ),
    )
