"""What planlint says of a plan as notes at its places, for formats that can hold comments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from planlint.report import Coverage, Finding, PlanReport
from planlint.reporters.describe import count, rules_used
from planlint.reporters.places import place
from planlint.reporters.plain import one_line

MARKS = {"addressed": "✓", "mentioned": "~", "absent": "✗"}
_HOLD = ("body", "footnotes", "endnotes")
CAVEAT = "planlint judges wording, not merit: whether the plan says a thing, not whether it is wise, true or enough."


@dataclass(frozen=True, slots=True)
class Note:
    """One note: the address inside the file that it is about (None for the whole plan), and its lines."""

    part: str | None
    lines: tuple[str, ...]


def notes(report: PlanReport, packs: Mapping[str, str]) -> tuple[Note, ...]:
    """One note at the top with coverage and what is said of the whole plan, then one a finding, in reading order.

    packs: each pack of rules that it was judged by, and its version.
    """
    shown = [f for f in report.findings if f.suppressed is None]
    components = {component.name for coverage in report.coverage for component in coverage.components}
    placed = [f for f in shown if f.location.part]
    whole = [f for f in shown if not f.location.part]
    top = [f"planlint read this plan and has {count(len(shown), 'remark')}.", CAVEAT + rules_used(packs)]
    top += [line for coverage in report.coverage for line in _coverage(coverage)]
    for finding in whole:
        top += _told(finding)
    if not components and not shown:
        top.append("Nothing else to say about this plan.")
    return (Note(None, tuple(top)), *(Note(f.location.part, tuple(_told(f, _elsewhere(f)))) for f in placed))


def _elsewhere(finding: Finding) -> str:
    """Where it stands, if that is no part of the file that can hold a comment, such as a page's footer."""
    part = finding.location.part or ""
    return "" if part.split("/")[0] in _HOLD else place(finding.location)


def _coverage(coverage: Coverage) -> list[str]:
    lines = []
    for level, mark in MARKS.items():
        names = [c.name + (" (declared)" if c.declared else "") for c in coverage.components if c.level == level]
        if names:
            lines.append(f"{mark} {level}: {', '.join(names)}")
    return lines


def _told(finding: Finding, where: str = "") -> list[str]:
    return [
        f"{finding.severity.capitalize()}{f', {where}' if where else ''}: {one_line(finding.message)}",
        f"To mend it: {one_line(finding.fix)}",
        f"({finding.rule})",
    ]
