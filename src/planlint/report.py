"""What one run found: findings, coverage, and the files that could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from planlint.plan import Location, Plan
from planlint.rule import Rule, Severity

Level = Literal["absent", "mentioned", "addressed"]
DECLARED = "declared"
LEVELS: tuple[Level, ...] = ("absent", "mentioned", "addressed")


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding is kept quiet: the reason given, the last day it holds (ISO date), and who says so."""

    reason: str
    until: str | None
    by: Literal["inline", "baseline"]


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
class PlanReport:
    """One plan and what was found in it, in reading order.

    fail_on:   the least weight of a finding that fails it, or "never".
    overruled: findings that its author wants silenced and that count all the same, as the author would have them.
    """

    plan: Plan
    coverage: tuple[Coverage, ...] = ()
    findings: tuple[Finding, ...] = ()
    fail_on: str = "error"
    overruled: tuple[Finding, ...] = ()


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
class Report:
    """One run over some plans. `rules` are those that were run, in order of id; `packs` maps a pack to its version."""

    plans: tuple[PlanReport, ...] = ()
    failures: tuple[Failure, ...] = ()
    rules: tuple[Rule, ...] = ()
    packs: dict[str, str] = field(default_factory=dict)

    def findings(self) -> Iterator[Finding]:
        """Every finding that is not suppressed, in the order of the plans."""
        for plan in self.plans:
            for finding in plan.findings:
                if finding.suppressed is None:
                    yield finding
