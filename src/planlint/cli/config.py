"""`planlint config`: what is in force for a plan."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from planlint.cli import streams
from planlint.cli.judging import judged, settings

if TYPE_CHECKING:
    from planlint.inforce import InForce
    from planlint.settings import Settings

COMMAND_LINE = "the command line"


@click.command(short_help="Show what is in force for a plan, and where it comes from.")
@click.argument("plan", metavar="PLAN")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="How to write it.")
@judged
def config(plan: str, form: str, **judging: Any) -> int:  # fmt: skip
    """Show which settings are in force for a plan, and where each comes from.

    They stand in the nearest .planlint.yaml upwards from the plan, up to the
    folder that holds .git, and in what that file extends.
    """
    from planlint.bench import Benches
    from planlint.inforce import put_in_force
    from planlint.reporters import json

    given = settings(**judging)
    benches = Benches(given)
    force = put_in_force(given, benches.config(plan))
    told = _settings(force, given)
    excluded = benches.excluded(plan)
    if form == "json":
        rows = [{"key": list(key), "value": value, "from": origin} for key, value, origin in told]
        rules = [{"id": rule.id, "severity": rule.severity} for rule in force.rules]
        document = {"plan": plan, "files": list(force.config.files), "excluded": excluded is not None}
        streams.write(json.encode({**document, "settings": rows, "rules": rules}))
    else:
        streams.write(_as_text(plan, force, told, str(excluded.origin) if excluded else ""))
    return 0


def _settings(force: InForce, given: Settings) -> list[tuple[tuple[str, ...], Any, str]]:
    """Every setting with its keys, value and origin, the command line's last."""
    told = [(e.key, e.value, str(e.origin)) for e in force.config.entries if not _overridden(e.key, given)]
    said: list[tuple[str, Any]] = [("select", name) for name in given.select]
    said += [("ignore", name) for name in given.ignore] + [("mandatory", name) for name in given.mandatory]
    said += [("reviewer", True)] * given.reviewer
    said += [("fail-on", given.fail_on)] * bool(given.fail_on) + [("ruleset", given.ruleset)] * bool(given.ruleset)
    rows = [*told, *(((key,), value, COMMAND_LINE) for key, value in said)]
    if not any(key == ("fail-on",) for key, _, _ in rows):
        rows.append((("fail-on",), force.fail_on, "planlint"))
    if not any(key == ("today",) for key, _, _ in rows):
        origin = COMMAND_LINE if given.today_given else "this computer's clock"
        rows.append((("today",), force.today.isoformat(), origin))
    return rows


def _overridden(key: tuple[str, ...], given: Settings) -> bool:
    said = {"select": given.select, "ignore": given.select, "fail-on": given.fail_on, "today": given.today_given}
    return bool(said.get(key[0]))


def _shown(value: Any) -> str:
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)


def _as_text(plan: str, force: InForce, told: list[tuple[tuple[str, ...], Any, str]], excluded: str) -> str:
    from planlint.reporters.page import Page

    page = Page(streams.columns(), not streams.speaks_unicode(sys.stdout))
    files = ", ".join(force.config.files)
    page.add((plan, "bold"), f": {files}" if files else ": no configuration", hang=2)
    if excluded:
        page.add(f"A folder that is searched leaves it out ({excluded}).", hang=2)
    page.blank()
    for key, value, origin in told:
        shown = ", ".join(map(_shown, value)) if isinstance(value, list | tuple) else _shown(value)
        page.add(f"{': '.join(key)}: {shown}", (f"  ({origin})", "dim"), indent=2, hang=4)
    page.blank()
    versions = ", ".join(f"{name} {version}".strip() for name, version in force.packs.versions.items())
    page.add(f"{len(force.rules)} of {len(force.packs.rules)} rules run; packs: {versions}.", hang=2)
    return page.text()
