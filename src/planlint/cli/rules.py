"""`planlint rules`: what planlint looks for."""

from __future__ import annotations

import re
import sys
from itertools import groupby
from typing import TYPE_CHECKING

import click

from planlint.cli import streams
from planlint.cli.here import rules_here

if TYPE_CHECKING:
    from planlint.rule import Rule


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="How to write the list.")
def rules(form: str) -> int:  # fmt: skip
    """List the rules.

    They are the built-in ones, and those of the packs that .planlint.yaml
    names. 'planlint explain RULE' tells more about one of them.
    """
    from planlint.reporters import json

    found = rules_here().rules
    if form == "json":
        streams.write(json.encode([_as_json(rule) for rule in found]))
    else:
        streams.write(_as_text(found))
    return 0


def _as_json(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id, "pack": rule.pack, "severity": rule.severity, "enabled": rule.enabled, "reason": rule.reason,
        "message": rule.message, "why": rule.why, "fix": rule.fix,
    }  # fmt: skip


def _as_text(found: tuple[Rule, ...]) -> str:
    from planlint.reporters.page import Page

    page = Page(streams.columns(), not streams.speaks_unicode(sys.stdout))
    for folder, members in groupby(found, key=lambda rule: rule.id.rpartition("/")[0]):
        page.blank()
        page.add((folder, "bold"))
        for rule in members:
            off = "" if rule.enabled else f" (off: {rule.reason})"
            page.add(rule.id, f"  {rule.severity}{off}", indent=2, hang=4)
            page.add(re.sub(r"\{\w+\}", "…", rule.message), indent=6)
    return page.text()
