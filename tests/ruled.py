"""What one rule says of a small plan in Markdown."""

from functools import cache
from typing import Any

from planlint import packs, readers
from planlint.packs.running import Prepared
from planlint.report import Finding


@cache
def _prepared(rule: str) -> tuple[packs.Packs, Prepared]:
    loaded = packs.load()
    return loaded, packs.prepare(loaded, [loaded.rule(rule)])


def findings(rule: str, text: str) -> list[Finding]:
    """The findings of the rule, in order."""
    loaded, prepared = _prepared(rule)
    plan = readers.read("plan.md", text.encode(), loaded.vocabulary)
    return [f for f in prepared.run(plan).findings if f.rule == rule]


def row_findings(rule: str, *rows: dict[str, Any], title: str = "School improvement plan 2026-27") -> list[str]:
    """What is found in a table of these rows, headings to cells."""
    heads = list(rows[0])
    lines = [heads, ["---"] * len(heads), *([str(row.get(h, "")) for h in heads] for row in rows)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return [f.found for f in findings(rule, f"# {title}\n\n{table}\n")]
