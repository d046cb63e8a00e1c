"""Canonical JSON by RFC 8785: the one form of a value that hashes are taken over.

`rfc8785` is the authority. Nearly every value of the ledger lies in a plain set for which the standard library's
encoder gives the same bytes many times faster; the rest goes to `rfc8785`. `tests/ledger/test_canonical.py` holds both
together.
"""

from __future__ import annotations

import json
from typing import Any

import rfc8785

from habeas.errors import HabeasError

MAX_INTEGER = 2**53 - 1


class NotCanonical(HabeasError, ValueError):
    """The value has no canonical JSON: not a number, an integer beyond 2^53, a lone surrogate, or no JSON at all."""

    exit_code = 2


_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, check_circular=False).encode


def canonical(value: Any) -> bytes:
    """The RFC 8785 bytes of a JSON value (tuples count as arrays). Raises `NotCanonical` when there are none."""
    try:
        return _encode(value).encode() if _plain(value) else rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError, RecursionError) as error:
        cause = f"This value cannot stand in the ledger: {error}."
        raise NotCanonical(cause, "Use text, whole numbers, lists and objects.") from error


def _plain(value: Any) -> bool:
    """True when the standard encoder and RFC 8785 certainly agree on the value.

    They part on floats that either would write without a point or with an exponent, on integers beyond 2^53 and on keys
    outside ASCII (RFC 8785 sorts keys by UTF-16 code units).
    """
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return True
    if kind is int:
        return bool(-MAX_INTEGER <= value <= MAX_INTEGER)
    if kind is float:
        return bool(1e-4 <= abs(value) < 1e15 and not value.is_integer())
    if kind is dict:
        # Written out: a generator here, or a call for each text, doubles what an append costs.
        for key, held in value.items():
            if type(key) is not str or not key.isascii() or (type(held) is not str and not _plain(held)):
                return False
        return True
    if kind is list or kind is tuple:
        return all(type(held) is str or _plain(held) for held in value)
    return False
