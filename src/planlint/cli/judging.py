"""The options that say how plans are judged, shared by the commands that judge them."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from planlint.rule import SEVERITIES

if TYPE_CHECKING:
    from planlint.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])
_FAIL_ON = click.option(
    "--fail-on", type=click.Choice([*SEVERITIES, "never"]),
    help="End with status 1 if there is a finding of this weight or more.  [default: error]",
)  # fmt: skip
OPTIONS = (
    click.option("--select", multiple=True, metavar="RULES",
                 help="Run only these rules: names, or beginnings: 'helix/*'."),
    click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules out."),
    _FAIL_ON,
    click.option("--today", metavar="YYYY-MM-DD", help="Judge dates as if it were this day."),
    click.option("--config", "config", metavar="FILE", help="Use this configuration for every plan."),
    click.option("--reviewer", is_flag=True, help="Pass over what authors silence and configure, and list it."),
    click.option("--mandatory", multiple=True, metavar="RULES", help="Rules that nobody can silence."),
    click.option("--ruleset", metavar="VERSION", help="Judge by this version of the rules, or not at all."),
)  # fmt: skip


def judged(command: Command) -> Command:
    """The command with the options that say how plans are judged; `settings` takes what they give."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def looked_at(command: Command) -> Command:
    """The same for a command that answers and lets no plan fail: without --fail-on."""
    for option in reversed([option for option in OPTIONS if option is not _FAIL_ON]):
        command = option(command)
    return command


def settings(
    select: tuple[str, ...] = (), ignore: tuple[str, ...] = (), fail_on: str | None = None, today: str | None = None,
    config: str | None = None, reviewer: bool = False, mandatory: tuple[str, ...] = (), ruleset: str | None = None,
) -> Settings:  # fmt: skip
    """What the options say holds for the run. Raises UsageError for a day that is none."""
    from planlint.selection import names
    from planlint.settings import Settings

    return Settings(
        day(today), names(select), names(ignore), today_given=today is not None, fail_on=fail_on,
        mandatory=names(mandatory), reviewer=reviewer, ruleset=ruleset, config=Path(config) if config else None,
    )  # fmt: skip


def day(today: str | None) -> datetime.date:
    """The day given, today if none is. Raises UsageError for one that is no day."""
    if today is None:
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(today)
    except ValueError:
        raise click.UsageError(f"'{today}' is not a day; write it as 2026-09-01") from None
