"""The order in which a reader comes to the places of a plan."""

from __future__ import annotations

from collections.abc import Callable

from planlint.plan import Block, Location, Plan, Table

Key = tuple[int, int, int]
_LAST = 1 << 60


def reading_order(plan: Plan) -> Callable[[Location], Key]:
    """A sort key for Locations of this plan: what is about the whole plan first, what is not in its body last."""
    steps = _steps(plan)

    def key(place: Location) -> Key:
        if place.line is not None:
            return (1, place.line, place.column or 0)
        if place.part is None:
            return (0, 0, 0)
        part = place.part
        while part and part not in steps:
            part = part.rpartition("/")[0]
        return (1, steps.get(part, _LAST), 0)

    return key


def _steps(plan: Plan) -> dict[str, int]:
    # A row or table has no step of its own: it stands where the first block inside it stands.
    steps: dict[str, int] = {}
    for place in _places(plan):
        part = place.part
        while part and part not in steps:
            steps[part] = len(steps)
            part = part.rpartition("/")[0]
    return steps


def _places(plan: Plan) -> list[Location]:
    found = [block.location for block in plan.meta]
    for section in plan.walk():
        if section.heading:
            found.append(section.heading.location)
        for item in section.content:
            found += [item.location] if isinstance(item, Block) else _table_places(item)
        found += [action.location for action in section.actions]
    return [*found, *(block.location for block in plan.aside)]


def _table_places(table: Table) -> list[Location]:
    found = [table.location, *(b.location for c in table.columns for b in c.blocks)]
    for row in table.rows:
        found.append(row.location)
        found += [block.location for cell in row.cells for block in cell.blocks if not cell.carried]
    return found
