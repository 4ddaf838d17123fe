"""A configuration as read: single settings, each with the file and line it stands in."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

LISTS = ("packs", "ignore", "exclude")  # a nearer file adds to these; it replaces all else


@dataclass(frozen=True, slots=True)
class Origin:
    """The file and line (from 1) a setting stands in; `folder` is what its relative names are relative to."""

    path: str
    line: int
    folder: Path = Path()

    def __str__(self) -> str:
        return f"{self.path}, line {self.line}"


@dataclass(frozen=True, slots=True)
class Entry:
    """One setting: its keys from the outermost ("severity", "actions/missing-lead"), its value, where it stands.

    A list is one Entry an item.
    """

    key: tuple[str, ...]
    value: Any
    origin: Origin


@dataclass(frozen=True)
class Config:
    """Settings in order of precedence, the strongest last; empty if no file says anything.

    elsewhere: `per-file` settings for other plans; their names must be right, and nothing else follows from them.
    """

    entries: tuple[Entry, ...] = ()
    files: tuple[str, ...] = ()
    elsewhere: tuple[Entry, ...] = ()

    def under(self, *key: str) -> tuple[Entry, ...]:
        """The settings whose keys begin with these."""
        return tuple(e for e in self.entries if e.key[: len(key)] == key)

    def value(self, *key: str) -> Any:
        """The value of a single setting; None if there is none."""
        return next((e.value for e in reversed(self.under(*key))), None)

    def texts(self, *key: str) -> tuple[str, ...]:
        """The items of a list."""
        return tuple(str(e.value) for e in self.under(*key))

    def today(self) -> datetime.date | None:
        """The day plans are judged on."""
        value = self.value("today")
        return datetime.date.fromisoformat(value) if value else None

    def tree(self, *key: str) -> dict[str, Any]:
        """The settings under a key as nested mappings; what stands twice there becomes a list."""
        found: dict[str, Any] = {}
        for entry in self.under(*key):
            *outer, last = entry.key[len(key) :]
            inner = found
            for name in outer:
                inner = inner.setdefault(name, {})
            inner[last] = entry.value
        return found

    def leaves_out(self, path: str) -> Entry | None:
        """The `exclude` that this plan falls under; None if there is none."""
        return next((e for e in self.under("exclude") if _fits(e.origin.folder, str(e.value), path)), None)

    def for_plan(self, path: str) -> Config:
        """What holds for this plan: `per-file` settings whose glob fits it take their place behind the others."""
        general = tuple(e for e in self.entries if e.key[0] != "per-file")
        settled = [(fits, Entry(e.key[2:], e.value, e.origin)) for e, fits in self._of_file(path)]
        found = merged(Config(general, self.files), Config(tuple(entry for fits, entry in settled if fits)))
        return replace(found, elsewhere=tuple(entry for fits, entry in settled if not fits))

    def _of_file(self, path: str) -> Iterator[tuple[Entry, bool]]:
        known: dict[tuple[Path, str], bool] = {}
        for entry in self.under("per-file"):
            glob = entry.origin.folder, entry.key[1]
            if glob not in known:
                known[glob] = _fits(*glob, path)
            yield entry, known[glob]

    def fingerprint(self) -> str:
        """The same text for the same settings, whatever file they stand in; a pack's folder counts."""
        entries = (*self.entries, *self.elsewhere)
        told = [(e.key, e.value, str(e.origin.folder) if e.key[0] == "packs" else "") for e in entries]
        return json.dumps(told, ensure_ascii=False, default=str)


def merged(base: Config, nearer: Config) -> Config:
    """Both, where they differ as the nearer one says."""
    replaced = {e.key for e in nearer.entries if e.key[-1] not in LISTS}
    kept = tuple(e for e in base.entries if e.key not in replaced)
    files = tuple(dict.fromkeys((*base.files, *nearer.files)))
    return Config((*kept, *nearer.entries), files)


def _fits(folder: Path, pattern: str, path: str) -> bool:
    from pathspec import GitIgnoreSpec  # 30 ms that only a configuration with globs has to pay

    name = os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")  # noqa: PTH100 - links are not followed
    return GitIgnoreSpec.from_lines([pattern]).match_file(name)
