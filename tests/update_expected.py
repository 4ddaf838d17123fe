"""Writes what planlint says of the plans in fixtures/ beside them: `python -m tests.update_expected`.

Read the difference before committing it: the files say what planlint should say, not only what it does.
"""

import datetime
import json
from pathlib import Path
from typing import Any

from planlint.files import find
from planlint.linter import Settings, lint
from planlint.report import PlanReport

FIXTURES = Path(__file__).parents[1] / "fixtures"
TODAY = datetime.date(2026, 9, 1)


def reports() -> dict[str, PlanReport]:
    """The report on each plan in fixtures/, by the plan's file name."""
    report = lint(find([str(FIXTURES)]), Settings(TODAY))
    if report.failures:
        raise RuntimeError(report.failures[0].error)
    return {Path(found.plan.path).name: found for found in report.plans}


def expected(report: PlanReport) -> dict[str, Any]:
    """What is kept of a report: each component's level, and each finding's rule, place and words."""
    return {
        "coverage": {c.id: c.level for model in report.coverage for c in model.components},
        "findings": [{"rule": f.rule, "place": f.location.label, "found": f.found} for f in report.findings],
    }


def expected_file(plan: str) -> Path:
    """The file that holds what is expected of a plan."""
    return FIXTURES / f"{plan}.expected.json"


if __name__ == "__main__":
    for name, found in reports().items():
        text = json.dumps(expected(found), ensure_ascii=False, indent=1)
        expected_file(name).write_text(f"{text}\n", encoding="utf-8")
