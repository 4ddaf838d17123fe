"""What is known of a run's plans and rules from runs before it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from planlint.cache import Cache, files_key, key_of, program_key
from planlint.config import Config, Configs
from planlint.errors import PlanlintError
from planlint.files import Source
from planlint.report import Book, Failure, Outcome, PlanReport
from planlint.settings import Settings


def digest(data: bytes) -> str:
    """A name for the bytes of a plan."""
    return hashlib.sha256(data).hexdigest()


class Shelf:
    """A cache as a run sees it: keyed by a plan's bytes and name, the rules, configuration, settings and program.

    What cannot be named by a key (a pack that is not there) is simply not known.
    """

    def __init__(self, cache: Cache, settings: Settings) -> None:
        self._cache, self._settings = cache, settings
        self._configs = Configs(settings)
        self._keys: dict[str, str | None] = {}
        self._books: dict[str, Book] = {}
        self._changed = False

    def find(self, source: Source) -> Outcome | None:
        """What was found in this plan before; None if that is not known. Raises ConfigError."""
        key = self._key(source.path)
        if key is None or self.book(source.path) is None:
            return None
        try:
            found = self._cache.read(_plan_key(key, source.path, digest(source.load())))
        except PlanlintError:
            return None
        return found if isinstance(found, PlanReport | Failure) else None

    def book(self, path: str) -> Book | None:
        """The rules that are put to this plan; None if they are not known. Raises ConfigError."""
        key = self._key(path)
        if key is not None and key not in self._books:
            found = self._cache.read(key)
            if isinstance(found, Book):
                self._books[key] = found
        return self._books.get(key or "")

    def keep(self, path: str, name: str, outcome: Outcome) -> None:
        """Keeps what was found in the bytes of that name. A fault of planlint's own is not kept: it may pass."""
        key = self._key(path)
        if key is not None and name and not (isinstance(outcome, Failure) and outcome.bug):
            self._cache.write(_plan_key(key, path, name), outcome)
            self._changed = True

    def find_gathered(self, folder: str, path: str, name: str) -> dict[str, Any] | None:
        """What rules that look across plans gathered from the bytes of that name before; None if it is not known.

        folder: a path in the folder whose configuration says how they look.
        """
        key = self._key(folder)
        found = self._cache.read(_plan_key(key, f"gathered {path}", name)) if key is not None else None
        return found if isinstance(found, dict) else None

    def keep_gathered(self, folder: str, path: str, name: str, gathered: Mapping[str, Any]) -> None:
        """Keeps what they gathered."""
        key = self._key(folder)
        if key is not None:
            self._cache.write(_plan_key(key, f"gathered {path}", name), gathered)
            self._changed = True

    def keep_book(self, path: str, book: Book) -> None:
        """Keeps the rules that are put to this plan."""
        key = self._key(path)
        if key is not None and key not in self._books:
            self._books[key] = book
            self._cache.write(key, book)
            self._changed = True

    def close(self) -> None:
        """Sees to it that the cache stays within its room, if anything was added to it."""
        if self._changed:
            self._cache.prune()

    def _key(self, path: str) -> str | None:
        found = self._configs.of(path)
        settled = found.fingerprint()
        if settled not in self._keys:
            self._keys[settled] = self._rules_key(found, settled)
        return self._keys[settled]

    def _rules_key(self, config: Config, settled: str) -> str | None:
        try:
            packs = files_key((*_folders(config), *self._settings.folders))
            return key_of(program_key(), self._settings, settled, packs)
        except PlanlintError:
            return None


def _plan_key(rules: str, path: str, name: str) -> str:
    return key_of(rules, path, name)


def _folders(config: Config) -> list[Path]:
    entries = config.under("packs")
    if not entries:
        return []
    from planlint.packs import find_pack  # 100 ms that only a configuration with packs has to pay

    return [find_pack(str(entry.value), entry.origin.folder) for entry in entries]
