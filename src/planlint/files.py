"""Finds the plans that a user means by files and folders, and gives their bytes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from planlint.errors import PlanlintError, ReadError
from planlint.gitignore import Ignored
from planlint.plan import Format

ENDINGS: dict[str, Format] = {
    ".docx": "docx",
    ".md": "markdown",
    ".markdown": "markdown",
    ".yaml": "yaml",
    ".yml": "yaml",
}
# Word's further endings hold the same document; planlint reads one that is named, and searches folders for none.
WORD_ENDINGS = frozenset({".docm", ".dotx", ".dotm"})
LARGEST = 100 * 1024 * 1024
LOCK = "~$"
STDIN = "-"
_KNOWN = "a Word (.docx), Markdown (.md) or YAML (.yaml) file"
_FIRST_SAVE = frozenset({".doc", ".dot", ".rtf", ".odt", ".pages", ".pdf", ".wps"})


@dataclass(frozen=True, slots=True)
class Source:
    """A plan to be read: its path as the user would name it, and its bytes if they came another way.

    found: True if it was found in a folder, False if the user named it.
    """

    path: str
    data: bytes | None = None
    found: bool = False

    def load(self) -> bytes:
        """The bytes of the plan. Raises ReadError if there is no such file, or it cannot be opened or is too large."""
        if self.data is not None:
            return self.data
        check_file(self.path)
        try:
            with Path(self.path).open("rb") as file:
                data = file.read(LARGEST + 1)
        except OSError as problem:
            what = f"cannot be opened ({reason(problem)})"
            raise ReadError(self.path, what, "check that you may read it") from problem
        if len(data) > LARGEST:
            raise ReadError(self.path, "is larger than 100 MB", "give the plan without its pictures")
        return data


def reason(problem: OSError) -> str:
    """What the system says is the matter, in its own words without the file name."""
    return (problem.strerror or type(problem).__name__).lower()


def check_file(path: str) -> None:
    """Raises ReadError, with what to do, unless this is an ordinary file whose ending planlint knows."""
    if not path:
        raise ReadError("''", "names no file", "give the name of a plan")
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError) as problem:
        raise ReadError(path, *_unfound(path, problem)) from problem
    if stat.S_ISDIR(mode):
        raise ReadError(path, "is a folder", "give one plan in it")
    if not stat.S_ISREG(mode):
        raise ReadError(path, "is not an ordinary file", f"give {_KNOWN}")
    check_ending(path)


def _unfound(path: str, problem: Exception) -> tuple[str, str]:
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        if Path(path).is_symlink():
            return "is a link to a file that is not there", "mend the link or give the file itself"
        return "there is no such file or folder", "check the name and the folder you are in"
    if isinstance(problem, PermissionError):
        return "cannot be opened (permission denied)", "check that you may read it"
    what = reason(problem) if isinstance(problem, OSError) else str(problem)
    return f"is not a usable name ({what})", "check the name"


def check_ending(path: str) -> None:
    """Raises ReadError, with what to do, unless planlint reads files whose names end like this one's."""
    ending = Path(path).suffix.lower()
    if Path(path).name.startswith(LOCK):
        raise ReadError(path, "is the lock file that Word keeps while a document is open", "give the document itself")
    if ending in _FIRST_SAVE:
        raise ReadError(path, f"is a {ending} file, which planlint does not read", "save it as a Word document (.docx)")
    if ending not in ENDINGS and ending not in WORD_ENDINGS:
        what = f"ends in {ending}, which is not a kind of plan" if ending else "has no ending that tells what it is"
        raise ReadError(path, what, f"give {_KNOWN}")


def find(paths: Iterable[str]) -> Iterator[Source | PlanlintError]:
    """The plans meant by these files and folders, each once, in the order given and sorted within a folder.

    A folder is searched to the bottom without hidden folders, Word's lock files, linked folders and what
    .gitignore files leave out. What cannot be used comes as the error to report, in its place.
    """
    seen: set[str] = set()
    given = list(paths)
    plans = [p for p in given if not Path(p).name.startswith(LOCK)]
    for path in plans or given:
        for found in _search(path) if _is_folder(path) else (Source(path),):
            if isinstance(found, Source):
                real = os.path.realpath(found.path)
                if real in seen:
                    continue
                seen.add(real)
            yield found


def _is_folder(path: str) -> bool:
    try:
        return bool(path) and Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _search(folder: str) -> Iterator[Source | PlanlintError]:
    empty = True
    for found in _walk(folder, Ignored.above(folder)):
        empty = False
        yield found
    if empty:
        yield ReadError(folder, "holds no plans", f"give a folder with {_KNOWN} in it")


def _walk(folder: str, ignored: Ignored) -> Iterator[Source | PlanlintError]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as problem:
        yield ReadError(folder, f"cannot be searched ({reason(problem)})", "check that you may read it")
        return
    ignored = ignored.within(folder)
    for entry in entries:
        path = str(Path(folder, entry.name))
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith(".") and not ignored.leaves_out(path, folder=True):
                yield from _walk(path, ignored)
        elif _is_plan(entry) and not ignored.leaves_out(path):
            yield Source(path, found=True)


def _is_plan(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith(("~$", ".")) or Path(entry.name).suffix.lower() not in ENDINGS:
        return False
    try:
        return entry.is_file()
    except OSError:
        return False
