"""Which configuration holds for which plan of a run."""

from __future__ import annotations

from pathlib import Path

from planlint.config.finding import find, shown
from planlint.config.model import Config, Entry
from planlint.config.reading import load
from planlint.settings import Settings


class Configs:
    """The configurations of a run, each read when the first plan comes that it holds for."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._read: dict[Path | None, Config] = {}

    def of(self, path: str) -> Config:
        """The configuration of this plan, `per-file` settings settled. Raises ConfigError if it is not well formed."""
        return self.whole(path).for_plan(path)

    def excluded(self, path: str) -> Entry | None:
        """The setting that leaves this plan out of a search; None if there is none. Raises ConfigError."""
        return self.whole(path).leaves_out(path)

    def whole(self, path: str) -> Config:
        """The configuration as it stands, with all its `per-file` settings. Raises ConfigError."""
        given = self._settings.config
        file = given or (None if self._settings.reviewer else find(path))
        if file not in self._read:
            self._read[file] = load(file, str(given or shown(file))) if file else Config()
        return self._read[file]
