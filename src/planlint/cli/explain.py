"""`planlint explain`: one rule, for people who run schools."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from planlint.cli import streams
from planlint.cli.here import rules_here

if TYPE_CHECKING:
    from planlint.reporters.page import Page
    from planlint.rule import Example, Rule

SHOWN = 6
_MARKED = re.compile(r"<<(.*?)>>", re.DOTALL)


@click.command(short_help="Say why a rule is there, with examples.")
@click.argument("rule", metavar="RULE")
def explain(rule: str) -> int:
    """Say why a rule is there, how to mend what it finds, with examples."""
    from planlint import datafile
    from planlint.errors import ConfigError
    from planlint.reporters.page import Page

    loaded = rules_here()
    found = loaded.rule(rule)
    if found is None:
        hint = datafile.nearest(rule, [r.id for r in loaded.rules])
        remedy = f"did you mean '{hint}'" if hint else "planlint rules lists them all"
        raise ConfigError("planlint explain", f"there is no rule '{rule}'", remedy)
    page = Page(streams.columns(), not streams.speaks_unicode(sys.stdout))
    _add_rule(page, found)
    streams.write(page.text())
    return 0


def _add_rule(page: Page, rule: Rule) -> None:
    page.add((rule.id, "bold"), f" ({rule.severity}{'' if rule.enabled else ', off unless selected'})")
    says = _blank(rule.message)
    told = (
        ("What it says", says),
        ("What it says of a plan that only mentions it (a warning)", _blank(rule.extra.get("mentioned", ""))),
        ("What it says of the plan of one school", _blank(rule.extra.get("school_message", ""))),
        ("Why", rule.why),
        ("How to mend it", rule.fix),
        ("Why it is off", "" if rule.enabled else rule.reason),
    )
    for title, text in told:
        if text:
            _add_part(page, title)
            page.add(text, indent=2)
    for title, examples in _groups(rule):
        _add_part(page, title)
        for example in examples[:SHOWN]:
            _add_example(page, example)
    if rule.sources:
        _add_part(page, "Sources")
        for source in rule.sources:
            page.add(f"- {source}", indent=2, hang=2)
    _add_part(page, "To leave it out")
    page.add(f"planlint check --ignore {rule.id} PLAN", indent=2)


def _blank(message: str) -> str:
    return re.sub(r"\{\w+\}", "…", message)


def _add_part(page: Page, title: str) -> None:
    page.blank()
    page.add((title, "bold"))


def _groups(rule: Rule) -> list[tuple[str, list[Example]]]:
    if any(example.level for example in rule.examples):
        named = [
            ("Passages that address it", "addressed"),
            ("Passages that only mention it", "mentioned"),
            ("Passages that do not count", "absent"),
        ]
        return [(title, [e for e in rule.examples if e.level == level]) for title, level in named]
    titles = (("Examples it remarks on (its words in square brackets)", True), ("Examples it lets pass", False))
    return [(title, [e for e in rule.examples if e.fails is fails]) for title, fails in titles]


def _add_example(page: Page, example: Example) -> None:
    if isinstance(example.text, Mapping):
        rows = [f"{role.replace('_', ' ')}: {_shown(str(text)) or '(empty)'}" for role, text in example.text.items()]
        page.add(f"- {'; '.join(rows)}", indent=2, hang=2)
        return
    first, *rest = [_shown(line) for line in example.text.strip().splitlines()] or [""]
    page.add(f"- {first}", indent=2, hang=2)
    for line in rest:
        page.add(line, indent=4, hang=2)


def _shown(text: str) -> str:
    return _MARKED.sub(lambda found: f"[{found[1] or ' '}]", text)
