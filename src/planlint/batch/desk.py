"""What one process of a batch does: reads a plan and says what is in it; later, writes its page and its rows."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from planlint import __version__
from planlint.batch.blinding import Mask, Names, blinded, names
from planlint.batch.spool import Spool
from planlint.bench import Benches
from planlint.cache import Cache
from planlint.config import Configs
from planlint.errors import PlanlintError
from planlint.files import Source
from planlint.packs import across
from planlint.packs.running import CheckCrash
from planlint.plan import Plan
from planlint.report import Book, Failure, Outcome, PlanReport, Report
from planlint.reporters import html, json
from planlint.reporters.tables import Entry, Part, finding_rows, levels, plan_row
from planlint.reviewing import overrule
from planlint.settings import Settings
from planlint.shelf import Shelf, digest

REPORT, GATHERED, TOLD, SHARED = "report", "gathered", "told", "shared"
HOME = "../index.html"


@dataclass(frozen=True, slots=True)
class ToRead:
    """A plan to be read: its number and its source."""

    number: int
    source: Source


@dataclass(frozen=True, slots=True)
class WasRead:
    """What became of it: the digest of its bytes, and why nothing was found in it, or what is called by name in it."""

    digest: str
    failure: Failure | None = None
    names: Names | None = None


@dataclass(frozen=True, slots=True)
class ToTell:
    """A plan whose page and rows are to be written."""

    entry: Entry
    path: str
    page: str
    parts: tuple[Part, ...]
    mask: Mask | None = None


@dataclass(frozen=True, slots=True)
class WasTold:
    """What the tables of the whole batch count of a plan.

    rules: for each rule that found something not kept quiet, its weight and how often.
    """

    title: str
    levels: dict[str, str]
    severities: dict[str, int]
    rules: dict[str, tuple[str, int]]
    fails: bool


class Desk:
    """A place where one plan after another is read and told of. Raises ConfigError and RuleError.

    folder: the batch's folder, whose configuration holds for what is found across plans.
    """

    def __init__(
        self, settings: Settings, folder: str, cache: Cache | None, spool: Spool, pages: Path, blind: bool = False
    ) -> None:
        self.benches = Benches(settings)
        self._settings, self._spool, self._pages, self._blind = settings, spool, pages, blind
        self._here = str(Path(folder, "plan.md"))
        self._shelf = Shelf(cache, settings) if cache else None
        self._shared: Mask | None = None
        self._authors = Configs(replace(settings, reviewer=False, config=None))
        self.across = self.benches.of(self._here)

    def __call__(self, job: Any) -> WasRead | WasTold:
        """Does a job."""
        return self.read(job) if isinstance(job, ToRead) else self.tell(job)

    def read(self, job: ToRead) -> WasRead:
        """Reads a plan and leaves what is found in it in the spool."""
        try:
            data = job.source.load()
        except PlanlintError as error:
            return WasRead("", Failure(job.source.path, str(error)))
        named, source = digest(data), replace(job.source, data=data)
        outcome = self._outcome(source, named)
        if isinstance(outcome, Failure):
            return WasRead(named, outcome)
        try:
            gathered = self._gathered(outcome.plan, named)
        except CheckCrash as crash:
            return WasRead(named, Failure(source.path, f"{crash}, which is a fault of planlint's own.", bug=True))
        seen = across.Seen(across.member(outcome.plan, outcome.coverage), gathered)
        self._spool.keep(REPORT, job.number, self._reviewed(outcome))
        self._spool.keep_plain(GATHERED, job.number, seen.plain())
        vocabulary = self.across.prepared.vocabulary
        return WasRead(named, names=names(outcome.plan, vocabulary) if self._blind else None)

    def _outcome(self, source: Source, named: str) -> Outcome:
        known = self._shelf.find(source) if self._shelf else None
        if known is not None:
            return known
        bench = self.benches.of(source.path)
        outcome = bench.judge(source)
        if self._shelf:
            self._shelf.keep_book(source.path, Book(bench.prepared.rules, dict(bench.versions)))
            self._shelf.keep(source.path, named, outcome)
        return outcome

    def _gathered(self, plan: Plan, named: str) -> across.Gathered:
        known = self._shelf.find_gathered(self._here, plan.path, named) if self._shelf else None
        if known is not None:
            return known
        found = across.gather(self.across.prepared, plan, self.across.force.today)
        if self._shelf:
            self._shelf.keep_gathered(self._here, plan.path, named, found)
        return found

    def _reviewed(self, report: PlanReport) -> PlanReport:
        if self._settings.reviewer:
            with contextlib.suppress(PlanlintError):  # what is wrong in it is for its author to mend
                return overrule(report, self._authors.whole(report.plan.path))
        return report

    def tell(self, job: ToTell) -> WasTold:
        """Writes a plan's page, and leaves its rows and its part of the JSON report in the spool."""
        report: PlanReport = self._spool.take(REPORT, job.entry.number)
        if job.mask:
            report = blinded(report, self._with_shared(job.mask))
        (self._pages / job.page).write_bytes(self._page(report, job.path))
        audible = replace(report, findings=tuple(f for f in report.findings if f.suppressed is None))
        rows: Sequence[Any] = list(finding_rows(report, job.entry))
        told = {"row": plan_row(report, job.entry, job.parts), "rows": rows, "json": json.plan_text(audible)}
        self._spool.keep_plain(TOLD, job.entry.number, told)
        counts = Counter(f.rule for f in audible.findings)
        weights = {f.rule: f.severity for f in reversed(audible.findings)}
        return WasTold(
            report.plan.title, levels(report), dict(Counter(f.severity for f in audible.findings)),
            {rule: (weights[rule], count) for rule, count in counts.items()}, report.fails,
        )  # fmt: skip

    def _with_shared(self, mask: Mask) -> Mask:
        """A plan's own names come before those that it shares with others."""
        if self._shared is None:
            labels, bare = self._spool.take_plain(SHARED, 0)
            self._shared = Mask(labels, frozenset(bare))
        return mask.beside(self._shared, mask.paths)

    def _page(self, report: PlanReport, path: str) -> bytes:
        bench = self.benches.of(path)
        return html.render(Report((report,), rules=bench.prepared.rules, packs=dict(bench.versions)), home=HOME)


def version_of(desk: Desk) -> tuple[str, str]:
    """planlint's version, and the packs' with theirs."""
    packs = (f"{name} {version}".strip() for name, version in sorted(desk.across.versions.items()))
    return __version__, ", ".join(packs)
