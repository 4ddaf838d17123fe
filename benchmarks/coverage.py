#!/usr/bin/env python3
"""How well planlint's coverage agrees with careful readers, seen plans and kept-aside plans side by side.

    python benchmarks/coverage.py GOLD [--part all|seen|aside] [--disagreements]

GOLD is a folder with `labels/*.json` ({id, set, levels: {component: 0|1|2|null}}), `plans/ID.*` and `passages.jsonl`
({component, level, kind, text} a line). A plan or passage is kept aside when the SHA-256 of its id (or text) is a
multiple of three: about a third, and the same third on every machine.

Prints, as Markdown tables, F1 and balanced accuracy of 'addressed' and quadratically weighted kappa over the three
levels, per set and per component; then F1 and the share judged right per kind for the passages.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

LEVELS = {"absent": 0, "mentioned": 1, "addressed": 2}
Pair = tuple[int, int]


def kept_aside(key: str) -> bool:
    """Whether a plan (by id) or passage (by text) belongs to the third that rule writers do not look at."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % 3 == 0


def in_part(key: str, part: str) -> bool:
    """Whether the key belongs to the part asked for: "all", "seen" or "aside"."""
    return part == "all" or kept_aside(key) == (part == "aside")


def check(paths: list[str]) -> dict[str, dict[str, Any]]:
    """What planlint says of these plans: file stem to component id to component."""
    run = subprocess.run(
        [sys.executable, "-m", "planlint", "check", "--format", "json", "--no-cache", "--select", "helix/*", *paths],
        capture_output=True,
        text=True,
        check=False,
    )
    if not run.stdout:
        sys.exit(run.stderr)
    found = {}
    for plan in json.loads(run.stdout)["plans"]:
        components = [c for model in plan["coverage"] if model["model"] == "helix" for c in model["components"]]
        found[Path(plan["path"]).stem] = {c["id"]: c for c in components}
    return found


def f1(pairs: list[Pair]) -> float:
    """F1 of 'addressed' over (reader's level, planlint's level) pairs."""
    hit = sum(g == 2 and p == 2 for g, p in pairs)
    wrong = sum((g == 2) != (p == 2) for g, p in pairs)
    return 2 * hit / (2 * hit + wrong) if hit else 0.0


def balanced(pairs: list[Pair]) -> float:
    """Mean of the recall on 'addressed' and the recall on the rest."""
    shares = []
    for wanted in (True, False):
        kind = [p == 2 for g, p in pairs if (g == 2) == wanted]
        shares.append(sum(k == wanted for k in kind) / len(kind) if kind else 1.0)
    return sum(shares) / 2


def kappa(pairs: list[Pair]) -> float:
    """Quadratically weighted agreement over the three levels."""
    n = len(pairs)
    rows, columns = ([sum(pair[side] == k for pair in pairs) for k in range(3)] for side in (0, 1))
    seen = sum((g - p) ** 2 for g, p in pairs) / n
    chance = sum((a - b) ** 2 * rows[a] * columns[b] for a in range(3) for b in range(3)) / n / n
    return 1 - seen / chance if chance else 1.0


def row(name: str, pairs: list[Pair]) -> str:
    """One line of a Markdown table."""
    if not pairs:
        return f"| {name} | 0 | | | |"
    return f"| {name} | {len(pairs)} | {f1(pairs):.3f} | {balanced(pairs):.3f} | {kappa(pairs):.3f} |"


def plans(gold: Path, part: str, disagreements: bool) -> None:
    """Prints the tables for whole plans."""
    labels = [json.loads(f.read_text()) for f in sorted((gold / "labels").glob("*.json"))]
    labels = [d for d in labels if in_part(d["id"], part)]
    found = check([str(next((gold / "plans").glob(d["id"] + ".*"))) for d in labels])
    by_set: dict[str, list[Pair]] = defaultdict(list)
    by_component: dict[str, list[Pair]] = defaultdict(list)
    for d in labels:
        for component, wanted in d["levels"].items():
            if wanted is None:
                continue
            got = found.get(d["id"], {}).get(component, {"level": "absent"})
            pair = (wanted, LEVELS[got["level"]])
            by_set[d["set"]].append(pair)
            by_component[component].append(pair)
            if disagreements and (pair[0] == 2) != (pair[1] == 2):
                print(d["id"], component, "readers", wanted, "planlint", pair[1], file=sys.stderr)
    print(f"Plans ({part}: {len(labels)})\n\n| set | pairs | F1 | balanced | kappa |\n| --- | --- | --- | --- | --- |")
    for name in sorted(by_set):
        print(row(name, by_set[name]))
    print(row("all", [pair for pairs in by_set.values() for pair in pairs]))
    print("\n| component | pairs | F1 | balanced | kappa |\n| --- | --- | --- | --- | --- |")
    for name, pairs in by_component.items():
        print(row(name, pairs))


def passages(gold: Path, part: str) -> None:
    """Prints the tables for single passages."""
    lines = (gold / "passages.jsonl").read_text().splitlines()
    items = [d for d in map(json.loads, lines) if in_part(d["text"], part)]
    with tempfile.TemporaryDirectory() as folder:
        for n, d in enumerate(items):
            Path(folder, f"{n:05d}.md").write_text(f"# Trust improvement plan 2025-26\n\n{d['text']}\n")
        found = check([folder])
    by_component: dict[str, list[Pair]] = defaultdict(list)
    right: dict[str, list[bool]] = defaultdict(list)
    for n, d in enumerate(items):
        got = found.get(f"{n:05d}", {}).get(d["component"], {"level": "absent"})
        by_component[d["component"]].append((d["level"], LEVELS[got["level"]]))
        right[d["kind"]].append((d["level"] == 2) == (got["level"] == "addressed"))
    print(f"\nPassages ({part}: {len(items)})\n\n| component | passages | F1 | balanced | kappa |")
    print("| --- | --- | --- | --- | --- |")
    for name, pairs in by_component.items():
        print(row(name, pairs))
    print(row("all", [pair for pairs in by_component.values() for pair in pairs]))
    print("\n| kind | passages | judged right |\n| --- | --- | --- |")
    for kind, answers in sorted(right.items()):
        print(f"| {kind} | {len(answers)} | {sum(answers) / len(answers):.3f} |")


def main() -> None:
    """Reads the arguments and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--part", choices=("all", "seen", "aside"), default="all")
    parser.add_argument("--disagreements", action="store_true", help="name each on standard error")
    arguments = parser.parse_args()
    plans(arguments.gold, arguments.part, arguments.disagreements)
    passages(arguments.gold, arguments.part)


if __name__ == "__main__":
    main()
