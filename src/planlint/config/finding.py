"""Finds the configuration file that holds for a plan: the nearest one upwards, as far as the repository goes."""

from __future__ import annotations

import os
from pathlib import Path

NAME = ".planlint.yaml"


def find(path: str) -> Path | None:
    """The `.planlint.yaml` in the plan's folder or the nearest one above it, up to the folder that holds `.git`.

    Outside of a repository only the plan's own folder is looked in: what lies above it is somebody else's.
    """
    here = Path(os.path.abspath(path)).parent  # noqa: PTH100 - links are not followed: the name given decides
    folders = [here, *here.parents]
    root = next((n for n, folder in enumerate(folders) if (folder / ".git").exists()), 0)
    return next((folder / NAME for folder in folders[: root + 1] if (folder / NAME).is_file()), None)


def shown(path: Path) -> str:
    """The file as people name it from where they are: a relative path, if it does not lead far away."""
    near = os.path.relpath(path)
    return near if near.count("..") < 4 else str(path)
