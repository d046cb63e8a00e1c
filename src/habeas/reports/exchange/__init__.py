"""A register as lines that another office can take in, or that others can read: the project's own format."""

from habeas.reports.exchange.choosing import Chosen, choose
from habeas.reports.exchange.lines import FORMAT, VERSION, Heading, office_lines, sent_entries, to_bytes

__all__ = ["FORMAT", "VERSION", "Chosen", "Heading", "choose", "office_lines", "sent_entries", "to_bytes"]
