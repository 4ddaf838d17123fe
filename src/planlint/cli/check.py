"""`planlint check`: what is missing in plans."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from planlint.cli import streams
from planlint.cli.judging import judged, settings
from planlint.cli.known import compare, read_baseline
from planlint.cli.show import read_stdin
from planlint.files import STDIN, Source, find

if TYPE_CHECKING:
    from planlint.errors import PlanlintError
    from planlint.report import Report

NOTHING, FINDINGS, MUST_CHANGE, BUG = 0, 1, 2, 3
MANY = 16
FORMATS = ("text", "html", "json", "sarif", "github", "junit", "markdown")


@click.command(short_help="Say what plans are silent on and where rows are broken.")
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
              help="How to write the report.")
@click.option("--output", metavar="FILE", help="Write the report to a file.")
@click.option("--quiet", "-q", is_flag=True, help="One line a plan.")
@click.option("--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
              help="Write in colour.")
@judged
@click.option("--baseline", metavar="FILE", help="Keep quiet what this file knows; say what is new and what is mended.")
@click.option("--update-baseline", is_flag=True, help="Write what is found now to the baseline.")
@click.option("--show-suppressed", is_flag=True, help="Tell what is kept quiet as well.")
@click.option("--blind", is_flag=True, help="Mask the names of people, schools and trusts.")
@click.option("--jobs", "-j", type=click.IntRange(0), default=0, metavar="N",
              help="How many plans to read at once; 0 leaves it to planlint.")
@click.option("--no-cache", is_flag=True, help="Read every plan afresh.")
@click.option("--stdin-filename", metavar="NAME", help="What the plan on standard input ('-') is called.")
def check(
    paths: tuple[str, ...], form: str, output: str | None, quiet: bool, colour: str, baseline: str | None,
    update_baseline: bool, show_suppressed: bool, blind: bool, jobs: int, no_cache: bool, stdin_filename: str | None,
    **judging: Any,
) -> int:  # fmt: skip
    """Say what plans are silent on and where their rows are broken.

    PATHS are plans (Word, Markdown, YAML), folders of plans, or '-'.

    Status: 0 nothing found, 1 findings, 2 something for you to change (a file
    that cannot be read, a mistyped option), 3 a fault of planlint's own.
    """
    from planlint.cache import standard
    from planlint.linter import lint

    if update_baseline and not baseline:
        raise click.UsageError("--update-baseline needs --baseline FILE to know what to write")
    given = settings(**judging)
    known = read_baseline(baseline, update_baseline) if baseline else None
    sources = _sources(paths, stdin_filename)
    if output:
        streams.check_output(output, [s.path for s in sources if isinstance(s, Source)])
    report = lint(sources, given, jobs or _jobs(len(sources)), None if no_cache else standard())
    if known:
        report = compare(report, known, given, update_baseline)
    if blind:
        report = _unnamed(report)
    for failure in report.failures:
        streams.tell(failure.error)
    _write(report, form, output, quiet, colour, show_suppressed)
    return _status(report)


def _unnamed(report: Report) -> Report:
    from planlint import vocabulary
    from planlint.batch.unnamed import unnamed  # with what finds names, which nothing else needs

    return unnamed(report, vocabulary.load())


def _jobs(plans: int) -> int:
    # A second process costs more than it gives until there are a good many plans.
    return min(8, os.cpu_count() or 1) if plans >= MANY else 1


def _sources(paths: tuple[str, ...], stdin_filename: str | None) -> list[Source | PlanlintError]:
    if STDIN not in paths:
        return list(find(paths))
    given = read_stdin(stdin_filename)
    at = paths.index(STDIN)
    return [*find(paths[:at]), given, *find(p for p in paths[at + 1 :] if p != STDIN)]


def _write(report: Report, form: str, output: str | None, quiet: bool, colour: str, suppressed: bool) -> None:
    from planlint.reporters import text

    data: str | bytes
    if form == "html":
        data = _page(report, suppressed)
    elif form != "text":
        data = _for_machines(report, form, suppressed)
    elif output:
        data = text.render(report, brief=quiet, suppressed=suppressed)
    else:
        plain = not streams.speaks_unicode(sys.stdout)
        data = text.render(report, streams.columns(), plain, streams.wants_colour(colour), quiet, suppressed)
    if output:
        streams.write_file(output, data)
    else:
        streams.write(data)


def _page(report: Report, suppressed: bool) -> bytes:
    from planlint.reporters import html  # with jinja2, which nothing else needs

    return html.render(report, suppressed)


def _for_machines(report: Report, form: str, suppressed: bool) -> str | bytes:
    shown = report if suppressed or form != "json" else report.audible()
    data: str | bytes = import_module(f"planlint.reporters.{form}").render(shown)
    return data.encode() if isinstance(data, str) else data  # machines read UTF-8, whatever a terminal speaks


def _status(report: Report) -> int:
    if report.failures:
        return BUG if any(f.bug for f in report.failures) else MUST_CHANGE
    return FINDINGS if any(plan.fails for plan in report.plans) else NOTHING
