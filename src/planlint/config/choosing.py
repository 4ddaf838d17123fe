"""Which configuration holds for which plan of a run."""

from __future__ import annotations

import os
from pathlib import Path

from planlint.config.finding import find, shown
from planlint.config.model import Config, Entry, Origin
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
        """The setting that leaves this file out of a search; None if there is none. Raises ConfigError.

        That is an `exclude`; and what a configuration itself is made of, packs and what it extends, is no plan.
        """
        config = self.whole(path)
        return config.leaves_out(path) or _made_of(config, Path(os.path.abspath(path)))  # noqa: PTH100 - links stay

    def whole(self, path: str) -> Config:
        """The configuration as it stands, with all its `per-file` settings. Raises ConfigError."""
        given = self._settings.config
        file = given or (None if self._settings.reviewer else find(path))
        if file not in self._read:
            self._read[file] = load(file, str(given or shown(file))) if file else Config()
        return self._read[file]


def _made_of(config: Config, file: Path) -> Entry | None:
    """The setting by which this file is a part of the configuration: a pack it lies in, or its being extended."""
    for entry in config.under("packs"):
        beside = entry.origin.folder
        pack = Path(os.path.abspath(beside / str(entry.value)))  # noqa: PTH100 - links stay
        # a pack that holds the configuration's own folder holds the plans as well
        if file.is_relative_to(pack) and not beside.is_relative_to(pack):
            return entry
    for name in config.files:
        if file == Path(os.path.abspath(name)):  # noqa: PTH100 - links stay
            return Entry(("extends",), name, Origin(name, 1))
    return None
