"""Writes what planlint says of the plans in fixtures/ beside them: `python -m tests.update_expected`.

A file NAME.expected.json holds a reader's judgement: `coverage`, the level that each component should have, and
`findings`, what should be found (the helix rules aside, which say what `coverage` says). Where planlint is known to
differ, `differs` says so: `coverage` with the level it gives, `noisy` findings that it should not give, `missed` ones
that it should. The script keeps the judgement and renews the rest; a new finding is taken to be right until someone
moves it to `noisy`. Read the difference before committing it.
"""

import datetime
import json
import re
from pathlib import Path
from typing import Any

from planlint.files import find
from planlint.linter import lint
from planlint.report import PlanReport
from planlint.settings import Settings

FIXTURES = Path(__file__).parents[1] / "fixtures"
TODAY = datetime.date(2026, 9, 1)


def reports() -> dict[str, PlanReport]:
    """The report on each plan in fixtures/, by the plan's file name."""
    report = lint(find([str(FIXTURES)]), Settings(TODAY))
    if report.failures:
        raise RuntimeError(report.failures[0].error)
    return {Path(found.plan.path).name: found for found in report.plans}


def expected_file(plan: str) -> Path:
    """The file that holds what is expected of a plan."""
    return FIXTURES / f"{plan}.expected.json"


def load(plan: str) -> dict[str, Any]:
    """What is expected of a plan; empty if nobody has judged it yet."""
    file = expected_file(plan)
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def renew(old: dict[str, Any], report: PlanReport) -> dict[str, Any]:
    """The expectation as it should stand after this report."""
    levels = {c.id: c.level for model in report.coverage for c in model.components}
    given = [
        {"rule": f.rule, "place": f.location.label, "found": f.found}
        for f in report.findings
        if not f.rule.startswith("helix/")
    ]
    differs = old.get("differs", {})
    judged = old.get("coverage", levels)
    noisy = [finding for finding in given if finding in differs.get("noisy", [])]
    return {
        "coverage": judged,
        "findings": [finding for finding in given if finding not in noisy],
        "differs": {
            "coverage": {c: level for c, level in levels.items() if level != judged.get(c)},
            "noisy": noisy,
            "missed": [finding for finding in differs.get("missed", []) if finding not in given],
        },
    }


def write(expectation: dict[str, Any]) -> str:
    """The expectation as JSON with a finding a line, so that a difference shows whole findings."""
    text = json.dumps(expectation, ensure_ascii=False, indent=1)
    return re.sub(r'\{\s+"rule".*?\}', _join, text, flags=re.DOTALL)


def _join(found: re.Match[str]) -> str:
    return re.sub(r"\s*\n\s*", " ", found[0]).replace("{ ", "{").replace(" }", "}")


if __name__ == "__main__":
    for name, found in reports().items():
        expected_file(name).write_text(f"{write(renew(load(name), found))}\n", encoding="utf-8")
