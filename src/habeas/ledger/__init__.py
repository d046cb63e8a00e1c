"""Ledger: what was claimed and decided, as frozen entries in an append-only, hash-chained feed.

In come drafts of what members did; out come entries that nobody can change unseen. It never reads the clock, never
draws a random number itself, never groups, counts or judges, and keeps no personal data in a header.
"""

from habeas.ledger.actions import ACTIONS, Action, BadContent, check_content
from habeas.ledger.canonical import NotCanonical, canonical
from habeas.ledger.chain import FAULTS, Fault, Verification, verify, verify_entries
from habeas.ledger.claim import Claim
from habeas.ledger.entry import GENESIS, Body, Draft, Entry, Head, Header
from habeas.ledger.erase import NotErasable, erased_by, erasure, without_bodies
from habeas.ledger.exchange import check_received, news, received, withheld_by
from habeas.ledger.files import FilesJournal, NotWritten
from habeas.ledger.journal import Clock, HeadMoved, Journal, KeyReused, LedgerBroken, Salts, Stored
from habeas.ledger.memory import MemoryJournal
from habeas.ledger.merge import Heads, end_of, known_at, merge
from habeas.ledger.seal import Sealed, seal, well_formed

__all__ = [
    "ACTIONS", "FAULTS", "GENESIS", "Action", "BadContent", "Body", "Claim", "Clock", "Draft", "Entry", "Fault",
    "FilesJournal", "Head", "HeadMoved", "Header", "Heads", "Journal", "KeyReused", "LedgerBroken", "MemoryJournal",
    "NotCanonical", "NotErasable", "NotWritten", "Salts", "Sealed", "Stored", "Verification", "canonical",
    "check_content", "check_received", "end_of", "erased_by", "erasure", "known_at", "merge", "news", "received",
    "seal", "verify", "verify_entries", "well_formed", "withheld_by", "without_bodies",
]  # fmt: skip
