"""Plans and rules to a Report: reads each plan, runs the rules over it, and puts the findings in reading order."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from planlint.bench import Bench
from planlint.errors import PlanlintError
from planlint.files import Source
from planlint.report import Failure, Outcome, PlanReport, Report, broken
from planlint.settings import Settings


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
                    yield broken(source.path, "the process that read it was stopped, perhaps for want of memory")
    finally:
        _ready = None
