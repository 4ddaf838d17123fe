"""What is printed, and where: standard output, standard error, a file that is written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from planlint.errors import ConfigError, PlanlintError
from planlint.files import reason
from planlint.reporters.plain import ascii_only, one_line


def tell(message: object) -> None:
    """One line on standard error, with nothing in it that a terminal would obey."""
    line = one_line(str(message))
    with contextlib.suppress(OSError, ValueError):
        print(line if speaks_unicode(sys.stderr) else ascii_only(line), file=sys.stderr, flush=True)


def tell_error(error: PlanlintError) -> None:
    """The error as one line on standard error."""
    tell(error)


def speaks_unicode(stream: object) -> bool:
    """Whether what is written to the stream is encoded in a form of Unicode."""
    encoding = str(getattr(stream, "encoding", None) or "")
    return encoding.lower().replace("-", "").replace("_", "").startswith("utf")


def columns() -> int:
    """How wide to write: 80, or less on a narrower terminal."""
    if not sys.stdout.isatty():
        return 80
    return min(80, max(40, shutil.get_terminal_size().columns))


def wants_colour(choice: str) -> bool:
    """Whether to write in colour: "always", "never", or "auto" for a terminal that has not asked for none."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write(data: str | bytes) -> None:
    """Writes to standard output: text in the stream's encoding, bytes as they are.

    If nobody reads it any longer the rest goes nowhere, without a word: what was found stays what it is. Raises
    ConfigError if it takes no more.
    """
    if isinstance(data, str):
        encoding = (sys.stdout.encoding or "utf-8") if speaks_unicode(sys.stdout) else "ascii"
        data = data.encode(encoding, "replace")
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(data.decode("utf-8", "replace"))
        return
    try:
        sys.stdout.flush()
        buffer.write(data)
        buffer.flush()
    except BrokenPipeError:
        silence()
    except OSError as problem:
        silence()
        what = f"cannot be written ({reason(problem)})"
        raise ConfigError("standard output", what, "make room or write elsewhere") from problem


def silence() -> None:
    """What Python would still flush to standard output at its end goes nowhere."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def check_output(output: str, inputs: Iterable[str]) -> None:
    """Raises ConfigError if the file to be written is a folder, lies in none, or is one of the plans."""
    path = Path(output)
    if path.is_dir():
        raise ConfigError(output, "is a folder", "give the name of a file in --output")
    if not path.parent.is_dir():
        raise ConfigError(output, "lies in a folder that is not there", "make the folder first")
    if path.exists() and any(Path(name).exists() and path.samefile(name) for name in inputs):
        raise ConfigError(output, "is the plan itself", "give another file in --output")


def write_file(output: str, data: str | bytes) -> None:
    """Writes the file whole or leaves it as it was. Raises ConfigError if it cannot be written."""
    content = data.encode("utf-8", "replace") if isinstance(data, str) else data
    path = Path(output)
    try:
        if path.exists() and not path.is_file():  # a device or pipe: there is nothing to put in its place
            path.write_bytes(content)
        else:
            _replace(path.resolve(), content)
    except OSError as problem:
        raise ConfigError(output, f"cannot be written ({reason(problem)})", "choose another file") from problem


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
