"""A register as lines that another office can take in, or that others can read: the project's own format."""

from habeas.reports.exchange.choosing import Chosen, choose
from habeas.reports.exchange.lines import FORMAT, VERSION, Heading, office_lines, sent_entries, to_bytes
from habeas.reports.exchange.parcel import BrokenLine, NotForOffices, Parcel, read_parcel

__all__ = [
    "FORMAT", "VERSION", "BrokenLine", "Chosen", "Heading", "NotForOffices", "Parcel", "choose", "office_lines",
    "read_parcel", "sent_entries", "to_bytes",
]  # fmt: skip
