"""Our canonical JSON is RFC 8785: byte for byte what the reference package and the verifier apart write."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

from habeas.ledger import NotCanonical, canonical

spec = importlib.util.spec_from_file_location("apart_jcs", Path(__file__).resolve().parents[2] / "tools" / "verify.py")
assert spec is not None and spec.loader is not None
APART = importlib.util.module_from_spec(spec)
spec.loader.exec_module(APART)

LEAVES = (
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]))
)  # fmt: skip
KEYS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(LEAVES, lambda v: st.lists(v) | st.dictionaries(KEYS, v))


@given(VALUES)
@example({"\U00010000": 1, "\ue000": 2})
@example(
    [2.0**-24, 1e21, 1e20, 1e-6, 1e-7, -0.0, 0.1, 5e-324, 1.7976931348623157e308, 1e15, 123456789012345.6, 1e16, 1.0]
)
@example('\x00\x1f\x7f\u2028"\\/é')
def test_all_three_write_the_same_bytes(value: Any) -> None:
    assert canonical(value) == rfc8785.dumps(value) == APART.jcs(value).encode()


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers(value: float) -> None:
    assert canonical(value) == rfc8785.dumps(value) == APART.jcs(value).encode()


@given(
    st.recursive(
        LEAVES.filter(lambda v: type(v) is not float or abs(v) < 2**53),
        lambda v: st.lists(v) | st.dictionaries(KEYS, v),
    )
)
def test_what_is_read_back_is_the_same(value: Any) -> None:
    assert canonical((value,)) == canonical([value])
    assert json.loads(canonical({"v": value})) == {"v": value}


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), 2**53, -(2**53), "\ud800", {"\ud800": 1}, {1: 2}, b"bytes", object(), {1, 2}]
)
def test_what_has_no_canonical_form_is_refused(value: Any) -> None:
    with pytest.raises(NotCanonical) as refused:
        canonical([value])
    assert refused.value.exit_code == 2
