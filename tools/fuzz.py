"""Campaigns of invented input: no crash, no hang, every place inside its text.

    python tools/fuzz.py documents [--number 10000]
        invented texts through the rules of reading, some through the parsers too
    python tools/fuzz.py parsers [--seconds 600]
        broken files of every format: atheris in process, PDF in the child

The first fails with the smallest text that it can find; the second prints what kinds of faults the parsers met. A fault
that a parser foresees is its work; one that it does not foresee is told to the user as "broken inside" and printed here
by name.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(PROJECT / "src"), str(PROJECT / "tests")]

LONGEST = 30.0
_INSIDE = ("html", "csv", "mhtml", "warc", "gzip", "zip", "word", "sheet")
"""Formats whose parsers run in the process of atheris; a crash of one would be a crash of the child."""


def documents(number: int) -> int:
    """Reads so many invented texts. Each hundredth goes through a parser too."""
    from hypothesis import HealthCheck, given, settings
    from hypothesis import strategies as st

    from reading.invented_documents import documents as invented
    from reading.invented_documents import problems, text_of

    seen: Counter[str] = Counter()
    slowest = 0.0

    @settings(max_examples=number, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(invented, st.sampled_from([1, 1, 1, 1, 5, 20]))
    def one(pieces: list[str], times: int) -> None:
        nonlocal slowest
        text = text_of(pieces, times)
        start = time.monotonic()
        found = list(problems(text))
        slowest = max(slowest, time.monotonic() - start)
        seen["texts"] += 1
        seen["characters"] += len(text)
        if seen["texts"] % 100 == 0:
            found += _through_a_parser(text, seen)
        assert found == [], found

    start = time.monotonic()
    one()
    took = time.monotonic() - start
    print(
        f"{seen['texts']:,} texts, {seen['characters']:,} characters in {took:.0f} s; the slowest took {slowest:.2f} s"
    )
    print(f"{seen['files']:,} of them through the child process, {seen['refused']:,} refused in a sentence.")
    print("Nothing broke.")
    return 0


def _through_a_parser(text: str, seen: Counter[str]) -> list[str]:
    from adapters.rendered import table_to_html
    from habeas.adapters.parsing import take_any
    from habeas.evidence import BadInput
    from reading.invented_documents import problems

    kind = ("html", "csv")[seen["files"] % 2]
    data = table_to_html([text.split("|"), text.split(",")]) if kind == "html" else text.encode()
    seen["files"] += 1
    try:
        return list(problems(take_any(data, file=f"a.{kind}").document.text))
    except BadInput:
        seen["refused"] += 1
        return []


def parsers(seconds: int) -> int:
    """Two thirds of the time atheris in a process of its own, then broken PDF files through the child."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "unforeseen"
        told.touch()
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, (kind, data) in enumerate(_seeds()):
            (corpus / str(number)).write_bytes(bytes([_INSIDE.index(kind)]) + data)
        share = seconds * 2 // 3
        command = [sys.executable, __file__, "atheris", str(told), str(corpus), f"-max_total_time={share}"]
        options = ["-timeout=30", "-rss_limit_mb=2048", "-max_len=20000", "-print_final_stats=1", "-verbosity=0"]
        done = subprocess.run([*command, *options], cwd=folder, capture_output=True, text=True, check=False)
        lines = [
            x
            for x in done.stderr.splitlines()
            if "stat::number_of_executed_units" in x or "ERROR" in x or "SUMMARY" in x
        ]
        print(f"atheris on {', '.join(_INSIDE)} for {share} s: " + "; ".join(lines))
        print("unforeseen faults: " + (_counted(told.read_text("utf-8")) or "none"))
    failed = done.returncode != 0 or _broken_pdfs(seconds - share)
    if done.returncode:
        print(done.stderr[-3000:])
    return int(failed)


def _counted(lines: str) -> str:
    return ", ".join(f"{name} {n}" for name, n in Counter(lines.split()).most_common())


def _seeds() -> list[tuple[str, bytes]]:
    from adapters import bad_files as made
    from adapters.rendered import table_to_docx, table_to_xlsx, to_docx, to_html

    rows = [["Name", "Article", "Date"], ["Ivan Petrov", "212.1", "12 March 2021"]]
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + to_html(made.TEXT)
    warc = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http\r\n"
    )
    mhtml = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
    mhtml += b"--b\nContent-Type: text/html\n\n<p>Ivan</p>\n--b--\n"
    return [
        ("html", to_html(made.TEXT)), ("csv", b"Name,Article\nIvan Petrov,212.1\n"), ("mhtml", mhtml),
        ("warc", warc + b"Content-Length: %d\r\n\r\n" % len(http) + http + b"\r\n\r\n"), ("zip", to_docx(made.TEXT)),
        ("zip", table_to_docx(rows)), ("zip", table_to_xlsx(rows)),
        ("word", made.document(made.paragraph("Ivan")).encode()),
        ("sheet", b'<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1"><v>44000</v></c></row>'),
    ]  # fmt: skip


def _broken_pdfs(seconds: int) -> bool:
    """PDF files with bytes changed, cut, doubled, through the child; True when one of them took too long."""
    from adapters import bad_files as made
    from adapters.rendered import table_to_pdf, to_pdf
    from habeas.adapters.parsing import take_any
    from habeas.evidence import BadInput

    chance, until, said, slowest = random.Random(1), time.monotonic() + seconds, Counter[str](), 0.0
    seeds = [to_pdf(made.TEXT * 20, columns=2), table_to_pdf([["Name", "Article"], ["Ivan", "1"]]), made.pdf_script()]
    while time.monotonic() < until:
        data = _broken(bytearray(chance.choice(seeds)), chance)
        start = time.monotonic()
        try:
            take_any(data, file="a.pdf")
            said["read"] += 1
        except BadInput as error:
            said[error.cause.removeprefix("a.pdf ").partition("(")[0].strip(" .")] += 1
        slowest = max(slowest, time.monotonic() - start)
    print(f"{said.total():,} broken PDF files through the child in {seconds} s; the slowest took {slowest:.1f} s")
    for cause, number in said.most_common(12):
        print(f"  {number:6,} {cause}")
    return slowest > LONGEST


def _broken(data: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 3, 20, 200))):
        place = chance.randrange(len(data))
        data[place : place + chance.choice((0, 1, 1, 1, 8))] = chance.randbytes(chance.choice((0, 1, 1, 1, 4)))
    if chance.random() < 0.1:
        del data[chance.randrange(len(data)) :]
    return bytes(data) if data.startswith(b"%PDF-") else b"%PDF-" + bytes(data)


def inside_atheris(told: str, arguments: list[str]) -> None:
    """Runs in the process that atheris watches and ends."""
    import atheris

    with atheris.instrument_imports(include=["habeas.adapters.parsing", "warcio"]):
        from habeas.adapters.parsing import archived, docx, layer, reading, rows, webpage, webpage_walk, xlsx, zipped  # noqa: F401
    one = _input(told)
    atheris.Setup([sys.argv[0], *arguments], one)
    atheris.Fuzz()


def _input(told: str) -> Callable[[bytes], None]:
    from adapters import bad_files as made
    from habeas.adapters.parsing.layer import LONGEST as MOST
    from habeas.adapters.parsing.reading import read_kind
    from habeas.adapters.parsing.unreadable import Unreadable

    def wrapped(kind: str, data: bytes) -> tuple[str, bytes]:
        if kind == "word":
            return "zip", made.office({"word/document.xml": data})
        if kind == "sheet":
            main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            book = f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets><sheet name="a" r:id="r"/></sheets></workbook>'
            rels = '<Relationships><Relationship Id="r" Target="a.xml"/></Relationships>'
            sheet = f'<worksheet xmlns="{main}">'.encode() + data + b"</worksheet>"
            parts = {"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": rels, "xl/a.xml": sheet}
            return "zip", made.office(parts)
        return kind, data.decode("utf-8", "replace").encode() if kind == "csv" else data

    def one(data: bytes) -> None:
        kind = _INSIDE[data[0] % len(_INSIDE)] if data else "html"
        try:
            answer = read_kind(*wrapped(kind, data[1:]))
        except (Unreadable, MemoryError, RecursionError):
            return
        except Exception as error:
            with Path(told).open("a", encoding="utf-8") as file:
                file.write(f"{kind}:{type(error).__name__}\n")
            return
        answer["text"].encode("utf-8")
        assert "\0" not in answer["text"] and len(answer["text"]) <= MOST + 10

    return one


def main(argv: list[str]) -> int:
    if argv[:1] == ["atheris"]:
        inside_atheris(argv[1], argv[2:])
        return 0
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("documents", "parsers"))
    parser.add_argument("--number", type=int, default=10_000)
    parser.add_argument("--seconds", type=int, default=600)
    args = parser.parse_args(argv)
    return documents(args.number) if args.what == "documents" else parsers(args.seconds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
