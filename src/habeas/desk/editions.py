"""Editions: a list frozen with its figures and documents, kept in the vault, signed in the ledger, and compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from habeas.adapters.people_lists import take_people_file
from habeas.desk.documents import document_report
from habeas.desk.faults import BadRequest, NotFound, Refused, told
from habeas.desk.folding import folded
from habeas.desk.members import member
from habeas.desk.moments import instant
from habeas.desk.numbers import figures, last_known
from habeas.desk.signing import Pen
from habeas.desk.verification import ensure_whole
from habeas.desk.workspace import Workspace
from habeas.figures import count
from habeas.ledger import Entry
from habeas.reading.rows import Entry as Row
from habeas.reading.rows import columns, read_rows
from habeas.register import Register, default_lists, fold, heads_known_at
from habeas.register.order import known
from habeas.watch.editions import Compared, Edition, compare_lists, compare_own, follows, from_bytes, take
from habeas.watch.editions import Member as Listed

FORMATS = ("html", "pdf", "docx")
DATA = "edition.json"


@dataclass(frozen=True, slots=True)
class Frozen:
    """An edition as the ledger names it: who froze it and when, and its files by name with their SHA-256."""

    name: str
    as_of: str
    known_at: str
    lists: tuple[str, ...]
    sha256: str
    files: Mapping[str, str]
    entry: str
    at: str
    author: str


@told
def freeze_edition(
    ws: Workspace,
    name: str,
    *,
    as_of: date,
    by: str,
    now: str,
    known_at: str | None = None,
    list_name: str | None = None,
    language: str = "en",
    formats: Sequence[str] = FORMATS,
) -> tuple[Frozen, Compared | None]:
    """Freezes the list of a day, as known at a moment, with its figures and documents; compared with the one before.

    Raises `BadRequest` for a name that is taken, `LedgerBroken`, and `Refused` when somebody left the list without a
    stated reason, when the tables do not say what the ledger says, or when the edition before does not follow from
    the ledger any more: nothing is frozen on numbers that cannot be explained.
    """
    name = " ".join(name.split())
    earlier = editions(ws)
    if not name:
        raise BadRequest("An edition needs a name.", 'Such as "February 2020".')
    if any(e.name == name for e in earlier):
        raise BadRequest(f"There is an edition {name!r}.", "An edition is never written anew: choose another name.")
    ensure_whole(ws)
    entries = folded(ws).entries
    register = _register(ws, entries, known_at)
    lists = (list_name,) if list_name else default_lists(register)
    if known_at is None:
        _refuse_other_tables(ws, register, as_of, lists)
    counted = count(register, as_of=as_of, lists=lists)
    moment = instant(known_at) if known_at else last_known(ws) or now
    edition = take(register, counted, name=name, lists=lists, as_of=as_of, known_at=moment)
    since = _held_against_the_last(ws, earlier, edition, entries)
    data = edition.to_bytes()
    files = {}
    for format in formats:
        made = document_report(
            ws, "list", as_of=as_of, made_at=now, known_at=known_at, list_name=list_name, language=language
        )
        files[f"list.{format}"] = ws.vault.put(made.rendered.to(format))
    content = {
        "edition": name, "sha256": ws.vault.put(data), "as_of": as_of.isoformat(), "known_at": moment,
        "lists": list(lists), "files": files,
    }  # fmt: skip
    with ws.transaction():
        pen = Pen(ws, member(ws, by), now)
        pen.decide(lambda: pen.draft("edition_frozen", content, ()))
    return edition_named(ws, name), since


@told
def editions(ws: Workspace) -> tuple[Frozen, ...]:
    """Every edition that was frozen here, the oldest first."""
    found = ws.journal.about((), actions=("edition_frozen",))
    return tuple(_frozen(e) for e in found if e.body and e.header.feed == ws.feed)


def edition_named(ws: Workspace, name: str) -> Frozen:
    """The edition with this name. Raises `NotFound`."""
    found = next((e for e in editions(ws) if e.name == name), None)
    if found is None:
        named = ", ".join(e.name for e in editions(ws)) or "none yet"
        raise NotFound(f"There is no edition {name!r}.", f"Editions are: {named}.")
    return found


@told
def edition_file(ws: Workspace, name: str, file: str) -> bytes:
    """The bytes of a file of an edition, hashed again. Raises `NotFound`, `SourceAltered`."""
    frozen = edition_named(ws, name)
    sha256 = frozen.sha256 if file == DATA else frozen.files.get(file)
    if sha256 is None:
        raise NotFound(f"The edition {name} has no file {file!r}.", f"It has {', '.join((DATA, *frozen.files))}.")
    return ws.vault.get(sha256)


@told
def compare_editions(ws: Workspace, one: str, other: str) -> Compared:
    """Compares two editions, each the name of one frozen here, or a file: an `edition.json`, or a list of people
    (CSV, XLSX, JSON) of somebody else. Raises `NotFound`, `NotAnEdition`, `BadInput`."""
    a, b = _any(ws, one), _any(ws, other)
    if a.own and b.own and a.heads.keys() == b.heads.keys() == {ws.feed, *a.heads}:
        return compare_own(a, b, folded(ws).entries)
    return compare_lists(a, b)


def _any(ws: Workspace, named: str) -> Edition:
    if any(e.name == named for e in editions(ws)):
        return from_bytes(edition_file(ws, named, DATA))
    path = Path(named)
    if not path.is_file():
        edition_named(ws, named)
    if path.name.endswith(DATA):
        return from_bytes(path.read_bytes())
    return _of_others(path)


def _of_others(path: Path) -> Edition:
    """Somebody else's list as an edition: names alone, everyone on the list."""
    _, table = take_people_file(path)
    entries = read_rows(table, columns(table.headers, {})).entries
    members = {f"row-{e.number}": _row(e) for e in entries}
    return Edition(path.stem, (path.stem,), date.min, "", {}, members, {}, own=False)


def _row(entry: Row) -> Listed:
    names = (entry.name, *(v.text for v in entry.values if v.meaning == "names"))
    category = next((v.text for v in entry.values if v.meaning == "category"), "")
    return Listed(f"row-{entry.number}", entry.name, tuple(dict.fromkeys(names)), (), category, "", {})


def _frozen(entry: Entry) -> Frozen:
    assert entry.body is not None
    c = entry.body.content
    return Frozen(
        c["edition"], c["as_of"], c["known_at"], tuple(c["lists"]), c["sha256"], c["files"], entry.id, entry.header.at,
        entry.body.author,
    )  # fmt: skip


def _register(ws: Workspace, entries: Sequence[Entry], known_at: str | None) -> Register:
    if known_at is None:
        return folded(ws).register
    heads = heads_known_at(entries, feed=ws.feed, instant=instant(known_at))
    return fold([e for e in entries if known(e, heads)])


def _refuse_other_tables(ws: Workspace, register: Register, as_of: date, lists: Sequence[str]) -> None:
    """The tables and the ledger must count alike."""
    if len(lists) != 1:
        return
    there = {f.name: f.counted for f in figures(ws, as_of=as_of, list_name=lists[0]).figures}
    wrong = [f.title for f in count(register, as_of=as_of, lists=lists) if there.get(f.name, f.counted) != f.counted]
    if wrong:
        raise Refused(
            f"The tables do not say what the ledger says: {', '.join(wrong)}.",
            "Something changed without an entry: run `habeas verify`, then `habeas rebuild`.",
        )


def _held_against_the_last(
    ws: Workspace, earlier: Sequence[Frozen], edition: Edition, entries: Sequence[Entry]
) -> Compared | None:
    last = next((e for e in reversed(earlier) if set(e.lists) == set(edition.lists)), None)
    if last is None:
        return None
    before = from_bytes(ws.vault.get(last.sha256))
    broken = follows(before, fold([e for e in entries if known(e, before.heads)]))
    if broken:
        raise Refused(
            f"The edition {last.name} does not follow from the ledger any more: {', '.join(broken)}.",
            "Something changed without an entry: run `habeas verify` and compare with a backup.",
        )
    since = compare_own(before, edition, entries)
    if since.unexplained:
        names = ", ".join(x.name for x in since.unexplained)
        raise Refused(
            f"Nobody leaves a list without a stated reason; of these none is stated: {names}.",
            'State it: `habeas recognise NAME --step left --reason "..."`, or why a claim was withdrawn.',
        )
    return since
