"""Plans as they were in git: "HEAD~3:plans/trust.md"."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from planlint.errors import ReadError
from planlint.files import Source, check_ending

_SHOWN = "give a file, or a revision and a file in git (HEAD~1:plans/trust.md)"


def names_revision(name: str) -> bool:
    """Whether this means a file at a revision in git: there is a colon in it, and no file of that name."""
    revision, colon, path = name.partition(":")
    return bool(revision and colon and path) and not Path(name).exists() and not Path(revision + ":\\").exists()


def at_revision(name: str) -> Source:
    """The plan as it was, under the name that it has in the working tree, so that its configuration holds for it.

    The path counts from the folder one is in or, as git has it, from the top of the repository. Raises ReadError if
    git, the revision or the file is not there.
    """
    revision, _, path = name.partition(":")
    check_ending(path)
    errors = []
    for shown, file in _meanings(path):
        found = _git("cat-file", "blob", "--end-of-options", f"{revision}:{shown}", name=name)
        if found.returncode == 0:
            return Source(file, found.stdout)
        errors.append(found.stderr.decode("utf-8", "replace").strip())
    what = " ".join(errors[0].removeprefix("fatal: ").rstrip(".").split()) or "git does not know it"
    raise ReadError(name, f"cannot be read from git ({what})", _SHOWN)


def _meanings(path: str) -> list[tuple[str, str]]:
    """The path as git is to be asked for it, and as it is called from here: below this folder, or below the top."""
    here = (f"./{path}", path)
    if path.startswith(("./", "../")):
        return [(path, path)]
    top = _git("rev-parse", "--show-toplevel", name=path)
    root = top.stdout.decode("utf-8", "surrogateescape").strip()
    if top.returncode or not root:
        return [here]
    return [here, (path, os.path.relpath(Path(root, path)))]


def _git(*arguments: str, name: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], capture_output=True, stdin=subprocess.DEVNULL, check=False)
    except OSError as problem:
        raise ReadError(name, "cannot be read, for git is not there", "install git, or give a file") from problem
