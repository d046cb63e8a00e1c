"""Frozen entries: a header without personal data, and a body apart that can be erased while the headers verify."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from habeas.ledger.canonical import canonical

VERSION = 1
GENESIS = "0" * 64
"""`prev` of the first entry of a feed, and the hash of an empty feed's head."""
SALT_BYTES = 16
HEADER_FIELDS = ("v", "feed", "seq", "prev", "at", "actor_key", "action", "commit", "idempotency_key")
BODY_FIELDS = ("subjects", "author", "level", "content", "salt")
_HEX = re.compile(r"[0-9a-f]+")


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry of a feed: its number and its hash. An empty feed has 0 and `GENESIS`."""

    feed: str
    seq: int
    hash: str

    @classmethod
    def empty(cls, feed: str) -> Head:
        """The head of a feed without entries."""
        return cls(feed, 0, GENESIS)


@dataclass(frozen=True, slots=True)
class Header:
    """What is chained. `seq` counts from 1 without gaps, `prev` is the hash of the header before, `at` is UTC ISO 8601.

    `actor_key` and `idempotency_key` are opaque: no name, no hash of a name. `commit` binds the body.
    """

    v: int
    feed: str
    seq: int
    prev: str
    at: str
    actor_key: str
    action: str
    commit: str
    idempotency_key: str

    def to_json(self) -> dict[str, Any]:
        """The nine fields as a JSON object."""
        return {
            "v": self.v, "feed": self.feed, "seq": self.seq, "prev": self.prev, "at": self.at,
            "actor_key": self.actor_key, "action": self.action, "commit": self.commit,
            "idempotency_key": self.idempotency_key,
        }  # fmt: skip

    @property
    def hash(self) -> str:
        """SHA-256, in hex, over the byte 0x02 and the canonical JSON of the nine fields."""
        return hashlib.sha256(b"\x02" + canonical(self.to_json())).hexdigest()

    def line(self) -> bytes:
        """How a header is stored: canonical JSON of the nine fields and their `hash`, without line end."""
        return canonical({**self.to_json(), "hash": self.hash})

    @classmethod
    def from_line(cls, line: bytes) -> Header:
        """Reads `line()`. Raises ValueError when it is not byte for byte what `line()` would write."""
        raw = json.loads(line.decode())
        if not isinstance(raw, dict) or raw.keys() != {*HEADER_FIELDS, "hash"}:
            raise ValueError("not the fields of a header")
        if type(raw["v"]) is not int or raw["v"] != VERSION or type(raw["seq"]) is not int or raw["seq"] < 1:
            raise ValueError("not the numbers of a header")
        if not all(type(raw[f]) is str for f in (*HEADER_FIELDS, "hash") if f not in ("v", "seq")):
            raise ValueError("not the texts of a header")
        # In a canonical line the hash stands once, unescaped; without it the line is what the hash was taken over.
        hashed = line.replace(b'"hash":"%s",' % raw["hash"].encode(), b"", 1)
        if canonical(raw) != line or hashlib.sha256(b"\x02" + hashed).hexdigest() != raw["hash"]:
            raise ValueError("the hash of the line is not that of its fields")
        return cls(*(raw[f] for f in HEADER_FIELDS))


@dataclass(frozen=True, slots=True)
class Body:
    """What was done, by whom and about whom. `salt` is 16 random bytes; `level` runs from 0 (public) to 4 (sealed)."""

    subjects: tuple[str, ...]
    author: str
    level: int
    content: Mapping[str, Any]
    salt: bytes

    def said(self) -> bytes:
        """The canonical JSON of everything but the salt: what a commitment covers."""
        return canonical(self._said())

    @property
    def commit(self) -> str:
        """SHA-256, in hex, over the 16 bytes of the salt and `said()`."""
        return hashlib.sha256(self.salt + self.said()).hexdigest()

    def text(self) -> bytes:
        """How a body is stored: canonical JSON of its five fields, the salt in hex."""
        return canonical({**self._said(), "salt": self.salt.hex()})

    def _said(self) -> dict[str, Any]:
        return {"subjects": self.subjects, "author": self.author, "level": self.level, "content": self.content}

    @classmethod
    def from_text(cls, text: bytes) -> Body:
        """Reads `text()`. Raises ValueError when it is no body, or not written canonically."""
        raw = json.loads(text.decode())
        if not isinstance(raw, dict) or raw.keys() != set(BODY_FIELDS) or not isinstance(raw["content"], dict):
            raise ValueError("not the fields of a body")
        subjects, salt = raw["subjects"], raw["salt"]
        if type(salt) is not str or len(salt) != 2 * SALT_BYTES or not _HEX.fullmatch(salt):
            raise ValueError("not the salt of a body")
        if not isinstance(subjects, list) or not all(type(s) is str for s in subjects):
            raise ValueError("not the subjects of a body")
        if type(raw["author"]) is not str or type(raw["level"]) is not int or canonical(raw) != text:
            raise ValueError("not a body in canonical form")
        return cls(tuple(subjects), raw["author"], raw["level"], raw["content"], bytes.fromhex(salt))


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of a feed. `body` is None once it was erased by rule."""

    header: Header
    body: Body | None

    @property
    def id(self) -> str:
        """`feed:seq`, how other entries and pages name it."""
        return f"{self.header.feed}:{self.header.seq}"

    @property
    def action(self) -> str:
        """The header's action."""
        return self.header.action

    @property
    def head(self) -> Head:
        """The feed's head when this entry was its last."""
        return Head(self.header.feed, self.header.seq, self.header.hash)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a caller wants appended. `actor_key` is the opaque key of the member, `author` their name or member id.

    Repeating a draft under one `idempotency_key` adds nothing. Give a random one and keep it for the retry; left empty,
    it is taken from the salted commitment, so that every append is a new entry.
    """

    action: str
    actor_key: str
    author: str
    content: Mapping[str, Any]
    subjects: tuple[str, ...] = ()
    level: int = 2
    idempotency_key: str = ""
