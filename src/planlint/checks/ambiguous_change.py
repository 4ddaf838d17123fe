"""A change in percent of something that is itself a percentage: five in a hundred, or five points?"""

from __future__ import annotations

from collections.abc import Iterator

from planlint.checks.aims import aims
from planlint.reading import Reading
from planlint.rule import Remark


def check(reading: Reading, *, themes: tuple[str, ...], measures: tuple[str, ...], most: int = 30) -> Iterator[Remark]:
    """One remark for each target to change a rate by some percent.

    themes: themes of sections whose lines set targets. measures: names of measures that are rates.
    most:   above this percentage a change can hardly be meant in points.
    """
    for aim in aims(reading, themes):
        goal = aim.goal
        if aim.target.measure not in measures or aim.target.baseline:
            continue
        if goal and goal.change and goal.unit == "percent" and 0 < abs(goal.value) <= most:
            yield aim.remark(change=goal.text.strip(), measure=aim.target.measure)
