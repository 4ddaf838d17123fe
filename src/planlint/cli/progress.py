"""A bar that says how far a batch is and how long it will take; silent where nobody watches."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, TextIO

from planlint.reporters.plain import one_line, shorten

if TYPE_CHECKING:
    from rich.progress import Progress

_AGAIN = 0.1  # seconds between two looks of the bar
_NAME = 32


class Silence:
    """Watches, and says nothing."""

    def begin(self, what: str, total: int) -> None:
        """Says nothing."""

    def step(self, name: str) -> None:
        """Says nothing."""

    def tick(self) -> None:
        """Says nothing."""


class Bar:
    """Watches, and shows it."""

    def __init__(self, shown: Progress) -> None:
        self._shown, self._task, self._last = shown, shown.add_task("", visible=False, name=""), 0.0

    def begin(self, what: str, total: int) -> None:
        """Starts the bar anew."""
        self._shown.reset(self._task, description=what, total=total, visible=bool(total), name="")

    def step(self, name: str) -> None:
        """Moves it on."""
        self._shown.update(self._task, advance=1, name=shorten(one_line(name), _NAME))
        self.tick()

    def tick(self) -> None:
        """Draws it, if that is due."""
        if time.monotonic() - self._last >= _AGAIN:
            self._last = time.monotonic()
            self._shown.refresh()


@contextlib.contextmanager
def progress(stream: TextIO) -> Iterator[Silence | Bar]:
    """Whoever watches a batch, as long as it runs."""
    if not stream.isatty():
        yield Silence()
        return
    from rich.console import Console  # 60 ms that only a terminal needs
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(compact=True),
        TextColumn("left  {task.fields[name]}", markup=False),
    )  # fmt: skip
    # Without a thread of its own: processes are forked while the bar is up.
    with Progress(*columns, console=Console(file=stream), auto_refresh=False, transient=True) as shown:
        yield Bar(shown)
