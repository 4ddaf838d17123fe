from dataclasses import replace

import pytest

from planlint import packs
from planlint.checks import missing
from planlint.packs.running import fill
from planlint.plan import Action, Block, Location, Plan, Section
from planlint.readers import read
from planlint.rule import Remark

LOADED = packs.load()
TEXT = b"# Trust improvement plan 2026-27\n\nWe want to do fewer things better.\n"


def _rule(id):
    found = next(rule for rule in LOADED.rules if rule.id == id)
    return found


def _plan():
    return read("plan.md", TEXT, LOADED.vocabulary)


def test_the_whole_model_is_assessed_whichever_of_its_rules_are_chosen():
    report = packs.prepare(LOADED, [_rule("helix/de-implement")]).run(_plan())
    [coverage] = report.coverage
    assert [c.id for c in coverage.components] == [part.id for part in LOADED.models[0].parts]
    assert [(f.rule, f.severity, f.found) for f in report.findings] == [
        ("helix/de-implement", "warning", "We want to do fewer things better."),
    ]


def test_rules_without_a_model_give_no_coverage():
    report = packs.prepare(LOADED, [_rule("plan/placeholder")]).run(_plan())
    assert (report.coverage, report.findings) == ((), ())


def test_a_check_that_breaks_names_rule_and_plan(monkeypatch):
    def broken(reading, *, role: str, no_column: str):
        raise ZeroDivisionError("oh")

    rule = replace(_rule("actions/missing-lead"), options={"role": "lead", "no_column": "x"})
    monkeypatch.setattr(missing, "check", broken)
    with pytest.raises(packs.CheckCrash) as raised:
        packs.prepare(LOADED, [rule]).run(_plan())
    assert str(raised.value) == "plan.md: the check of actions/missing-lead broke (ZeroDivisionError: oh)"


def test_a_finding_has_its_rules_words():
    here = Location("plan.md", "row 2", line=4)
    rule = replace(_rule("actions/missing-lead"), message="{found} in {place}: {action} {nobody}")
    finding = fill(rule, Remark(here, found="Open", context="Open | RO", values={"action": "Open it"}))
    assert (finding.message, finding.severity, finding.context, finding.why) == (
        "Open in row 2: Open it {nobody}", "error", "Open | RO", rule.why,
    )  # fmt: skip
    told = fill(rule, Remark(here, severity="note", message="other {place}"))
    assert (told.message, told.severity) == ("other row 2", "note")


def test_what_stands_in_a_plan_is_not_read_as_a_name_in_the_message():
    here = Location("plan.md", "row 2")
    action = Action({"action": (Block("Open {place}", here, "cell"),)}, here, "row", offers=frozenset({"lead"}))
    plan = Plan("plan.md", "markdown", kind="action-plan", sections=(Section(None, 0, actions=(action,)),))
    [finding] = packs.prepare(LOADED, [_rule("actions/missing-lead")]).run(plan).findings
    assert finding.message == "Nobody is named to lead 'Open {place}'."
