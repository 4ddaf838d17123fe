"""The words of schools as data: YAML files (or folders) in `rules/vocabulary/`, one a subject, merged over packs."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from planlint import datafile

_NOISE = re.compile(r"\(s\)|[^\w£%&/]+")
_LABEL = 100  # characters; what is shorter comes again and again
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def rules_folder() -> Path:
    """The folder of the built-in packs: inside the installed package, else the checkout's `rules/`."""
    installed = Path(__file__).parent / "rules"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "rules"


def words(name: str) -> str:
    """A heading, label or key as plain lower-case words: "by_when", "byWhen" and "By when?" give "by when"."""
    return _words(name) if len(name) < _LABEL else _words.__wrapped__(name)


@functools.lru_cache(4096)
def _words(name: str) -> str:
    return " ".join(_NOISE.sub(" ", _CAMEL.sub(" ", name).replace("_", " ")).lower().split())


class Vocabulary:
    """Parts by name; a part is what its YAML file holds.

    Further packs add to a part: mappings are merged, lists are joined, single values are replaced.
    """

    def __init__(self, parts: Mapping[str, Mapping[str, Any]], paths: Mapping[str, str] | None = None) -> None:
        self._parts = dict(parts)
        self.paths = dict(paths or {})

    def part(self, name: str) -> Mapping[str, Any]:
        """What the file `vocabulary/NAME.yaml` holds; empty if no pack has it."""
        return self._parts.get(name, {})

    def names(self, part: str) -> dict[str, str]:
        """For a part of the form {meaning: [names]}: each name, as plain words, to its meaning."""
        return {words(n): meaning for meaning, names in self.part(part).items() for n in names}

    def extended(self, parts: Mapping[str, Mapping[str, Any]]) -> Vocabulary:
        """This vocabulary with more words."""
        merged = dict(self._parts)
        for name, part in parts.items():
            merged[name] = _merge(merged.get(name, {}), part)
        return Vocabulary(merged, self.paths)


def _merge(old: Any, new: Any) -> Any:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return {**old, **{key: _merge(old[key], value) if key in old else value for key, value in new.items()}}
    if isinstance(old, list) and isinstance(new, list):
        return [*old, *(item for item in new if item not in old)]
    return new


def load(folders: Iterable[Path] = ()) -> Vocabulary:
    """The vocabulary of the built-in packs and of these packs' folders. Raises RuleError for a file not well formed."""
    return functools.reduce(_add_folder, folders, _builtin())


@functools.cache
def _builtin() -> Vocabulary:
    return _add_folder(Vocabulary({}), rules_folder())


def _add_folder(vocabulary: Vocabulary, folder: Path) -> Vocabulary:
    """A part is one file, or a folder of files that each hold some of its keys."""
    top = folder / "vocabulary"
    merged = vocabulary
    for file in [*sorted(top.glob("*.yaml")), *sorted(top.glob("*/*.yaml"))]:
        name = file.stem if file.parent == top else file.parent.name
        merged = merged.extended({name: datafile.load(file)})
        merged.paths[name] = str(file)
    return merged
