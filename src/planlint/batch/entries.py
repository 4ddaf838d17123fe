"""The files of a batch and what became of each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal

from planlint.batch.folder import File
from planlint.report import Failure, Finding
from planlint.reporters.tables import Entry, Part

Fate = Literal["", "could not be read", "took too long", "passed over", "not reached", "planlint broke"]


@dataclass(slots=True)
class Item:
    """One file of the folder: its number from 1, and what became of it so far.

    fate:  "" if it was read; else why it was not, in short, and in `failure` in full.
    label: what it is called in everything that is written.
    page:  the name of its page.
    """

    number: int
    file: File
    label: str
    fate: Fate = ""
    failure: Failure | None = None
    digest: str = ""
    page: str = ""
    title: str = ""
    levels: dict[str, str] = field(default_factory=dict)
    severities: dict[str, int] = field(default_factory=dict)
    rules: dict[str, tuple[str, int]] = field(default_factory=dict)
    fails: bool = False

    def fail(self, fate: Fate, failure: Failure) -> None:
        """Says that nothing is told of it."""
        self.fate, self.failure = fate, failure


@dataclass(frozen=True, slots=True)
class Batch:
    """A finished batch: every file below the folder, and what was found across the plans.

    parts:   the components that plans are judged by; entries: what the tables say of each plan that was read.
    drawn:   the plans for moderators, drawn by the seed.
    stopped: True if it was ended before every file had its turn.
    says:    what each rule says, with '…' for a plan's own words.
    """

    folder: str
    items: tuple[Item, ...]
    parts: tuple[Part, ...] = ()
    entries: tuple[Entry, ...] = ()
    across: tuple[Finding, ...] = ()
    drawn: tuple[Item, ...] = ()
    seed: int = 1
    stopped: bool = False
    says: Mapping[str, str] = field(default_factory=dict)

    @property
    def read(self) -> list[Item]:
        """The plans that were read, in order."""
        return [item for item in self.items if not item.fate]

    @property
    def unread(self) -> list[Item]:
        """The files that were not, in order."""
        return [item for item in self.items if item.fate]


def items(files: Iterable[File], blind: bool) -> list[Item]:
    """The files in their order, those that are no plans with their fate; `blind` takes away their names."""
    found = []
    for number, file in enumerate(files, 1):
        ending = PurePosixPath(file.name).suffix.lower()
        label = f"plan-{number:04d}{ending}" if blind else file.name
        item = Item(number, file, label, page=f"{number:04d}.html")
        if file.aside:
            item.fail("passed over", Failure(file.path, file.aside))
        found.append(item)
    return found


def sample(read: Iterable[Item], size: int, seed: int) -> list[Item]:
    """So many of the plans, drawn by the seed, in order.

    Each is ranked by the SHA-256 of seed, digest and number, so that anybody can draw the same again.
    """
    ranked = sorted(read, key=lambda item: hashlib.sha256(f"{seed}:{item.digest}:{item.number}".encode()).hexdigest())
    return sorted(ranked[:size], key=lambda item: item.number)
