"""What somebody needs to sign in: a password that passes the rules, and the six digits of an app."""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
import time

PASSWORD = "seven horses cross the steppe"


def code(secret: str, at: float | None = None) -> str:
    """Six digits for a secret. Source: RFC 6238 over RFC 4226."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    counter = struct.pack(">Q", int((time.time() if at is None else at) // 30))
    digest = hmac.new(key, counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"
