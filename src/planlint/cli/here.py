"""The rules there are where the user stands: the built-in ones and those of the packs that a configuration names."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planlint.packs import Packs

PACK = "pack.yaml"


def rules_here() -> Packs:
    """What is in force for a plan in this folder. Raises ConfigError and RuleError."""
    from planlint.config import Configs
    from planlint.inforce import put_in_force
    from planlint.settings import Settings

    settings = Settings(datetime.date.min)
    return put_in_force(settings, Configs(settings).of("plan.md")).packs


def packs_of(files: Iterable[Path]) -> Packs:
    """All rules, with those of the packs that hold these files. Their checks run only if a configuration names them.

    The configuration is the one that holds for the files themselves. Raises ConfigError and RuleError.
    """
    from planlint import packs
    from planlint.config import Configs
    from planlint.settings import Settings

    paths = list(files)
    configs = Configs(Settings(datetime.date.min))
    named: dict[Path, None] = {}
    for path in paths or [Path("plan.md")]:
        for entry in configs.of(str(path / "x" if path.is_dir() else path)).under("packs"):
            named[packs.find_pack(str(entry.value), entry.origin.folder)] = None
    around = dict.fromkeys(folder for path in paths for folder in _pack_around(path))
    return packs.load(tuple(named), tuple(around)) if named or around else packs.load()


def _pack_around(path: Path) -> Iterator[Path]:
    """The pack that holds this file or folder, unless it is the built-in one."""
    from planlint.vocabulary import rules_folder

    whole = path.resolve()
    folder = next((f for f in (whole, *whole.parents) if (f / PACK).is_file()), None)
    if folder and folder != rules_folder().resolve():
        yield folder
