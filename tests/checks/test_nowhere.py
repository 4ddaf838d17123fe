from checking import remarks, table
from planlint.checks.nowhere import check

CUES = {
    "cues": "review & termly",
    "except_for": "peer review",
    "headings": "keeping track",
    "elsewhere": "review paper",
}
ROWS = table("Action | Lead", "Read daily | AB", "Sing daily | CD")


def _found(text, **options):
    return [(r.location.label, r.severity, r.message) for r in remarks(check, text, CUES, **options)]


def test_a_plan_that_says_it_nowhere_is_told_once():
    assert _found(ROWS) == [("", None, None)]
    assert _found(ROWS, small=1000) == [("", "note", None)]


def test_it_may_be_said_in_a_sentence_under_a_heading_or_in_a_column():
    assert _found(ROWS + "We review this plan termly.\n") == []
    assert _found(ROWS + "## Keeping track\n\nHeads do.\n") == []
    assert _found(table("Action | Monitoring", "Read | AB", "Sing | CD"), roles=("monitoring",)) == []


def test_what_is_denied_or_said_of_something_else_does_not_count():
    assert _found(ROWS + "We do not review this plan termly.\n") == [("", None, None)]
    assert _found(ROWS + "There is peer review termly.\n") == [("", None, None)]
    assert _found(ROWS + "## Finance\n\nWe review contracts termly.\n", not_in=("finance",)) == [("", None, None)]


def test_a_paper_that_is_named_makes_it_a_note():
    [remark] = remarks(check, ROWS + "See the review paper.\n", CUES, named_elsewhere="there")
    assert (remark.severity, remark.message, remark.found) == ("note", "there", "review paper")


def test_empty_cells_of_a_column_that_is_in_use():
    text = table("Action | Cost", "Read | £5", "Sing |  ", "Dig | £6")
    assert [m for _, _, m in _found(text, roles=("resources",), row="empty")] == ["empty"]
    text = table("Action | Cost", "Read | £5", "Sing |  ", "Dig |  ")
    assert _found(text, roles=("resources",), row="empty", half="half") == [("", None, "half")]


def test_other_kinds_and_short_texts_are_left_alone():
    assert _found(ROWS, kinds=("strategy",)) == []
    assert _found("We read.\n", shortest=100) == []


def test_a_form_without_a_place_for_people_and_days_is_left_alone():
    form = table("Action | Evidence", "Read daily | Notes", "Sing daily | Notes")
    assert _found(form) == [("", None, None)]
    assert _found(form, promised_by=("lead", "deadline")) == []
    assert _found(ROWS, promised_by=("lead", "deadline")) == [("", None, None)]
    assert _found("## Actions\n\n- Read daily\n- Sing daily\n", promised_by=("lead",)) == [("", None, None)]
