"""`planlint why`: what was looked for, what was found, and what was set aside."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planlint.cli import streams
from planlint.cli.judging import looked_at, settings
from planlint.errors import ConfigError
from planlint.files import Source, check_file

if TYPE_CHECKING:
    from planlint.report import Evidence
    from planlint.reporters.page import Page
    from planlint.why import WhyComponent, WhyPlace

SHOWN, ROOM = 4, 200
_LINE = re.compile(r"(?P<path>.+):(?P<line>\d+)")
_NOT_SOUGHT = ("false_friends",)


@click.command(short_help="Say why a plan got the answer it got.")
@click.argument("plan", metavar="PLAN")
@click.argument("component", required=False)
@looked_at
def why(plan: str, component: str | None, **judging: Any) -> int:
    """Say why a component of a plan has its level, or what was seen at a place.

    \b
    planlint why PLAN COMPONENT    what was looked for, what matched, what was
                                   set aside and why, and the nearest miss
    planlint why PLAN:LINE         what was seen on a line
    planlint why 'PLAN#row 2.3'    what was seen in a row, as reports name it
    """
    from planlint.bench import Benches
    from planlint.reporters.page import Page
    from planlint.why import Inquiry

    path, line, label = _asked(plan, component)
    check_file(path)
    bench = Benches(settings(**judging)).of(path)
    inquiry = Inquiry(bench, Source(path))
    page = Page(streams.columns(), not streams.speaks_unicode(sys.stdout))
    if component:
        _add_component(page, inquiry.component(component))
    else:
        for place in inquiry.line(line) if line else inquiry.place(label):
            _add_place(page, place)
    streams.write(page.text())
    return 0


def _asked(plan: str, component: str | None) -> tuple[str, int, str]:
    """The file, and the line or place in it that is asked about."""
    if component or Path(plan).exists():
        if not component:
            remedy = "name a component, a line ('plan.md:12') or a place ('plan.docx#row 2.3')"
            raise ConfigError("planlint why", "does not know what about the plan you ask", remedy)
        return plan, 0, ""
    if at := _LINE.fullmatch(plan):
        return at["path"], int(at["line"]), ""
    path, _, label = plan.partition("#")
    return path, 0, label


def _add_component(page: Page, told: WhyComponent) -> None:
    from planlint.reporters.passages import shown_level
    from planlint.reporters.plain import one_line

    component = told.component
    page.add((component.name, "bold"), f": {shown_level(component)}")
    page.blank()
    page.add(("What was looked for", "bold"), f"  ({told.rule.id}; planlint explain {told.rule.id})")
    for option, cues in told.sought.items():
        if option not in _NOT_SOUGHT:
            more = f" and {len(cues) - SHOWN} more" if len(cues) > SHOWN else ""
            named = "; ".join(_short(cue) for cue in cues[:SHOWN])
            page.add(f"{option.replace('_', ' ')} ({len(cues)}): {named}{more}", indent=2, hang=4)
    _add_evidence(page, "What counts", [e for e in component.evidence if e.counts])
    _add_evidence(page, "What was set aside", [e for e in component.evidence if not e.counts])
    if told.near:
        near = told.near
        page.blank()
        page.add(("The nearest miss", "bold"))
        page.add(f"“{_short(one_line(near.unit.text), 2 * ROOM)}”", indent=2, hang=2)
        page.add(near.unit.blocks[0].location.label, indent=2)
        found, missing = ", ".join(f"“{one_line(text)}”" for text in near.found), " and ".join(near.missing)
        page.add(f"It has {found}, and lacks {_short(missing)}, of the cue: {_short(near.cue)}", indent=2, hang=2)


def _add_evidence(page: Page, title: str, evidence: Sequence[Evidence]) -> None:
    from planlint.reporters.passages import aside
    from planlint.reporters.places import place
    from planlint.reporters.plain import one_line

    page.blank()
    page.add((title, "bold"))
    for one in evidence:
        page.add(f"“{_short(one_line(one.text), 2 * ROOM)}”", indent=2, hang=2)
        told = (place(one.location), aside(one), f"cue: {_short(one.cue)}" if one.cue else "")
        page.add("; ".join(filter(None, told)), indent=4, hang=2)
    if not evidence:
        page.add("nothing", indent=2)


def _add_place(page: Page, told: WhyPlace) -> None:
    from planlint.reporters.passages import aside
    from planlint.reporters.places import place
    from planlint.reporters.plain import one_line

    page.blank()
    where = place(told.unit.blocks[0].location) or "here"
    page.add((where, "bold"), f": “{_short(one_line(told.unit.text), 2 * ROOM)}”")
    above = [one_line(block.text) for block in told.unit.above if block.text.strip()]
    page.add(f"read under: {' > '.join(_short(text, 60) for text in above) or 'nothing'}", indent=2, hang=2)
    for seen in told.seen:
        became = "not among the passages kept" if seen.evidence is None else aside(seen.evidence) or "counts"
        verdict = f": {became}" if seen.rule in _components(told) else ""
        page.add(f"{seen.rule}, {seen.option.replace('_', ' ')}: “{one_line(seen.quote)}”{verdict}", indent=2, hang=4)
        page.add(f"cue: {_short(seen.cue)}", indent=6, hang=2)
    for finding in told.findings:
        quiet = f" (kept quiet: {one_line(finding.suppressed.reason)})" if finding.suppressed else ""
        page.add(f"{finding.severity}  {one_line(finding.message)}{quiet} [{finding.rule}]", indent=2, hang=4)
    if not told.seen and not told.findings:
        page.add("No cue was found here, and no rule has anything to say of it.", indent=2)


def _components(told: WhyPlace) -> set[str]:
    return {seen.rule for seen in told.seen if seen.option in ("sure", "strong", "trust", "school", "weak", "headings")}


def _short(text: str, room: int = ROOM) -> str:
    from planlint.reporters.plain import one_line, shorten

    return shorten(one_line(text), room)
