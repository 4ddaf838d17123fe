"""What a batch of many plans costs: `python benchmarks/batch.py [PLANS]`.

Makes so many plans (1,000 if not told) of the fixtures, each with other names and figures, and has them read by two
processes, with an empty cache and again with a full one. Prints the time taken and the memory of all processes
together, each shared page counted once (PSS), after each tenth of the first run. Needs Linux.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

FIXTURES = Path(__file__).parents[1] / "fixtures"
NAMES = ("Oak", "Elm", "Ash", "Yew", "Box", "Fir", "Bay", "Fen", "Lea", "Dale", "Holt", "Beck", "Thorpe", "Wick")
_CAPITAL = re.compile(r"\b(?:Mr|Mrs|Ms|Miss) (?:[A-Z]\. )?[A-Z][a-z]+")
_FIGURE = re.compile(r"\b[3-8]\d%")


def make(folder: Path, count: int) -> None:
    """So many plans, no two of them alike."""
    originals = sorted(p for p in FIXTURES.iterdir() if p.suffix in {".docx", ".md", ".yaml"})
    draw = random.Random(1)
    for number in range(count):
        original = originals[number % len(originals)]
        target = folder / f"{number:04d}-{original.name}"
        if original.suffix != ".docx":
            target.write_text(changed(original.read_text(encoding="utf-8"), draw, number), encoding="utf-8")
            continue
        with zipfile.ZipFile(original) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                data = old.read(name)
                if name == "word/document.xml":
                    data = changed(data.decode(), draw, number).encode()
                new.writestr(name, data)


def changed(text: str, draw: random.Random, number: int) -> str:
    """The plan with other people and other figures, and a school of its own."""
    text = _CAPITAL.sub(lambda _: f"Mrs {draw.choice(NAMES)}{draw.choice(NAMES).lower()}", text)
    text = _FIGURE.sub(lambda _: f"{draw.randint(30, 89)}%", text)
    return text.replace("Academy", f"Academy {number}", 1)


def memory(parent: int) -> int:
    """The memory of a process and those it has started, in MB."""
    total = 0
    for process in (parent, *children(parent)):
        try:
            text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
            total += int(re.findall(r"^Pss:\s+(\d+)", text, re.MULTILINE)[0])
        except (OSError, IndexError):
            continue
    return total // 1024


def children(parent: int) -> Iterator[int]:
    """The processes below this one."""
    for task in Path(f"/proc/{parent}/task").iterdir():
        for child in (task / "children").read_text(encoding="ascii").split():
            yield int(child)
            yield from children(int(child))


def run(plans: Path, output: Path, cache: Path, jobs: int, count: int) -> tuple[float, list[int]]:
    """Seconds, and the memory after each tenth of the plans was read, and at its highest while writing."""
    command = [sys.executable, "-m", "planlint", "batch", str(plans), "--output", str(output), "--jobs", str(jobs),
               "--today", "2026-10-01"]  # fmt: skip
    begun = time.monotonic()
    process = subprocess.Popen(command, env=os.environ | {"PLANLINT_CACHE_DIR": str(cache)}, stdout=subprocess.PIPE)
    seen: dict[int, int] = {}
    while process.poll() is None:
        time.sleep(0.5)
        done = 10 * sum(1 for _ in cache.glob("??/*.entry")) // (2 * count) if cache.exists() else 0
        try:
            seen[done] = max(seen.get(done, 0), memory(process.pid))
        except OSError:
            break
    process.wait()
    return time.monotonic() - begun, [seen[tenth] for tenth in sorted(seen)]


def main() -> None:
    """Reads the arguments and prints the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as room:
        plans, cache = Path(room, "plans"), Path(room, "cache")
        plans.mkdir()
        make(plans, count)
        for name in ("empty cache", "full cache"):
            seconds, seen = run(plans, Path(room, "out"), cache, 2, count)
            told = " ".join(map(str, seen))
            print(f"{count} plans, {name}: {seconds:.0f} s, {count / seconds:.1f} plans a second; MB by tenths: {told}")
        size = sum(p.stat().st_size for p in Path(room, "out").rglob("*") if p.is_file()) / 1e6
        print(f"written: {size:.0f} MB")


if __name__ == "__main__":
    main()
