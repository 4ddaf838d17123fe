"""What a report's rules say, for formats that tell rules apart from findings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planlint.report import Report
from planlint.reporters.plain import one_line
from planlint.rule import Rule, Severity


@dataclass(frozen=True, slots=True)
class Told:
    """A rule in words: its message with '…' for what a plan fills in."""

    id: str
    severity: Severity
    message: str
    why: str
    fix: str
    sources: tuple[str, ...] = ()


def rulebook(report: Report) -> tuple[Told, ...]:
    """Every rule that ran, in order of id, then those that findings name besides, in order of id."""
    ran = {rule.id: _told(rule) for rule in report.rules}
    named = {
        f.rule: Told(f.rule, f.severity, one_line(f.why) or f.rule, one_line(f.why), one_line(f.fix))
        for plan in report.plans
        for f in plan.findings
        if f.rule not in ran
    }
    return (*(ran[id] for id in sorted(ran)), *(named[id] for id in sorted(named)))


def _told(rule: Rule) -> Told:
    sources = tuple(one_line(source) for source in rule.sources)
    return Told(rule.id, rule.severity, blank(rule.message), one_line(rule.why), one_line(rule.fix), sources)


def blank(message: str) -> str:
    """A rule's message with '…' where a check fills in what it found."""
    return one_line(re.sub(r"\{\w+\}", "…", message))
