"""A configuration file to settings, each with its line; what it extends comes before it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from planlint import datafile
from planlint.config.keys import read_entries
from planlint.config.model import Config, Entry, Origin, merged
from planlint.datafile import LinedDict, LinedList
from planlint.errors import ConfigError, PlanlintError

OF_PACK = "config.yaml"  # what a pack sets for those who extend it


def load(path: Path, shown: str = "") -> Config:
    """The configuration in this file with all that it extends; `shown` names it in messages.

    Raises ConfigError with the line for a key that is not known, a value of the wrong kind, a file or pack that is not
    there, and files that extend each other.
    """
    return _load(path, shown or str(path), ())


def loads(text: str, path: str) -> Config:
    """The configuration in this text, as if it stood in the file `path`."""
    return _config(datafile.loads(text, path, ConfigError), Path(path), path, ())


def _load(path: Path, shown: str, above: tuple[Path, ...]) -> Config:
    return _config(datafile.load(path, ConfigError) if shown == str(path) else _named(path, shown), path, shown, above)


def _named(path: Path, shown: str) -> LinedDict:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise ConfigError(shown, f"cannot be read ({problem})", "check the file") from problem
    return datafile.loads(text, shown, ConfigError)


def _config(found: LinedDict, path: Path, shown: str, above: tuple[Path, ...]) -> Config:
    folder = path.absolute().parent
    config = Config()
    for name, line in _extended(found, shown):
        config = merged(config, _extend(name, Origin(shown, line, folder), (*above, path.resolve())))
    return merged(config, Config(tuple(read_entries(found, shown, folder)), (shown,)))


def _extended(found: LinedDict, path: str) -> list[tuple[str, int]]:
    value: Any = found.pop("extends", None)
    if value is None:
        return []
    if isinstance(value, str):
        return [(value, found.lines["extends"])]
    if isinstance(value, LinedList) and all(isinstance(item, str) for item in value):
        return list(zip(value, value.lines, strict=True))
    place = f"line {found.lines['extends']}"
    raise ConfigError(path, "'extends' names no file or pack", "write a name, or a list of names", place)


def _extend(name: str, origin: Origin, above: tuple[Path, ...]) -> Config:
    target = origin.folder / name
    if target.is_file():
        if target.resolve() in above:
            raise ConfigError(origin.path, f"'{name}' extends this file in turn", "take one of the two out",
                              f"line {origin.line}")  # fmt: skip
        return _load(target, _beside(origin.path, name), above)
    from planlint.packs import find_pack  # 100 ms that only a configuration with packs has to pay

    try:
        folder = find_pack(name, origin.folder)
    except PlanlintError as error:
        raise ConfigError(origin.path, error.what, error.remedy, f"line {origin.line}") from error
    own = folder / OF_PACK
    base = _load(own, f"{name}/{OF_PACK}", above) if own.is_file() else Config()
    return merged(base, Config((Entry(("packs",), name, origin),)))


def _beside(path: str, name: str) -> str:
    """A file's name as it is shown: beside the file that names it."""
    return os.path.normpath(Path(path).parent / name)
