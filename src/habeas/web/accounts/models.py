"""Tables of accounts that no package keeps."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class CalendarAddress(models.Model):
    """The secret address of a user's calendar: its SHA-256, whether names stand in it, its days."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+")
    hashed = models.CharField(max_length=64, unique=True)
    names = models.BooleanField(default=False)
    made = models.DateField()
    asked = models.DateField(null=True)
    """The last day on which somebody asked for it."""
