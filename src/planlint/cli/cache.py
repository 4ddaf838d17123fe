"""`planlint cache`: what planlint keeps of the plans it has read."""

from __future__ import annotations

import click

from planlint.cli import streams
from planlint.errors import ConfigError
from planlint.files import reason

NONE = "There is no cache: PLANLINT_CACHE_DIR is set to nothing, or this system has no place for one.\n"


@click.group(short_help="Say what planlint keeps of plans it has read, or take it away.")
def cache() -> None:
    """Say what planlint keeps of plans it has read, or take it away.

    A plan that has not changed since it was read, by the same planlint with the
    same rules and settings on the same day, is answered from the cache.
    PLANLINT_CACHE_DIR names another folder for it; set to nothing, there is none.
    """


@cache.command()
def info() -> int:
    """Say where the cache is and how large."""
    from planlint.cache import standard

    kept = standard()
    if kept is None:
        streams.write(NONE)
        return 0
    found = kept.entries()
    size = sum(stat.st_size for _, stat in found) / (1024 * 1024)
    room = kept.room // (1024 * 1024)
    streams.write(f"{kept.folder}: {len(found)} entries, {size:.1f} MB of {room} MB.\n")
    return 0


@cache.command()
def clear() -> int:
    """Take away all that is kept."""
    from planlint.cache import standard

    kept = standard()
    if kept is None:
        streams.write(NONE)
        return 0
    try:
        count = kept.clear()
    except OSError as problem:
        what = f"cannot be cleared ({reason(problem)})"
        raise ConfigError(str(kept.folder), what, "check that you may write there") from problem
    streams.write(f"{kept.folder}: {count} entries taken away.\n")
    return 0
