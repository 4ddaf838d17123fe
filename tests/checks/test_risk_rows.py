from checking import remarks, table
from planlint.checks.risk_rows import check


def _found(text):
    return [(dict(r.values), r.message) for r in remarks(check, text, no_answer="no answer")]


def test_gaps_in_a_row_of_a_risk():
    rows = ("They leave |  | -", "Books go | Spare sets | AB", "It rains | Tents | -")
    assert _found("## Risks\n\n" + table("Risk | Mitigation | Owner", *rows)) == [
        ({"risk": "They leave", "missing": "Mitigation and Owner"}, None),
        ({"risk": "It rains", "missing": "Owner"}, None),
    ]


def test_a_table_of_risks_without_answers():
    text = table("Risk | Likelihood", "They leave | High", "Books go | Low")
    assert _found("## Risks\n\n" + text) == [({}, "no answer")]
    assert _found("## What we know\n\n" + text) == []
