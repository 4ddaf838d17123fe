"""The report as SARIF 2.1.0, the form in which code hosts and editors take findings.

The specification is https://docs.oasis-open.org/sarif/sarif/v2.1.0/ (sections in brackets below).
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from planlint import __version__
from planlint.plan import Location
from planlint.report import Failure, Finding, PlanReport, Report, Suppression
from planlint.reporters.json import encode
from planlint.reporters.places import place, relative
from planlint.reporters.plain import one_line
from planlint.reporters.rulebook import Told, rulebook

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "planlint/v1"
HOSTS_FINGERPRINT = "primaryLocationLineHash"  # the one by which GitHub knows a finding again
_LINK = re.compile(r"\](?=\()")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")
_KINDS = {"inline": "inSource", "baseline": "external", "config": "external"}


def render(report: Report) -> bytes:
    """The report as one SARIF log with one run."""
    return encode({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]})


def _run(report: Report) -> dict[str, Any]:
    book = rulebook(report)
    ranks = {told.id: rank for rank, told in enumerate(book)}
    return {
        "tool": {"driver": _driver(report, book)},
        "invocations": [_invocation(report.failures)],
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(plan) for plan in report.plans],
        "results": [result for plan in report.plans for result in _results(plan, ranks)],
    }


def _driver(report: Report, book: tuple[Told, ...]) -> dict[str, Any]:
    return {
        "name": "planlint",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(told) for told in book],
        "properties": {"packs": dict(sorted(report.packs.items()))},
    }


def _rule(told: Told) -> dict[str, Any]:
    parts = [told.why, told.fix, *(f"Source: {source}" for source in told.sources)]
    return {
        "id": told.id,
        "shortDescription": {"text": told.message},
        "fullDescription": {"text": told.why or told.message},
        "help": {"text": "\n\n".join(filter(None, parts)) or told.message},
        "defaultConfiguration": {"level": told.severity},
    }


def _invocation(failures: tuple[Failure, ...]) -> dict[str, Any]:
    told = [
        {
            "level": "error",
            "message": {"text": _message(failure.error)},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri(failure.path)}}}],
        }
        for failure in failures
    ]
    return {"executionSuccessful": not failures, "toolExecutionNotifications": told}


def _artifact(report: PlanReport) -> dict[str, Any]:
    levels = {covered.model: {c.id: c.level for c in covered.components} for covered in report.coverage}
    return {
        "location": {"uri": uri(report.plan.path)},
        "roles": ["analysisTarget"],
        "properties": {"title": one_line(report.plan.title), "coverage": levels},
    }


def _results(report: PlanReport, ranks: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for finding in report.findings:
        seen[finding.fingerprint] += 1
        name = f"{finding.fingerprint}:{seen[finding.fingerprint]}"  # the same remark on the same words a second time
        where = "" if finding.location.line else place(finding.location)
        yield {
            "ruleId": finding.rule,
            "ruleIndex": ranks[finding.rule],
            "level": finding.severity,
            "message": {"text": _message(f"{where}: {finding.message}" if where else finding.message)},
            "locations": [_location(finding)],
            "partialFingerprints": {HOSTS_FINGERPRINT: name, FINGERPRINT: name},
            "suppressions": [_suppression(finding.suppressed)] if finding.suppressed else [],
        }


def _location(finding: Finding) -> dict[str, Any]:
    spot = finding.location
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(spot.path)}}
    if spot.line:  # [3.29.4]: a result on the whole artifact has no region
        ends = (("startLine", spot.line), ("startColumn", spot.column), ("endLine", spot.end_line),
                ("endColumn", spot.end_column))  # fmt: skip
        physical["region"] = {name: value for name, value in ends if value}
    found: dict[str, Any] = {"physicalLocation": physical}
    logical = _logical(spot)
    if logical:
        found["logicalLocations"] = [logical]
    return found


def _logical(spot: Location) -> dict[str, Any]:
    """The place as a person names it, and its address in the file: all that a Word document has."""
    name = one_line(spot.label) or (one_line(spot.trail[-1]) if spot.trail else "")
    address = spot.part or " > ".join(one_line(heading) for heading in spot.trail)
    told = {"name": name, "fullyQualifiedName": address, "kind": "element" if spot.part else ""}
    return {key: value for key, value in told.items() if value}


def _suppression(suppressed: Suppression) -> dict[str, Any]:
    until = f" (until {suppressed.until})" if suppressed.until else ""
    return {
        "kind": _KINDS[suppressed.by],
        "status": "accepted",
        "justification": one_line(suppressed.reason) + until,
    }


def _message(text: str) -> str:
    """Text that a plan may have had a hand in: no link [3.11.6] and no placeholder [3.11.5] comes about in it."""
    return _PLACEHOLDER.sub(r"{{\1}}", _LINK.sub("] ", one_line(text)))


def uri(path: str) -> str:
    """A path as a URI reference [3.4.3]: relative if the path is, percent-encoded."""
    if Path(path).is_absolute():
        return PurePath(os.path.normpath(path)).as_uri()
    return quote(os.fsencode(relative(path)))
