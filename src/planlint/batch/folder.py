"""Every file below a folder: the plans to be read, and the others, each with why it is not one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from planlint.config import Configs
from planlint.errors import PlanlintError, ReadError
from planlint.files import LOCK, Source, check_file, find
from planlint.settings import Settings


@dataclass(frozen=True, slots=True)
class File:
    """A file below the folder: its path, its name from the folder down, and, if it is no plan to be read, why."""

    path: str
    name: str
    aside: str = ""


def survey(folder: str, settings: Settings) -> list[File]:
    """Every file below the folder in order of path, hidden ones and Word's lock files left out.

    Raises ConfigError for a configuration that is not well formed, and ReadError if there is no such folder.
    """
    if not Path(folder).is_dir():
        raise ReadError(folder, "is not a folder", "give the folder that the plans are in")
    configs = Configs(settings)
    files: dict[str, str] = {}
    for found in find([folder]):
        if isinstance(found, Source):
            excluded = configs.excluded(found.path)
            files[found.path] = f"{found.path}: excluded by {excluded.origin}." if excluded else ""
        elif isinstance(found, PlanlintError) and found.path != folder:
            files[found.path] = str(found)
    for path in _everything(folder):
        if path not in files:
            files[path] = _why_not(path)
    return [File(path, _below(folder, path), aside) for path, aside in sorted(files.items())]


def _everything(folder: str) -> Iterator[str]:
    for at, inside, names in os.walk(folder):
        inside[:] = sorted(name for name in inside if not name.startswith("."))
        yield from (str(Path(at, name)) for name in sorted(names) if not name.startswith((".", LOCK)))


def _why_not(path: str) -> str:
    try:
        check_file(path)
    except PlanlintError as error:
        return str(error)
    return f"{path}: left out by .gitignore, or the same file as another under a second name."


def _below(folder: str, path: str) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()
