"""A register as files for others: lines of the project's own format, and tables that other programs read."""

from habeas.reports.exchange.choosing import Chosen, choose
from habeas.reports.exchange.esf import esf_tables
from habeas.reports.exchange.lines import FORMAT, VERSION, Heading, office_lines, sent_entries, to_bytes
from habeas.reports.exchange.parcel import BrokenLine, NotForOffices, Parcel, read_parcel
from habeas.reports.exchange.told import outside_lines
from habeas.reports.exchange.workbook import TooManyRows, workbook
from habeas.reports.site.tables import (
    Table,
    as_csv,
    entities,
    figures_table,
    people_table,
    sources_table,
    statements_table,
)
from habeas.reports.site.view import PublicView


def view_tables(view: PublicView) -> dict[str, Table]:
    """The tables of a view: people, statements, sources, figures."""
    return {
        "people": people_table(view), "statements": statements_table(view), "sources": sources_table(view),
        "figures": figures_table(view),
    }  # fmt: skip


__all__ = [
    "FORMAT", "VERSION", "BrokenLine", "Chosen", "Heading", "NotForOffices", "Parcel", "Table", "TooManyRows", "as_csv",
    "choose", "entities", "esf_tables", "office_lines", "outside_lines", "read_parcel", "sent_entries", "to_bytes",
    "view_tables", "workbook",
]  # fmt: skip
