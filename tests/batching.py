"""A batch run in this process over stand-in plans (see `line`), and what it has written."""

from __future__ import annotations

import csv
import datetime
import os
import time
from pathlib import Path
from typing import Any

import pytest

import line
from planlint import readers
from planlint.batch.entries import Batch
from planlint.batch.run import run
from planlint.batch.stages import Options
from planlint.cache import Cache
from planlint.plan import Plan
from planlint.settings import Settings
from planlint.vocabulary import Vocabulary

SETTINGS = Settings(datetime.date(2026, 10, 1))


class Watch:
    """Notes what it is told; `after` so many steps it interrupts, as Ctrl-C does."""

    def __init__(self, after: int = -1) -> None:
        self.after, self.steps, self.stages = after, 0, []

    def begin(self, what: str, total: int) -> None:
        self.stages.append((what, total))

    def step(self, name: str) -> None:
        self.steps += 1
        if self.steps == self.after:
            raise KeyboardInterrupt

    def tick(self) -> None:
        pass


def use(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plans are read as `line` reads them; "hang" takes for ever, and "die" ends the process."""
    line.use(monkeypatch)

    def read(path: str, data: bytes, vocabulary: Vocabulary) -> Plan:
        words = data.decode().splitlines()
        if "hang" in words:
            time.sleep(60)
        if "die" in words:
            os._exit(9)
        return line.read(path, data, vocabulary)

    monkeypatch.setattr(readers, "read", read)


def write(folder: Path, **plans: str) -> Path:
    """Plans of these lines, parted by "/"."""
    folder.mkdir(exist_ok=True)
    for name, lines in plans.items():
        (folder / f"{name}.md").write_text(lines.replace("/", "\n"), encoding="utf-8")
    return folder


def batch(
    folder: Path, output: Path, cache: Path | None = None, watch: Watch | None = None, settings: Settings = SETTINGS,
    **options: Any,
) -> Batch:  # fmt: skip
    """The batch run with these options."""
    kept = Cache(cache) if cache else None
    return run(str(folder), output, settings, Options(**options), kept, watch or Watch())


def files(output: Path) -> dict[str, bytes]:
    """Everything in a folder, by name."""
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in sorted(output.rglob("*")) if p.is_file()}


def table(output: Path, name: str) -> list[list[str]]:
    """The rows of a CSV file, its headings first."""
    with (output / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))
