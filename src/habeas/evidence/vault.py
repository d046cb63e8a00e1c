"""The vault: captured bytes, kept once under their SHA-256, never under a name that someone chose.

`ab/abcdef...` holds the bytes whose SHA-256 is `abcdef...`. What is being received lies in `incoming` and takes its
place in one renaming, so that a file under a hash is always whole.
"""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from habeas.errors import HabeasError
from habeas.evidence.durable import private_folder, sync_folder

_SHA256 = re.compile(r"[0-9a-f]{64}")
_CHUNK = 1 << 20


class SourceMissing(HabeasError):
    """No bytes are kept under this hash."""

    exit_code = 3


class SourceAltered(HabeasError):
    """What is kept under this hash are other bytes."""

    exit_code = 5


@dataclass(frozen=True, slots=True)
class VaultReport:
    """`whole` counts sound sources; `missing`, `altered` and `unexpected` are their hashes, in order.

    `unfinished` names what interrupted captures left in `incoming`.
    """

    whole: int
    missing: tuple[str, ...]
    altered: tuple[str, ...]
    unexpected: tuple[str, ...]
    unfinished: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """True when every expected source is there, unaltered."""
        return not self.missing and not self.altered


class Vault:
    """Content-addressed bytes in a folder that only its owner may read. Made when it is not there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Keeps the bytes durably and returns their SHA-256. Bytes that are kept already are not kept again."""
        return self.put_stream((data,))

    def put_stream(self, chunks: Iterable[bytes]) -> str:
        """`put` for bytes that come in pieces; they need not fit into memory. An exception leaves nothing behind."""
        incoming = self._folder / "incoming"
        private_folder(self._folder)
        private_folder(incoming)
        handle, name = tempfile.mkstemp(dir=incoming)
        received = Path(name)
        try:
            digest = _receive(handle, chunks)
            self._place(received, digest)
        finally:
            received.unlink(missing_ok=True)
        return digest

    def get(self, sha256: str) -> bytes:
        """The bytes, hashed again before they are handed out. Raises `SourceMissing` or `SourceAltered`."""
        try:
            data = self._path(sha256).read_bytes()
        except FileNotFoundError:
            raise SourceMissing(f"The vault holds no source {sha256}.", "Restore it from a backup.") from None
        if hashlib.sha256(data).hexdigest() != sha256:
            raise SourceAltered(
                f"Source {sha256} was altered in the vault.", "Restore it from a backup, or add it again."
            )
        return data

    def has(self, sha256: str) -> bool:
        """Whether something is kept under this hash; `get` and `verify` say whether it is sound."""
        return self._path(sha256).is_file()

    def hashes(self) -> Iterator[str]:
        """Every hash under which something is kept, in order."""
        for path in sorted(self._folder.glob("[0-9a-f][0-9a-f]/*")):
            if _SHA256.fullmatch(path.name) and path.name[:2] == path.parent.name:
                yield path.name

    def remove(self, sha256: str) -> None:
        """Removes bytes that the law says must go. Nothing happens when they are gone already."""
        path = self._path(sha256)
        if path.exists():
            path.unlink()
            sync_folder(path.parent)

    def verify(self, expected: Iterable[str]) -> VaultReport:
        """Hashes everything again and holds it against the sources that should be here."""
        wanted, held = set(expected), set(self.hashes())
        altered = {sha256 for sha256 in held if _hash_file(self._path(sha256)) != sha256}
        incoming = self._folder / "incoming"
        unfinished = sorted(p.name for p in incoming.iterdir()) if incoming.is_dir() else []
        return VaultReport(
            whole=len((wanted & held) - altered),
            missing=tuple(sorted(wanted - held)),
            altered=tuple(sorted(altered)),
            unexpected=tuple(sorted(held - wanted)),
            unfinished=tuple(unfinished),
        )

    def _path(self, sha256: str) -> Path:
        if not _SHA256.fullmatch(sha256):
            raise SourceMissing(f"{sha256!r} is no SHA-256.", "A source is named by 64 hex digits.")
        return self._folder / sha256[:2] / sha256

    def _place(self, received: Path, digest: str) -> None:
        """Moves received bytes to their hash. Sound bytes that lie there stay; altered ones give way."""
        path = self._path(digest)
        if path.is_file() and _hash_file(path) == digest:
            return
        private_folder(path.parent)
        received.replace(path)
        sync_folder(path.parent)
        sync_folder(self._folder)


def _receive(handle: int, chunks: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    with os.fdopen(handle, "wb") as file:
        for chunk in chunks:
            digest.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest()


def _hash_file(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
