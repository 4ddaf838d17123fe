"""`planlint check`: what is missing in plans."""

from __future__ import annotations

import datetime
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from planlint.cli import streams
from planlint.cli.show import read_stdin
from planlint.files import STDIN, Source, find
from planlint.rule import SEVERITIES, Severity

if TYPE_CHECKING:
    from planlint.errors import PlanlintError
    from planlint.report import Report

NOTHING, FINDINGS, MUST_CHANGE, BUG = 0, 1, 2, 3
MANY = 16
FORMATS = ("text", "json", "sarif", "github", "junit", "markdown")


@click.command(short_help="Say what plans are silent on and where rows are broken.")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
              help="How to write the report.")
@click.option("--output", metavar="FILE", help="Write the report to a file.")
@click.option("--select", multiple=True, metavar="RULES", help="Run only these rules: names, or beginnings: 'helix/*'.")
@click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules out.")
@click.option("--fail-on", type=click.Choice([*SEVERITIES, "never"]), default="error", show_default=True,
              help="End with status 1 if there is a finding of this weight or more.")
@click.option("--quiet", "-q", is_flag=True, help="One line a plan.")
@click.option("--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
              help="Write in colour.")
@click.option("--today", metavar="YYYY-MM-DD", help="Judge dates as if it were this day.")
@click.option("--jobs", "-j", type=click.IntRange(0), default=0, metavar="N",
              help="How many plans to read at once; 0 leaves it to planlint.")
@click.option("--no-cache", is_flag=True, help="Read every plan afresh.")
@click.option("--stdin-filename", metavar="NAME", help="What the plan on standard input ('-') is called.")
def check(
    paths: tuple[str, ...], form: str, output: str | None, select: tuple[str, ...], ignore: tuple[str, ...],
    fail_on: str, quiet: bool, colour: str, today: str | None, jobs: int, no_cache: bool, stdin_filename: str | None,
) -> int:  # fmt: skip
    """Say what plans are silent on and where their rows are broken.

    PATHS are plans (Word, Markdown, YAML), folders of plans, or '-'.

    Status: 0 nothing found, 1 findings, 2 something for you to change (a file
    that cannot be read, a mistyped option), 3 a fault of planlint's own.
    """
    from planlint.cache import standard
    from planlint.linter import lint
    from planlint.selection import names
    from planlint.settings import Settings

    settings = Settings(_day(today), names(select), names(ignore))
    sources = _sources(paths, stdin_filename)
    if output:
        streams.check_output(output, [s.path for s in sources if isinstance(s, Source)])
    report = lint(sources, settings, jobs or _jobs(len(sources)), None if no_cache else standard())
    for failure in report.failures:
        streams.tell(failure.error)
    _write(report, form, output, quiet, colour, fail_on)
    return _status(report, fail_on)


def _day(today: str | None) -> datetime.date:
    if today is None:
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(today)
    except ValueError:
        raise click.UsageError(f"'{today}' is not a day; write it as 2026-09-01") from None


def _jobs(plans: int) -> int:
    # A second process costs more than it gives until there are a good many plans.
    return min(8, os.cpu_count() or 1) if plans >= MANY else 1


def _sources(paths: tuple[str, ...], stdin_filename: str | None) -> list[Source | PlanlintError]:
    if STDIN not in paths:
        return list(find(paths))
    given = read_stdin(stdin_filename)
    at = paths.index(STDIN)
    return [*find(paths[:at]), given, *find(p for p in paths[at + 1 :] if p != STDIN)]


def _write(report: Report, form: str, output: str | None, quiet: bool, colour: str, fail_on: str) -> None:
    from planlint.reporters import text

    if form != "text":
        data = _for_machines(report, form, fail_on)
    elif output:
        data = text.render(report, brief=quiet)
    else:
        plain = not streams.speaks_unicode(sys.stdout)
        data = text.render(report, streams.columns(), plain, streams.wants_colour(colour), quiet)
    if output:
        streams.write_file(output, data)
    else:
        streams.write(data)


def _for_machines(report: Report, form: str, fail_on: str) -> str | bytes:
    if form == "junit":
        from planlint.reporters import junit

        return junit.render(report, _failing(fail_on))
    data: str | bytes = import_module(f"planlint.reporters.{form}").render(report)
    return data.encode() if isinstance(data, str) else data  # machines read UTF-8, whatever a terminal speaks


def _status(report: Report, fail_on: str) -> int:
    if report.failures:
        return BUG if any(f.bug for f in report.failures) else MUST_CHANGE
    weights = _failing(fail_on)
    return FINDINGS if any(f.severity in weights for f in report.findings()) else NOTHING


def _failing(fail_on: str) -> tuple[Severity, ...]:
    return SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
