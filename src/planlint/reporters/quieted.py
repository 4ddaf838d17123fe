"""What is kept quiet, what is overruled and what is mended, as lines of the text report."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence

from planlint.report import Finding, Mended, PlanReport
from planlint.reporters.describe import count
from planlint.reporters.page import Page, quoted
from planlint.reporters.places import place
from planlint.reporters.plain import one_line, shorten

SAYS = {"inline": "its author", "baseline": "the baseline", "config": "its configuration"}
ROOM = 100


def add_quiet(page: Page, report: PlanReport) -> None:
    """The findings that are kept quiet, each with who says so and why."""
    _add(page, "Kept quiet", [f for f in report.findings if f.suppressed])


def add_overruled(page: Page, report: PlanReport) -> None:
    """The findings that the author wants silenced and that count all the same."""
    _add(page, "Silenced by its author, and counted here all the same", report.overruled)


def _add(page: Page, title: str, findings: Sequence[Finding]) -> None:
    if not findings:
        return
    page.blank()
    page.add((title, "bold"))
    for finding in findings:
        silenced = finding.suppressed
        assert silenced is not None
        where = place(finding.location) or "the whole plan"
        until = f", until {_day(silenced.until)}" if silenced.until else ""
        page.add(f"{where[0].upper()}{where[1:]}: {one_line(finding.message)}", (f" [{finding.rule}]", "dim"),
                 indent=2, hang=2)  # fmt: skip
        page.add(f"{SAYS[silenced.by]}: {one_line(silenced.reason)}{until}", indent=6)


def _day(iso: str) -> str:
    day = datetime.date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


def add_mended(page: Page, mended: Sequence[Mended]) -> None:
    """What the baseline knows and the plans no longer have; of a plan that is no longer there, only how much."""
    if not mended:
        return
    page.blank()
    total = sum(m.count for m in mended)
    page.add((f"Mended: {count(total, 'finding')} of the baseline no longer there", "bold"))
    gone = Counter[str]()
    for one in mended:
        if one.gone:
            gone[one.path] += one.count
            continue
        times = f", {one.count} times" if one.count > 1 else ""
        about = quoted(shorten(one_line(one.about), ROOM))
        page.add(f"{one_line(one.path)}: {about}{times}", (f" [{one.rule}]", "dim"), indent=2, hang=2)
    for path, known in gone.items():
        page.add(f"{one_line(path)}: the plan is no longer there, with {count(known, 'finding')}", indent=2, hang=2)
    page.add("--update-baseline takes them out of the baseline.", indent=2)
