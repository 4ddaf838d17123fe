"""A batch as tables: what stands in each column, for spreadsheets of any form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from planlint.plan import Plan
from planlint.report import LEVELS, Finding, PlanReport
from planlint.reporters.legibility import legibility
from planlint.reporters.passages import shown_level
from planlint.reporters.places import place
from planlint.reporters.plain import one_line, shorten
from planlint.rule import SEVERITIES

Cell = str | int | float | None
QUOTE = 400
FIELDS = {"lead": "Actions with a lead", "deadline": "Actions with a date",
          "success_criteria": "Actions with a measure"}  # fmt: skip
FINDINGS = ("No.", "File", "Rule", "Weight", "What planlint says", "Where", "Line", "Passage", "How to mend it",
            "Kept quiet because", "Fingerprint")  # fmt: skip
ACROSS = ("Rule", "Weight", "What planlint says", "No.", "File", "Where", "Passage", "How to mend it", "Fingerprint")
NOT_READ = ("No.", "File", "What became of it", "Why", "SHA-256")
MODERATORS = ("Moderator A", "Moderator B")
SAMPLE = ("No.", "File", "Component", *MODERATORS, "Note", "SHA-256", "Seed")
_BEFORE = ("No.", "File", "Title", "Kind", "Words", "Actions", "Read how well")
_BEHIND = ("Not read well because", "SHA-256", "planlint", "Rules")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its name, the headings of its columns, and its rows, which may be made as they are asked for."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Part:
    """A component of a model, as the tables name it: "helix/connect", "Connect", "build-capability-and-capacity"."""

    key: str
    name: str
    strand: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What the tables say of a file beside what was found in it.

    number: its place in the batch, from 1; name: the file, from the folder down; digest: of its bytes, SHA-256.
    version, rules: of planlint and of the packs of rules.
    """

    number: int
    name: str
    digest: str
    version: str
    rules: str


def plan_columns(parts: Sequence[Part]) -> tuple[str, ...]:
    """The headings of the table with one row a plan."""
    weights = ("Errors", "Warnings", "Notes", "Kept quiet")
    return (*_BEFORE, *(part.name for part in parts), *weights, *FIELDS.values(), *_BEHIND)


def first_level(parts: Sequence[Part]) -> tuple[int, int]:
    """The columns of the levels in that table: the first, from 0, and the one behind the last."""
    return len(_BEFORE), len(_BEFORE) + len(parts)


def levels(report: PlanReport) -> dict[str, str]:
    """Each component's level by key; "declared" if only its author says that it is there."""
    return {f"{c.model}/{part.id}": shown_level(part) for c in report.coverage for part in c.components}


def plan_row(report: PlanReport, entry: Entry, parts: Sequence[Part]) -> list[Cell]:
    """The row of one plan; shares count from 0 to 1, and are empty for a plan without actions."""
    plan = report.plan
    counted = [f for f in report.findings if f.suppressed is None]
    well, why = legibility(plan)
    found = levels(report)
    return [
        entry.number, entry.name, one_line(plan.title), plan.kind, plan.words, len(plan.actions), well,
        *(found.get(part.key, "") for part in parts),
        *(sum(f.severity == severity for f in counted) for severity in SEVERITIES),
        len(report.findings) - len(counted),
        *(_share(plan, role) for role in FIELDS),
        "; ".join(why), entry.digest, entry.version, entry.rules,
    ]  # fmt: skip


def _share(plan: Plan, role: str) -> float | None:
    if not plan.actions:
        return None
    filled = sum(any(c.isalnum() for c in action.text(role)) for action in plan.actions)
    return round(filled / len(plan.actions), 3)


def finding_rows(report: PlanReport, entry: Entry) -> Iterator[list[Cell]]:
    """One row a finding, in reading order, those kept quiet among them."""
    for found in report.findings:
        quiet = found.suppressed.reason if found.suppressed else ""
        yield [
            entry.number, entry.name, found.rule, found.severity, one_line(found.message), place(found.location),
            found.location.line, shorten(one_line(found.found), QUOTE), one_line(found.fix), one_line(quiet),
            found.fingerprint,
        ]  # fmt: skip


def across_rows(findings: Iterable[Finding], entries: Mapping[str, Entry]) -> Iterator[list[Cell]]:
    """One row for each finding that several plans give together; `entries` by the path of the plan."""
    for found in findings:
        entry = entries.get(found.location.path)
        yield [
            found.rule, found.severity, one_line(found.message), entry.number if entry else None,
            entry.name if entry else "(all plans)", place(found.location) if entry else "",
            shorten(one_line(found.found), QUOTE), one_line(found.fix), found.fingerprint,
        ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cohort:
    """What the plans of a batch are like together.

    plans:  how many were read.
    levels: for each component's key, how many plans are at each level.
    rules:  for each rule that found something, its weight, in how many plans it did, and how often.
    says:   what each rule says, with '…' for the plan's own words.
    """

    plans: int
    levels: Mapping[str, Mapping[str, int]]
    rules: Mapping[str, tuple[str, int, int]]
    says: Mapping[str, str] = field(default_factory=dict)

    @property
    def commonest(self) -> list[tuple[str, str, str, int, int]]:
        """Rule, what it says, weight, plans and findings, the commonest first."""
        ordered = sorted(self.rules.items(), key=lambda item: (-item[1][1], -item[1][2], item[0]))
        return [(rule, self.says.get(rule, ""), *told) for rule, told in ordered]


def cohort_sheets(cohort: Cohort, parts: Sequence[Part]) -> tuple[Sheet, Sheet]:
    """Components by level, and the rules that found something, the commonest first."""
    shares = tuple(f"{level.capitalize()}, share of plans" for level in LEVELS)
    heads = ("Component", "Strand", *(level.capitalize() for level in LEVELS), *shares)
    rows: list[list[Cell]] = []
    for part in parts:
        counts = [cohort.levels.get(part.key, {}).get(level, 0) for level in LEVELS]
        rows.append([part.name, part.strand, *counts, *(_of(count, cohort.plans) for count in counts)])
    common: list[list[Cell]] = [
        [rule, says, weight, plans, _of(plans, cohort.plans), times]
        for rule, says, weight, plans, times in cohort.commonest
    ]
    return (
        Sheet("Components", heads, rows),
        Sheet(
            "Commonest findings",
            ("Rule", "What planlint says", "Weight", "Plans", "Share of plans", "Findings"),
            common,
        ),
    )


def _of(count: int, plans: int) -> float | None:
    return round(count / plans, 3) if plans else None
