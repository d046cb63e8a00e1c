#!/usr/bin/env python3
"""Checks a feed of Habeas without Habeas: standard library only, written from docs/ledger.md and from nothing else.

    python verify.py FOLDER [--head SEQ:HASH]

FOLDER holds headers.jsonl, bodies/ and head.json. With --head, an entry number and hash that you kept from earlier,
it also proves that this feed still contains that entry. Exit code 0 when all is whole, 5 when something is broken.
"""

import hashlib
import json
import re
import sys
from decimal import Decimal
from pathlib import Path

FIELDS = ["action", "actor_key", "at", "commit", "feed", "idempotency_key", "prev", "seq", "v"]
NEVER_ERASED = ("erased", "received")


def number(x):
    """A float as RFC 8785 wants it (as JavaScript prints it)."""
    if x != x or x in (float("inf"), float("-inf")):
        raise ValueError("no JSON number")
    if x == 0:
        return "0"
    # repr() gives the shortest digits that read back as x; RFC 8785 only sets them down in another way.
    parts = Decimal(repr(abs(x))).as_tuple()
    digits = "".join(map(str, parts.digits)).lstrip("0")
    sign, point, digits = "-" if x < 0 else "", len(digits) + parts.exponent, digits.rstrip("0")
    if len(digits) <= point <= 21:
        return sign + digits + "0" * (point - len(digits))
    if 0 < point <= 21:
        return sign + digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return sign + "0." + "0" * -point + digits
    tail = "e" + ("+" if point > 0 else "-") + str(abs(point - 1))
    return sign + digits[0] + ("." + digits[1:] if len(digits) > 1 else "") + tail


def jcs(value):
    """RFC 8785 text of a JSON value."""
    if value is None or value is True or value is False:
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        value.encode("utf-8")
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int):
        if abs(value) > 2**53 - 1:
            raise ValueError("integer out of range")
        return str(value)
    if isinstance(value, float):
        return number(value)
    if isinstance(value, list):
        return "[" + ",".join(jcs(v) for v in value) + "]"
    keys = sorted(value, key=lambda k: k.encode("utf-16-be"))
    return "{" + ",".join(jcs(k) + ":" + jcs(value[k]) for k in keys) + "}"


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def header_of(line):
    """The header that a line holds, or None when the line is not exactly what its own hash says."""
    try:
        raw = json.loads(line.decode("utf-8"))
        own = raw.pop("hash")
        kinds = all(type(raw[f]) is (int if f in ("seq", "v") else str) for f in FIELDS)
        if sorted(raw) != FIELDS or not kinds or raw["v"] != 1 or raw["seq"] < 1:
            return None
        whole = jcs({**raw, "hash": own}).encode("utf-8") == line
        raw["hash"] = own
        return raw if whole and sha256(b"\x02" + jcs({f: raw[f] for f in FIELDS}).encode("utf-8")) == own else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def body_of(folder, commit):
    """'absent', 'altered', or the body itself when it is the one committed to."""
    try:
        text = (folder / "bodies" / f"{commit}.json").read_bytes()
    except OSError:
        return "absent"
    try:
        body = json.loads(text.decode("utf-8"))
        if sorted(body) != ["author", "content", "level", "salt", "subjects"] or jcs(body).encode("utf-8") != text:
            return "altered"
        if not isinstance(body["content"], dict) or type(body["level"]) is not int or type(body["author"]) is not str:
            return "altered"
        if not isinstance(body["subjects"], list) or not all(isinstance(s, str) for s in body["subjects"]):
            return "altered"
        if not re.fullmatch("[0-9a-f]{32}", body["salt"]):
            return "altered"
        salt = bytes.fromhex(body.pop("salt"))
        return body if sha256(salt + jcs(body).encode("utf-8")) == commit else "altered"
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return "altered"


def read(folder):
    """Lines as (bytes, header or None, body, torn)."""
    parts = (folder / "headers.jsonl").read_bytes().split(b"\n")
    lines = []
    for place, line in enumerate(parts):
        torn = place == len(parts) - 1
        if torn and not line:
            break
        header = None if torn else header_of(line)
        safe = header and re.fullmatch("[0-9a-f]{64}", header["commit"])
        lines.append((line, header, body_of(folder, header["commit"]) if safe else "absent", torn))
    return lines


def head_of(folder):
    """(feed, seq, hash, size) of head.json; None when it is not there, False when it is damaged."""
    try:
        text = (folder / "head.json").read_bytes()
    except OSError:
        return None
    try:
        raw = json.loads(text.decode("utf-8"))
        if sorted(raw) != ["feed", "hash", "seq", "size"] or (jcs(raw) + "\n").encode("utf-8") != text:
            return False
        return raw["feed"], raw["seq"], raw["hash"], raw["size"]
    except (ValueError, TypeError, AttributeError):
        return False


def check(lines, head):
    """(fault kind or None, entry number, whole entries, erased, hashes of the whole entries)."""
    gone = set()
    for _, header, body, _ in lines:
        if header and header["action"] == "erased" and isinstance(body, dict):
            gone.update(body["content"].get("entries", []))
    headers = [header for _, header, _, _ in lines if header]
    feed = head[0] if head else (headers[0]["feed"] if headers else "")
    hashes, erased = ["0" * 64], 0
    for place, (line, header, body, torn) in enumerate(lines):
        due = len(hashes)
        fault = None
        if torn:
            fault = "torn", due
        elif header is None:
            fault = "flipped", due
        elif header["feed"] != feed:
            fault = "other_feed", due
        elif header["seq"] == due:
            fault = None if header["prev"] == hashes[-1] else ("forked", due)
        elif [other[0] for other in lines].count(line) > 1:
            fault = "duplicated", header["seq"]
        elif header["seq"] < due:
            fault = "forked", header["seq"]
        else:
            rest = [other[1] for other in lines[place + 1 :] if other[1]]
            found = [h for h in rest if h["seq"] == due and h["prev"] == hashes[-1]]
            fault = ("wrong_order" if found else "missing"), due
        if head and due > head[1] and (fault is None or fault[0] != "duplicated"):
            break
        if fault is None and body == "altered":
            fault = "body_altered", due
        if fault is None and body == "absent":
            excused = f"{feed}:{due}" in gone and header["action"] not in NEVER_ERASED
            fault = None if excused else ("body_missing", due)
            erased += excused
        if fault:
            return (*fault, len(hashes) - 1, erased, hashes)
        hashes.append(header["hash"])
    whole = len(hashes) - 1
    if head and whole < head[1]:
        return "missing", whole + 1, whole, erased, hashes
    if head and (whole, hashes[-1]) != head[1:3]:
        return "head", whole, whole, erased, hashes
    return None, 0, whole, erased, hashes


def main(arguments):
    if not arguments or len(arguments) not in (1, 3) or (len(arguments) == 3 and arguments[1] != "--head"):
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    if not (folder / "headers.jsonl").is_file():
        print(f"{folder} holds no headers.jsonl.")
        return 2
    head = head_of(folder)
    if head is False:
        print("BROKEN: head.json is damaged.")
        return 5
    lines = read(folder)
    fault, entry, whole, erased, hashes = check(lines, head)
    if head and not fault and sum(len(line) + 1 for line, *_ in lines[: head[1]]) != head[3]:
        fault, entry = "head", whole
    if fault:
        print(f"BROKEN: {fault} at entry {entry}. The {whole} entries before it are whole.")
        return 5
    if len(arguments) == 3:
        seq, _, kept = arguments[2].partition(":")
        if not seq.isdigit() or int(seq) >= len(hashes) or hashes[int(seq)] != kept:
            print(f"BROKEN: this feed does not contain the entry {arguments[2]} that you kept.")
            return 5
    print(f"{whole} entries whole, {erased} entries erased by rule.")
    print(f"head {whole}:{hashes[-1]}")
    if head is None:
        print("There is no head.json: whether last entries are missing cannot be told without --head.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
