"""The command line: the only place that prints or exits."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from planlint import __version__
from planlint.cli.annotate import annotate
from planlint.cli.batch import batch
from planlint.cli.cache import cache
from planlint.cli.check import check
from planlint.cli.config import config
from planlint.cli.diff import diff
from planlint.cli.explain import explain
from planlint.cli.moderate import moderate
from planlint.cli.new import new
from planlint.cli.new_rule import new_rule
from planlint.cli.rules import rules
from planlint.cli.schema import schema
from planlint.cli.show import show
from planlint.cli.streams import silence, tell
from planlint.cli.test import test
from planlint.cli.why import why
from planlint.collecting import seldom
from planlint.errors import PlanlintError

MUST_CHANGE, BUG, INTERRUPTED = 2, 3, 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(__version__, prog_name="planlint", message="%(prog)s %(version)s")
def planlint() -> None:
    """Read a school trust's improvement plan and say what it is silent on.

    It looks for the twelve components of the triple-helix model of improvement,
    and for rows without a lead, a date or a measure. It judges wording, not merit.
    """


COMMANDS = (
    check, batch, moderate, why, diff, annotate,
    new, config, show, rules, explain, test, new_rule, schema, cache,
)
for command in COMMANDS:
    planlint.add_command(command)


@seldom()
def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command. Gives 0 if all is well, 1 for findings, 2 if the user must change something, 3 for a bug."""
    try:
        status = planlint.main(list(arguments) if arguments is not None else None, "planlint", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.exceptions.NoArgsIsHelpError as shown:
        click.echo(shown.format_message(), err=True)
        return MUST_CHANGE
    except click.ClickException as error:
        tell(f"planlint: {_usage(error)}")
        return MUST_CHANGE
    except PlanlintError as error:
        tell(error)
        return MUST_CHANGE
    except BrokenPipeError:
        silence()
        return 0
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except Exception as error:
        if os.environ.get("PLANLINT_TRACEBACK"):
            raise
        tell(f"planlint: this is a fault of planlint's own ({type(error).__name__}: {error}); please report it.")
        return BUG


def _usage(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "planlint"
    return f"{error.format_message().rstrip('.')}; '{command} --help' shows what can be said."
