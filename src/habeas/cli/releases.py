"""Commands on who may see what: release facts to a level on a basis, record mandates, withdraw a basis."""

from __future__ import annotations

from typing import Annotated

import typer

from habeas.cli import options as o
from habeas.cli.output import say

mandate = typer.Typer(help="Powers of attorney and consents, on which facts may be released.", no_args_is_help=True)


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
        list[str] | None, typer.Argument(help="Fact ids, as `habeas person` shows them.", metavar="FACT...")
    ] = None,
    person: Annotated[str | None, typer.Option(help="All facts of this person ...")] = None,
    kind: Annotated[str | None, typer.Option(help="... or only those of this kind; alone: of everybody.")] = None,
) -> None:
    """Set who may see facts. Nothing is public until it is released on a basis."""
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace, releasable
    from habeas.desk import release as release_facts

    if not (facts or person or kind):
        raise o.NotUsable("Nothing says what to release.", "Name fact ids, --person or --kind.")
    with open_workspace() as ws:
        chosen = tuple(facts or ()) or releasable(ws, person=person, kind=kind, basis=basis)
        done = release_facts(ws, chosen, level=level, basis=basis, by=by, now=now())
    say(f"{len(done.subjects)} facts are at level {level} on the basis {basis}, signed by {by}.")


def mandate_add(
    name: Annotated[str, typer.Argument(help="An id of your own for it, without personal data.", metavar="ID")],
    by: o.By,
    giver: Annotated[str, typer.Option(help="Who gave it (kept at level 4).")],
    scope: Annotated[str, typer.Option(help="What it covers.")],
    purpose: Annotated[str, typer.Option(help="What for: store, share, court, publish, statistics.")],
    until: Annotated[str | None, typer.Option(help="When it ends, as EDTF.")] = None,
    proof: Annotated[str | None, typer.Option(help="Where its proof is kept.")] = None,
) -> None:
    """Record a power of attorney or a consent."""
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace, record_mandate

    with open_workspace() as ws:
        record_mandate(ws, name, giver=giver, scope=scope, purpose=purpose, until=until, proof=proof, by=by, now=now())
    say(f"Recorded. Facts may be released on it: --basis mandate:{name}")


def basis_withdraw(
    basis: Annotated[str, typer.Argument(help="mandate:ID or source:ID.")],
    by: o.By,
    why: o.Why,
) -> None:
    """Withdraw a basis: what was released on it alone is taken back at the next publication."""
    from habeas.adapters.clock import now
    from habeas.desk import open_workspace, withdraw_basis

    with open_workspace() as ws:
        done = withdraw_basis(ws, basis, by=by, now=now(), why=why)
    say(f"{basis} is withdrawn; {len(done.subjects)} facts go back to the level they had without it.")
