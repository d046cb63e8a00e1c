"""The vault keeps bytes once, under their hash, and says when they are no longer those bytes."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from habeas.evidence import SourceAltered, SourceMissing, Vault, VaultReport


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault")


def kept(vault_folder: Path) -> list[str]:
    return sorted(str(p.relative_to(vault_folder)) for p in vault_folder.rglob("*") if p.is_file())


def test_bytes_come_back(vault: Vault) -> None:
    digest = vault.put(b"the source\r\n")
    assert digest == hashlib.sha256(b"the source\r\n").hexdigest()
    assert vault.get(digest) == b"the source\r\n"
    assert vault.has(digest)


def test_the_same_bytes_are_kept_once_and_under_no_other_name(vault: Vault, tmp_path: Path) -> None:
    first, second = vault.put(b"twice"), vault.put_stream([b"tw", b"", b"ice"])
    assert first == second
    assert kept(tmp_path / "vault") == [f"{first[:2]}/{first}"]


def test_only_the_owner_may_look(vault: Vault, tmp_path: Path) -> None:
    digest = vault.put(b"private")
    modes = {str(p.relative_to(tmp_path)): stat.S_IMODE(p.stat().st_mode) for p in (tmp_path / "vault").rglob("*")}
    assert modes == {"vault/incoming": 0o700, f"vault/{digest[:2]}": 0o700, f"vault/{digest[:2]}/{digest}": 0o600}
    assert stat.S_IMODE((tmp_path / "vault").stat().st_mode) == 0o700


def test_an_interrupted_capture_leaves_nothing(vault: Vault, tmp_path: Path) -> None:
    def cut() -> Iterator[bytes]:
        yield b"half of "
        raise ConnectionError

    with pytest.raises(ConnectionError):
        vault.put_stream(cut())
    assert kept(tmp_path / "vault") == []


def test_altered_bytes_are_not_handed_out(vault: Vault, tmp_path: Path) -> None:
    digest = vault.put(b"true")
    (tmp_path / "vault" / digest[:2] / digest).write_bytes(b"trve")
    with pytest.raises(SourceAltered) as refused:
        vault.get(digest)
    assert refused.value.exit_code == 5


def test_adding_the_source_again_mends_an_altered_copy(vault: Vault, tmp_path: Path) -> None:
    digest = vault.put(b"true")
    (tmp_path / "vault" / digest[:2] / digest).write_bytes(b"")
    vault.put(b"true")
    assert vault.get(digest) == b"true"


@pytest.mark.parametrize("name", ["0" * 64, "../../etc/passwd", "", "ABC"])
def test_what_is_not_there_is_missing(vault: Vault, name: str) -> None:
    with pytest.raises(SourceMissing) as refused:
        vault.get(name)
    assert refused.value.exit_code == 3


def test_verify_names_missing_altered_unexpected_and_unfinished(vault: Vault, tmp_path: Path) -> None:
    whole, altered, gone, extra = (vault.put(word) for word in (b"whole", b"altered", b"gone", b"extra"))
    (tmp_path / "vault" / altered[:2] / altered).write_bytes(b"other")
    (tmp_path / "vault" / "incoming" / "tmp123").write_bytes(b"ha")
    vault.remove(gone)
    report = vault.verify([whole, altered, gone])
    assert report == VaultReport(1, (gone,), (altered,), (extra,), ("tmp123",))
    assert not report.sound
    assert vault.verify([whole, extra]).missing == ()


def test_an_empty_vault_verifies_and_is_not_made(vault: Vault, tmp_path: Path) -> None:
    assert vault.verify([]) == VaultReport(0, (), (), (), ())
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.binary(max_size=40), max_size=8))
def test_any_bytes_any_order(tmp_path: Path, items: list[bytes]) -> None:
    vault = Vault(tmp_path / "any")
    digests = [vault.put(item) for item in items]
    assert [vault.get(d) for d in digests] == items
    assert vault.verify(digests).sound
