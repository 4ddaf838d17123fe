"""Plans and rules to a Report: reads each plan, runs the rules over it, and puts the findings in reading order."""

from __future__ import annotations

import datetime
import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path

from planlint import packs, readers, selection
from planlint.errors import PlanlintError
from planlint.files import Source
from planlint.fingerprint import fingerprint
from planlint.ordering import reading_order
from planlint.packs import CheckCrash, Prepared
from planlint.report import Failure, Finding, PlanReport, Report
from planlint.rule import SEVERITIES

Outcome = PlanReport | Failure


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for a whole run.

    today:   the day the plans are judged on.
    select:  ids or beginnings of ids of the rules that run; empty for all that are on.
    ignore:  those left out.
    folders: packs beside the built-in one.
    """

    today: datetime.date
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()


def lint(sources: Iterable[Source | PlanlintError], settings: Settings, jobs: int = 1) -> Report:
    """The Report on these plans, in their order, the same whatever the number of processes.

    What cannot be read becomes a Failure; so does, as a bug, a plan on which a check or reader breaks.
    Raises RuleError for a rule file that is not well formed and ConfigError for a rule id that is not known.
    """
    bench = Bench(settings)
    given = list(sources)
    plans = [source for source in given if isinstance(source, Source)]
    judged = map(bench.judge, plans) if jobs < 2 or len(plans) < 2 else _in_processes(plans, settings, bench, jobs)
    done = iter(list(judged))
    outcomes = [next(done) if isinstance(item, Source) else Failure(item.path, str(item)) for item in given]
    return Report(
        plans=tuple(o for o in outcomes if isinstance(o, PlanReport)),
        failures=tuple(o for o in outcomes if isinstance(o, Failure)),
        rules=bench.prepared.rules,
        packs=dict(bench.versions),
    )


class Bench:
    """The rules of a run, loaded and made ready once, and what is done with them to each plan.

    Raises RuleError and ConfigError when made.
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
            return _bug(source.path, f"{type(problem).__name__}: {problem}")


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


def _bug(path: str, what: str) -> Failure:
    return Failure(path, f"{path}: planlint broke while reading it ({what}); please report it.", bug=True)


_ready: tuple[Settings, Bench] | None = None


def _set_up(settings: Settings) -> None:
    global _ready
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent process ends the others
    if _ready is None or _ready[0] != settings:  # else it came over from the parent process
        _ready = (settings, Bench(settings))


def _judge(source: Source) -> Outcome:
    assert _ready is not None
    return _ready[1].judge(source)


def _in_processes(plans: Sequence[Source], settings: Settings, bench: Bench, jobs: int) -> Iterator[Outcome]:
    global _ready
    _ready = (settings, bench)
    try:
        with ProcessPoolExecutor(min(jobs, len(plans)), initializer=_set_up, initargs=(settings,)) as pool:
            waiting = [pool.submit(_judge, source) for source in plans]
            for source, future in zip(plans, waiting, strict=True):
                try:
                    yield future.result()
                except BrokenProcessPool:
                    yield _bug(source.path, "the process that read it was stopped, perhaps for want of memory")
    finally:
        _ready = None
