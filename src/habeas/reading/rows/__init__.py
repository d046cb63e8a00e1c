"""Lists of people as tables: a row is an entry, a column holds what its header says.

In: a text in CSV, JSON or FollowTheMoney, and what its columns mean. Out: people and claims, each with its row as the
passage, and the cells that could not be read. Nothing is guessed: a cell that is not understood makes no claim.
"""

from habeas.reading.column_words import MEANINGS, meaning_of
from habeas.reading.rows.cells import canonical
from habeas.reading.rows.columns import Columns, NoNames, columns
from habeas.reading.rows.entries import Entry, RowsRead, Unread, known_rows, read_rows
from habeas.reading.rows.table import BrokenTable, Row, Table, table_in
from habeas.reading.rows.values import Value, value_of

__all__ = [
    "MEANINGS", "BrokenTable", "Columns", "Entry", "NoNames", "Row", "RowsRead", "Table", "Unread", "Value",
    "canonical", "columns", "known_rows", "meaning_of", "read_rows", "table_in", "value_of",
]  # fmt: skip
