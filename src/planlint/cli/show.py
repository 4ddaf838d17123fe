"""`planlint show`: how a plan was read."""

from __future__ import annotations

import sys

import click

from planlint.cli import streams
from planlint.files import STDIN, Source, check_ending


@click.command(short_help="Show how a plan was read.")
@click.argument("plan", metavar="PLAN")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="How to write it.")
@click.option("--text", "bare", is_flag=True, help="Print the text of the plan alone.")
@click.option("--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
              help="Write in colour.")
@click.option("--stdin-filename", metavar="NAME", help="What the plan on standard input ('-') is called.")
def show(plan: str, form: str, bare: bool, colour: str, stdin_filename: str | None) -> int:  # fmt: skip
    """Show how a plan was read: its dates, sections and actions.

    PLAN is a Word, Markdown or YAML file, or '-'.
    """
    from planlint import readers, vocabulary
    from planlint.reporters import outline, plan_json

    source = read_stdin(stdin_filename) if plan == STDIN else Source(plan)
    if bare:
        streams.write(outline.plain_text(readers.draft(source.path, source.load(), vocabulary.load()).blocks()))
        return 0
    read = readers.read(source.path, source.load(), vocabulary.load())
    if form == "json":
        streams.write(plan_json.render(read))
    else:
        plain = not streams.speaks_unicode(sys.stdout)
        streams.write(outline.render(read, streams.columns(), plain, streams.wants_colour(colour)))
    return 0


def read_stdin(name: str | None) -> Source:
    """The plan on standard input. Raises UsageError without a name for it, ReadError if its ending is not known."""
    if not name:
        raise click.UsageError("'-' reads a plan from standard input; say what it is with --stdin-filename plan.md")
    check_ending(name)
    return Source(name, sys.stdin.buffer.read())
