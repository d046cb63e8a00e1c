"""Finds the weights of evidence for `matching` on generated pairs of names, and the curve that calibrates them.

    python tools/fit_names.py            # prints what the weights in use reach on other generated pairs
    python tools/fit_names.py --write    # fits them anew and writes src/habeas/matching/data/evidence.toml

People come from `generate_people.py` in the folder of shared texts; who is not the same person is made here: siblings,
spouses, fathers and sons, namesakes, given names that differ by a letter. Half of the pairs are the same person.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import sys
import types
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz.distance import Levenshtein

from habeas.matching.evidence import all_readings, expected_error, probability, weights
from habeas.matching.features import NAMES, evidence_of
from habeas.matching.prepared import prepare

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "names"
Pair = tuple[str, str, bool, str]
PULL = 0.002
"""How strongly a weight is held to where it began, so that evidence which the generator lacks keeps a sane weight."""
START = {
    "surname_equal": 2, "surname_cost": -2, "surname_far": -2, "surname_stem": -0.5, "surname_one": -4.5,
    "surname_none": -4,
    "gender_conflict": -1, "given_equal": 2, "given_same": 2, "given_short": 1, "given_other": -4, "given_cost": -2,
    "given_far": -2, "given_initial": 1, "given_initial_conflict": -4, "given_one": -2.5, "given_none": -1,
    "given_final_a": -2, "middle_fits": 1, "middle_conflict": -5, "middle_one": -0.2, "father_fits": 1.5,
    "father_conflict": -3, "father_other": -3, "father_one": 0, "swapped": -0.3, "pinyin": -0.3, "bare": -0.2,
    "compound": -30,
}  # fmt: skip


def generator() -> Any:
    """The module `generate_people` of the shared texts; its output format is not needed here."""
    for name in ("pyarrow", "pyarrow.parquet"):
        sys.modules.setdefault(name, types.ModuleType(name))
    sys.modules["pyarrow"].parquet = sys.modules["pyarrow.parquet"]  # type: ignore[attr-defined]
    spec = importlib.util.spec_from_file_location("generate_people", SHARED / "generate_people.py")
    if spec is None or spec.loader is None or not (SHARED / "generate_people.py").exists():
        raise SystemExit(f"The generator of people is not in {SHARED}.")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


class Maker:
    """Makes pairs with a seed: one person written twice, or two who might be taken for one."""

    def __init__(self, seed: int) -> None:
        self.g, self.r = generator(), random.Random(seed)
        kinds: Sequence[tuple[Callable[[dict[str, Any]], dict[str, Any] | None], float]] = (
            (self._namesake_of_family, 0.2), (self._near_given, 0.14), (self._sibling, 0.13), (self._spouse, 0.12),
            (self._other_surname, 0.2), (self._other_father, 0.08), (self._father, 0.05), (self._turned, 0.03),
            (self._anybody, 0.05),
        )  # fmt: skip
        self.kinds, self.shares = [k for k, _ in kinds], [s for _, s in kinds]

    def pairs(self, number: int) -> list[Pair]:
        """So many pairs, half of them the same person, written differently in most cases."""
        made: list[Pair] = []
        while len(made) < number:
            person = self.g.person(self.r)
            pair = self._same(person) if self.r.random() < 0.5 else self._different(person)
            if pair:
                made.append(pair)
        return made

    def _write(self, person: dict[str, Any]) -> str:
        return str(self.g.render(person, self.r)[0])

    def _same(self, person: dict[str, Any]) -> Pair | None:
        other = dict(person, sur=self._bare(person)) if self.r.random() < 0.05 else person
        one, two = self._write(person), self._write(other)
        return None if one == two and self.r.random() < 0.8 else (one, two, True, "same")

    def _bare(self, person: dict[str, Any]) -> str:
        """A Kazakh surname without its Russian ending, or with a Kazakh one."""
        stem = str(person["sur"])
        for ending in ("ова", "ева", "ов", "ев"):
            stem = stem.removesuffix(ending)
        if person["lang"] != "kk" or len(stem) < 4:
            return str(person["sur"])
        return stem + self.r.choice(["", "ұлы" if person["g"] == "m" else "қызы"])

    def _different(self, person: dict[str, Any]) -> Pair | None:
        kind = self.r.choices(self.kinds, self.shares)[0]
        other = kind(person)
        if other is None:
            return None
        one, two = self._write(person), self._write(other)
        if kind == self._other_father and min(len(one.split()), len(two.split())) < 3:
            return None
        return one, two, False, kind.__name__.strip("_")

    def _given(self, person: dict[str, Any]) -> list[str]:
        kazakh, russian, belarusian = (("KZ_GM", "KZ_GF"), ("RU_M", "RU_F"), ("BE_M", "BE_F"))
        lists = {"kk": kazakh, "ru": russian, "be": belarusian}[person["lang"]]
        names = getattr(self.g, lists[person["g"] == "f"])
        return [n for n in names if n != person["given"]]

    def _namesake_of_family(self, p: dict[str, Any]) -> dict[str, Any]:
        return dict(p, given=self.r.choice(self._given(p)), pat=self.g.person(self.r)["pat"])

    def _near_given(self, p: dict[str, Any]) -> dict[str, Any]:
        near = sorted(self._given(p), key=lambda n: (Levenshtein.distance(n, p["given"]), self.r.random()))
        return dict(p, given=self.r.choice(near[:3]))

    def _sibling(self, p: dict[str, Any]) -> dict[str, Any]:
        return dict(p, given=self.r.choice(self._given(p)))

    def _spouse(self, p: dict[str, Any]) -> dict[str, Any] | None:
        sex = "f" if p["g"] == "m" else "m"
        found = [o for o in (self.g.person(self.r) for _ in range(40)) if (o["lang"], o["g"]) == (p["lang"], sex)]
        if not found:
            return None
        surname = self.g.fem(p["sur"]) if sex == "f" else p["sur"].removesuffix("а")
        return dict(found[0], sur=surname)

    def _other_surname(self, p: dict[str, Any]) -> dict[str, Any] | None:
        others = [
            o["sur"] for o in (self.g.person(self.r) for _ in range(120)) if (o["lang"], o["g"]) == (p["lang"], p["g"])
        ]
        found = [s for s in others if s != p["sur"]]
        if not found:
            return None
        near = min(found, key=lambda s: Levenshtein.distance(s, p["sur"]))
        return dict(p, sur=near if self.r.random() < 0.5 else self.r.choice(found))

    def _other_father(self, p: dict[str, Any]) -> dict[str, Any] | None:
        other = self.g.person(self.r)
        return dict(p, pat=other["pat"]) if (other["lang"], other["g"]) == (p["lang"], p["g"]) else None

    def _father(self, p: dict[str, Any]) -> dict[str, Any]:
        return dict(p, given=self.r.choice(self._given(p)), pat=self.g.patr_ru(p["given"], p["g"]))

    def _turned(self, p: dict[str, Any]) -> dict[str, Any]:
        return dict(self.g.person(self.r), sur=p["given"] + ("ов" if p["g"] == "m" else "ова"))

    def _anybody(self, p: dict[str, Any]) -> dict[str, Any]:
        return dict(self.g.person(self.r))


AT_MOST = {"father_conflict": -4.5, "middle_conflict": -5.0, "compound": -30.0}
"""Evidence that settles it, whatever the generator says: another father is another person."""


def fit(pairs: Sequence[Pair]) -> tuple[Any, float]:
    """The weights and the base that fit: logistic regression on the best pair of readings, found anew in turns."""
    left, right = prepare([p[0] for p in pairs]), prepare([p[1] for p in pairs])
    places = np.arange(len(pairs), dtype=np.int32)
    pair, a, b = all_readings(left, places, right, places)
    table = np.c_[evidence_of(left, a, right, b), np.ones(len(pair))].astype(np.float64)
    same = np.array([p[2] for p in pairs], np.float64)
    start = np.array([*(START[n] for n in NAMES), 0.0])
    held = start.copy()
    for _ in range(8):
        odds = table @ held
        order = np.lexsort((-odds, pair))
        first = order[np.unique(pair[order], return_index=True)[1]]
        held = _descend(table[first], same, held, start)
    settled = [min(w, AT_MOST.get(n, w)) for n, w in zip(NAMES, held[:-1], strict=True)]
    return np.array(settled), float(held[-1])


def _descend(rows: Any, same: Any, held: Any, start: Any, *, steps: int = 60) -> Any:
    """Newton's method on the penalised likelihood."""
    pull = np.full(len(held), PULL)
    pull[-1] = 0
    for _ in range(steps):
        p = 1 / (1 + np.exp(-np.clip(rows @ held, -30, 30)))
        slope = rows.T @ (p - same) / len(same) + pull * (held - start)
        bend = (rows * (p * (1 - p))[:, None]).T @ rows / len(same) + np.diag(pull + 1e-6)
        step = np.linalg.solve(bend, slope)
        held = held - step
        if np.abs(step).max() < 1e-4:
            break
    return held


def curve(odds: Any, same: Any, *, least: int = 100) -> tuple[list[float], list[float]]:
    """Points of the map from raw to true log-odds: pool adjacent violators, each point standing on `least` pairs."""
    order = np.argsort(odds, kind="stable")
    blocks: list[list[float]] = []
    for part in np.array_split(order, max(len(order) // least, 1)):
        blocks.append([float(odds[part].sum()), float(same[part].sum()), float(len(part))])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] >= blocks[-1][1] / blocks[-1][2]:
            last = blocks.pop()
            blocks[-1] = [x + y for x, y in zip(blocks[-1], last, strict=True)]
    raw = [total / number for total, _, number in blocks]
    share = [(hits + 0.5) / (number + 1) for _, hits, number in blocks]
    true = np.maximum.accumulate([float(np.log(s / (1 - s))) for s in share]).tolist()
    return [round(x, 3) for x in raw], [round(x, 3) for x in true]


def written(found: Any, base: float, raw: list[float], true: list[float]) -> str:
    """The table as TOML."""
    lines = "\n".join(f"{name} = {float(w):.3f}" for name, w in zip(NAMES, found, strict=True))
    return (
        "# Written by tools/fit_names.py: log-odds of each piece of evidence, and the map from the sum to the truth.\n"
        f"base = {base:.3f}\n\n[weights]\n{lines}\n\n[calibration]\nraw = {raw}\ntrue = {true}\n"
    )


def main() -> None:
    """Fits and writes, or reports."""
    said = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    said.add_argument("--write", action="store_true")
    said.add_argument("--pairs", type=int, default=20_000)
    asked = said.parse_args()
    if asked.write:
        found, base = fit(Maker(5).pairs(asked.pairs))
        path = ROOT / "src/habeas/matching/data/evidence.toml"
        path.write_text(written(found, base, [-30.0, 30.0], [-30.0, 30.0]), "utf-8")
        weights.cache_clear()
        import habeas.matching.sounds as sounds

        sounds.data.cache_clear()
        odds, same = _odds(Maker(6).pairs(asked.pairs))
        path.write_text(written(found, base, *curve(odds, same)), "utf-8")
        weights.cache_clear()
        sounds.data.cache_clear()
    odds, same = _odds(Maker(7).pairs(asked.pairs))
    said_true = probability(odds)
    wrong = expected_error(said_true, same)
    print(f"{asked.pairs:,} generated pairs, half the same: expected calibration error {wrong:.4f}")


def _odds(pairs: Sequence[Pair]) -> tuple[Any, Any]:
    from habeas.matching.evidence import best

    left, right = prepare([p[0] for p in pairs]), prepare([p[1] for p in pairs])
    places = np.arange(len(pairs), dtype=np.int32)
    return best(left, places, right, places)[0], np.array([p[2] for p in pairs], np.float64)


if __name__ == "__main__":
    main()
