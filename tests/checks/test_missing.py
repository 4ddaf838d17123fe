import re
from dataclasses import replace
from datetime import date

import pytest

from planlint.checks.missing import check
from planlint.plan import Action, Block, Column, Location, Period, Plan, Section, Table
from planlint.reading import Reading
from planlint.vocabulary import load

HERE = Location("plan.md", "row")


def _blocks(texts):
    return {role: (Block(text, HERE, "cell"),) for role, text in texts.items() if text}


def _table(*roles, label="Table 1"):
    return Table(tuple(Column(role, role) for role in roles), (), replace(HERE, label=label))


def _action(texts, table=None, offers=(), inherited=None):
    place = replace(HERE, label=texts.get("action", ""))
    own = frozenset(offers) | (table.roles() if table else frozenset())
    return Action(_blocks(texts), place, "row", inherited=_blocks(inherited or {}), offers=own, table=table)


def _remarks(actions, kind="action-plan", **options):
    plan = Plan("plan.md", "markdown", kind=kind, sections=(Section(None, 0, actions=tuple(actions)),))
    reading = Reading(plan, load())
    settings = {"role": "lead", "no_column": "no column in {table}", "beside": ("deadline",), **options}
    return [(r.location.label, r.message, dict(r.values)) for r in check(reading, **settings)]


def test_an_empty_cell_is_told_for_its_row():
    table = _table("action", "lead", "deadline")
    filled = _action({"action": "Plan the day", "lead": "RO"}, table)
    empty = _action({"action": "Run the day", "deadline": "May"}, table)
    assert _remarks([filled, empty]) == [("Run the day", None, {"action": "Run the day"})]


def test_what_the_row_inherits_is_not_missing():
    table = _table("action", "lead", "deadline")
    assert _remarks([_action({"action": "Run the day"}, table, inherited={"lead": "RO"})]) == []


def test_a_table_without_the_column_is_told_once():
    table = _table("action", "deadline")
    rows = [_action({"action": name, "deadline": "May"}, table) for name in ("One", "Two", "Three")]
    assert _remarks(rows) == [("Table 1", "no column in {table}", {"table": "Table 1"})]


def test_a_table_that_promises_no_actions_is_left_alone():
    table = _table("action", "priority")
    assert _remarks([_action({"action": "One"}, table)]) == []


def test_a_row_without_the_column_is_left_alone_if_others_of_the_table_have_it_from_elsewhere():
    table = _table("action", "deadline")
    rows = [_action({"action": "One"}, table, inherited={"lead": "RO"}), _action({"action": "Two"}, table)]
    assert _remarks(rows) == []


def test_another_role_may_do_instead():
    table = _table("action", "lead", "deadline")
    assert _remarks([_action({"action": "Run the day", "support": "JB"}, table)], instead=("support",)) == []


@pytest.mark.parametrize(("kind", "count"), [("action-plan", 1), ("implementation-plan", 1), ("strategy", 0)])
def test_rows_are_promised_by_some_kinds_of_plan_only(kind, count):
    row = _action({"action": "Run the day"}, offers=("lead",))
    assert len(_remarks([row], kind)) == count


def test_a_long_action_is_quoted_up_to_a_word():
    text = "Train every adult who meets children at the gate in the words of the new greeting"
    [(_, _, values)] = _remarks([_action({"action": text}, offers=("lead",))])
    assert values == {"action": "Train every adult who meets children at the gate in the…"}


def test_a_section_beside_the_table_may_say_it_for_the_whole_priority():
    table = _table("action", "deadline")
    rows = (_action({"action": "One", "deadline": "May"}, table),)
    actions = Section(None, 3, (table,), actions=rows)
    success = Section(None, 3, theme="success")
    priority = Section(None, 2, sections=(actions, success))
    for sections, count in (((Section(None, 1, sections=(priority,)),), 0), ((priority,), 1)):
        plan = Plan("plan.md", "markdown", kind="action-plan", sections=sections)
        found = check(
            Reading(plan, load()),
            role="success_criteria",
            no_column="",
            beside=("deadline",),
            themes=("success",),
        )
        assert len(list(found)) == count


def test_a_cell_that_holds_a_place_open_is_as_empty_as_a_dash():
    table = _table("action", "lead")
    rows = [_action({"action": name, "lead": name}, table) for name in ("TBC", "–", "RO", "Site manager")]
    found = _remarks(rows, blank=(re.compile("(?i)tbc"),))
    assert [values for _, _, values in found] == [{"action": "TBC"}, {"action": "–"}]


def test_a_key_to_initials_above_the_table_leads_nothing():
    table = _table("action", "lead")
    for names, count in (("RO, deputy head", 0), ("RO; JB; Mrs Tolley; SENDCo; HT", 1)):
        assert len(_remarks([_action({"action": "Run the day"}, table, inherited={"lead": names})])) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [("Run the day on 4 January 2027", 0), ("Run the day in November 2026", 0), ("Meet every Monday", 0),
     ("Run the day as in 2025", 1), ("Repeat what the survey of May 2025 asked", 1), ("Run the day", 1)],
)  # fmt: skip
def test_an_action_may_hold_its_own_date(text, count):
    table = _table("action", "deadline")
    plan = Plan("plan.md", "markdown", kind="action-plan", period=Period(date(2026, 9, 1), date(2027, 8, 31)))
    plan = replace(plan, sections=(Section(None, 0, actions=(_action({"action": text}, table),)),))
    assert len(list(check(Reading(plan, load()), role="deadline", no_column="", sentence="when"))) == count


def test_a_table_of_rows_with_dates_needs_no_column_for_them():
    table = _table("action", "lead")
    texts = ("Open on 4 January 2027", "Train two leaders in November 2026", "Choose the games")
    rows = [_action({"action": text}, table) for text in texts]
    assert _remarks(rows, role="deadline", beside=("lead",), sentence="when") == []
    assert len(_remarks(rows[1:] + rows[2:], role="deadline", beside=("lead",), sentence="when")) == 1


def test_a_column_of_the_same_purpose_may_stand_for_it():
    table = _table("action", "deadline", "impact")
    assert _remarks([_action({"action": "One"}, table)], role="success_criteria", columns=("impact",)) == []


def test_a_bullet_may_name_its_lead_in_its_words():
    named = _action({"action": "The deputy head runs the day"}, offers=("lead",))
    unnamed = _action({"action": "Run the day"}, offers=("lead",))
    assert [label for label, _, _ in _remarks([named, unnamed], sentence="who")] == ["Run the day"]


def test_tables_that_all_lack_the_column_are_told_together():
    tables = [_table("action", "deadline", label=f"Table {n}") for n in (1, 2)]
    rows = [_action({"action": f"Do {n}"}, table) for n, table in enumerate(tables)]
    together = ("Table 1", "none of {count}", {"count": "2"})
    assert _remarks(rows, no_columns="none of {count}") == [together]
    led = _action({"action": "Sing", "lead": "RO"}, _table("action", "lead"))
    assert [label for label, _, _ in _remarks([*rows, led], no_columns="none of {count}")] == ["Table 1", "Table 2"]
