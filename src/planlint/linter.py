"""Plans and rules to a Report: reads each plan, runs the rules over it, and puts the findings in reading order."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from planlint.cache import Cache
from planlint.config import Configs
from planlint.errors import ConfigError, PlanlintError
from planlint.files import Source
from planlint.report import Book, Failure, Outcome, PlanReport, Report, broken
from planlint.reviewing import overrule
from planlint.settings import Settings
from planlint.shelf import Shelf, digest

if TYPE_CHECKING:
    from planlint.bench import Benches

Judged = tuple[str, Outcome]


def lint(
    sources: Iterable[Source | PlanlintError], settings: Settings, jobs: int = 1, cache: Cache | None = None
) -> Report:
    """The Report on these plans, in their order, the same whatever the number of processes and what the cache holds.

    What cannot be read becomes a Failure; so does, as a bug, a plan on which a check or reader breaks.
    Raises RuleError for a rule file that is not well formed and ConfigError for a configuration that is not, or a rule
    id that is not known.
    """
    given = _kept(list(sources), settings)
    plans = [source for source in given if isinstance(source, Source)]
    shelf = Shelf(cache, settings) if cache else None
    known = [shelf.find(source) if shelf else None for source in plans]
    books = [shelf.book(path) if shelf else None for path in [source.path for source in plans] or [""]]
    if None in known or None in books:
        known, books = _read(plans, known, settings, jobs, shelf)
    done = iter(known)
    outcomes = [next(done) if isinstance(item, Source) else Failure(item.path, str(item)) for item in given]
    told = [book for book in books if book]
    if told and not any(book.rules for book in told):
        raise ConfigError("--select", "leaves only rules that compare plans", "planlint batch puts them to a folder")
    report = _report(outcomes, told)
    return _reviewed(report, settings) if settings.reviewer else report


def _reviewed(report: Report, settings: Settings) -> Report:
    """With what the authors' configurations, which a reviewer passes over, would have kept quiet."""
    configs = Configs(replace(settings, reviewer=False, config=None))
    plans = []
    for plan in report.plans:
        with contextlib.suppress(PlanlintError):  # what is wrong in it is for its author to mend
            plan = overrule(plan, configs.whole(plan.plan.path))
        plans.append(plan)
    return replace(report, plans=tuple(plans))


def _kept(given: list[Source | PlanlintError], settings: Settings) -> list[Source | PlanlintError]:
    """Without what a search found and a configuration excludes. Raises ConfigError if nothing else was given."""
    configs = Configs(settings)
    excluded = {s.path: configs.excluded(s.path) for s in given if isinstance(s, Source) and s.found}
    kept = [item for item in given if not excluded.get(item.path)]
    first = next(iter(excluded.values()), None)
    if given and not kept and first:
        place = f"line {first.origin.line}"
        raise ConfigError(first.origin.path, "excludes every plan there is", "name a plan, or exclude less", place)
    return kept


def _report(outcomes: Sequence[Outcome | None], books: Sequence[Book]) -> Report:
    rules = {rule.id: rule for book in reversed(books) for rule in book.rules}
    return Report(
        plans=tuple(o for o in outcomes if isinstance(o, PlanReport)),
        failures=tuple(o for o in outcomes if isinstance(o, Failure)),
        rules=tuple(rules[id] for id in sorted(rules)),
        packs={name: version for book in books for name, version in book.versions.items()},
    )


def _read(
    plans: Sequence[Source], known: Sequence[Outcome | None], settings: Settings, jobs: int, shelf: Shelf | None
) -> tuple[list[Outcome | None], list[Book | None]]:
    """The outcomes with those that were not known, and the books of all plans."""
    from planlint.bench import Benches  # with all that reads plans: 200 ms that plans known from before do not pay

    benches = Benches(settings)
    paths = [source.path for source in plans] or [""]
    books: list[Book | None] = [benches.book(path) for path in paths]  # what is wrong in a configuration is told first
    fresh = [source for source, outcome in zip(plans, known, strict=True) if outcome is None]
    one_by_one = jobs < 2 or len(fresh) < 2
    judged = _judged(fresh, benches) if one_by_one else _in_processes(fresh, settings, benches, jobs)
    found = iter(list(judged))
    outcomes = [next(found) if outcome is None else ("", outcome) for outcome in known]
    if shelf:
        for path, book in zip(paths, books, strict=True):
            if book:
                shelf.keep_book(path, book)
        for source, (name, outcome) in zip(plans, outcomes, strict=True):
            shelf.keep(source.path, name, outcome)
        shelf.close()
    return [outcome for _, outcome in outcomes], books


def _judged(plans: Sequence[Source], benches: Benches) -> Iterator[Judged]:
    return (_judge_one(benches, source) for source in plans)


def _judge_one(benches: Benches, source: Source) -> Judged:
    """What is found in a plan, and the name of the very bytes that it was found in."""
    try:
        data = source.load()
    except PlanlintError as error:
        return "", Failure(source.path, str(error))
    return digest(data), benches.of(source.path).judge(replace(source, data=data))


_ready: tuple[Settings, Benches] | None = None


def _set_up(settings: Settings) -> None:
    global _ready
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent process ends the others
    if _ready is None or _ready[0] != settings:  # else it came over from the parent process
        from planlint.bench import Benches

        _ready = (settings, Benches(settings))


def _judge(source: Source) -> Judged:
    assert _ready is not None
    return _judge_one(_ready[1], source)


def _in_processes(plans: Sequence[Source], settings: Settings, benches: Benches, jobs: int) -> Iterator[Judged]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    global _ready
    _ready = (settings, benches)
    try:
        with ProcessPoolExecutor(min(jobs, len(plans)), initializer=_set_up, initargs=(settings,)) as pool:
            waiting = [pool.submit(_judge, source) for source in plans]
            for source, future in zip(plans, waiting, strict=True):
                try:
                    yield future.result()
                except BrokenProcessPool:
                    what = "the process that read it was stopped, perhaps for want of memory"
                    yield "", broken(source.path, what)
    finally:
        _ready = None
