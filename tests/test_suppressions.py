from __future__ import annotations

import datetime
import io
from typing import Any

import docx
import pytest

from planlint.bench import Bench
from planlint.files import Source
from planlint.report import PlanReport
from planlint.settings import Settings

DAY = datetime.date(2026, 10, 1)
ROWS = "actions/missing-lead"


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench(Settings(DAY, select=("actions/missing-lead", "plan/placeholder", "suppressions/*", "helix/*")))


def judge(bench: Bench, text: str | bytes, name: str = "plan.md") -> PlanReport:
    report = bench.judge(Source(name, text if isinstance(text, bytes) else text.encode()))
    assert isinstance(report, PlanReport), report
    return report


def told(report: PlanReport) -> list[tuple[str, int | None, str | None]]:
    """Rule, line and reason of the findings that are no component's."""
    return [
        (f.rule, f.location.line, f.suppressed and f.suppressed.reason)
        for f in report.findings
        if not f.rule.startswith("helix/")
    ]


TABLE = """# Action plan 2026-27

{before}
| Action | Lead | By when |
|---|---|---|
| Buy readers {first} | | May 2027 |
| Train readers {second} | | May 2027 |

The cost is TBC. {third}
{fourth}
The budget is TBC.
"""


def plan(**comments: str) -> str:
    places = dict.fromkeys(("before", "first", "second", "third", "fourth"), "")
    return TABLE.format(**{**places, **{k: f"<!-- planlint: {v} -->" for k, v in comments.items()}})


def test_nothing_is_quiet_by_itself(bench: Bench) -> None:
    assert told(judge(bench, plan())) == [
        (ROWS, 6, None), (ROWS, 7, None), ("plan/placeholder", 9, None), ("plan/placeholder", 11, None),
    ]  # fmt: skip


def test_a_comment_in_a_row_speaks_of_that_row_alone(bench: Bench) -> None:
    assert told(judge(bench, plan(first="ignore actions/missing-lead -- shared post")))[:2] == [
        (ROWS, 6, "shared post"), (ROWS, 7, None),
    ]  # fmt: skip


def test_a_comment_on_the_line_or_before_it_speaks_of_it(bench: Bench) -> None:
    after = told(judge(bench, plan(third="ignore plan/placeholder -- one")))
    assert after[2:] == [("plan/placeholder", 9, "one"), ("plan/placeholder", 11, None)]
    before = told(judge(bench, plan(fourth="ignore plan/* -- two")))
    assert before[2:] == [("plan/placeholder", 9, None), ("plan/placeholder", 11, "two")]


def test_at_the_top_it_speaks_of_the_whole_plan(bench: Bench) -> None:
    report = judge(bench, "<!-- planlint: ignore actions/missing-lead, helix/connect -- ours -->\n" + plan())
    assert [t[2] for t in told(report)] == ["ours", "ours", None, None]
    assert [f.suppressed.reason for f in report.findings if f.rule == "helix/connect" and f.suppressed] == ["ours"]


def test_an_end_is_kept_with_the_reason(bench: Bench) -> None:
    report = judge(bench, plan(first="ignore actions/missing-lead -- shared post, until 2027-01-31"))
    [silenced] = [f.suppressed for f in report.findings if f.suppressed]
    assert (silenced.reason, silenced.until, silenced.by) == ("shared post", "2027-01-31", "inline")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("ignore actions/missing-lead", "suppressions/without-reason"),
        ("ignore actions/missing-lead -- post, until 2026-09-30", "suppressions/expired"),
        ("ignore actions/missing-led -- post", "suppressions/unknown-rule"),
        ("ignore plan/placeholder -- post", "suppressions/unused"),
        ("ignroe actions/missing-lead -- post", "suppressions/unclear"),
    ],
)
def test_one_that_does_not_hold_is_a_finding_and_silences_nothing(bench: Bench, text: str, rule: str) -> None:
    report = judge(bench, plan(first=text))
    assert told(report)[:2] == [(ROWS, 6, None), (rule, 6, None)]
    assert [f for f in report.findings if f.suppressed] == []


def test_what_an_author_says_of_suppressions_cannot_hide_them(bench: Bench) -> None:
    top = "<!-- planlint: ignore suppressions/* -- no -->\n"
    report = judge(bench, top + plan(first="ignore actions/missing-lead"))
    assert ("suppressions/without-reason", 7, None) in told(report)


def test_in_yaml_a_comment_speaks_of_its_entry_or_the_next(bench: Bench) -> None:
    text = """title: Action plan 2026-27
actions:
  - action: Buy readers  # planlint: ignore actions/missing-lead -- one
    lead:
    deadline: May 2027
  - action: Train readers
    lead:
    deadline: May 2027
  # planlint: ignore actions/missing-lead -- three
  - action: Hear readers
    lead:
    deadline: May 2027
"""
    assert told(judge(bench, text, "plan.yaml")) == [(ROWS, 3, "one"), (ROWS, 6, None), (ROWS, 10, "three")]


def word(comment_at: str, text: str) -> bytes:
    book = docx.Document()
    places: dict[str, Any] = {"title": book.add_heading("Action plan 2026-27", 1)}
    table = book.add_table(3, 3)
    for row, texts in zip(table.rows, [("Action", "Lead", "By when"), ("Buy readers", "", "May 2027"),
                                       ("Train readers", "", "May 2027")], strict=True):  # fmt: skip
        for cell, words in zip(row.cells, texts, strict=True):
            cell.text = words
    places["row"] = table.rows[1].cells[0].paragraphs[0]
    places["text"] = book.add_paragraph("The cost is TBC.")
    book.add_comment(places[comment_at].runs, text, "RO", "RO")
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("at", "text", "reasons"),
    [
        ("row", "planlint: ignore actions/missing-lead — shared post", ["shared post", None, None]),
        ("text", "planlint: ignore plan/placeholder -- known", [None, None, "known"]),
        ("title", "planlint: ignore actions/missing-lead -- all of them", ["all of them", "all of them", None]),
    ],
)
def test_a_word_comment_speaks_of_where_it_hangs(bench: Bench, at: str, text: str, reasons: list[str | None]) -> None:
    assert [t[2] for t in told(judge(bench, word(at, text), "plan.docx"))] == reasons


@pytest.mark.parametrize(
    ("at", "place"),
    [("row", "the beginning, row 1, Action, comment"), ("text", "the beginning, paragraph 1, comment")],
)
def test_what_is_amiss_with_a_word_comment_is_told_with_the_place_where_it_hangs(
    bench: Bench, at: str, place: str
) -> None:
    report = judge(bench, word(at, "planlint: ignore actions/missing-lead"), "plan.docx")
    assert [f.location.label for f in report.findings if f.rule == "suppressions/without-reason"] == [place]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<!-- planlint: covers connect -- handbook, p. 4 -->\n" + plan(), "plan.md"),
        ("title: Plan\nplanlint: covers connect -- handbook, p. 4\nactions: [{action: Buy readers}]\n", "plan.yaml"),
        (word("text", "planlint: covers connect -- handbook, p. 4"), "plan.docx"),
    ],
)
def test_a_component_is_declared_never_found(bench: Bench, text: str | bytes, name: str) -> None:
    report = judge(bench, text, name)
    component = next(c for coverage in report.coverage for c in coverage.components if c.id == "connect")
    assert (component.level, component.declared) == ("absent", True)
    [said] = component.evidence
    assert (said.text, said.counts, said.why) == ("handbook, p. 4", False, "declared")
    [finding] = [f for f in report.findings if f.rule == "helix/connect"]
    assert finding.suppressed and finding.suppressed.reason == "declared: handbook, p. 4"


def test_a_declared_component_saves_its_strand(bench: Bench) -> None:
    strands = [f.rule for f in judge(bench, plan()).findings].count("helix/strand-not-addressed")
    declared = judge(bench, "<!-- planlint: covers connect -- handbook -->\n" + plan())
    assert [f.rule for f in declared.findings].count("helix/strand-not-addressed") == strands - 1


def test_a_reviewer_passes_over_the_author_and_sees_what_was_silenced() -> None:
    reviewer = Bench(Settings(DAY, select=(ROWS, "suppressions/*", "helix/connect"), reviewer=True))
    text = "<!-- planlint: covers connect -- handbook -->\n" + plan(first="ignore actions/missing-lead -- shared post")
    report = judge(reviewer, text)
    assert [f for f in report.findings if f.suppressed] == []
    assert [(f.rule, f.suppressed and f.suppressed.reason) for f in report.overruled] == [
        ("helix/connect", "declared: handbook"), (ROWS, "shared post"),
    ]  # fmt: skip
    assert not any(c.declared for coverage in report.coverage for c in coverage.components)


def test_a_mandatory_rule_cannot_be_silenced() -> None:
    strict = Bench(Settings(DAY, select=(ROWS, "suppressions/*", "plan/placeholder"), mandatory=(ROWS,)))
    report = judge(strict, plan(first="ignore actions/missing-lead -- post", third="ignore plan/placeholder -- known"))
    assert [t[2] for t in told(report)] == [None, None, "known", None]
    assert [(f.rule, f.location.line) for f in report.overruled] == [(ROWS, 6)]
