"""Two states of a plan side by side, in words for those who meet about it: what is better, worse, the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from planlint.comparison import Comparison, Covered
from planlint.plan import Plan
from planlint.report import Finding
from planlint.reporters.describe import count, day, rules_used
from planlint.reporters.page import Page, quoted
from planlint.reporters.passages import aside, best, excerpt, shown_level
from planlint.reporters.places import place
from planlint.reporters.plain import one_line
from planlint.reporters.text import CAVEAT, PASSAGE, SEVERITY_STYLES, tally

MARKS = {"rose": ("▲", "green"), "fell": ("▼", "red"), "same": ("·", "")}
ASCII_MARKS = {"rose": "+", "fell": "-", "same": "."}
SHOWN = 20


def render(
    comparison: Comparison,
    old: str,
    new: str,
    packs: Mapping[str, str],
    columns: int = 80,
    ascii: bool = False,
    colour: bool = False,
) -> str:
    """The comparison as text, wrapped at `columns`.

    old, new: what the user calls the two states; packs: each pack of rules they were judged by, and its version.
    """
    page = Page(columns, ascii)
    path = one_line(comparison.new.plan.path)
    page.add((one_line(comparison.new.plan.title) or PurePath(path).name, "bold"))
    page.add("before:", f" {one_line(old)}", hang=8)
    page.add("now:", f"    {one_line(new)}", hang=8)
    for sentence in _facts(comparison.old.plan, comparison.new.plan):
        page.add(sentence, hang=2)
    _add_coverage(page, comparison)
    _add_findings(page, "New", comparison.added, told="")
    _add_findings(page, "Mended", comparison.mended, told="It said: ")
    _add_findings(page, "Silenced since", comparison.silenced, told="")
    page.blank()
    page.add(_unchanged(comparison.unchanged))
    page.blank()
    page.add(("In short: ", "bold"), _summary(comparison))
    page.blank()
    page.add((CAVEAT + rules_used(packs), "dim"))
    return page.text(colour)


def _facts(old: Plan, new: Plan) -> list[str]:
    told = []
    if one_line(old.title) != one_line(new.title):
        told.append(f"The title was {quoted(old.title)}.")
    if _period(old) != _period(new):
        told.append(f"Its dates were: {_period(old)}; now: {_period(new)}.")
    if len(old.actions) != len(new.actions):
        told.append(f"It had {count(len(old.actions), 'action')}, and now has {count(len(new.actions), 'action')}.")
    return told


def _period(plan: Plan) -> str:
    return f"{day(plan.period.start)} to {day(plan.period.end)}" if plan.period else "none for the whole plan"


def _add_coverage(page: Page, comparison: Comparison) -> None:
    if not comparison.coverage:
        return
    moved = [c for c in comparison.coverage if c.turn != "same" or c.newly_declared]
    page.blank()
    page.add(("What the plan covers", "bold"))
    for covered in sorted(moved, key=lambda c: c.turn):  # what fell comes first
        _add_covered(page, covered)
    before, now = (_addressed(comparison, old) for old in (True, False))
    rest = "" if moved else "Nothing rose or fell: "
    page.add(f"{rest}{before} of {len(comparison.coverage)} components addressed before, {now} now.", indent=2)


def _add_covered(page: Page, covered: Covered) -> None:
    assert covered.old and covered.new
    mark, colour = MARKS[covered.turn]
    mark = ASCII_MARKS[covered.turn] if page.ascii else mark
    levels = f": {shown_level(covered.old)} before, {shown_level(covered.new)} now"
    page.add((f"{mark} {covered.new.name}", colour), levels, indent=2, hang=2)
    # The passage that the change hangs on: what is there now, or what was there and is not.
    shown = covered.old if covered.turn == "fell" else covered.new
    evidence = best(shown)
    if evidence:
        when = "before: " if covered.turn == "fell" else ""
        told = "; ".join(filter(None, (place(evidence.location), aside(evidence))))
        page.add(when + quoted(excerpt(evidence, PASSAGE)), indent=6)
        page.add((told, "dim"), indent=6)


def _addressed(comparison: Comparison, old: bool) -> int:
    sides = [c.old if old else c.new for c in comparison.coverage]
    return sum(side is not None and side.level == "addressed" for side in sides)


def _add_findings(page: Page, title: str, findings: Sequence[Finding], told: str) -> None:
    if not findings:
        return
    page.blank()
    page.add((f"{title}: {tally(Counter(f.severity for f in findings))}", "bold"))
    for finding in findings[:SHOWN]:
        where = place(finding.location) or "the whole plan"
        page.add(f"{where[0].upper()}{where[1:]}", indent=2, hang=2)
        page.add((finding.severity, SEVERITY_STYLES[finding.severity]), f"  {told}{one_line(finding.message)}",
                 (f" [{finding.rule}]", "dim"), indent=4, hang=2)  # fmt: skip
        if finding.suppressed:
            page.add(f"Silenced: {one_line(finding.suppressed.reason)}", indent=6)
    if len(findings) > SHOWN:
        page.add(f"and {count(len(findings) - SHOWN, 'more finding')}.", indent=2)


def _unchanged(findings: Sequence[Finding]) -> str:
    if not findings:
        return "Nothing else was found, before or now."
    return f"Unchanged since: {tally(Counter(f.severity for f in findings))}."


def _summary(comparison: Comparison) -> str:
    rose, fell = (sum(c.turn == turn for c in comparison.coverage) for turn in ("rose", "fell"))
    told = [f"{count(rose, 'component')} rose, {fell or 'none'} fell"] if comparison.coverage else []
    told.append(f"{count(len(comparison.added), 'new finding')}, {len(comparison.mended) or 'none'} mended")
    verdict = "Something is worse than before." if comparison.worse else "Nothing is worse than before."
    return f"{'; '.join(told)}. {verdict}"
