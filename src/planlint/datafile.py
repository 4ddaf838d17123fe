"""YAML files of planlint's own (rules, vocabulary, configuration), read with the line of every key for clear errors."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from planlint.errors import PlanlintError, RuleError

_Base: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class LinedDict(dict[str, Any]):
    """A mapping that knows its own line and the line of each key, from 1."""

    line: int = 0
    lines: dict[str, int]


class LinedList(list[Any]):
    """A list that knows its own line and the line of each item, from 1."""

    line: int = 0
    lines: list[int]


class _Loader(_Base):  # type: ignore[misc]
    """Safe YAML in which every scalar stays the text it is, so that `no`, `1.10` and dates mean themselves."""


def _mapping(loader: Any, node: yaml.MappingNode) -> LinedDict:
    loader.flatten_mapping(node)
    found = LinedDict()
    found.line, found.lines = node.start_mark.line + 1, {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if isinstance(key, int) and not isinstance(key, bool):
            key = key_node.value  # a year is a name like any other
        if not isinstance(key, str):
            raise yaml.constructor.ConstructorError(
                None, None, "a key must be a word", key_node.start_mark
            )
        if key in found:
            raise yaml.constructor.ConstructorError(
                None, None, f"the key '{key}' stands here twice", key_node.start_mark
            )
        found[key] = loader.construct_object(value_node, deep=True)
        found.lines[key] = key_node.start_mark.line + 1
    return found


def _sequence(loader: Any, node: yaml.SequenceNode) -> LinedList:
    found = LinedList(loader.construct_object(child, deep=True) for child in node.value)
    found.line, found.lines = node.start_mark.line + 1, [child.start_mark.line + 1 for child in node.value]
    return found


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
_Loader.add_constructor("tag:yaml.org,2002:seq", _sequence)
def _boolean(loader: Any, node: yaml.ScalarNode) -> bool | str:
    """True and false alone; "no", "on" and "off" are words in a word list."""
    return {"true": True, "false": False}.get(node.value.lower(), str(node.value))


_Loader.add_constructor("tag:yaml.org,2002:bool", _boolean)
_Loader.add_constructor("tag:yaml.org,2002:timestamp", lambda loader, node: loader.construct_scalar(node))


def load(path: Path, error: type[PlanlintError] = RuleError) -> LinedDict:
    """The mapping in a YAML file. Raises `error` with the line if it is not readable, not YAML or not a mapping."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as problem:
        raise error(str(path), "there is no such file", "check the name") from problem
    except (OSError, UnicodeDecodeError) as problem:
        raise error(str(path), f"cannot be read ({problem})", "check the file") from problem
    return loads(text, str(path), error)


def loads(text: str, path: str, error: type[PlanlintError] = RuleError) -> LinedDict:
    """The mapping in YAML text; `path` names it in errors."""
    try:
        found = yaml.load(text, Loader=_Loader)  # a subclass of the safe loader
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark
        place = f"line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        what = f"is not valid YAML ({problem.problem or problem.context})"
        raise error(path, what, "mend it there", place) from problem
    except yaml.YAMLError as problem:
        raise error(path, f"is not valid YAML ({problem})", "mend it") from problem
    if found is None:
        return _empty()
    if not isinstance(found, LinedDict):
        raise error(path, "holds no keys", "write it as 'key: value' lines", "line 1")
    return found


def _empty() -> LinedDict:
    found = LinedDict()
    found.line, found.lines = 1, {}
    return found


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, or "" if none is."""
    return next(iter(difflib.get_close_matches(word, list(known), 1, 0.5)), "")


def expect_keys(
    found: LinedDict, known: Iterable[str], path: str, error: type[PlanlintError] = RuleError
) -> None:
    """Raises `error` at the first key that is not known, with its line and the nearest right name."""
    known = list(known)
    for key in found:
        if key not in known:
            hint = nearest(key, known)
            remedy = f"did you mean '{hint}'?" if hint else f"use one of: {', '.join(known)}"
            raise error(path, f"unknown key '{key}'", remedy.rstrip("?"), f"line {found.lines[key]}")
