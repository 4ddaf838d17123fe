"""The rules of a run, loaded and made ready once, and what is done with them to each plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from planlint import packs, readers
from planlint.collecting import uncollected
from planlint.config import Config, Configs, Entry
from planlint.directives import directives
from planlint.errors import ConfigError, PlanlintError
from planlint.files import Source
from planlint.fingerprint import fingerprint
from planlint.inforce import put_in_force
from planlint.ordering import reading_order
from planlint.packs import CheckCrash, Prepared
from planlint.report import Book, Failure, Finding, Outcome, PlanReport, broken
from planlint.rule import SEVERITIES
from planlint.settings import Settings
from planlint.suppressions import silence


class Benches:
    """One Bench for each configuration of a run, made when the first plan comes that it holds for."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._configs = Configs(settings)
        self._benches: dict[str, Bench] = {}

    def config(self, path: str) -> Config:
        """The configuration of this plan, `per-file` settings settled. Raises ConfigError if it is not well formed."""
        return self._configs.of(path)

    def excluded(self, path: str) -> Entry | None:
        """The setting that leaves this plan out of a search; None if there is none. Raises ConfigError."""
        return self._configs.excluded(path)

    def of(self, path: str) -> Bench:
        """The Bench for this plan. Raises ConfigError and RuleError."""
        found = self.config(path)
        key = found.fingerprint()
        if key not in self._benches:
            self._benches[key] = Bench(self.settings, found)
        return self._benches[key]

    def book(self, path: str) -> Book:
        """What is told of the rules for this plan. Raises ConfigError and RuleError."""
        bench = self.of(path)
        return Book(bench.prepared.rules, dict(bench.versions))


class Bench:
    """The rules of a configuration, ready for one plan after another.

    Raises RuleError for a rule file that is not well formed and ConfigError for a rule id that is not known.
    """

    def __init__(self, settings: Settings, config: Config | None = None) -> None:
        self.force = put_in_force(settings, config or Config())
        if not self.force.rules:  # to say that nothing was found would be a lie
            where = ", ".join((*self.force.config.files, "--select, --ignore"))
            raise ConfigError(where, "leave no rule to put to a plan", "take one of the names out")
        self.versions = self.force.packs.versions
        self._reviewer = settings.reviewer
        with uncollected():
            self.prepared: Prepared = packs.prepare(self.force.packs, self.force.rules)

    def judge(self, source: Source) -> Outcome:
        """What was found in one plan, or why there is nothing to report on it."""
        try:
            plan = readers.read(source.path, source.load(), self.prepared.vocabulary)
            report = self.prepared.run(plan, self.force.today, not self._reviewer)
            report = replace(report, findings=tuple(map(self._weighed, report.findings)), fail_on=self.force.fail_on)
            return self._silenced(replace(report, findings=tuple(_in_order(report))))
        except PlanlintError as error:
            return Failure(source.path, str(error))
        except CheckCrash as crash:
            remedy = f"please report it; --ignore {crash.rule} leaves the rule out"
            return Failure(source.path, f"{crash}, which is a fault of planlint's own; {remedy}.", bug=True)
        except Exception as problem:
            return broken(source.path, f"{type(problem).__name__}: {problem}")

    def _silenced(self, report: PlanReport) -> PlanReport:
        """The report with what the author silences; what cannot be silenced stands, and is listed as overruled."""
        wished = silence(report.findings, directives(report.plan), self.force.today)
        overruled = tuple(f for f in wished if f.suppressed and (self._reviewer or f.rule in self.force.mandatory))
        findings = tuple(replace(f, suppressed=None) if f in overruled else f for f in wished)
        return replace(report, findings=findings, overruled=overruled)

    def _weighed(self, finding: Finding) -> Finding:
        weight = self.force.weights.get(finding.rule)
        return replace(finding, severity=weight) if weight else finding


def _in_order(report: PlanReport) -> list[Finding]:
    """The findings, named, as a reader comes to them; in one place by weight, then in the order of the models."""
    order = reading_order(report.plan)
    parts = [f"{coverage.model}/{part.id}" for coverage in report.coverage for part in coverage.components]
    ranks = {rule: rank for rank, rule in enumerate(parts, 1)}

    def key(finding: Finding) -> tuple[object, ...]:
        weight = SEVERITIES.index(finding.severity)
        return order(finding.location), weight, ranks.get(finding.rule, 0), finding.rule

    levels = {f"{coverage.model}/{part.id}": part.level for coverage in report.coverage for part in coverage.components}
    deeds = {action.summary: action.text("action", inherit=False) for action in report.plan.actions}
    named = (replace(f, fingerprint=fingerprint(f.rule, _about(f, levels, deeds))) for f in report.findings)
    return sorted(named, key=key)


def _about(finding: Finding, levels: Mapping[str, str], deeds: Mapping[str, str]) -> str:
    """The words by which a finding is known again."""
    # What is said of a component is about the whole plan: it stays the same while the level does, whichever passage
    # is quoted. A row is known by what is to be done and by the words at fault, so that filling in one of its cells
    # makes nothing new of what is wrong with another.
    deed = deeds.get(finding.context or "")
    of_row = deed and f"{deed}\n{finding.found}"
    return levels.get(finding.rule) or of_row or finding.context or finding.found or finding.message
