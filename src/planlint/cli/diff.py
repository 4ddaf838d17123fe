"""`planlint diff`: what changed from one state of a plan to another."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from planlint.cli import streams
from planlint.cli.check import BUG, FINDINGS, MUST_CHANGE, NOTHING
from planlint.cli.judging import judged, settings
from planlint.files import Source
from planlint.rule import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from planlint.comparison import Comparison
    from planlint.report import Failure


@click.command(short_help="Say what changed from one state of a plan to another.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="How to write it.")
@click.option("--output", metavar="FILE", help="Write it to a file.")
@click.option("--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
              help="Write in colour.")
@judged
@click.option("--no-cache", is_flag=True, help="Read both afresh.")
def diff(
    old: str, new: str, form: str, output: str | None, colour: str, no_cache: bool, **judging: Any
) -> int:  # fmt: skip
    """Say what changed from one state of a plan to another.

    OLD and NEW are plans (Word, Markdown, YAML), or plans as they were in git:
    HEAD~1:plans/trust.md. Both are judged on the same day by the same rules.

    Status: 0 nothing is worse, 1 coverage fell or an error or warning is new
    (--fail-on sets another weight), 2 something for you to change, 3 a fault of
    planlint's own.
    """
    from planlint.cache import standard
    from planlint.comparison import GRAVE, compare
    from planlint.linter import lint

    given = (old, new)
    sources = [_source(name) for name in given]
    if output:
        streams.check_output(output, [source.path for source in sources])
    cache = None if no_cache else standard()
    report = lint(sources, settings(**judging), 1, cache)
    if report.failures:
        alone = (lint([source], settings(**judging), 1, cache).failures for source in sources)
        return _fail([_named(f, name) for name, failures in zip(given, alone, strict=True) for f in failures])
    fail_on = judging["fail_on"]
    weights = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else GRAVE
    before, now = report.plans
    comparison = compare(before, now, weights)
    _write(comparison, given, report.packs, form, output, colour)
    return FINDINGS if comparison.worse and fail_on != "never" else NOTHING


def _fail(failures: list[Failure]) -> int:
    for failure in failures:
        streams.tell(failure.error)
    return BUG if any(failure.bug for failure in failures) else MUST_CHANGE


def _source(name: str) -> Source:
    from planlint import revisions

    return revisions.at_revision(name) if revisions.names_revision(name) else Source(name)


def _named(failure: Failure, name: str) -> Failure:
    """The failure under the name that the user gave, which may be that of a revision."""
    rest = failure.error.removeprefix(failure.path)
    return replace(failure, path=name, error=f"{name}{rest}")


def _write(
    comparison: Comparison,
    given: tuple[str, str],
    packs: Mapping[str, str],
    form: str,
    output: str | None,
    colour: str,
) -> None:
    from planlint.reporters import diff_json, diff_text

    if form == "json":
        data: str | bytes = diff_json.render(comparison, *given, packs)
    elif output:
        data = diff_text.render(comparison, *given, packs)
    else:
        plain = not streams.speaks_unicode(sys.stdout)
        data = diff_text.render(comparison, *given, packs, streams.columns(), plain, streams.wants_colour(colour))
    if output:
        streams.write_file(output, data)
    else:
        streams.write(data)
