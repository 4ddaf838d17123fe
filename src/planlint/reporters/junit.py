"""The report as JUnit XML: a suite for each plan, a test case for each rule that was put to it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from planlint.report import Failure, Finding, PlanReport, Report
from planlint.reporters.describe import rules_used
from planlint.reporters.places import place
from planlint.reporters.plain import one_line
from planlint.reporters.rulebook import rulebook
from planlint.rule import Severity

TOTALS = ("tests", "failures", "errors", "skipped")


def render(report: Report, failing: Collection[Severity] | None = None) -> bytes:
    """The report as one XML document in UTF-8. Findings of the `failing` weights (each plan's own, if
    None) fail their test case.

    Findings of lesser weight are told under a test case that passes; one whose findings are all silenced is skipped.
    A file that could not be read is a suite with one error. There are no times, so that the same input gives the
    same bytes.
    """
    top = Element("testsuites", {"name": ("planlint." + rules_used(report.packs)).rstrip(".")})
    rules = [told.id for told in rulebook(report)]
    for plan in report.plans:
        _add_plan(top, plan, rules, plan.failing if failing is None else failing)
    for failure in report.failures:
        _add_failure(top, failure)
    for suite in top:
        _count(suite, suite)
    _count(top, top)
    ElementTree.indent(top)
    text: bytes = ElementTree.tostring(top, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _add_plan(top: Element, plan: PlanReport, rules: Sequence[str], failing: Collection[Severity]) -> None:
    path = one_line(plan.plan.path)
    suite = SubElement(top, "testsuite", {"name": path})
    for rule in rules:
        case = SubElement(suite, "testcase", {"classname": path, "name": rule})
        found = [finding for finding in plan.findings if finding.rule == rule]
        standing = [finding for finding in found if finding.suppressed is None]
        fails = [finding for finding in standing if finding.severity in failing]
        if fails:
            about = {"type": fails[0].severity, "message": _summary(fails)}
            SubElement(case, "failure", about).text = _lines(fails)
        elif found and not standing:
            SubElement(case, "skipped", {"message": _reasons(found)})
        passed = [finding for finding in standing if finding not in fails]
        if passed:
            SubElement(case, "system-out").text = _lines(passed)


def _add_failure(top: Element, failure: Failure) -> None:
    path = one_line(failure.path)
    suite = SubElement(top, "testsuite", {"name": path})
    case = SubElement(suite, "testcase", {"classname": path, "name": "read"})
    SubElement(case, "error", {"type": "not read", "message": one_line(failure.error)})


def _count(target: Element, within: Element) -> None:
    """Writes how many test cases there are, and how many of each outcome, into the attributes that tell it."""
    names = ("testcase", "failure", "error", "skipped")
    for attribute, name in zip(TOTALS, names, strict=True):
        target.set(attribute, str(sum(1 for _ in within.iter(name))))


def _summary(findings: Sequence[Finding]) -> str:
    more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
    return one_line(findings[0].message) + more


def _lines(findings: Sequence[Finding]) -> str:
    return "\n".join(
        one_line(f"{f.severity}: {place(f.location) or 'the whole plan'}: {f.message}") for f in findings
    )


def _reasons(findings: Sequence[Finding]) -> str:
    reasons = (one_line(f.suppressed.reason) for f in findings if f.suppressed)
    return "; ".join(dict.fromkeys(reasons))
