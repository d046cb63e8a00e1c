"""What makes a fact of identity a photograph."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def is_photograph(kind: str, fields: Mapping[str, Any]) -> bool:
    """True for an `identity` claim or fact whose attribute is a photo."""
    return kind == "identity" and fields.get("attribute") == "photo"
