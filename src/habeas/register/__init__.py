"""Register: the fold of what members decided, and what follows from it about one person on one day.

In come ledger entries, in any order; out come people, facts, claims, recognitions, liberty on a date, and who may see
what. It applies decisions and nothing else: it never groups, guesses, reads a text or a clock, or hides a conflict.
"""

from habeas.register.bases import as_published
from habeas.register.bearing import Borne, borne
from habeas.register.fold import Fold, fold
from habeas.register.liberty import Liberty, State, Stretch, held, liberty, stretches
from habeas.register.model import (
    Assessment,
    Conflict,
    Fact,
    HeldClaim,
    Mandate,
    Person,
    Reading,
    Recognition,
    Record,
    Source,
    Unassigned,
)
from habeas.register.officials import Act, Official, in_common, officials
from habeas.register.order import Heads, canonical_order, heads_known_at
from habeas.register.photographed import is_photograph
from habeas.register.photographs import photographs
from habeas.register.recognition import Listing, default_lists, listings, recognised
from habeas.register.register import NotInRegister, Register
from habeas.register.statuses import HELD, NON_CUSTODIAL, STATUSES
from habeas.register.visibility import AUDIENCES, PUBLIC, visible

__all__ = [
    "AUDIENCES",
    "HELD",
    "NON_CUSTODIAL",
    "PUBLIC",
    "STATUSES",
    "Act",
    "Assessment",
    "Borne",
    "Conflict",
    "Fact",
    "Fold",
    "Heads",
    "HeldClaim",
    "Liberty",
    "Listing",
    "Mandate",
    "NotInRegister",
    "Official",
    "Person",
    "Reading",
    "Recognition",
    "Record",
    "Register",
    "Source",
    "State",
    "Stretch",
    "Unassigned",
    "as_published",
    "borne",
    "canonical_order",
    "default_lists",
    "fold",
    "heads_known_at",
    "held",
    "in_common",
    "is_photograph",
    "liberty",
    "listings",
    "officials",
    "photographs",
    "recognised",
    "stretches",
    "visible",
]
