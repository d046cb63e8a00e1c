"""Commands on who may see what: release facts to a level on a basis, record mandates, withdraw a basis."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import say

mandate = typer.Typer(help="Powers of attorney and consents, on which facts may be released.")


def register(app: typer.Typer) -> None:
    """Adds the commands of this file to `app`."""
    app.command("release")(release)
    app.add_typer(mandate, name="mandate")
    mandate.command("add")(mandate_add)
    mandate.command("withdraw")(basis_withdraw)


def release(
    by: o.By,
    level: Annotated[int, typer.Option(help="0 public, 1 partners, 2 team, 3 case members, 4 sealed.", min=0, max=4)],
    basis: Annotated[str, typer.Option(help="source:ID for a public source, or mandate:ID.")],
    facts: Annotated[
        list[str] | None, typer.Argument(help="Fact ids, as `habeas person` shows them.", metavar="FACT")
    ] = None,
    person: Annotated[str | None, typer.Option(help="All facts of this person ...")] = None,
    kind: Annotated[str | None, typer.Option(help="... or only those of this kind; alone: of everybody.")] = None,
) -> None:
    """Set who may see facts. Nothing is public until it is released on a basis."""
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace
    from habeas.desk import release as release_facts

    if not (facts or person or kind):
        raise o.NotUsable("Nothing says what to release.", "Name fact ids, --person or --kind.")
    with open_workspace() as ws:
        done = release_facts(
            ws, facts or (), person=person, kind=o.kind(kind), level=level, basis=basis, by=by, now=now()
        )
    say(f"{_facts(done.subjects)} now at level {level} on the basis {basis}, signed by {by}.")
    if not facts:
        say("Facts that this basis does not carry, or that are never public, stay as they were.")


def _facts(subjects: Iterable[str]) -> str:
    """`1 fact`, `7 facts`: of the ids that a decision is about, those of facts."""
    count = sum(s.startswith("f-") for s in subjects)
    return f"{count} fact{'' if count == 1 else 's'}"


def mandate_add(
    by: o.By,
    giver: Annotated[str, typer.Option(help="Who gave it (kept at level 4).")],
    scope: Annotated[str, typer.Option(help="What it covers.")],
    purpose: Annotated[str, typer.Option(help="What for: store, share, court, publish, statistics.")],
    until: Annotated[str | None, typer.Option(help="When it ends, as EDTF.")] = None,
    proof: Annotated[str | None, typer.Option(help="Where its proof is kept.")] = None,
    person: Annotated[str | None, typer.Option(help="The person it is about: a name or an id.")] = None,
    name: Annotated[
        str | None, typer.Option("--id", help="An id of your own for it, without personal data; else one is made.")
    ] = None,
) -> None:
    """Record a power of attorney or a consent."""
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace, record_mandate

    with open_workspace() as ws:
        done = record_mandate(
            ws, giver=giver, scope=scope, purpose=purpose, until=until, proof=proof, mandate=name, person=person,
            by=by, now=now(),
        )  # fmt: skip
    say(f"Recorded, sealed (level 4). Facts may be released on it: --basis mandate:{done.subjects[0]}")


def basis_withdraw(
    basis: Annotated[str, typer.Argument(help="mandate:ID or source:ID.", metavar="BASIS")],
    by: o.By,
    why: o.Why,
) -> None:
    """Withdraw a basis: what was released on it alone is taken back at the next publication."""
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace, withdraw_basis

    with open_workspace() as ws:
        done = withdraw_basis(ws, basis, by=by, now=now(), why=why)
    say(f"{basis} is withdrawn; {_facts(done.subjects)} released on it are closed again.")
