"""Each command does its work in a workspace on a small invented report, and says so in few lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from check.test_schemas import faults
from cli.shell import DAY, HERE, MEMBER, done

IDS = {"Ada Mossova": "r-0967b78470", "Boris Reedov": "r-e37628a8b9", "Clara Reedov": "r-b8a86a0a66"}


def person(office: Path, name: str) -> dict[str, Any]:
    said = done("person", name, "--as-of", DAY, "--json", cwd=office)
    return dict(json.loads(said.out)["person"])


def prison(office: Path, name: str) -> str:
    """The id of the fact that holds someone's sentence."""
    (fact,) = [f["id"] for f in person(office, name)["facts"] if f["kind"] == "sentence"]
    return str(fact)


def figure(office: Path, name: str, *more: str) -> dict[str, Any]:
    said = done("figures", name, "--as-of", DAY, "--json", *more, cwd=office)
    return dict(json.loads(said.out)["figures"][0])


def test_new_says_what_comes_next(tmp_path: Path) -> None:
    said = done("new", "list", cwd=tmp_path)
    assert said.lines == [f"Made the workspace {tmp_path}/list.", 'Next: cd list && habeas member add "YOUR NAME"']
    assert sorted(p.name for p in (tmp_path / "list").iterdir())[:3] == ["habeas.toml", "register.sqlite3", "vault"]


def test_the_site_in_several_languages(office: Path) -> None:
    named = done("site", "../site", "--as-of", DAY, "--language", "ru,en", "--language", "kk", cwd=office)
    assert named.lines[0].endswith("In ru, en, kk.")
    pages = [(office.parent / "site" / f / "index.html").read_text("utf-8")[16:32] for f in ("", "en", "kk")]
    assert pages == [f'<html lang="{code}" ' for code in ("ru", "en", "kk")]
    again = done("site", "../site", "--as-of", DAY, "--language", "ru,en,kk", cwd=office)
    assert again.lines[1].startswith("0 are new or changed, 0 went.")


def test_a_workspace_says_in_which_languages_its_site_is(tmp_path: Path) -> None:
    done("new", "list", "--language", "kk,ru", cwd=tmp_path)
    said = done("site", "../site", cwd=tmp_path / "list")
    assert said.lines[0].endswith("In kk, ru.")
    assert '<html lang="kk"' in (tmp_path / "site" / "index.html").read_text("utf-8")


def test_members(read: Path) -> None:
    done("member", "add", "B. Second", "--by", MEMBER, cwd=read)
    assert [line.split("  ")[-1] for line in done("member", "list", cwd=read).lines] == ["name", MEMBER, "B. Second"]


def test_a_file_added_twice_changes_nothing(read: Path) -> None:
    said = done("add", str(HERE / "report.md"), "--by", MEMBER, cwd=read)
    assert said.lines[0] == "Already archived, nothing changed: 'People prosecuted in Lorn' (en, 848 characters)."
    assert len(done("sources", cwd=read).lines) == 2


def test_reading_twice_proposes_nothing_new(read: Path) -> None:
    said = done("read", cwd=read)
    assert said.lines[0] == "People prosecuted in Lorn: 4 people, 0 new proposals, 21 known before."


def test_proposals_show_the_passage(read: Path) -> None:
    said = done("proposals", "--person", "Holmov", cwd=read)
    assert said.lines[0].endswith("Stefan Holmov — Sentence: imprisonment, 7 years; 6 June 2020")
    assert "“sentenced to 7 years in prison" in said.lines[1]
    assert len(said.lines) == 2


def test_accept_by_filter_is_bulk_and_leaves_the_rest_open(read: Path) -> None:
    said = done("accept", "--kind", "sentence", "--by", MEMBER, cwd=read)
    assert said.lines[0] == f"Accepted 4 claims on 4 people, supporting 4 facts, in bulk, signed by {MEMBER}."
    assert len(done("proposals", "--kind", "sentence", cwd=read).lines) == 1
    assert "(bulk)" in done("history", prison(read, "Ada"), cwd=read).out


def test_reject_keeps_a_proposal_from_being_asked_again(read: Path) -> None:
    said = done("reject", "--person", "Holmov", "--why", "not ours", "--by", MEMBER, cwd=read)
    assert said.lines == [f"Rejected 1 proposals, signed by {MEMBER}."]
    done("read", cwd=read)
    assert done("proposals", "--person", "Holmov", cwd=read).lines == ["No open proposal fits."]


def test_list_groups_by_status_and_names_who_is_held_beside_it(office: Path) -> None:
    lines = done("list", "--as-of", DAY, cwd=office).lines
    assert [line for line in lines if line and not line.startswith(" ")][:2] == [
        "In prison: 2",
        "Under restriction of liberty: 1",
    ]
    assert lines[-4].startswith("3 people listed as of 1 March 2021, as known at ")
    assert lines[-2] == "List: People prosecuted in Lorn."
    assert lines[-1].startswith("Held and not recognised, beside the list: 1 — Stefan Holmov (r-")


def test_a_narrow_terminal_shortens_the_category_alone(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "57")
    lines = done("list", "--as-of", DAY, cwd=office).lines
    assert [line for line in lines if "Mossova" in line] == [
        "  Ada Mossova   r-0967b78470  7      Persons in detention"
    ]
    monkeypatch.setenv("COLUMNS", "50")
    lines = done("list", "--as-of", DAY, cwd=office).lines
    assert [line for line in lines if "Mossova" in line] == ["  Ada Mossova   r-0967b78470  7      Persons in d…"]


def test_list_as_json(office: Path) -> None:
    value = json.loads(done("list", "--as-of", DAY, "--json", cwd=office).out)
    assert {p["name"]: (p["id"], p["states"]) for p in value["people"]} == {
        "Ada Mossova": (IDS["Ada Mossova"], ["in_prison"]),
        "Boris Reedov": (IDS["Boris Reedov"], ["in_prison"]),
        "Clara Reedov": (IDS["Clara Reedov"], ["restriction"]),
    }
    assert [p["name"] for p in value["held_not_recognised"]] == ["Stefan Holmov"]
    assert value["as_of"] == DAY
    assert faults("figures", {k: value[k] for k in ("as_of", "known_at", "figures")}) == []


def test_list_as_csv_is_whole(office: Path) -> None:
    said = done("list", "--as-of", DAY, "--csv", "--status", "restriction", cwd=office)
    source = json.loads(done("read", str(HERE / "report.md"), "--json", cwd=office).out)["document"]["sha256"]
    assert said.out == (
        "id,name,states,listed,categories,facts,claims,disputed,documents\n"
        f"{IDS['Clara Reedov']},Clara Reedov,restriction,yes,Persons under restriction,5,5,0,{source}\n"
    )


def test_person_shows_each_fact_with_passage_source_and_decision(office: Path) -> None:
    lines = done("person", "Mossova", "--as-of", DAY, cwd=office).lines
    assert lines[0] == f"Ada Mossova  [{IDS['Ada Mossova']}]"
    assert lines[2] == "On 1 March 2021: in prison"
    assert lines[3].strip().startswith("because of Sentence: imprisonment, 8 years; 4 May 2020 [f-")
    assert lines[4] == "On the list that day, under: Persons in detention"
    at = next(
        n for n, line in enumerate(lines) if line.startswith("Ill-treatment: beating, guards; June 2020 (alleged)")
    )
    assert lines[at + 1].endswith(" (alleged; says: defence)")
    assert lines[at + 2].strip().startswith("[1] characters ")
    assert lines[-1].strip().startswith("[1] People prosecuted in Lorn, SHA-256 ")


def test_figures_match_their_schema_and_name_whom_they_count(office: Path) -> None:
    assert faults("figures", json.loads(done("figures", "--as-of", DAY, "--json", cwd=office).out)) == []
    prisoners = figure(office, "political_prisoners")
    assert (prisoners["value"], prisoners["counted"]) == (2, sorted((IDS["Ada Mossova"], IDS["Boris Reedov"])))
    lines = done("figures", "political_prisoners", "--names", "--as-of", DAY, cwd=office).lines
    assert lines[3] == "       2  Political prisoners (persons)  [political_prisoners]"
    assert lines[4].strip().startswith("Rule: People whom the list holds and who are held on the date")
    assert "Ada Mossova (r-" in lines[5]


def test_as_of_a_day_before_the_verdict(office: Path) -> None:
    rows = json.loads(done("list", "--everyone", "--as-of", "2020-05-04", "--json", cwd=office).out)["people"]
    assert {p["name"]: p["states"] for p in rows}["Boris Reedov"] != ["in_prison"]
    assert {p["name"]: p["states"] for p in rows}["Ada Mossova"] == ["in_prison"]


def test_withdrawing_a_sentence_says_which_figure_falls_and_who_leaves(office: Path) -> None:
    fact = prison(office, "Boris")
    said = done("withdraw", fact, "--by", MEMBER, "--why", "another court", "--as-of", DAY, cwd=office)
    assert [line for line in said.lines if "political_prisoners" in line] == [
        "  political_prisoners on 2021-03-01: 2 → 1 (no longer: Boris Reedov)"
    ]
    assert figure(office, "political_prisoners")["counted"] == [IDS["Ada Mossova"]]


def test_undo_gives_a_withdrawn_fact_back(office: Path) -> None:
    fact = prison(office, "Boris")
    said = done("withdraw", fact, "--by", MEMBER, "--why", "wrong", "--as-of", DAY, cwd=office)
    entry = said.lines[0].split("(")[1].split(")")[0]
    done("undo", entry, "--by", MEMBER, "--why", "it was right", cwd=office)
    assert figure(office, "political_prisoners")["value"] == 2


def test_known_at_a_time_before_the_withdrawal(office: Path) -> None:
    known = figure_time(office)
    done("withdraw", prison(office, "Boris"), "--by", MEMBER, "--why", "wrong", "--as-of", DAY, cwd=office)
    assert figure(office, "political_prisoners")["value"] == 1
    assert figure(office, "political_prisoners", "--known-at", known)["value"] == 2
    assert figure(office, "listed", "--known-at", "2000-01-01")["value"] == 0


def figure_time(office: Path) -> str:
    said = done("figures", "listed", "--as-of", DAY, "--json", cwd=office)
    return str(json.loads(said.out)["known_at"])


def test_correct_changes_the_claim_and_keeps_the_first_reading(office: Path) -> None:
    (claim,) = [f["claims"][0]["id"] for f in person(office, "Boris")["facts"] if f["kind"] == "sentence"]
    words = ("--set", "length=P9Y6M", "--when", "2020-05-06", "--by", MEMBER, "--why", "misread")
    done("correct", claim, *words, cwd=office)
    (fact,) = [f for f in person(office, "Boris")["facts"] if f["kind"] == "sentence"]
    assert (fact["fields"]["length"], fact["when"], fact["claims"][0]["corrected"]) == ("P9Y6M", "2020-05-06", True)
    actions = [h.split()[5] for h in done("history", claim, cwd=office).lines[1:]]
    assert actions == ["accept", "correct"]


def test_joining_and_splitting_people(office: Path) -> None:
    two = (IDS["Boris Reedov"], IDS["Clara Reedov"])
    done("same", *two, "--by", MEMBER, "--why", "one person", cwd=office)
    assert person(office, two[0])["id"] == person(office, two[1])["id"]
    done("split", two[1], "--by", MEMBER, "--why", "two after all", cwd=office)
    assert person(office, two[1])["id"] == two[1]
    done("different", *two, "--by", MEMBER, "--why", "sister and brother", cwd=office)


def test_recognise_makes_an_own_list(office: Path) -> None:
    words = ("--category", "Helpers", "--when", "2021", "--by", MEMBER, "--reason", "jailed for helping")
    done("recognise", "Holmov", *words, cwd=office)
    lines = done("list", "--as-of", "2022-01-01", "--list", "own", cwd=office).lines
    assert [line.strip().split("  ")[0] for line in lines[2:3]] == ["Stefan Holmov"]


def test_release_on_a_source_then_withdraw_the_basis(office: Path) -> None:
    source = json.loads(done("read", str(HERE / "report.md"), "--json", cwd=office).out)["document"]["sha256"]
    basis = f"source:{source[:16]}"
    done("release", "--kind", "recognition", "--level", "0", "--basis", basis, "--by", MEMBER, cwd=office)
    said = done("release", "--kind", "sentence", "--level", "0", "--basis", basis, "--by", MEMBER, cwd=office)
    assert said.lines[0] == f"4 facts now at level 0 on the basis {basis}, signed by {MEMBER}."
    public = figure(office, "political_prisoners", "--audience", "public")
    assert (public["value"], public["withheld"]) == (2, 0)
    done("mandate", "withdraw", basis, "--by", MEMBER, "--why", "taken offline", cwd=office)
    public = figure(office, "political_prisoners", "--audience", "public")
    assert (public["value"], public["withheld"]) == (0, 2)


def test_release_of_a_sensitive_fact_on_a_mandate(office: Path) -> None:
    words = ("--giver", "Ada Mossova", "--scope", "all", "--purpose", "publish", "--by", MEMBER, "--id", "k-ada")
    said = done("mandate", "add", *words, cwd=office)
    assert said.lines == ["Recorded, sealed (level 4). Facts may be released on it: --basis mandate:k-ada"]
    fact = prison(office, "Ada")
    said = done("release", fact, "--level", "0", "--basis", "mandate:k-ada", "--by", MEMBER, cwd=office)
    assert said.lines == [f"1 fact now at level 0 on the basis mandate:k-ada, signed by {MEMBER}."]


def test_report_list_writes_one_file_for_its_audience(office: Path, tmp_path: Path) -> None:
    said = done("report", "list", "--as-of", DAY, "-o", str(tmp_path / "list.html"), cwd=office)
    assert said.lines == [f"Wrote {tmp_path}/list.html for the audience team, as of {DAY}."]
    page = (tmp_path / "list.html").read_text("utf-8")
    assert (page.count("<title>People of Lorn"), page.count('href="#r-0967b78470"') > 0) == (1, True)


def test_erase_takes_a_person_out_and_the_chain_holds(office: Path) -> None:
    done("erase", "--person", "Holmov", "--ground", "asked to", "--by", MEMBER, "--yes", cwd=office)
    assert done("verify", cwd=office).lines[0].startswith("Whole: ")
    assert "Holmov" not in done("list", "--everyone", "--as-of", DAY, cwd=office).out


def test_verify_and_rebuild(office: Path) -> None:
    assert done("verify", cwd=office).lines[0].startswith("Whole: ")
    assert done("rebuild", cwd=office).lines[-1].endswith("they had been the same.")


def test_backup_and_restore_give_the_same_list(office: Path, tmp_path: Path) -> None:
    done("backup", str(tmp_path / "copy.habeas"), cwd=office)
    done("restore", str(tmp_path / "copy.habeas"), str(tmp_path / "back"), cwd=tmp_path)
    listed = ("list", "--as-of", DAY, "--json")
    assert done(*listed, cwd=tmp_path / "back").out == done(*listed, cwd=office).out


def test_replay_makes_the_decisions_of_a_file(read: Path, tmp_path: Path) -> None:
    claims = json.loads(done("read", str(HERE / "report.md"), "--json", cwd=read).out)["claims"]
    accept, reject, *_ = [c["id"] for c in claims if c["kind"] == "sentence"]
    lines = [json.dumps({"accept": accept}), json.dumps({"reject": reject, "why": "no"})]
    (tmp_path / "decisions.jsonl").write_text("\n".join(lines), "utf-8")
    said = done("replay", str(tmp_path / "decisions.jsonl"), "--by", MEMBER, cwd=read)
    assert said.lines == [f"1 accepted, 0 corrected, 1 rejected, signed by {MEMBER}; 19 left open."]


def test_conflicts_are_none(office: Path) -> None:
    assert done("conflicts", cwd=office).lines == [
        "Nothing waits: no decisions in conflict, nothing unassigned, no fact in dispute."
    ]
