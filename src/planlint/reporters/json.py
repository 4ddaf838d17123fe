"""The report as JSON for scripts; its shape is `schemas/report.json`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from planlint import __version__
from planlint.plan import Location
from planlint.report import Component, Coverage, Evidence, Finding, Mended, PlanReport, Report
from planlint.reporters.plain import shorten
from planlint.rule import SEVERITIES

SCHEMA_VERSION = "1"
CONTEXT = 300
# JSON may hold these as they are, but a terminal that it is printed on would obey them.
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_TORN = re.compile("[\ud800-\udfff]")
_ENTRY, _NO_PLANS = "\n    ", '"plans": []'


def render(report: Report) -> bytes:
    """The report as one JSON document in UTF-8, ending in a line break; the same report gives the same bytes."""
    return encode(document(report))


def encode(value: Any) -> bytes:
    """Any JSON value as UTF-8, an entry of a list a line, with characters that a terminal would obey as escapes."""
    return (_tame(_laid_out(value, "\n")) + "\n").encode()


def plan_text(report: PlanReport) -> str:
    """One plan as it stands in the document."""
    return _tame(_laid_out(_plan(report), _ENTRY))


def stream(report: Report, plans: Iterable[str], count: int, findings: Mapping[str, int]) -> Iterator[bytes]:
    """The document in pieces, its plans given by `plan_text`; the bytes are those of `render` with all plans at once.

    report: the rest of it; count: of the plans; findings: how many of each severity.
    """
    whole = document(report)
    whole["summary"] = {**whole["summary"], "plans": count, "findings": dict(findings)}
    before, empty, after = encode(whole).decode().partition(_NO_PLANS)
    if not count:
        yield (before + empty + after).encode()
        return
    yield (before + _NO_PLANS[:-1]).encode()
    for number, text in enumerate(plans):
        yield f"{',' if number else ''}{_ENTRY}{text}".encode()
    yield f"\n  ]{after}".encode()


def _tame(text: str) -> str:
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", _TORN.sub("\ufffd", text))


def _laid_out(value: Any, line: str) -> str:
    # Python's own indentation takes ten times as long, and puts each number on a line of its own.
    inner = line + "  "
    if isinstance(value, list) and _entries(value):
        return "[" + ",".join(inner + _laid_out(item, inner) for item in value) + line + "]"
    if isinstance(value, dict) and (line == "\n" or any(isinstance(v, list) and _entries(v) for v in value.values())):
        pairs = (f"{inner}{json.dumps(key)}: {_laid_out(item, inner)}" for key, item in value.items())
        return "{" + ",".join(pairs) + line + "}"
    return json.dumps(value, ensure_ascii=False)


def _entries(value: list[Any]) -> bool:
    return bool(value) and isinstance(value[0], dict)


def document(report: Report) -> dict[str, Any]:
    """The report as plain lists and mappings, keys in the order of the schema."""
    counts = dict.fromkeys(SEVERITIES, 0)
    for found in report.findings():
        counts[found.severity] += 1
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "planlint", "version": __version__, "rules": dict(sorted(report.packs.items()))},
        "summary": {"plans": len(report.plans), "failed": len(report.failures), "findings": counts},
        "plans": [_plan(plan) for plan in report.plans],
        "failures": [{"path": failure.path, "error": failure.error} for failure in report.failures],
        **({} if report.mended is None else {"mended": [_mended(mended) for mended in report.mended]}),
        **({} if report.across is None else {"across": [finding(f) for f in report.across]}),
    }


def _plan(report: PlanReport) -> dict[str, Any]:
    plan = report.plan
    period = plan.period and {"start": plan.period.start.isoformat(), "end": plan.period.end.isoformat()}
    return {
        "path": plan.path,
        "format": plan.format,
        "title": plan.title,
        "kind": plan.kind,
        "period": period,
        "words": plan.words,
        "actions": len(plan.actions),
        "coverage": [_coverage(coverage) for coverage in report.coverage],
        "findings": [finding(f) for f in report.findings],
        **({"overruled": [finding(f) for f in report.overruled]} if report.overruled else {}),
    }


def _mended(mended: Mended) -> dict[str, Any]:
    return {
        "path": mended.path, "rule": mended.rule, "about": mended.about, "count": mended.count, "gone": mended.gone,
    }  # fmt: skip


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {"model": coverage.model, "components": [_component(c) for c in coverage.components]}


def _component(component: Component) -> dict[str, Any]:
    return {
        "id": component.id,
        "name": component.name,
        "strand": component.strand,
        "level": component.level,
        "evidence": [_evidence(evidence) for evidence in component.evidence],
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "text": evidence.text,
        "cue": evidence.cue,
        "counts": evidence.counts,
        "why": evidence.why,
        "location": location(evidence.location),
    }


def finding(found: Finding) -> dict[str, Any]:
    """A Finding as a mapping."""
    silenced = found.suppressed
    return {
        "rule": found.rule,
        "severity": found.severity,
        "message": found.message,
        "why": found.why,
        "fix": found.fix,
        "found": found.found,
        "fingerprint": found.fingerprint,
        "context": None if found.context is None else shorten(found.context, CONTEXT),
        "suppressed": silenced and {"reason": silenced.reason, "until": silenced.until, "by": silenced.by},
        "location": location(found.location),
    }


def location(place: Location) -> dict[str, Any]:
    """A Location as a mapping."""
    return {
        "path": place.path,
        "label": place.label,
        "trail": list(place.trail),
        "part": place.part,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "page": place.page,
    }
