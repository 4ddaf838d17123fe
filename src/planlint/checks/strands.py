"""A whole strand of a model without one component that is addressed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from planlint.plan import Location
from planlint.reading import Reading
from planlint.rule import Remark


def check(reading: Reading, *, model: str) -> Iterator[Remark]:
    """One remark on the whole plan for each such strand; {strand} is its name, {components} those of it, by name."""
    for coverage in reading.coverage:
        if coverage.model != model:
            continue
        for strand, members in groupby(coverage.components, key=lambda c: c.strand):
            components = list(members)
            if not any(c.level == "addressed" or c.declared for c in components):
                names = ", ".join(c.name for c in components)
                values = {"strand": strand.replace("-", " "), "components": names}
                yield Remark(Location(reading.plan.path), values=values)
