"""Plans, rules and reports to JSON and back, each part that comes twice written once."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from planlint import plan, report, rule

_CLASSES: tuple[type, ...] = tuple(
    found
    for module in (plan, rule, report)
    for found in vars(module).values()
    if isinstance(found, type) and is_dataclass(found) and found.__module__ == module.__name__
)
_NUMBERS = {found: number for number, found in enumerate(_CLASSES)}
_NAMES = {found: tuple(f.name for f in fields(found)) for found in _CLASSES}
_PLAIN = (str, int, float, bool, type(None))


def freeze(value: Any) -> str:
    """The value as JSON: a list of parts, each made of those before it, the last being the value.

    Raises TypeError for what is neither plain data nor part of a plan, rule or report.
    """
    pool = _Pool()
    pool.add(value)
    return json.dumps(pool.parts, ensure_ascii=True, separators=(",", ":"))


def thaw(text: str) -> Any:
    """What was frozen. Raises ValueError if it is no such text."""
    try:
        made: list[Any] = []
        parts = json.loads(text)
        if not isinstance(parts, list):
            raise ValueError("not a frozen value")
        for part in parts:
            made.append(_make(part, made) if isinstance(part, list) else part)
        return made[-1]
    except (TypeError, IndexError, AttributeError, RecursionError) as problem:
        raise ValueError("not a frozen value") from problem


class _Pool:
    def __init__(self) -> None:
        self.parts: list[Any] = []
        self._places: dict[Any, int] = {}
        self._seen: dict[int, tuple[Any, int]] = {}  # by address; the value is held so that it keeps its address

    def add(self, value: Any) -> int:
        """The number of the part that stands for the value."""
        if isinstance(value, _PLAIN):
            return self._place((type(value), value), value)
        known = self._seen.get(id(value))
        if known is None:
            part = self._part(value)
            known = self._seen[id(value)] = (value, self._place(tuple(part), part))
        return known[1]

    def _place(self, key: Any, part: Any) -> int:
        place = self._places.setdefault(key, len(self.parts))
        if place == len(self.parts):
            self.parts.append(part)
        return place

    def _part(self, value: Any) -> list[Any]:
        number = _NUMBERS.get(type(value))
        if number is not None:
            return [number, *(self.add(getattr(value, name)) for name in _NAMES[type(value)])]
        if isinstance(value, tuple | list):
            return ["tuple" if isinstance(value, tuple) else "list", *map(self.add, value)]
        if isinstance(value, Mapping):
            return ["map", *(self.add(item) for pair in value.items() for item in pair)]
        if isinstance(value, frozenset):
            return ["set", *map(self.add, sorted(value))]
        if isinstance(value, datetime.date):
            return ["date", self.add(value.isoformat())]
        if isinstance(value, Path):
            return ["path", self.add(str(value))]
        raise TypeError(f"{type(value).__name__} cannot be kept")


def _make(part: list[Any], made: list[Any]) -> Any:
    kind = part[0]
    items = [made[place] for place in part[1:]]
    if isinstance(kind, int):
        return _CLASSES[kind](*items)
    match kind:
        case "tuple":
            return tuple(items)
        case "list":
            return items
        case "map":
            return dict(zip(items[::2], items[1::2], strict=True))
        case "set":
            return frozenset(items)
        case "date":
            return datetime.date.fromisoformat(items[0])
        case "path":
            return Path(items[0])
    raise ValueError("not a frozen value")
