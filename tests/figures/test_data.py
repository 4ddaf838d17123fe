"""Tables of results: each figure with its measure, group and year."""

from planlint import readers, vocabulary
from planlint.figures import data

WORDS = vocabulary.load()

PLAN = """# Plan

| School | NOR | Attendance 24-25 | A8 (Aug 25) |
|---|---|---|---|
| Larkmoor | 812 | 91.6% | 46.1 |

| Measure | 2024 | 2025 |
|---|---|---|
| KS2 RWM EXS+ % | 57 | 61 |
| Attendance, pupil premium | 89.1% | 90.8% |
| Notes | see 3 pages of the annual report of the trust | none |

| Action | Lead | By when | Success criteria |
|---|---|---|---|
| Write the policy | CEO | May 2026 | 95% |
"""


def test_measures_in_headings_or_in_rows() -> None:
    plan = readers.read("plan.md", PLAN.encode(), WORDS)
    found = [(d.measure, d.group, d.year, d.figure.value, d.figure.unit) for d in data(plan, WORDS)]
    assert found == [
        ("pupils on roll", "", None, 812.0, ""),
        ("attendance", "", 2025, 91.6, "percent"),
        ("Attainment 8", "", 2025, 46.1, ""),
        ("RWM", "", 2024, 57.0, "percent"),
        ("RWM", "", 2025, 61.0, "percent"),
        ("attendance", "disadvantaged", 2024, 89.1, "percent"),
        ("attendance", "disadvantaged", 2025, 90.8, "percent"),
    ]
