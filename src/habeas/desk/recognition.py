"""Our own list: who is recognised, in what category, and since when."""

from __future__ import annotations

from habeas.desk.faults import BadRequest, told
from habeas.desk.members import member
from habeas.desk.results import Decided
from habeas.desk.signing import Pen
from habeas.desk.targets import person_id
from habeas.desk.workspace import Workspace
from habeas.figures import TIERS
from habeas.lexicon.kinds import check

OWN = "own"


@told
def recognise(
    ws: Workspace,
    person: str,
    *,
    step: str,
    by: str,
    now: str,
    list_name: str = OWN,
    category: str | None = None,
    tier: str | None = None,
    reason: str | None = None,
    when: str | None = None,
    key: str | None = None,
) -> Decided:
    """Decides that a person (id or name) `entered` or `left` a list, or was `refused`.

    `when` is EDTF; None: the day of `now`.

    Raises `NotFound`, `NotInVocabulary` for another step, `NotADate`.
    """
    check("recognition", {"step": step})
    if tier is not None and tier not in TIERS:
        raise BadRequest(f"{tier!r} is no tier.", f"Tiers are {', '.join(TIERS)}.")
    if (step == "refused" or tier == "not_recognised") and not (reason or "").strip():
        raise BadRequest("Nobody is refused without a stated reason.", 'Say it: --reason "...".')
    if not list_name.strip():
        raise BadRequest("A list needs a name.", "Leave it out for your own list.")
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now, key)
        record = person_id(ws, person)
        content = {
            "record": record, "list": list_name, "step": step, "category": category, "tier": tier, "reason": reason,
            "when": when or now[:10],
        }  # fmt: skip
        return pen.decide(lambda: pen.draft("recognise", content, (record,)))
