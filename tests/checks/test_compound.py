from ruled import findings, row_findings

RULE = "actions/compound-action"
STEPS = "Audit the shelves in each room, buy what is missing from the fund that parents raised, train six pupils"
REST = " to lend and to mend books, open the library at lunch, and report to the council"


def _found(action):
    return row_findings(RULE, {"Action": action, "Lead": "AHT", "By when": "July 2027"})


def test_four_things_to_do_in_one_cell_are_told_with_their_verbs():
    plan = f"# School improvement plan 2026-27\n\n| Action | Lead |\n|---|---|\n| {STEPS}{REST} | AHT |\n"
    [found] = findings(RULE, plan)
    assert found.message == "5 things to do stand in one row (audit, buy, train, open, report)."


def test_three_or_steps_with_days_of_their_own_are_left_alone():
    assert (
        _found(STEPS + " who like to read to lend and to mend books and to keep the list of loans in good order") == []
    )
    assert _found(f"By 3 March: {STEPS}. By 4 May:{REST}") == []
