"""A plan's components and findings arranged for a page: what was seen for each, and what is said of each part."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from planlint.plan import Location
from planlint.report import DECLARED, LEVELS, Component, Evidence, Finding, PlanReport
from planlint.reporters.passages import aside, best, excerpt, shown_level
from planlint.reporters.places import place
from planlint.reporters.plain import one_line, shorten
from planlint.rule import Rule

PASSAGE = 320
ASIDE = 180
SHOWN_ASIDE = 3
CONTEXT = 140
ENOUGH = 25
BARE = "label only"
WHOLE = "The plan as a whole"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage, where it stands, and why it was set aside ("" if it counts)."""

    text: str
    place: str
    why: str


@dataclass(frozen=True, slots=True)
class Told:
    """A component: its best passage, what was set aside, what was found amiss and what would count."""

    number: int
    component: Component
    level: str
    best: Passage | None
    aside: tuple[Passage, ...]
    more_aside: int
    finding: Finding | None
    would_count: str


@dataclass(frozen=True, slots=True)
class Said:
    """A finding, the cell of the row that it is about, and what to do, which is told once a page."""

    finding: Finding
    cell: str
    fix: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a part, a row as a whole, with its findings; the words there if no finding quotes them."""

    place: str
    context: str
    findings: list[Said] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the plan by its own heading, the headings above it, and the places in it."""

    name: str
    above: tuple[str, ...]
    spots: list[Spot] = field(default_factory=list)


def components(report: PlanReport, rules: Mapping[str, Rule]) -> list[tuple[str, list[Told]]]:
    """Each strand's id and its components in the order of the model."""
    found: dict[str, list[Told]] = {}
    about = {finding.rule: finding for finding in audible(report)}
    number = 0
    for coverage in report.coverage:
        for component in coverage.components:
            number += 1
            id = f"{coverage.model}/{component.id}"
            would = str(rules[id].extra.get("would_count", "")) if id in rules else ""
            found.setdefault(component.strand, []).append(_told(number, component, about.get(id), would))
    return list(found.items())


def audible(report: PlanReport) -> list[Finding]:
    """The findings that are not suppressed."""
    return [finding for finding in report.findings if finding.suppressed is None]


def _told(number: int, component: Component, finding: Finding | None, would: str) -> Told:
    shown = best(component)
    set_aside = list(_set_aside(component, shown))
    level = shown_level(component)
    return Told(
        number, component, level, _passage(shown, PASSAGE) if shown else None, tuple(set_aside[:SHOWN_ASIDE]),
        max(0, len(set_aside) - SHOWN_ASIDE), finding, would if component.level != "addressed" else "",
    )  # fmt: skip


def _passage(evidence: Evidence, room: int) -> Passage:
    return Passage(excerpt(evidence, room), place(evidence.location), aside(evidence))


def _set_aside(component: Component, shown: Evidence | None) -> Iterator[Passage]:
    """What was seen and does not count, each passage once; mere headings last."""
    seen = {one_line(shown.text)} if shown else set()
    for evidence in sorted(component.evidence, key=lambda evidence: evidence.why == BARE):
        text = one_line(evidence.text)
        if not evidence.counts and evidence.why != DECLARED and text not in seen:
            seen.add(text)
            yield _passage(evidence, ASIDE)


def others(report: PlanReport) -> list[Finding]:
    """The findings on anything but the components."""
    about = {f"{coverage.model}/{part.id}" for coverage in report.coverage for part in coverage.components}
    return [finding for finding in audible(report) if finding.rule not in about]


def parts(report: PlanReport, told: Container[str] = ()) -> list[Part]:
    """The parts of the plan that something was found in besides its components, in reading order, the whole first.

    told: rules that are told of elsewhere.
    """
    rows = frozenset(one_line(action.location.label) for action in report.plan.actions)
    found: dict[tuple[str, ...], Part] = {(): Part(WHOLE, ())}
    explained: set[str] = set()
    for finding in others(report):
        if finding.rule not in told:
            trail = _trail(finding.location, report)
            part = found.setdefault(trail, Part(trail[-1] if trail else WHOLE, trail[:-1]))
            _add(part, finding, "" if finding.rule in explained else finding.fix, rows)
            explained.add(finding.rule)
    return [part for part in found.values() if part.spots]


def _trail(location: Location, report: PlanReport) -> tuple[str, ...]:
    """The headings above a place, without the plan's title; what stands under no other goes by the title itself."""
    headings = tuple(filter(None, map(one_line, location.trail)))
    title = one_line(report.plan.title)
    return headings[1:] if len(headings) > 1 and headings[0] == title else headings


def _add(part: Part, finding: Finding, fix: str, rows: Container[str]) -> None:
    spot, cell = finding.location, ""
    row, _, column = one_line(spot.label).rpartition(", ")
    if row in rows:
        spot, cell = replace(spot, label=row), column
    where = place(spot)
    where = where[:1].upper() + where[1:]
    if not part.spots or part.spots[-1].place != where:
        context = _context(finding)
        known = any(spot.context == context for spot in part.spots)
        part.spots.append(Spot(where, "" if known else context))
    part.spots[-1].findings.append(Said(finding, cell, fix))


def _context(finding: Finding) -> str:
    """The words there, unless the message quotes enough of them to tell which are meant."""
    context, message = one_line(finding.context or ""), one_line(finding.message)
    told = any(part.rstrip("…")[:ENOUGH] in context for part in message.split("'") if len(part) >= ENOUGH)
    return "" if told else shorten(context, CONTEXT, one_line(finding.found)).replace(" | ", " · ")


def by_level(strands: Sequence[tuple[str, list[Told]]]) -> dict[str, list[Told]]:
    """The components of each level, in the order of the model."""
    found: dict[str, list[Told]] = {level: [] for level in (*LEVELS, DECLARED)}
    for _, members in strands:
        for told in members:
            found[told.level].append(told)
    return found
