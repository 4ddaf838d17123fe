"""How the time of some work grows with its size, measured so that a busy machine does not matter."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def seconds(work: Callable[[], object]) -> float:
    """The processor time of the work, without Python's search for waste; the best of three, since noise only adds."""
    return min(_once(work) for _ in range(3))


def growth(work: Callable[[int], Callable[[], object]], size: int, times: int) -> float:
    """How many times as long work of `times` the size takes: about `times` if it is linear, its square if quadratic.

    `work` is given a size and makes ready what is then timed.
    """
    work(size)()
    small = seconds(work(size))
    return seconds(work(size * times)) / max(small, 0.005)


def _once(work: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work()
        return time.process_time() - start
    finally:
        gc.enable()
