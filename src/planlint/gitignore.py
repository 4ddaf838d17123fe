"""What git leaves out of a folder, so that a search for plans leaves it out too."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NAME = ".gitignore"


class Ignored:
    """The .gitignore files in force in a folder, outermost first."""

    def __init__(self, specs: tuple[tuple[str, GitIgnoreSpec], ...] = ()) -> None:
        self._specs = specs

    @classmethod
    def above(cls, folder: str) -> Ignored:
        """What the repository around the folder leaves out, if there is one.

        A .gitignore that leaves out the folder itself is passed over: who names a folder means it.
        """
        here = Path(_whole(folder))
        root = next((f for f in (here, *here.parents) if (f / ".git").exists()), here)
        found = cls()
        for parent in reversed(here.parents):
            if parent == root or root in parent.parents:
                found = found.within(str(parent))
        return cls(tuple(spec for spec in found._specs if not cls((spec,)).leaves_out(folder, folder=True)))

    def within(self, folder: str) -> Ignored:
        """What is left out in this folder: the same and its own .gitignore."""
        from pathspec import GitIgnoreSpec  # 30 ms that only a search has to pay

        file = Path(folder, _NAME)
        try:
            lines = file.read_text(encoding="utf-8", errors="replace").splitlines() if file.is_file() else []
            spec = GitIgnoreSpec.from_lines(lines)
        except (OSError, ValueError):  # git passes over a pattern it does not understand; so the search goes on
            return self
        return Ignored((*self._specs, (_whole(folder), spec))) if lines else self

    def leaves_out(self, path: str, folder: bool = False) -> bool:
        """True if a file (or folder) is left out; the innermost .gitignore that speaks of it decides."""
        full = _whole(path)
        for base, spec in reversed(self._specs):
            name = os.path.relpath(full, base).replace(os.sep, "/")
            verdict = spec.check_file(name + "/" if folder else name).include
            if verdict is not None:
                return verdict
        return False


def _whole(path: str) -> str:
    # links are not followed, since git judges the name that stands in the folder
    return os.path.normpath(Path(path).absolute())
