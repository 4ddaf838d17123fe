"""What an author's configuration would have kept from a reviewer, who passes over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planlint.config import Config, Entry
from planlint.report import Finding, PlanReport, Suppression
from planlint.rule import SEVERITIES
from planlint.suppressions import means


def overrule(report: PlanReport, config: Config) -> PlanReport:
    """The report with what the author's configuration leaves out, or makes lighter, listed as overruled."""
    told = [replace(finding, suppressed=None) for finding in report.overruled]
    excluded = config.leaves_out(report.plan.path)
    settled = config.for_plan(report.plan.path)
    found = tuple(
        replace(finding, suppressed=Suppression(reason, None, "config"))
        for finding in report.findings
        if finding not in told
        for reason in list(_reasons(finding, settled, excluded))[:1]
    )
    return replace(report, overruled=(*report.overruled, *found))


def _reasons(finding: Finding, config: Config, excluded: Entry | None) -> Iterator[str]:
    if excluded:
        yield f"the plan is excluded by {excluded.origin}"
    for entry in config.under("ignore"):
        if means(str(entry.value), finding.rule):
            yield f"the rule is left out by {entry.origin}"
    selected = config.under("select")
    if selected and not any(means(str(entry.value), finding.rule) for entry in selected):
        yield f"the rule is not among those selected by {selected[0].origin}"
    for entry in reversed(config.under("severity")):
        if means(entry.key[1], finding.rule):
            if SEVERITIES.index(entry.value) > SEVERITIES.index(finding.severity):
                yield f"made a {entry.value} by {entry.origin}"
            return
