"""A component that most plans of a set are silent on."""

from __future__ import annotations

from collections.abc import Iterator

from planlint.cohort import Cohort
from planlint.plan import Kind, Location
from planlint.rule import Remark

ACROSS = True


def check(
    cohort: Cohort,
    *,
    share: int = 60,
    fewest: int = 5,
    kinds: tuple[Kind, ...] = ("action-plan", "implementation-plan", "strategy"),
) -> Iterator[Remark]:
    """One remark for each such component; {component}, {count} and {all} tell how many plans are silent.

    share:  of the plans (per cent) that are silent on it.
    fewest: a set of fewer plans shows nothing.
    kinds:  the kinds of plan that are counted.
    """
    counted = [member for member in cohort.members if member.kind in kinds]
    if len(counted) < fewest:
        return
    for key, name in cohort.names.items():
        levels = [member.levels[key] for member in counted if key in member.levels]
        silent = levels.count("absent")
        if len(levels) >= fewest and silent * 100 >= share * len(levels):
            values = {"component": name, "count": str(silent), "all": str(len(levels))}
            yield Remark(Location(cohort.folder), name, key, values)
