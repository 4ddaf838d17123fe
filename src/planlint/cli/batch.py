"""`planlint batch`: every plan in a folder, for a reviewer of many."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planlint.cli import streams
from planlint.cli.judging import judged, settings

if TYPE_CHECKING:
    from planlint.batch.entries import Batch

NOTHING, FINDINGS, MUST_CHANGE, BUG, STOPPED = 0, 1, 2, 3, 130


@click.command(short_help="Read every plan in a folder and write tables and pages.")
@click.argument("folder", metavar="FOLDER")
@click.option("--output", required=True, metavar="DIR", help="Write everything to this folder.")
@judged
@click.option("--jobs", "-j", type=click.IntRange(0), default=0, metavar="N",
              help="How many plans to read at once; 0 takes every processor.")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=60.0, show_default=True, metavar="SECONDS",
              help="Give up a file that takes longer.")
@click.option("--sample", type=click.IntRange(0), default=20, show_default=True, metavar="N",
              help="How many plans moderators are to read.")
@click.option("--seed", type=int, default=1, show_default=True, help="Draw that sample by this number.")
@click.option("--blind", is_flag=True, help="Mask the names of people, schools and trusts.")
@click.option("--no-cache", is_flag=True, help="Read every plan afresh.")
def batch(
    folder: str, output: str, jobs: int, timeout: float, sample: int, seed: int, blind: bool, no_cache: bool,
    **judging: Any,
) -> int:  # fmt: skip
    """Read every plan below FOLDER and write tables and pages to DIR.

    DIR gets summary.xlsx and its tables as CSV, index.html with a page a plan,
    and report.json. What could not be read is listed there and stops nothing.

    Status: 0 nothing found, 1 findings, 2 something for you to change (a file
    that cannot be read, a mistyped option), 3 a fault of planlint's own.
    """
    from planlint.batch.run import run
    from planlint.batch.stages import Options
    from planlint.cache import standard
    from planlint.cli.progress import progress

    options = Options(jobs or os.cpu_count() or 1, timeout, sample, seed, blind)
    with progress(sys.stderr) as watch:
        done = run(folder, Path(output), settings(**judging), options, None if no_cache else standard(), watch)
    streams.write(_told(done, output))
    return _status(done)


def _told(done: Batch, output: str) -> str:
    fates = Counter(item.fate for item in done.unread)
    rest = "".join(f"; {number} {fate}" for fate, number in sorted(fates.items()))
    stopped = "Stopped. " if done.stopped else ""
    again = "The same command goes on from there.\n" if done.stopped else ""
    read = f"{stopped}{len(done.read)} of {len(done.items)} files were read{rest}.\n"
    return f"{read}{output}: summary.xlsx, index.html\n{again}"


def _status(done: Batch) -> int:
    if done.stopped:
        return STOPPED
    fates = {item.fate for item in done.unread} - {"passed over"}
    if fates:
        return BUG if "planlint broke" in fates else MUST_CHANGE
    return FINDINGS if any(item.fails for item in done.read) else NOTHING
