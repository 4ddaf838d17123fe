"""What one run found: findings, coverage, and the files that could not be read."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from planlint.plan import Location, Plan
from planlint.rule import SEVERITIES, Rule, Severity

Level = Literal["absent", "mentioned", "addressed"]
DECLARED = "declared"
LEVELS: tuple[Level, ...] = ("absent", "mentioned", "addressed")


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding is kept quiet: the reason given, the last day it holds (ISO date), and who says so.

    by: "inline" (in the plan), "baseline" (known from before) or "config" (what a reviewer passes over).
    """

    reason: str
    until: str | None
    by: Literal["inline", "baseline", "config"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark at one Location, with its rule's words filled in.

    fingerprint: a stable name for it made of rule and normalised text, never of line numbers.
    """

    rule: str
    severity: Severity
    message: str
    why: str
    fix: str
    found: str
    location: Location
    context: str | None = None
    fingerprint: str = ""
    suppressed: Suppression | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage seen for a component: what stands in the plan, the cue that matched, whether it carries the level.

    why: "" if it counts, else why it was set aside ("false friend", "negated", "hoped", "past", "label only", ...);
         "declared" for what the author says, not the plan.
    """

    text: str
    cue: str
    counts: bool
    why: str
    location: Location


@dataclass(frozen=True, slots=True)
class Component:
    """One component's level in one plan, with its evidence, best first. `declared` if only its author says so."""

    id: str
    name: str
    strand: str
    level: Level
    evidence: tuple[Evidence, ...] = ()
    declared: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """A model's components in their order."""

    model: str
    components: tuple[Component, ...] = ()


@dataclass(frozen=True, slots=True)
class Lead:
    """Someone who leads, by the words with which the plan first names them.

    actions: what they lead or share, as places in `plan.actions`.
    one:     True for a person or post; False for a group, a board, a post of several, or what is not understood.
    """

    name: str
    actions: tuple[int, ...]
    one: bool


@dataclass(frozen=True, slots=True)
class HalfTerm:
    """A half-term with the holiday after it, and what falls due in it.

    name:    "Autumn 1"; year: its school year, "2026-27".
    start, end: its first and last day, both included.
    actions: what falls due, as places in `plan.actions`.
    """

    name: str
    year: str
    start: datetime.date
    end: datetime.date
    actions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """Who leads how much of a plan, and when it falls due.

    counted:  how many actions were looked at.
    leads:    those who lead most first; half_terms: every one of the plan's period, others where something is due.
    unled, undated: actions that nobody leads, and those without a day by which they are due, as places in
              `plan.actions`; empty if the plan is of a kind that does not promise rows.
    """

    counted: int
    leads: tuple[Lead, ...] = ()
    half_terms: tuple[HalfTerm, ...] = ()
    unled: tuple[int, ...] = ()
    undated: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanReport:
    """One plan and what was found in it, in reading order.

    fail_on:   the least weight of a finding that fails it, or "never".
    overruled: findings that its author wants silenced and that count all the same, as the author would have them.
    load:      who leads how much and when it falls due; None if nobody asked.
    """

    plan: Plan
    coverage: tuple[Coverage, ...] = ()
    findings: tuple[Finding, ...] = ()
    fail_on: str = "error"
    overruled: tuple[Finding, ...] = ()
    load: Load | None = None

    @property
    def failing(self) -> tuple[Severity, ...]:
        """The weights of findings that fail it."""
        return SEVERITIES[: SEVERITIES.index(self.fail_on) + 1] if self.fail_on in SEVERITIES else ()

    @property
    def fails(self) -> bool:
        """Whether a finding that is not suppressed fails it."""
        return any(f.suppressed is None and f.severity in self.failing for f in self.findings)


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, or on which planlint itself failed (`bug`)."""

    path: str
    error: str
    bug: bool = False


Outcome = PlanReport | Failure


def broken(path: str, what: str) -> Failure:
    """The Failure of a plan on which planlint itself broke."""
    return Failure(path, f"{path}: planlint broke while reading it ({what}); please report it.", bug=True)


@dataclass(frozen=True, slots=True)
class Book:
    """The rules that were put to a plan, in order of id, and the version of each pack they come from."""

    rules: tuple[Rule, ...] = ()
    versions: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mended:
    """A finding of the baseline that a plan no longer has, so many times; `gone` if the plan is no longer there."""

    path: str
    rule: str
    about: str
    count: int
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """One run over some plans.

    rules:  those that were run, in order of id.
    packs:  each pack and its version.
    mended: what the baseline knows and the plans no longer have; None without a baseline.
    across: what was found in several plans together; None if nothing looked for that.
    """

    plans: tuple[PlanReport, ...] = ()
    failures: tuple[Failure, ...] = ()
    rules: tuple[Rule, ...] = ()
    packs: dict[str, str] = field(default_factory=dict)
    mended: tuple[Mended, ...] | None = None
    across: tuple[Finding, ...] | None = None

    def findings(self) -> Iterator[Finding]:
        """Every finding that is not suppressed, in the order of the plans."""
        for plan in self.plans:
            for finding in plan.findings:
                if finding.suppressed is None:
                    yield finding

    def audible(self) -> Report:
        """The same without the findings that are suppressed."""
        plans = (replace(p, findings=tuple(f for f in p.findings if f.suppressed is None)) for p in self.plans)
        return replace(self, plans=tuple(plans))
