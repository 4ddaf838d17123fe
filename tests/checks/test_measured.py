from planlint import packs, readers

PLAN = """# School improvement plan 2026-27

## Priority 1: Reading

{goal}

| Action | Lead | By when | Success criteria |
|---|---|---|---|
| Train tutors | AHT | 16 October 2026 | {measure} |
"""


def _found(measure, goal="", rule="activity-as-success"):
    loaded = packs.load()
    prepared = packs.prepare(loaded, [loaded.rule(f"actions/{rule}")])
    plan = readers.read("plan.md", PLAN.format(measure=measure, goal=goal).encode(), loaded.vocabulary)
    return [(f.found, f.location.line, f.location.column, f.context) for f in prepared.run(plan).findings]


def test_the_sentence_with_the_words_is_told_where_it_stands():
    [(found, line, column, context)] = _found("In June. Tutors trained.")
    assert (found, line, column) == ("Tutors trained.", 9, 51)
    assert context == "Train tutors | AHT | 16 October 2026 | In June. Tutors trained."


def test_a_part_behind_a_label_is_told_where_it_stands():
    found = _found(
        "Loans 400 (2026: 310)", "Lead: AHT. Success criteria: Children are confident", "vague-success-measure"
    )
    assert found == [("Children are confident", 5, 30, "Children are confident")]


def test_a_row_may_count_what_is_done_if_its_priority_has_a_figure():
    assert len(_found("All tutors trained", "Success criteria: children read more.")) == 1
    assert _found("All tutors trained", "Success criteria: 74% at the expected standard (2026: 66%)") == []


def test_one_line_of_a_goal_is_judged_by_itself_and_a_cell_as_a_whole():
    goal = "Success criteria:\n\n- Better readers\n- 74% at the expected standard (2026: 66%)\n"
    assert [f[0] for f in _found("", goal, "vague-success-measure")] == ["Better readers"]
    assert _found("Better readers; 74% at the expected standard", rule="vague-success-measure") == []


def test_years_and_dates_are_no_figures():
    vague = ["Better reading in Years 5 and 6", "Better reading by July 2027", "Stronger teams in KS2 in 2026-27"]
    assert [len(_found(text, rule="vague-success-measure")) for text in vague] == [1, 1, 1]
