"""A rule's options as written, turned into what its check's signature asks for."""

from __future__ import annotations

import datetime
import importlib
import inspect
import pkgutil
import re
import types
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from planlint import checks, datafile
from planlint.datafile import LinedDict, LinedList
from planlint.errors import RuleError
from planlint.packs.folders import load_check, own_checks
from planlint.reading import Cues
from planlint.rule import Rule

Collect = Callable[[Any, "Place"], Cues]
TRUTH = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
_MAKERS: dict[Any, tuple[Callable[[str], Any], str]] = {
    str: (str, "words"),
    int: (int, "a whole number"),
    float: (float, "a number"),
    bool: (lambda text: TRUTH[text.lower()], "yes or no"),
    datetime.date: (datetime.date.fromisoformat, "a date (2026-07-17)"),
}


class Place:
    """Where an option stands, for errors: the rule's file, the option's name, its line."""

    def __init__(self, path: str, name: str, line: int) -> None:
        self.path, self.name, self.line = path, name, line

    def wrong(self, what: str, remedy: str) -> RuleError:
        """The error that says what is wrong here."""
        return RuleError(self.path, what, remedy, f"line {self.line}")


def find_check(rule: Rule, folders: Sequence[Path] = ()) -> types.ModuleType:
    """The module of the check a rule names, "-" and "_" being the same.

    That is `checks/NAME.py` in the rule's own pack, one of these packs' `folders`, or else `planlint/checks/NAME.py`.
    Raises RuleError with the nearest right name if there is none.
    """
    name = rule.check.replace("-", "_")
    owned = own_checks(folders, rule.path)
    if name in owned:
        return load_check(owned[name], rule)
    if name.isidentifier() and name in _modules():
        module = importlib.import_module(f"{checks.__name__}.{name}")
        if hasattr(module, "check"):
            return module
    if any((folder / "checks" / f"{name}.py").is_file() for folder in Path(rule.path).parents):
        what = f"the check '{rule.check}' of this pack runs only where a configuration names the pack"
        raise RuleError(rule.path, what, "add the pack to 'packs' in .planlint.yaml", f"line {_line(rule.options)}")
    known = [m for m in _modules() if hasattr(importlib.import_module(f"{checks.__name__}.{m}"), "check")]
    known += owned
    hint = datafile.nearest(name, known)
    remedy = f"did you mean '{hint}'" if hint else f"use one of: {', '.join(known)}"
    raise RuleError(rule.path, f"there is no check '{rule.check}'", remedy, f"line {_line(rule.options)}")


def _modules() -> list[str]:
    return sorted(m.name for m in pkgutil.iter_modules(checks.__path__))


def bind(rule: Rule, function: Callable[..., Any], collect: Collect) -> dict[str, Any]:
    """The keyword arguments for `function`: the rule's options, each converted to its type hint.

    collect: gives the handle for a list of cues.
    Raises RuleError for an option that is unknown, missing or of the wrong kind.
    """
    hints = get_type_hints(function)
    wanted = {n: p for n, p in inspect.signature(function).parameters.items() if p.kind is p.KEYWORD_ONLY}
    written = rule.options
    set_in = rule.extra.get("set_in", {})
    if isinstance(written, LinedDict):
        _expect_options(written, wanted, rule.path, set_in)
    bound = {}
    for name, parameter in wanted.items():
        line = getattr(written, "lines", {}).get(name, _line(written))
        place = Place(set_in.get(name, rule.path), name, line)
        if name in written:
            bound[name] = convert(written[name], hints[name], place, collect)
        elif parameter.default is parameter.empty:
            raise place.wrong(f"the check '{rule.check}' needs the option '{name}'", f"add a line '{name}: ...'")
    return bound


def _expect_options(written: LinedDict, wanted: Mapping[str, Any], path: str, set_in: Mapping[str, str]) -> None:
    """Raises RuleError for an option that the check does not have, and names the file that gives it."""
    for name in written:
        one = LinedDict({name: written[name]})
        one.lines = {name: written.lines[name]}
        datafile.expect_keys(one, wanted, set_in.get(name, path))


def convert(value: Any, hint: Any, place: Place, collect: Collect) -> Any:
    """A value as YAML gives it (texts, lists, mappings) as the type hint wants it. Raises RuleError."""
    if hint is Cues:
        return collect(value, place)
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        kinds = [kind for kind in inner if kind is not type(None)]
        return None if value in ("", None) else convert(value, kinds[0], place, collect)
    if origin is Literal:
        return _word(value, [str(word) for word in inner], place)
    if origin is re.Pattern:
        return _pattern(value, place)
    if origin in (tuple, frozenset):
        kind = origin
        return kind(convert(item, inner[0], place, collect) for item in _list(value, place))
    if origin is not None and issubclass(origin, Mapping):
        return {key: convert(item, inner[1], _inner(place, value, key), collect) for key, item in _pairs(value, place)}
    return _scalar(value, hint, place)


def _scalar(value: Any, hint: Any, place: Place) -> Any:
    make, kind = _MAKERS[hint]
    text = as_text(value)
    if text is not None:
        try:
            return make(text)
        except (ValueError, KeyError):
            pass
    raise place.wrong(f"'{place.name}' is not {kind}", f"write {kind}")


def as_text(value: Any) -> str | None:
    """A single value as it was written, or nearly so; None for a list or mapping."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, str | int | float | datetime.date) else None


def _pattern(value: Any, place: Place) -> re.Pattern[str]:
    try:
        return re.compile(value)
    except (re.error, TypeError) as problem:
        raise place.wrong(f"'{value}' is not a regular expression ({problem})", "mend it") from problem


def _word(value: Any, known: list[str], place: Place) -> str:
    if value in known:
        return str(value)
    hint = datafile.nearest(str(value), known)
    remedy = f"did you mean '{hint}'" if hint else f"use one of: {', '.join(known)}"
    raise place.wrong(f"'{place.name}' cannot be '{value}'", remedy)


def _list(value: Any, place: Place) -> list[Any]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, LinedList):
        return list(value)
    raise place.wrong(f"'{place.name}' is not a list", "write '- ...' lines")


def _pairs(value: Any, place: Place) -> list[tuple[str, Any]]:
    if isinstance(value, LinedDict):
        return list(value.items())
    raise place.wrong(f"'{place.name}' is not a mapping", "write 'name: value' lines")


def _inner(place: Place, value: Any, key: str) -> Place:
    return Place(place.path, f"{place.name}.{key}", getattr(value, "lines", {}).get(key, place.line))


def _line(found: Any) -> int:
    return getattr(found, "line", 1)
