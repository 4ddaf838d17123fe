"""The report as text for the people who write and read plans: components first, then findings, then one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from planlint.plan import Plan
from planlint.report import DECLARED, Component, Coverage, Finding, PlanReport, Report
from planlint.reporters.describe import count, describe_plan, rules_used
from planlint.reporters.page import Page, quoted
from planlint.reporters.passages import aside, best, excerpt, shown_level
from planlint.reporters.places import place
from planlint.reporters.plain import one_line, shorten
from planlint.reporters.quieted import add_mended, add_overruled, add_quiet
from planlint.rule import SEVERITIES, Severity

REPEATS = 5
PLACES = 12
PASSAGE = 120
ENOUGH = 25
UNBROKEN = 10_000
LEVEL_MARKS = {
    "addressed": ("✓", "green"),
    "mentioned": ("~", "yellow"),
    "absent": ("✗", "red"),
    DECLARED: ("·", "cyan"),
}
SEVERITY_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
CAVEAT = (
    "planlint judges wording, not merit: whether the plan says a thing, not whether it is wise, true or enough. "
    "For the reasons behind a finding, and examples: planlint explain, then the name in square brackets."
)


def render(
    report: Report, columns: int = 80, ascii: bool = False, colour: bool = False, brief: bool = False,
    suppressed: bool = False,
) -> str:  # fmt: skip
    """The report as text, wrapped at `columns`.

    brief: one line a plan; suppressed: with what is kept quiet.
    """
    page = Page(UNBROKEN if brief else columns, ascii)
    for plan in report.plans:
        if brief:
            page.add(f"{one_line(plan.plan.path)}: ", *_summary(plan), hang=2)
        else:
            _add_plan(page, plan, suppressed)
    add_mended(page, report.mended or ())
    if not brief and report.plans:
        _add_end(page, report)
    return page.text(colour)


def _add_plan(page: Page, report: PlanReport, suppressed: bool) -> None:
    page.blank()
    path = one_line(report.plan.path)
    page.add((one_line(report.plan.title) or PurePath(path).name, "bold"))
    page.add(f"{path}: {describe_plan(report.plan)}", hang=2)
    for sentence in _caution(report.plan):
        page.add(sentence, hang=2)
    for coverage in report.coverage:
        _add_coverage(page, coverage)
    _add_findings(page, [f for f in report.findings if f.suppressed is None])
    add_overruled(page, report)
    if suppressed:
        add_quiet(page, report)
    page.blank()
    page.add(("In short: ", "bold"), *_summary(report), hang=2)


def _caution(plan: Plan) -> list[str]:
    told = []
    if not plan.actions:
        told.append("No actions were found: no table, list or entry that says who does what by when.")
    if plan.changes:
        told.append(f"It holds {count(len(plan.changes), 'tracked change')} that nobody has accepted or rejected yet.")
    if plan.unread:
        kinds = ", ".join(dict.fromkeys(one_line(u.what) for u in plan.unread))
        told.append(f"Not everything on the page could be read: {shorten(kinds, 160)}.")
    return told


def _add_coverage(page: Page, coverage: Coverage) -> None:
    strand = None
    for component in coverage.components:
        if component.strand != strand:
            strand = component.strand
            page.blank()
            page.add((strand_name(strand), "bold"))
        _add_component(page, component)


def strand_name(strand: str) -> str:
    """A strand's id as words."""
    return strand.replace("-", " ").capitalize()


def _add_component(page: Page, component: Component) -> None:
    level = shown_level(component)
    mark, colour = LEVEL_MARKS[level]
    page.add((f"{mark} {level:<9}", colour), f"  {component.name}", indent=2, hang=13)
    evidence = best(component)
    if evidence:
        told = "; ".join(filter(None, (place(evidence.location), aside(evidence))))
        page.add(quoted(excerpt(evidence, PASSAGE)), indent=15)
        page.add((told, "dim"), indent=15)


def _add_findings(page: Page, findings: Sequence[Finding]) -> None:
    page.blank()
    if not findings:
        page.add(("Nothing else to say about this plan.", "bold"))
        return
    page.add(("What to look at, from the first page to the last", "bold"))
    seen: Counter[str] = Counter()
    total = Counter(f.rule for f in findings)
    before: Finding | None = None
    for finding in findings:
        seen[finding.rule] += 1
        if seen[finding.rule] <= REPEATS:
            _add_finding(page, finding, before, first=seen[finding.rule] == 1)
            before = finding
        if seen[finding.rule] == REPEATS and total[finding.rule] > REPEATS:
            _add_folded(page, [f for f in findings if f.rule == finding.rule][REPEATS:])


def _add_finding(page: Page, finding: Finding, before: Finding | None, first: bool) -> None:
    if before is None or place(finding.location) != place(before.location):
        page.blank()
        known = before is not None and finding.context == before.context
        page.add(_heading(finding, quote=not known), indent=2, hang=2)
    style = SEVERITY_STYLES[finding.severity]
    rule = (f" [{finding.rule}]", "dim")
    page.add((finding.severity, style), f"  {one_line(finding.message)}", rule, indent=4, hang=2)
    if first and finding.fix:
        page.add(one_line(finding.fix), indent=6)


def _heading(finding: Finding, quote: bool) -> str:
    where = place(finding.location) or "The whole plan"
    where = where[0].upper() + where[1:]
    context = one_line(finding.context or "")
    if not quote or not context or _quotes(one_line(finding.message), context):
        return where
    return f"{where}: {quoted(shorten(context, 100, one_line(finding.found)))}"


def _quotes(message: str, context: str) -> bool:
    """Whether the message itself quotes enough of the context to tell which one is meant."""
    return any(part.rstrip("…")[:ENOUGH] in context for part in message.split("'") if len(part) >= ENOUGH)


def _add_folded(page: Page, findings: Sequence[Finding]) -> None:
    places = list(dict.fromkeys(place(f.location) for f in findings))
    more = f" and {count(len(places) - PLACES, 'other place')}" if len(places) > PLACES else ""
    page.add(f"The same {count(len(findings), 'more time')}: {'; '.join(places[:PLACES])}{more}.", indent=6)


def _summary(report: PlanReport) -> list[str]:
    levels = Counter(shown_level(c) for coverage in report.coverage for c in coverage.components)
    total = sum(levels.values())
    findings = Counter(f.severity for f in report.findings if f.suppressed is None)
    covered = f"{levels['addressed']} of {total} components addressed, " if total else ""
    declared = f"{levels[DECLARED]} declared, " if levels[DECLARED] else ""
    rest = f"{levels['mentioned'] or 'none'} mentioned, {levels['absent'] or 'none'} absent; " if total else ""
    quiet = sum(f.suppressed is not None for f in report.findings)
    kept = f"; {quiet} more kept quiet" if quiet else ""
    return [covered + declared + rest + tally(findings) + kept + "."]


def tally(findings: Mapping[Severity, int]) -> str:
    """How many errors, warnings and notes, in words."""
    return ", ".join(count(findings.get(severity, 0), severity) for severity in SEVERITIES)


def _add_end(page: Page, report: Report) -> None:
    page.blank()
    if len(report.plans) + len(report.failures) > 1:
        failed = f", {count(len(report.failures), 'file')} not read" if report.failures else ""
        findings = tally(Counter(f.severity for f in report.findings()))
        page.add((f"{count(len(report.plans), 'plan')}{failed}; {findings}.", "bold"))
    page.add((CAVEAT + rules_used(report.packs), "dim"))
