"""`planlint annotate`: a Word plan with the findings as comments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from planlint.cli import streams
from planlint.cli.check import BUG, MUST_CHANGE, NOTHING
from planlint.cli.judging import looked_at, settings
from planlint.errors import PlanlintError
from planlint.files import Source


@click.command(short_help="Write a copy of a Word plan with the findings as comments.")
@click.argument("plan", metavar="PLAN.docx")
@click.option("--output", required=True, metavar="COPY.docx", help="Where to write the copy.")
@looked_at
def annotate(plan: str, output: str, **judging: Any) -> int:
    """Write a copy of a Word plan with the findings as comments.

    Each finding becomes a Word comment at the paragraph or cell it is about, and
    one at the top tells which components the plan speaks to. Nothing else in the
    file changes. Comments of an earlier run are replaced. The plan itself is
    never written to.
    """
    from planlint.annotating import annotate as with_comments
    from planlint.linter import lint
    from planlint.reporters.comments import notes

    if Path(plan).suffix.lower() not in (".docx", ".docm", ".dotx", ".dotm"):
        raise click.UsageError(f"'{plan}' is not a Word file; comments can be put into a .docx only")
    streams.check_output(output, [plan])
    report = lint([Source(plan)], settings(**judging), 1, None)
    for failure in report.failures:
        streams.tell(failure.error)
    if report.failures:
        return BUG if any(failure.bug for failure in report.failures) else MUST_CHANGE
    try:
        data = with_comments(plan, Path(plan).read_bytes(), notes(report.plans[0], report.packs))
    except PlanlintError as error:
        streams.tell_error(error)
        return MUST_CHANGE
    streams.write_file(output, data)
    return NOTHING
