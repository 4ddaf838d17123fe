"""What planlint found before, kept in the system's cache folder, so that an unchanged plan need not be read again."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from planlint import frozen
from planlint.errors import PlanlintError
from planlint.vocabulary import rules_folder

FOLDER_NAMED = "PLANLINT_CACHE_DIR"
ROOM = 100 * 1024 * 1024
LARGEST = 64 * 1024 * 1024  # of one entry, unpacked
_ENDING = ".entry"
_SUM = 64


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries, each under the key of all that it rests on.

    An entry that is damaged, was made for another key or belongs to another user counts as missing. Nothing that goes
    wrong here is an error: without the cache planlint is only slower.

    room: bytes that the entries may take together; those used longest ago give way.
    """

    folder: Path
    room: int = ROOM

    def read(self, key: str) -> Any:
        """What is kept under the key; None if nothing is, or nothing that can be relied on."""
        path = self._path(key)
        try:
            with path.open("rb") as file:
                if hasattr(os, "getuid") and os.fstat(file.fileno()).st_uid != os.getuid():
                    return None
                value = _unpacked(file.read(LARGEST), key)
            os.utime(path)
            return value
        except (OSError, ValueError, zlib.error, MemoryError):
            return None

    def write(self, key: str, value: Any) -> None:
        """Keeps the value under the key, if it can be kept; whole or not at all, whoever else writes there."""
        path = self._path(key)
        with contextlib.suppress(OSError, TypeError, RecursionError):
            data = _packed(key, value)
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=".")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                Path(name).replace(path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise

    def entries(self) -> list[tuple[Path, os.stat_result]]:
        """The entries, and what cut-off runs left behind, with size and time; those used longest ago first."""
        found = []
        for path in self.folder.glob("??/*"):
            with contextlib.suppress(OSError):
                if path.suffix == _ENDING or path.name.startswith("."):
                    found.append((path, path.lstat()))
        return sorted(found, key=lambda entry: (entry[1].st_mtime_ns, entry[0]))

    def prune(self) -> None:
        """Takes away the entries used longest ago until the others fit into the room, with some to spare."""
        found = self.entries()
        size = sum(stat.st_size for _, stat in found)
        for path, stat in found if size > self.room else ():
            if size <= self.room * 3 // 4:
                break
            with contextlib.suppress(OSError):
                path.unlink()
            size -= stat.st_size

    def clear(self) -> int:
        """Takes away every entry; gives how many there were. Raises OSError if one cannot be taken away."""
        found = self.entries()
        for path, _ in found:
            path.unlink(missing_ok=True)
        for folder in self.folder.glob("??"):
            with contextlib.suppress(OSError):
                folder.rmdir()
        return len(found)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}{_ENDING}"


def _packed(key: str, value: Any) -> bytes:
    body = zlib.compress(f"{key}\n{frozen.freeze(value)}".encode("ascii"), 1)
    return hashlib.sha256(body).hexdigest().encode() + body


def _unpacked(data: bytes, key: str) -> Any:
    told, body = data[:_SUM], data[_SUM:]
    if hashlib.sha256(body).hexdigest().encode() != told:
        raise ValueError("damaged")
    unpacker = zlib.decompressobj()
    text = unpacker.decompress(body, LARGEST)
    if not unpacker.eof:
        raise ValueError("too large")
    name, _, frozen_value = text.decode("ascii").partition("\n")
    if name != key:
        raise ValueError("kept under another key")
    return frozen.thaw(frozen_value)


def standard() -> Cache | None:
    """The user's own cache; None if PLANLINT_CACHE_DIR is set to nothing, or the system has no place for one."""
    named = os.environ.get(FOLDER_NAMED)
    if named is not None:
        return Cache(Path(named)) if named else None
    from platformdirs import user_cache_path

    with contextlib.suppress(OSError, RuntimeError):
        return Cache(user_cache_path("planlint", appauthor=False))
    return None


def key_of(*parts: object) -> str:
    """The key for all these: data as it is, anything else by its repr."""
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else repr(part).encode("utf-8", "backslashreplace")
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()


def files_key(folders: Iterable[Path]) -> str:
    """A key for the bytes and names of all files of rules, words and checks in these folders.

    Raises PlanlintError if one of them cannot be read.
    """
    parts = [part for folder in folders for part in _contents(folder)]
    return key_of(*parts)


def _contents(folder: Path) -> Iterator[object]:
    yield str(folder)
    for at, inside, names in os.walk(folder):
        inside[:] = sorted(name for name in inside if name != "__pycache__")
        for name in sorted(names):
            if name.endswith((".yaml", ".yml", ".py", ".json")):
                path = Path(at, name)
                try:
                    yield from (str(path), path.read_bytes())
                except OSError as problem:
                    raise PlanlintError(str(path), f"cannot be read ({problem})", "check the file") from problem


@cache
def program_key() -> str:
    """A key for planlint itself: its code, its rules, the Python it runs on, and what is installed beside it."""
    installed: list[str] = []
    for entry in sys.path:
        with contextlib.suppress(OSError):
            names = sorted(path.name for path in Path(entry or ".").iterdir())
            installed += [name for name in names if name.endswith((".dist-info", ".egg-info"))]
    return key_of(sys.version, sys.platform, installed, files_key((Path(__file__).parent, rules_folder())))
