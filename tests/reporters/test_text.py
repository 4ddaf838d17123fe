from __future__ import annotations

from dataclasses import replace

from planlint.plan import Location
from planlint.report import Report
from planlint.reporters.text import render
from reporters.samples import FINDING, PATH, REPORT, place, with_findings

WHOLE = """\
Larkfield Schools improvement plan
plans/larkfield.md: action plan of a trust; 1 September 2026 to 31 August 2027;
  6 words; 1 action
Not everything on the page could be read: a picture of a table.

Curate clear goals
  ✓ addressed  Use evidence
               “The tutoring follows two trials that found gains in reading”
               Priority 1, row 2, Rationale (line 12)

Build capability and capacity
  ~ mentioned  Connect
               “networks”
               under “Working together” (line 40); only a name or a heading

Implement improvement initiatives
  ✗ absent     De-implement

What to look at, from the first page to the last

  The whole plan
    error  The plan does not say what will stop. [helix/de-implement]
      Name one thing that ends.

  Priority 1, row 2 (line 12): “Start a reading hour | Head of English”
    error  There is no date for 'Start a reading hour'.
      [actions/missing-deadline]
      Give a day, or a half-term and a year.

In short: 1 of 3 components addressed, 1 mentioned, 1 absent; 2 errors, no
  warnings, no notes; 1 more kept quiet.

1 plan, 1 file not read; 2 errors, no warnings, no notes.
planlint judges wording, not merit: whether the plan says a thing, not whether
it is wise, true or enough. For the reasons behind a finding, and examples:
planlint explain, then the name in square brackets. Rules: planlint 2026.1.
"""


def test_the_whole_report() -> None:
    assert render(REPORT) == WHOLE


def test_one_line_a_plan_when_brief() -> None:
    assert render(REPORT, brief=True) == (
        "plans/larkfield.md: 1 of 3 components addressed, 1 mentioned, 1 absent; "
        "2 errors, no warnings, no notes; 1 more kept quiet.\n"
    )


def test_repeats_of_a_rule_are_folded_after_five_with_their_count_and_places() -> None:
    rows = [replace(FINDING, location=place(f"Row {n}", n), context=f"Action {n}") for n in range(1, 8)]
    told = render(with_findings(*rows))
    assert told.count("There is no date") == 5
    assert "      The same 2 more times: Row 6 (line 6); Row 7 (line 7).\n" in told
    assert told.count("Give a day, or a half-term and a year.") == 1


def test_a_fold_of_many_names_the_first_places_and_counts_the_rest() -> None:
    rows = [replace(FINDING, location=place(f"Row {n}"), context=f"Action {n}") for n in range(1, 31)]
    assert " ".join(render(with_findings(*rows)).split()).count("Row 17 and 13 other places.") == 1


def test_a_plan_without_findings_says_so() -> None:
    assert "\nNothing else to say about this plan.\n" in render(with_findings())


def test_no_plan_gives_no_text() -> None:
    assert render(Report()) == ""


def test_every_line_fits_and_can_be_ascii() -> None:
    told = render(REPORT, 60, ascii=True)
    assert max(map(len, told.splitlines())) <= 60
    assert told.isascii()
    assert "  + addressed  Use evidence\n" in told
    assert "  x absent     De-implement\n" in told


def test_words_of_the_document_cannot_reach_the_terminal_as_commands() -> None:
    evil = "\x1b[2J\x9b31m\u202e\r"
    finding = replace(
        FINDING, message=evil, fix=evil, context=evil, found=evil, location=Location(PATH + evil, evil, (evil,), line=1)
    )
    report = with_findings(finding)
    plan = replace(report.plans[0].plan, title=evil, path=evil)
    report = replace(report, plans=(replace(report.plans[0], plan=plan),))
    assert not set("\x1b\x9b\u202e\r") & set(render(report))


def test_colour_is_only_added() -> None:
    painted = render(REPORT, colour=True)
    assert "\x1b[32m✓ addressed" in painted
    assert WHOLE.splitlines()[0] in painted


def test_what_a_message_quotes_is_not_quoted_again_and_a_row_only_once() -> None:
    long = replace(FINDING, message="No date for 'Start a reading hour in every school'.",
                   context="2.1 | Start a reading hour in every school | Head")  # fmt: skip
    first = replace(FINDING, message="'tbc' is open.", location=place("Row 3, Lead", 13), context="tbc | tbc")
    second = replace(first, location=place("Row 3, By", 13))
    lines = render(with_findings(long, first, second)).splitlines()
    assert [text for text in lines if text.startswith("  ") and "line 1" in text and text[2] != " "] == [
        "  Priority 1, row 2 (line 12)",
        "  Row 3, Lead (line 13): “tbc | tbc”",
        "  Row 3, By (line 13)",
    ]
