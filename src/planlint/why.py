"""Why a plan got the answer it got: for a component, or for one place in the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planlint import datafile, readers
from planlint.bench import Bench
from planlint.errors import ConfigError
from planlint.files import Source
from planlint.language import Cue, Hit
from planlint.nearness import Near, nearest_miss
from planlint.plan import Block
from planlint.reading import NO_CUES, Cues, Reading
from planlint.report import Component, Evidence, Failure, Finding, PlanReport
from planlint.rule import Rule
from planlint.units import Unit

MISSABLE = ("sure", "strong", "trust", "school")


@dataclass(frozen=True, slots=True)
class WhyComponent:
    """A component's answer: its rule, what was looked for (cues by option), the evidence, the nearest miss."""

    component: Component
    rule: Rule
    sought: Mapping[str, tuple[str, ...]]
    near: Near | None


@dataclass(frozen=True, slots=True)
class Seen:
    """One cue found in a unit: of which rule and option, its words, and what became of it (None if not told)."""

    rule: str
    option: str
    cue: str
    quote: str
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class WhyPlace:
    """What was seen in one unit: the cues found in it, and the findings at it."""

    unit: Unit
    seen: tuple[Seen, ...]
    findings: tuple[Finding, ...]


class Inquiry:
    """One plan, read and judged, ready to be asked about. Raises ReadError, or ConfigError for a plan that broke."""

    def __init__(self, bench: Bench, source: Source) -> None:
        judged = bench.judge(source)
        if isinstance(judged, Failure):
            raise ConfigError(source.path, judged.error.removeprefix(f"{source.path}: ").rstrip("."), "mend it first")
        self.report: PlanReport = judged
        self._bench = bench
        plan = readers.read(source.path, source.load(), bench.prepared.vocabulary)
        self.reading: Reading = bench.prepared.read(plan, bench.force.today)

    def component(self, name: str) -> WhyComponent:
        """Why a component ("connect", "helix/connect") has its level. Raises ConfigError for one that is not known."""
        parts = {f"{c.model}/{part.id}": part for c in self.report.coverage for part in c.components}
        id = next((id for id in parts if name in (id, id.rpartition("/")[2])), "")
        if not id:
            short = [key.rpartition("/")[2] for key in parts]
            hint = datafile.nearest(name, [*short, *parts])
            remedy = f"did you mean '{hint}'" if hint else f"use one of: {', '.join(short)}"
            raise ConfigError("planlint why", f"there is no component '{name}'", remedy)
        bound = self._bench.prepared.bound[id]
        lists = {option: value for option, value in bound.arguments.items() if isinstance(value, Cues)}
        sought = {option: self._cues(cues) for option, cues in lists.items() if cues != NO_CUES}
        missable = [cue for option in MISSABLE for cue in sought.get(option, ())]
        near = None if parts[id].level == "addressed" else nearest_miss(missable, self.reading.units)
        texts = {option: tuple(cue.text for cue in cues) for option, cues in sought.items()}
        return WhyComponent(parts[id], bound.rule, texts, near)

    def _cues(self, handle: Cues) -> tuple[Cue, ...]:
        return self._bench.prepared.cues.get(handle, ())

    def line(self, number: int) -> tuple[WhyPlace, ...]:
        """What was seen on a line, from 1. Raises ConfigError if nothing stands there, or the plan has no lines."""
        found = [unit for unit in self.reading.units if any(_on(block, number) for block in unit.blocks)]
        if not found:
            lined = any(block.location.line for block in self.reading.plan.blocks())
            what = f"nothing of the plan stands on line {number}" if lined else "a Word document has no lines"
            raise ConfigError(self.reading.plan.path, what, "name a row as 'PLAN#row 2.3', or see 'planlint show'")
        return tuple(map(self._place, found))

    def place(self, label: str) -> tuple[WhyPlace, ...]:
        """What was seen at a place as reports call it ("row 2.3", "Priority 1, row 4"). Raises ConfigError."""
        wanted = _plain(label)
        named = [(unit, _labels(unit)) for unit in self.reading.units]
        found = [u for u, labels in named if wanted in labels] or [
            u for u, labels in named if any(f" {wanted} " in f" {text} " for text in labels)
        ]
        if not found:
            hint = datafile.nearest(wanted, [text for _, labels in named for text in sorted(labels)])
            remedy = f"did you mean '{hint}'" if hint else "'planlint show' tells how the plan was read"
            raise ConfigError(self.reading.plan.path, f"no place in it is called '{label}'", remedy)
        return tuple(map(self._place, found))

    def _place(self, unit: Unit) -> WhyPlace:
        return WhyPlace(unit, tuple(self._seen(unit)), tuple(f for f in self.report.findings if _at(f, unit)))

    def _seen(self, unit: Unit) -> Iterator[Seen]:
        for id, bound in self._bench.prepared.bound.items():
            for option, handle in bound.arguments.items():
                for hit in self.reading.hits_in(handle, unit) if isinstance(handle, Cues) else ():
                    yield Seen(id, option, hit.cue.text, hit.quote, self._evidence(id, hit))

    def _evidence(self, id: str, hit: Hit) -> Evidence | None:
        places = [sentence.location for sentence in hit.sentences] + [span.location for span in hit.own]
        components = (c for cov in self.report.coverage for c in cov.components if f"{cov.model}/{c.id}" == id)
        kept = (e for c in components for e in c.evidence if e.cue == hit.cue.text)
        return next((e for e in kept if e.location in places), None)


def _on(block: Block, number: int) -> bool:
    place = block.location
    return place.line is not None and place.line <= number <= (place.end_line or place.line)


def _labels(unit: Unit) -> frozenset[str]:
    places = [block.location.label for block in unit.blocks]
    places += [unit.action.location.label] if unit.action else []
    return frozenset(_plain(label) for label in places if label)


def _plain(label: str) -> str:
    return " ".join(label.casefold().replace(",", " ").replace("“", " ").replace("”", " ").split())


def _at(finding: Finding, unit: Unit) -> bool:
    there = finding.location
    if there.line is not None:
        return any(_on(block, there.line) for block in unit.blocks)
    parts = [block.location.part for block in unit.blocks]
    parts += [unit.action.location.part] if unit.action else []
    return there.part is not None and there.part in parts
