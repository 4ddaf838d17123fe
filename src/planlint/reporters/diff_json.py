"""Two states of a plan side by side, as JSON; its shape is `schemas/diff.json`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planlint import __version__
from planlint.comparison import Comparison, Covered
from planlint.report import Component, PlanReport
from planlint.reporters.json import encode, finding

SCHEMA_VERSION = "1"


def render(comparison: Comparison, old: str, new: str, packs: Mapping[str, str]) -> bytes:
    """The comparison as one JSON document in UTF-8.

    old, new: what the user calls the two states; packs: each pack of rules they were judged by, and its version.
    """
    return encode(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "planlint", "version": __version__, "rules": dict(sorted(packs.items()))},
            "old": _state(comparison.old, old),
            "new": _state(comparison.new, new),
            "worse": comparison.worse,
            "coverage": [_covered(covered) for covered in comparison.coverage],
            "findings": {
                "new": [finding(f) for f in comparison.added],
                "mended": [finding(f) for f in comparison.mended],
                "silenced": [finding(f) for f in comparison.silenced],
                "unchanged": [finding(f) for f in comparison.unchanged],
            },
        }
    )


def _state(report: PlanReport, name: str) -> dict[str, Any]:
    plan = report.plan
    period = plan.period and {"start": plan.period.start.isoformat(), "end": plan.period.end.isoformat()}
    return {
        "name": name,
        "path": plan.path,
        "format": plan.format,
        "title": plan.title,
        "period": period,
        "words": plan.words,
        "actions": len(plan.actions),
    }


def _covered(covered: Covered) -> dict[str, Any]:
    return {
        "model": covered.model,
        "id": covered.component.id,
        "name": covered.component.name,
        "strand": covered.component.strand,
        "old": covered.old and covered.old.level,
        "new": covered.new and covered.new.level,
        "turn": covered.turn,
        "declared": {"old": _is_declared(covered.old), "new": _is_declared(covered.new)},
    }


def _is_declared(component: Component | None) -> bool:
    return component is not None and component.declared
