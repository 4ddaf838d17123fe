"""What is found in plans, kept on disk while a batch runs, so that no plan stays in memory."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planlint import frozen


@dataclass(frozen=True, slots=True)
class Spool:
    """A folder of values by name and number."""

    folder: Path

    def keep(self, name: str, number: int, value: Any) -> None:
        """Keeps a plan, report or plain data. Raises OSError if the disk is full."""
        self._path(name, number).write_bytes(zlib.compress(frozen.freeze(value).encode("ascii"), 1))

    def take(self, name: str, number: int) -> Any:
        """What was kept. Raises OSError if nothing was."""
        return frozen.thaw(zlib.decompress(self._path(name, number).read_bytes()).decode("ascii"))

    def keep_plain(self, name: str, number: int, value: Any) -> None:
        """Keeps lists, mappings, texts and numbers; quicker than `keep`."""
        data = json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode("ascii")
        self._path(name, number).write_bytes(zlib.compress(data, 1))

    def take_plain(self, name: str, number: int) -> Any:
        """What was kept so."""
        return json.loads(zlib.decompress(self._path(name, number).read_bytes()))

    def _path(self, name: str, number: int) -> Path:
        return self.folder / f"{number:06d}.{name}"
