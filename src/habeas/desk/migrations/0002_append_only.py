"""Triggers that keep the journal append-only, whoever writes to the file through SQLite."""

from django.db import migrations

_REFUSALS = {
    "header_never_changes": ("UPDATE", "desk_ledgerheader", "1"),
    "header_never_goes": ("DELETE", "desk_ledgerheader", "1"),
    "body_never_changes": ("UPDATE", "desk_ledgerbody", "1"),
    "body_goes_by_erasure_only": (
        "DELETE", "desk_ledgerbody", "NOT EXISTS (SELECT 1 FROM desk_erasure WHERE header_id = OLD.header_id)",
    ),
    "erased_body_stays_away": (
        "INSERT", "desk_ledgerbody", "EXISTS (SELECT 1 FROM desk_erasure WHERE header_id = NEW.header_id)",
    ),
    "erasure_never_changes": ("UPDATE", "desk_erasure", "1"),
    "erasure_never_goes": ("DELETE", "desk_erasure", "1"),
    "header_follows_the_head": (
        "INSERT", "desk_ledgerheader",
        "NEW.seq <> 1 + (SELECT COALESCE(MAX(seq), 0) FROM desk_ledgerheader WHERE feed = NEW.feed)",
    ),
}  # fmt: skip


def _create(name: str, verb: str, table: str, condition: str) -> str:
    refuse = f"SELECT RAISE(ABORT, 'the journal is append-only: {name}')"
    return f"CREATE TRIGGER {name} BEFORE {verb} ON {table} WHEN {condition} BEGIN {refuse}; END"


class Migration(migrations.Migration):
    dependencies = (("desk", "0001_initial"),)
    operations = tuple(
        migrations.RunSQL(_create(name, *rest), f"DROP TRIGGER {name}") for name, rest in _REFUSALS.items()
    )
