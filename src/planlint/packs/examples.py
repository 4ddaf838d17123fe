"""A rule's examples as written: passages, rows and small plans, with the expected findings marked <<so>>."""

from __future__ import annotations

from planlint import datafile
from planlint.datafile import LinedDict, LinedList
from planlint.errors import RuleError
from planlint.rule import Example

FINDING_LISTS = ("fail", "pass")
LEVEL_LISTS = ("addressed", "mentioned", "absent")


def read_examples(found: LinedDict, path: str) -> tuple[Example, ...]:
    """The examples under `examples:`, in the order of the file. Raises RuleError with the line."""
    value, line = found["examples"], found.lines["examples"]
    if not isinstance(value, LinedDict):
        raise RuleError(
            path, "'examples' is empty", "give at least one under 'fail' and one under 'pass'", f"line {line}"
        )
    levelled = any(key in LEVEL_LISTS for key in value)
    lists = LEVEL_LISTS if levelled else FINDING_LISTS
    datafile.expect_keys(value, lists, path)
    for key in lists:
        if not value.get(key):
            raise RuleError(path, f"no example under '{key}'", "give at least one", f"line {value.line}")
    return tuple(_example(text, key, path, line) for key in value for text, line in _items(value, key, path))


def _items(value: LinedDict, key: str, path: str) -> list[tuple[object, int]]:
    items = value[key]
    if not isinstance(items, LinedList):
        raise RuleError(path, f"'{key}' is not a list", "write '- ...' lines", f"line {value.lines[key]}")
    return list(zip(items, items.lines, strict=True))


def _example(value: object, key: str, path: str, line: int) -> Example:
    level = key if key in LEVEL_LISTS else None
    fails = key in ("fail", "mentioned", "absent")
    if isinstance(value, str):
        return Example(value, fails, level, line)
    if isinstance(value, LinedDict) and all(isinstance(text, str) for text in value.values()):
        return Example(value, fails, level, line)
    raise RuleError(
        path, "an example that is neither a passage nor a row", "write words, or 'role: words' pairs", f"line {line}"
    )
