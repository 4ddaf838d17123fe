"""Processes that take jobs: what each gives, and what one that hangs, dies or breaks costs the others."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

import pytest

from planlint.batch.pool import Lost, Pool

SLEEP = 60.0  # seconds; long enough that a slow machine is not taken for a job that hangs


def work(job: Any) -> Any:
    match job:
        case "hang":
            time.sleep(SLEEP)
        case "die":
            os._exit(9)
        case "break":
            raise ValueError("odd")
    return job * 2


def set_up() -> Callable[[Any], Any]:
    return work


def results(jobs: list[Any], processes: int = 2, seconds: float = 20) -> dict[int, Any]:
    with Pool(set_up, processes, seconds) as pool:
        return dict(pool.run(jobs))


def test_every_job_gives_its_result_once() -> None:
    for processes in (1, 3):
        assert results(list(range(20)), processes) == {n: n * 2 for n in range(20)}
    assert results([]) == {}


def test_one_that_hangs_dies_or_breaks_costs_its_own_result_and_keeps_no_other_waiting() -> None:
    jobs = ["hang", 1, "die", 2, "break", 3]
    begun = time.monotonic()
    found = results(jobs, 2, 4.0)
    assert found == {0: Lost("slow"), 1: 2, 2: Lost("died"), 3: 4, 4: Lost("broke", "ValueError: odd"), 5: 6}
    assert list(found)[-1] == 0
    assert time.monotonic() - begun < SLEEP


def test_a_process_that_has_grown_gives_way_to_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def name() -> Callable[[Any], Any]:
        return lambda job: (job, os.getpid())

    def processes(room: int) -> int:
        monkeypatch.setattr("planlint.batch.pool._ROOM", room)
        with Pool(name, 1, 20) as pool:
            found = dict(pool.run(range(4)))
        assert [found[n][0] for n in range(4)] == [0, 1, 2, 3]
        return len({pid for _, pid in found.values()})

    assert (processes(1), processes(1 << 50)) == (4, 1)


def test_no_process_is_left() -> None:
    with Pool(set_up, 2, 20) as pool:
        hands = pool._hands
        next(pool.run([1, "hang", 2]))
        processes = [hand.process for hand in hands]
        assert len(processes) == 2
    assert [process.is_alive() for process in processes] == [False, False]


def test_what_keeps_processes_from_starting_is_told() -> None:
    def fail() -> Callable[[Any], Any]:
        raise LookupError("no rules")

    with pytest.raises(LookupError, match="no rules"), Pool(fail, 2, 20) as pool:
        list(pool.run([1]))
