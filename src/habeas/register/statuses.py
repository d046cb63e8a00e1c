"""The nineteen answers to "is this person free?" Data; `habeas.register.manual` prints it.

Source: design, section 3. Who counts as held follows PACE Resolution 1900 (2012), paragraph 3, "deprived of liberty",
in the narrow sense that lists use: behind walls. House arrest and restriction are counted apart.
"""

from __future__ import annotations

from collections.abc import Mapping

STATUSES: Mapping[str, str] = {
    "dead": "The person has died.",
    "disappeared": "Whereabouts unknown since a disappearance.",
    "in_prison": "Serving imprisonment, a life term, or a penalty of arrest longer than thirty days.",
    "psychiatric": "Held in a psychiatric institution.",
    "extradition_custody": "Held abroad on a request for extradition.",
    "pretrial": "Held before a verdict, in pre-trial or police detention.",
    "administrative_arrest": "Held under an order of arrest of thirty days or less.",
    "house_arrest": "Confined to a home before a verdict.",
    "restriction": "Serving restriction of liberty.",
    "suspended_or_probation": "Under a suspended sentence or probation.",
    "compulsory_labour": "Serving compulsory labour.",
    "deferred": "Sentenced to prison; the execution is deferred.",
    "abroad_protected": "Abroad, with asylum or subsidiary protection.",
    "abroad_wanted": "Abroad, wanted: sentenced in absentia or sought for extradition.",
    "released_conditional": "Out of prison under conditions: parole, illness, or a ground that can be taken back.",
    "charged_at_liberty": "Accused, or awaiting trial, and not held.",
    "run_out_unconfirmed": "The term has run out; no source confirms that it was served and over.",
    "free": "Released, acquitted, fined, pardoned, or served in full.",
    "unknown": "No accepted fact answers.",
}
"""Status -> what it means, the strongest first: when several hold at once, the first is the answer."""

HELD = ("in_prison", "psychiatric", "extradition_custody", "pretrial", "administrative_arrest")
NON_CUSTODIAL = ("restriction", "suspended_or_probation", "compulsory_labour")
UNDER_INVESTIGATION = ("pretrial", "house_arrest", "charged_at_liberty")
ABROAD = ("abroad_protected", "abroad_wanted")

RANK: Mapping[str, int] = {status: n for n, status in enumerate(STATUSES)}

TERM_OF_PENALTY: Mapping[str, str] = {
    "imprisonment": "in_prison",
    "life": "in_prison",
    "arrest": "in_prison",
    "restriction_of_liberty": "restriction",
    "suspended": "suspended_or_probation",
    "probation": "suspended_or_probation",
    "compulsory_labour": "compulsory_labour",
}
"""Penalty -> status while the term runs. A fine leaves the person free; a ban and a confiscation change nothing."""

ARREST_DAYS = 30
"""An arrest of up to so many days is administrative; no code of the region allows a longer administrative arrest."""

CUSTODY_OF_FORM: Mapping[str, str] = {
    "police_detention": "pretrial",
    "pretrial_detention": "pretrial",
    "house_arrest": "house_arrest",
    "imprisonment": "in_prison",
    "administrative_arrest": "administrative_arrest",
    "psychiatric": "psychiatric",
    "extradition_detention": "extradition_custody",
}
"""Form of custody -> status. A transfer changes nothing."""

SHORT_CUSTODY: Mapping[str, int] = {"police_detention": 3, "administrative_arrest": ARREST_DAYS}
"""Forms that end by themselves, and the days after which they certainly have. On the days that the source names the
person is held; from then to that limit the person may be."""
