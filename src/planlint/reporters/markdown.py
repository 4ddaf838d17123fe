"""The report as a summary for a pull request, in Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from planlint.report import DECLARED, Coverage, Finding, PlanReport, Report
from planlint.reporters.describe import count, rules_used
from planlint.reporters.passages import shown_level
from planlint.reporters.places import place
from planlint.reporters.plain import one_line, shorten
from planlint.reporters.text import tally

ROOM = 60_000  # characters; GitHub takes 65,536 in a comment
SHOWN = 50
MESSAGE = 240
MARKS = {"addressed": "✓", DECLARED: "·", "mentioned": "~", "absent": "✗"}
_ZERO = "\u200b"
_MARKUP = re.compile(r"[&<>|\\`*_\[\]~$#!]")
# What a host makes a link, a mention or a cross-reference of without any markup.
_LIVE = re.compile(r"(?<=@)|(?<=&#35;)(?=\w)|(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bgh)(?=-\d)", re.IGNORECASE)
CAVEAT = "planlint judges wording, not merit. `planlint explain RULE` gives the reasons behind a finding."


def render(report: Report) -> str:
    """The summary: a line on the run, then for each plan its coverage and a table of its findings.

    What does not fit into a comment is left out from the end, and counted.
    """
    told = [_heading(report), *(f"- **Not read:** {escape(f.error)}\n" for f in report.failures)]
    used, left = sum(map(len, told)), 0
    for plan in report.plans:
        section = _plan(plan)
        if used + len(section) > ROOM:
            left += 1
            continue
        told.append(section)
        used += len(section)
    if left:
        told.append(f"\n{count(left, 'plan')} more did not fit in here.\n")
    mended = sum(entry.count for entry in report.mended or ())
    if mended:
        told.append(f"\n{count(mended, 'finding')} of the baseline mended.\n")
    return "".join([*told, f"\n{CAVEAT} {escape(rules_used(report.packs))}".rstrip() + "\n"])


def _heading(report: Report) -> str:
    findings = tally(Counter(f.severity for f in report.findings()))
    failed = f", {count(len(report.failures), 'file')} not read" if report.failures else ""
    return f"## planlint: {count(len(report.plans), 'plan')}{failed}; {findings}\n\n"


def _plan(report: PlanReport) -> str:
    path = one_line(report.plan.path)
    title = one_line(report.plan.title) or PurePath(path).name
    lines = ["", f"### {escape(shorten(title, 120))}", "", escape(path)]
    lines += [line for coverage in report.coverage for line in ("", _coverage(coverage))]
    shown = [f for f in report.findings if f.suppressed is None]
    silenced = len(report.findings) - len(shown)
    lines += ["", *(_table(shown) if shown else ["Nothing else to say about this plan."])]
    if silenced:
        lines += ["", f"{count(silenced, 'finding')} silenced."]
    return "\n".join(lines) + "\n"


def _coverage(coverage: Coverage) -> str:
    parts = []
    for level, mark in MARKS.items():
        names = [escape(c.name) for c in coverage.components if shown_level(c) == level]
        if names:
            parts.append(f"{mark} {len(names)} {level}: {', '.join(names)}")
    return "  \n".join(parts)


def _table(findings: Sequence[Finding]) -> list[str]:
    lines = ["| Weight | Where | What |", "|---|---|---|"]
    for finding in findings[:SHOWN]:
        where = place(finding.location) or "the whole plan"
        what = shorten(one_line(finding.message), MESSAGE)
        lines.append(f"| {finding.severity} | {escape(where)} | {escape(what)} ({escape(finding.rule)}) |")
    if len(findings) > SHOWN:
        lines += ["", f"{count(len(findings) - SHOWN, 'finding')} more."]
    return lines


def escape(text: str) -> str:
    """Text that stays text: nothing in it is markup, a link, a mention or a cross-reference."""
    return _LIVE.sub(_ZERO, _MARKUP.sub(lambda found: f"&#{ord(found[0])};", one_line(text)))
