"""Packs of others: the folders they stand in, and the checks they bring."""

from __future__ import annotations

import hashlib
import importlib.util
import sys
import types
from collections.abc import Sequence
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from planlint import datafile
from planlint.errors import ConfigError, RuleError
from planlint.rule import Rule

GROUP = "planlint.packs"


def find_pack(name: str, beside: Path) -> Path:
    """The folder of a pack: a folder of that name below `beside`, or the package that announces itself by that name.

    A package announces itself by an entry point of the group `planlint.packs` whose value is the package that holds
    the rules. Its code is not run by being found. Raises ConfigError, about `name`, if there is neither.
    """
    folder = beside / name
    if folder.is_dir():
        return folder
    announced = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name in announced:
        return _package_folder(announced[name])
    hint = datafile.nearest(name, [*sorted(announced), *_there(beside, name)])
    remedy = f"did you mean '{hint}'" if hint else "name a folder of rules, or install the package that brings the pack"
    raise ConfigError(name, f"there is no file, folder or installed pack '{name}'", remedy)


def _there(beside: Path, name: str) -> list[str]:
    """What might have been meant: packs in the folder that the name points to, and files if it is that of one."""
    folder, ending = (beside / name).parent, Path(name).suffix
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    meant = [p for p in found if (p / "pack.yaml").is_file() or (ending and p.suffix == ending and p.is_file())]
    return [str(Path(name).parent / p.name) for p in meant]


def _package_folder(entry: EntryPoint) -> Path:
    try:
        spec = importlib.util.find_spec(entry.module)
    except ImportError:
        spec = None
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if Path(place).is_dir():
            return Path(place)
    what = f"the installed pack '{entry.name}' names '{entry.module}', where there is no folder"
    raise ConfigError(entry.name, what, "ask its maker")


def own_checks(folders: Sequence[Path], rule: str) -> dict[str, Path]:
    """The checks of these packs by name; of two with one name, that of the pack which holds the file `rule`."""
    ordered = sorted(folders, key=lambda folder: Path(rule).resolve().is_relative_to(folder.resolve()))
    return {
        file.stem: file
        for folder in ordered
        for file in sorted((folder / "checks").glob("*.py"))
        if file.stem.isidentifier() and not file.stem.startswith("_")
    }


def load_check(file: Path, rule: Rule) -> types.ModuleType:
    """The check in this file, loaded once. Raises RuleError, naming the file, if it cannot be loaded."""
    whole = str(file.resolve())
    name = f"planlint_pack_{hashlib.sha256(whole.encode()).hexdigest()[:12]}_{file.stem}"
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, whole)
    if spec is None or spec.loader is None:
        raise RuleError(str(file), "is no Python file", f"mend it, or the check that {rule.path} names")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except Exception as problem:
        del sys.modules[name]
        what = f"cannot be loaded ({type(problem).__name__}: {problem})"
        raise RuleError(str(file), what, "mend it") from problem
    if not hasattr(module, "check"):
        del sys.modules[name]
        raise RuleError(str(file), "has no function 'check'", "add one: check(reading, *, options...)")
    return module
