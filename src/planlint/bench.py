"""The rules of a run, loaded and made ready once, and what is done with them to each plan."""

from __future__ import annotations

from dataclasses import replace

from planlint import packs, readers, selection
from planlint.errors import PlanlintError
from planlint.files import Source
from planlint.fingerprint import fingerprint
from planlint.ordering import reading_order
from planlint.packs import CheckCrash, Prepared
from planlint.report import Failure, Finding, Outcome, PlanReport, broken
from planlint.rule import SEVERITIES
from planlint.settings import Settings


class Bench:
    """The rules of a run, ready for one plan after another.

    Raises RuleError for a rule file that is not well formed and ConfigError for a rule id that is not known.
    """

    def __init__(self, settings: Settings) -> None:
        loaded = packs.load(settings.folders)
        rules = selection.select(loaded.rules, settings.select, settings.ignore)
        self.versions = loaded.versions
        self.prepared: Prepared = packs.prepare(loaded, rules)
        self._today = settings.today

    def judge(self, source: Source) -> Outcome:
        """What was found in one plan, or why there is nothing to report on it."""
        try:
            plan = readers.read(source.path, source.load(), self.prepared.vocabulary)
            report = self.prepared.run(plan, self._today)
            return replace(report, findings=tuple(_in_order(report)))
        except PlanlintError as error:
            return Failure(source.path, str(error))
        except CheckCrash as crash:
            remedy = f"please report it; --ignore {crash.rule} leaves the rule out"
            return Failure(source.path, f"{crash}, which is a fault of planlint's own; {remedy}.", bug=True)
        except Exception as problem:
            return broken(source.path, f"{type(problem).__name__}: {problem}")


def _in_order(report: PlanReport) -> list[Finding]:
    """The findings, named, as a reader comes to them; in one place by weight, then in the order of the models."""
    order = reading_order(report.plan)
    parts = [f"{coverage.model}/{part.id}" for coverage in report.coverage for part in coverage.components]
    ranks = {rule: rank for rank, rule in enumerate(parts, 1)}

    def key(finding: Finding) -> tuple[object, ...]:
        weight = SEVERITIES.index(finding.severity)
        return order(finding.location), weight, ranks.get(finding.rule, 0), finding.rule

    return sorted(map(_named, report.findings), key=key)


def _named(finding: Finding) -> Finding:
    return replace(finding, fingerprint=fingerprint(finding.rule, finding.context or finding.found or finding.message))
