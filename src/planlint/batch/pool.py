"""Processes that take one job after another; one that hangs or dies costs its own job and no other."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Literal

_TICK = 0.5  # seconds; so often whoever watches is told that time goes by
_START = 120.0  # seconds that a process may take to load what it works with
_ROOM = 700 * 1024 * 1024  # bytes; a process that ever held more makes room for a new one, and gives them back

Work = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Lost:
    """A job that gave nothing.

    why: "slow" (stopped at the time limit), "died" (its process ended by itself) or "broke" (an exception, told in
         `what`).
    """

    why: Literal["slow", "died", "broke"]
    what: str = ""


@dataclass(slots=True)
class _Hand:
    """A process, and the job that it has."""

    process: BaseProcess
    pipe: Connection
    ready: bool = False
    job: int | None = None
    until: float = 0.0


class Pool:
    """Processes that do the same work.

    set_up:  called in each process, gives what does a job; both job and result have to be picklable.
    seconds: what one job may take before its process is killed.
    tick:    called now and then while jobs are under way.
    """

    def __init__(
        self, set_up: Callable[[], Work], processes: int, seconds: float, tick: Callable[[], None] = lambda: None
    ) -> None:
        self._set_up, self._size, self._seconds, self._tick = set_up, processes, seconds, tick
        # A forked process has the rules already; elsewhere forking is not safe, and each loads them.
        self._forks = sys.platform.startswith("linux")
        self._context: Any = multiprocessing.get_context("fork" if self._forks else "spawn")
        self._hands: list[_Hand] = []

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for hand in self._hands:
            _kill(hand)
        self._hands = []

    def run(self, jobs: Iterable[Any]) -> Iterator[tuple[int, Any | Lost]]:
        """The number of each job, from 0, and what came of it, in the order in which they end."""
        waiting = enumerate(jobs)
        pending = next(waiting, None)
        while pending is not None or any(hand.job is not None for hand in self._hands):
            while pending is not None and (hand := self._free()):
                number, job = pending
                if not _send(hand, job):
                    self._drop(hand)
                    continue
                hand.job, hand.until = number, time.monotonic() + self._seconds
                pending = next(waiting, None)
            yield from self._results()

    def _free(self) -> _Hand | None:
        if len(self._hands) < self._size:
            self._hands.append(self._hire())
        return next((h for h in self._hands if h.ready and h.job is None), None)

    def _hire(self) -> _Hand:
        ours, theirs = self._context.Pipe()
        inherited = [ours, *(hand.pipe for hand in self._hands)] if self._forks else []
        process = self._context.Process(target=_serve, args=(self._set_up, theirs, inherited), daemon=True)
        process.start()
        theirs.close()
        return _Hand(process, ours, until=time.monotonic() + _START)

    def _results(self) -> Iterator[tuple[int, Any | Lost]]:
        now = time.monotonic()
        busy = [h for h in self._hands if h.job is not None or not h.ready]
        left = min((h.until - now for h in busy), default=_TICK)
        heard = wait([h.pipe for h in busy], max(0.0, min(left, _TICK)))
        self._tick()
        for hand in busy:
            if hand.pipe in heard:
                yield from self._hear(hand)
            elif time.monotonic() >= hand.until:
                yield from self._give_up(hand, Lost("slow"))

    def _hear(self, hand: _Hand) -> Iterator[tuple[int, Any | Lost]]:
        try:
            told = hand.pipe.recv()
        except (EOFError, OSError):
            yield from self._give_up(hand, Lost("died"))
            return
        if not hand.ready:
            if isinstance(told, BaseException):
                raise told
            hand.ready = True
            return
        number, hand.job = hand.job, None
        assert number is not None
        result, grown = told
        if grown:
            self._drop(hand)
        yield number, result

    def _give_up(self, hand: _Hand, lost: Lost) -> Iterator[tuple[int, Lost]]:
        self._drop(hand)
        if hand.job is not None:
            yield hand.job, lost
        elif not hand.ready:
            raise RuntimeError("a process that reads plans ended before it was ready")

    def _drop(self, hand: _Hand) -> None:
        self._hands.remove(hand)
        _kill(hand)


def _send(hand: _Hand, job: Any) -> bool:
    try:
        hand.pipe.send(job)
    except OSError:
        return False
    return True


def _kill(hand: _Hand) -> None:
    hand.process.kill()
    hand.process.join()
    hand.pipe.close()


def _serve(set_up: Callable[[], Work], pipe: Connection, inherited: list[Connection]) -> None:
    """What a process does until it is told no more, or nobody is left to tell it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent process ends the others
    for other in inherited:
        other.close()  # else the others would never see that the parent is gone
    with contextlib.suppress(EOFError, OSError):
        try:
            work = set_up()
        except Exception as problem:
            pipe.send(problem)
            return
        pipe.send("ready")
        while True:
            pipe.send((_done(work, pipe.recv()), _held() > _ROOM))


def _held() -> int:
    """The most memory that this process has ever held, in bytes; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _done(work: Work, job: Any) -> Any:
    try:
        return work(job)
    except Exception as problem:
        return Lost("broke", f"{type(problem).__name__}: {problem}")
