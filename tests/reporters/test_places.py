from __future__ import annotations

import pytest

from planlint.plan import Location
from planlint.reporters.places import place


@pytest.mark.parametrize(
    ("location", "named"),
    [
        (Location("p", "Priority 2, row 4, Lead", ("Priority 2",), line=31), "Priority 2, row 4, Lead (line 31)"),
        (Location("p", "Priority 2, row 4", page=3), "Priority 2, row 4 (page 3)"),
        (Location("p", "", ("Goals", "Reading")), "under “Reading”"),
        (Location("p", line=7), "line 7"),
        (Location("p"), ""),
        (Location("p", "row\x1b[2J 4\n"), "row[2J 4"),
    ],
)
def test_a_place_is_named_as_people_name_it(location: Location, named: str) -> None:
    assert place(location) == named
