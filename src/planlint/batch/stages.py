"""The two stages of a batch at which processes work: reading plans, then telling of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from planlint.batch.blinding import Mask, Names
from planlint.batch.desk import ToRead, ToTell
from planlint.batch.entries import Fate, Item
from planlint.batch.pool import Lost, Pool
from planlint.files import Source
from planlint.report import Failure, broken
from planlint.reporters.tables import Entry, Part


class Watch(Protocol):
    """Whoever wants to know how far a batch is."""

    def begin(self, what: str, total: int) -> None:
        """A stage begins that has so many steps."""

    def step(self, name: str) -> None:
        """One step is done: this file."""

    def tick(self) -> None:
        """Time goes by."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a batch is run. seconds: what one file may take; sample, seed: how many plans moderators get, and which."""

    jobs: int = 1
    seconds: float = 60.0
    sample: int = 20
    seed: int = 1
    blind: bool = False


class Stages:
    """Has plans read, and told of. `stopped` is True once somebody has interrupted it."""

    def __init__(self, set_up: Callable[[], Callable[[Any], Any]], options: Options, watch: Watch) -> None:
        self._set_up, self._options, self._watch = set_up, options, watch
        self.stopped = False

    def read(self, found: Sequence[Item]) -> dict[int, Names]:
        """The names in each plan, if they are wanted. Items that cannot be read get their fate."""
        todo = [item for item in found if not item.fate]
        names: dict[int, Names] = {}
        jobs = [ToRead(item.number, Source(item.file.path, found=True)) for item in todo]
        for item, told in self._done("Reading", todo, jobs):
            item.digest = told.digest
            if told.failure:
                item.fail("planlint broke" if told.failure.bug else "could not be read", told.failure)
            elif told.names:
                names[item.number] = told.names
        return names

    def tell(
        self, read: Sequence[Item], entries: Mapping[int, Entry], parts: tuple[Part, ...], masks: Mapping[int, Mask]
    ) -> None:
        """Has each plan's page and rows written. Items for which that fails get their fate."""
        jobs = []
        for item in read:
            mask = masks.get(item.number)
            named = mask and replace(mask, paths={item.file.path: item.label})
            jobs.append(ToTell(entries[item.number], item.file.path, item.page, parts, named))
        for item, told in self._done("Writing", read, jobs):
            item.title, item.levels, item.fails = told.title, told.levels, told.fails
            item.severities, item.rules = told.severities, told.rules

    def _done(self, what: str, todo: Sequence[Item], jobs: Sequence[Any]) -> Iterator[tuple[Item, Any]]:
        """Each item whose job came to something, with what it came to; the others get their fate."""
        self._watch.begin(what, len(jobs))
        left = dict.fromkeys(range(len(jobs)))
        size = max(1, min(self._options.jobs, len(jobs)))
        try:
            with Pool(self._set_up, size, self._options.seconds, self._watch.tick) as pool:
                for number, told in pool.run(jobs):
                    del left[number]
                    self._watch.step(todo[number].label)
                    if isinstance(told, Lost):
                        todo[number].fail(*_lost(todo[number].file.path, told, self._options.seconds))
                    else:
                        yield todo[number], told
        except KeyboardInterrupt:
            self.stopped = True
            for number in left:
                path = todo[number].file.path
                why = "was not finished before planlint was stopped; the same command again goes on from there"
                todo[number].fail("not reached", Failure(path, f"{path}: {why}."))


def _lost(path: str, lost: Lost, seconds: float) -> tuple[Fate, Failure]:
    if lost.why == "slow":
        what = f"was given up after {seconds:g} seconds; look at the file, or give it longer with --timeout"
        return "took too long", Failure(path, f"{path}: {what}.")
    return "planlint broke", broken(path, lost.what or "its process was stopped, perhaps for want of memory")
