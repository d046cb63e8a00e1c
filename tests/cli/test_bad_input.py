"""Every bad input: one line with the cause and the next step, the exit code of its kind, nothing changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.shell import DAY, HERE, MEMBER, done, habeas, refused, tree

BYTES = {
    "empty.txt": (b"", "empty.txt is empty. Check that the download or copy was complete."),
    "letterless.txt": (b"... 1 2 3\n", "letterless.txt holds no letters. Check that it is the file that you meant."),
    "report.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", None),
    "noise.bin": (bytes(range(256)) * 8, None),
    "koi.txt": ("Список политических заключённых Казахстана.\n".encode("koi8-r") * 20, None),
}


@pytest.mark.parametrize(
    "command", [("add", "--by", MEMBER), ("read",), ("read", "--json"), ("check",), ("check", "--json")]
)
@pytest.mark.parametrize("name", list(BYTES))
def test_a_file_that_is_no_text(read: Path, name: str, command: tuple[str, ...]) -> None:
    (read.parent / name).write_bytes(BYTES[name][0])
    word, *options = command
    said = refused(word, str(read.parent / name), *options, cwd=read, code=2)
    assert said.startswith(name)
    assert said == (BYTES[name][1] or said)


@pytest.mark.parametrize("command", [("add", "--by", MEMBER), ("read", "--json"), ("check",)])
def test_a_file_that_is_missing_a_folder_or_too_large(read: Path, command: tuple[str, ...]) -> None:
    word, *options = command
    large = read.parent / "large.txt"
    with large.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    missing = read.parent / "none.txt"
    assert refused(word, str(missing), *options, cwd=read, code=2) == (
        f"There is no file {missing}. Check the name and the folder."
    )
    assert refused(word, str(read.parent), *options, cwd=read, code=2) == (
        f"{read.parent} is a folder. Name one file in it."
    )
    assert refused(word, str(large), *options, cwd=read, code=2) == (
        f"{large} has 200.0 MB; the limit is 20.0 MB. Split it, or add only the text of it."
    )


def test_the_first_of_two_files_is_kept_when_the_second_is_bad(read: Path) -> None:
    (read.parent / "good.txt").write_text("A short note about nobody in particular.\n", "utf-8")
    said = habeas("add", str(read.parent / "good.txt"), str(read.parent / "none.txt"), "--by", MEMBER, cwd=read)
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert said.out.startswith("Archived 'A short note about nobody in particular.'")
    assert len(done("sources", cwd=read).lines) == 3


@pytest.mark.parametrize("codes", ["xx", "en,,ru", "../ru"])
def test_a_language_of_the_site_that_is_none(read: Path, codes: str) -> None:
    said = refused("site", "../site", "--language", codes, cwd=read, code=2)
    assert said.endswith("Languages are en, ru, kk.")
    assert not (read.parent / "site").exists()


def test_a_text_without_persons(read: Path) -> None:
    note = read.parent / "note.txt"
    note.write_text("The weather was fine on Monday. Rain fell on Tuesday.\n", "utf-8")
    assert done("read", str(note), cwd=read).lines[0] == "No people were found in this text."
    done("add", str(note), "--by", MEMBER, cwd=read)
    assert "  No people were found in this text." in done("read", cwd=read).lines


ASKED_WRONGLY = {
    "as-of that day does not exist": (("list", "--as-of", "2020-02-31"), 2, "'2020-02-31' is no date"),
    "as-of a year": (("figures", "--as-of", "2020"), 2, "'2020' is not one day."),
    "known-at no time": (("figures", "--known-at", "yesterday"), 2, "'yesterday' is no time."),
    "known-at that day does not exist": (("list", "--known-at", "2020-02-31"), 2, "'2020-02-31' is no "),
    "an unknown status": (("list", "--status", "jail"), 2, "'jail' is no status."),
    "json and csv": (("list", "--json", "--csv"), 2, "--json and --csv do not go together."),
    "an unknown figure": (("figures", "prisoners"), 2, "There is no figure 'prisoners'."),
    "an unknown audience": (("figures", "--audience", "all"), 2, "'all' is no audience."),
    "an audience that is none": (("person", "Ada", "--audience", "all"), 2, "'all' is no audience."),
    "an unknown person": (("person", "Nobody"), 3, "There is no person 'Nobody' in the register."),
    "an ambiguous name": (("person", "Reedov"), 3, "2 people fit 'Reedov'"),
    "an unknown id": (("history", "f-0000000000"), 3, "The ledger says nothing about 'f-0000000000'."),
    "an unknown kind": (("proposals", "--kind", "sentense"), 2, "'sentense' is no claim kind."),
    "accepting an unknown kind": (("accept", "--kind", "x", "--by", MEMBER), 2, "'x' is no claim kind."),
    "accepting nothing": (("accept", "--by", MEMBER), 2, "Nothing says what to accept."),
    "accepting everything and one": (("accept", "c-1", "--all", "--by", MEMBER), 2, "--all and single ids"),
    "an unknown proposal": (("accept", "c-0000000000", "--by", MEMBER), 3, "There is no proposal c-0000000000."),
    "an unknown member": (("accept", "--all", "--by", "Nobody"), 3, "There is no member 'Nobody'."),
    "a member unknown to add": (("add", str(HERE / "report.md"), "--by", "Nobody"), 3, "There is no member 'Nobody'."),
    "a nameless member": (("member", "add", "  "), 2, "A member needs a name."),
    "withdrawing what is not": (("withdraw", "f-1", "--by", MEMBER, "--why", "x"), 3, "There is no fact f-1."),
    "undoing what is not": (("undo", "999", "--by", MEMBER, "--why", "x"), 3, "There is no entry 999."),
    "correcting nothing": (("correct", "c-1", "--by", MEMBER, "--why", "x"), 2, "Nothing is to be corrected."),
    "no field=value": (("correct", "c-1", "--set", "length", "--by", MEMBER, "--why", "x"), 2, "'length' is no field="),
    "joining one": (("same", "r-1", "--by", MEMBER, "--why", "x"), 2, ""),
    "joining unknown people": (("same", "r-1", "r-2", "--by", MEMBER, "--why", "x"), 3, ""),
    "releasing nothing": (("release", "--level", "0", "--basis", "source:0", "--by", MEMBER), 2, "Nothing says"),
    "releasing without a basis": (
        ("release", "--kind", "sentence", "--level", "0", "--basis", "none", "--by", MEMBER), 7, "'none' is no basis"),
    "a level that is none": (
        ("release", "f-1", "--level", "9", "--basis", "source:0", "--by", MEMBER), 2, "Invalid value for '--level'"),
    "a basis that is none": (("mandate", "withdraw", "mandate:k", "--by", MEMBER, "--why", "x"), 7, "'mandate:k'"),
    "recognising with a bad step": (
        ("recognise", "Ada", "--step", "joined", "--reason", "x", "--by", MEMBER), 2, ""),
    "recognising since no day": (
        ("recognise", "Ada", "--when", "2020-02-31", "--reason", "x", "--by", MEMBER), 2, "'2020-02-31' is no date"),
    "erasing nothing": (("erase", "--ground", "x", "--by", MEMBER), 2, "Nothing says what to erase."),
    "an article in two codes": (("law", "176"), 3, "Article 176 cannot be told:"),
    "an unknown article": (("law", "9999"), 3, "Article 9999 is not found:"),
    "no article": (("law", "theft"), 2, "'theft' has no article number."),
    "an article on no day": (("law", "176", "--on", "2010-02-31"), 2, "'2010-02-31' is no date"),
    "a country without a pack": (("law", "176", "--country", "xx"), 3, "There is no law pack for 'xx'."),
    "an unknown word": (("vocabulary", "sentense"), 2, "'sentense' is no claim kind."),
    "an unwritable page": (("report", "list", "-o", "/nonexistent/x.html"), 2, "/nonexistent/x.html could not"),
    "a page for nobody": (("report", "list", "-o", "x.html", "--audience", "all"), 2, "'all' is no audience."),
    "an unwritable backup": (("backup", "/nonexistent/x.habeas"), 2, "/nonexistent/x.habeas cannot be written"),
    "a backup over something": (("backup", "habeas.toml"), 2, ""),
    "restoring no backup": (("restore", "habeas.toml", "../back"), 2, ""),
    "restoring nothing": (("restore", "none.habeas", "../back"), 2, ""),
    "decisions that are none": (("replay", "habeas.toml", "--by", MEMBER), 2, ""),
    "a mistyped command": (("figurs",), 2, "No such command 'figurs'. Did you mean 'figures'?"),
    "a mistyped option": (("list", "--asof", "2020-01-01"), 2, "No such option: --asof"),
    "a missing option": (("accept", "--all"), 2, "Missing option '--by'."),
}  # fmt: skip


@pytest.mark.parametrize("case", list(ASKED_WRONGLY))
def test_asked_wrongly(office: Path, case: str) -> None:
    words, code, cause = ASKED_WRONGLY[case]
    said = refused(*words, cwd=office, code=code)
    assert said[: len(cause)] == cause
    assert not (office.parent / "back").exists()


def test_a_wrong_field_of_a_correction_changes_nothing(read: Path) -> None:
    claim = done("proposals", "--person", "Holmov", cwd=read).out.split()[0]
    for field in ("length=seven years", "penalty=jail", "colour=red"):
        refused("correct", claim, "--set", field, "--by", MEMBER, "--why", "x", cwd=read, code=2)


def test_erasing_asks_first_and_no_means_no(office: Path) -> None:
    before = tree(office)
    said = habeas("erase", "--person", "Holmov", "--ground", "x", "--by", MEMBER, cwd=office, typed="n\n")
    assert (said.code, said.err) == (1, "habeas: Stopped, and nothing more was done.\n")
    assert tree(office) == before


NO_WORKSPACE = [
    ("list",), ("figures",), ("read",), ("verify",), ("sources",), ("member", "list"), ("person", "X"), ("conflicts",),
]  # fmt: skip


@pytest.mark.parametrize("words", NO_WORKSPACE, ids=lambda w: w[0])
def test_no_workspace(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert refused(*words, cwd=tmp_path, code=4) == (
        f"There is no workspace in {tmp_path} or above it. Make one with `habeas new NAME`, then enter it."
    )


def test_a_workspace_over_another(office: Path) -> None:
    assert refused("new", str(office), cwd=office, code=4).startswith(f"{office} is there already and is not empty.")


def test_a_file_does_the_work_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "list").write_text("x")
    assert refused("new", "list", cwd=tmp_path, code=4).startswith(f"{tmp_path}/list is there already")


BROKEN = {
    "no database": ("register.sqlite3", None, "lacks register.sqlite3"),
    "a database of noise": ("register.sqlite3", b"no database at all " * 100, ""),
    "an empty database": ("register.sqlite3", b"", ""),
    "no configuration": ("habeas.toml", b"= =", "cannot be read"),
    "a newer version": (
        "habeas.toml",
        b'format = 99\nname = "x"\nfeed = "0"\njournal = "wal"\n',
        "A newer Habeas wrote",
    ),
    "an unknown journal mode": (
        "habeas.toml",
        b'format = 1\nname = "x"\nfeed = "0"\njournal = "off"\n',
        "journal mode",
    ),
}


@pytest.mark.parametrize("case", list(BROKEN))
def test_a_broken_workspace(office: Path, case: str) -> None:
    name, content, cause = BROKEN[case]
    for beside in office.glob("register.sqlite3-*"):
        beside.unlink()
    (office / name).unlink()
    if content is not None:
        (office / name).write_bytes(content)
    said = refused("list", "--as-of", DAY, cwd=office, code=4)
    assert cause in said


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://127.0.0.1:9/", "127.0.0.1 leads to 127.0.0.1, which is no public address. "),
        ("http://2130706433/", "2130706433 is an IP address in disguise. "),
        ("file:///etc/passwd", "Addresses that begin with file: are not captured. "),
        ("https://name:word@example.org/", "The address holds a name or a password. "),
    ],
)
def test_an_address_that_may_not_be_captured(read: Path, address: str, said: str) -> None:
    assert refused("add", address, "--by", MEMBER, cwd=read, code=7).startswith(said)
