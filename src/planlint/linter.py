"""Plans and rules to a Report: reads each plan, runs the rules over it, and puts the findings in reading order."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from planlint.bench import Benches
from planlint.errors import PlanlintError
from planlint.files import Source
from planlint.report import Failure, Outcome, PlanReport, Report, broken
from planlint.settings import Settings


def lint(sources: Iterable[Source | PlanlintError], settings: Settings, jobs: int = 1) -> Report:
    """The Report on these plans, in their order, the same whatever the number of processes.

    What cannot be read becomes a Failure; so does, as a bug, a plan on which a check or reader breaks.
    Raises RuleError for a rule file that is not well formed and ConfigError for a configuration that is not, or a rule
    id that is not known.
    """
    benches = Benches(settings)
    given = list(sources)
    plans = [source for source in given if isinstance(source, Source)]
    for path in [source.path for source in plans] or [""]:
        benches.of(path)  # before any plan is judged, so that what is wrong in a configuration is told once
    one_by_one = jobs < 2 or len(plans) < 2
    judged = _judged(plans, benches) if one_by_one else _in_processes(plans, settings, benches, jobs)
    done = iter(list(judged))
    outcomes = [next(done) if isinstance(item, Source) else Failure(item.path, str(item)) for item in given]
    return Report(
        plans=tuple(o for o in outcomes if isinstance(o, PlanReport)),
        failures=tuple(o for o in outcomes if isinstance(o, Failure)),
        rules=benches.rules(),
        packs=benches.versions(),
    )


def _judged(plans: Sequence[Source], benches: Benches) -> Iterator[Outcome]:
    return (benches.of(source.path).judge(source) for source in plans)


_ready: tuple[Settings, Benches] | None = None


def _set_up(settings: Settings) -> None:
    global _ready
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent process ends the others
    if _ready is None or _ready[0] != settings:  # else it came over from the parent process
        _ready = (settings, Benches(settings))


def _judge(source: Source) -> Outcome:
    assert _ready is not None
    return _ready[1].of(source.path).judge(source)


def _in_processes(plans: Sequence[Source], settings: Settings, benches: Benches, jobs: int) -> Iterator[Outcome]:
    global _ready
    _ready = (settings, benches)
    try:
        with ProcessPoolExecutor(min(jobs, len(plans)), initializer=_set_up, initargs=(settings,)) as pool:
            waiting = [pool.submit(_judge, source) for source in plans]
            for source, future in zip(plans, waiting, strict=True):
                try:
                    yield future.result()
                except BrokenProcessPool:
                    yield broken(source.path, "the process that read it was stopped, perhaps for want of memory")
    finally:
        _ready = None
