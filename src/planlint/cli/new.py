"""`planlint new`: a plan to start from."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from planlint.cli import streams
from planlint.cli.check import MUST_CHANGE, NOTHING
from planlint.cli.judging import day


@click.command(short_help="Write a plan to start from.")
@click.argument("plan", metavar="PLAN.docx|.md|.yaml")
@click.option("--kind", default="trust", show_default=True, metavar="trust|school|implementation",
              help="Whose plan it is, or for one change.")
@click.option("--today", metavar="YYYY-MM-DD", help="Plan for the school year of this day.")
def new(plan: str, kind: str, today: str | None) -> int:  # fmt: skip
    """Write a plan to start from: headings, prompts in square brackets, tables.

    planlint reads it as it will read yours, and asks for each prompt that is
    still there. A file that exists is left alone.
    """
    from planlint import starting, vocabulary

    words = vocabulary.load()
    if kind not in starting.kinds(words):
        raise click.UsageError(f"there is no kind '{kind}'; use one of: {', '.join(starting.kinds(words))}")
    path = Path(plan)
    form = starting.FORMS.get(path.suffix.lower())
    if form is None:
        raise click.UsageError(f"'{plan}' is no name for a plan; end it with .docx, .md or .yaml")
    if path.exists():
        streams.tell(f"{plan}: this file exists; choose another name.")
        return MUST_CHANGE
    when: datetime.date = day(today)
    streams.write_file(plan, form(starting.outline(kind, when, words)))
    return NOTHING
