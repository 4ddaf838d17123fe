"""Five things to mend first, and what the board may ask."""

from __future__ import annotations

from dataclasses import replace

from planlint.plan import Location
from planlint.report import Component, Coverage, Finding, PlanReport
from planlint.reporters.html_first import fixes, questions
from planlint.rule import Rule, Severity
from reporters.samples import PLAN, SILENCED, place


def finding(rule: str, severity: Severity = "error", label: str = "row 1") -> Finding:
    return Finding(rule, severity, f"said by {rule}", "", f"mend {rule}", "", place(label))


def rule(id: str, effort: str = "", question: str = "") -> Rule:
    extra = {key: value for key, value in (("effort", effort), ("question", question)) if value}
    return Rule(id, "own", "", "error", "", "", "rows", {}, extra=extra)


def mended(*findings: Finding, rules: tuple[Rule, ...] = ()) -> list[str]:
    return [fix.rule for fix in fixes(PlanReport(PLAN, (), findings), {r.id: r for r in rules})]


def test_the_weightiest_first_of_these_the_quickest_of_these_the_most_frequent() -> None:
    rules = (rule("b/quick", "minutes"), rule("c/quick", "minutes"), rule("d/talk", "meeting"))
    found = (
        finding("a/light", "note"), finding("d/talk"), finding("e/hour"), finding("b/quick"), finding("c/quick"),
        finding("c/quick"),
    )  # fmt: skip
    assert mended(*found, rules=rules) == ["c/quick", "b/quick", "e/hour", "d/talk", "a/light"]


def test_five_at_most_and_two_of_a_family_while_others_have_something_to_say() -> None:
    many = [finding(f"a/{n}") for n in range(9)]
    assert mended(*many) == ["a/0", "a/1", "a/2", "a/3", "a/4"]
    assert mended(*many, finding("b/x", "warning"), finding("c/x", "note")) == ["a/0", "a/1", "a/2", "b/x", "c/x"]


def test_what_is_kept_quiet_needs_no_mending() -> None:
    assert mended(SILENCED) == []


def test_a_thing_to_mend_says_what_where_and_what_it_takes() -> None:
    known = {"a/x": rule("a/x", "minutes")}
    told = replace(finding("a/x"), fix='Name somebody ("the deputy head").')
    again = replace(told, location=place("row 2"))
    (fix,) = fixes(PlanReport(PLAN, (), (told, again, replace(told, location=Location("p")))), known)
    assert (fix.do, fix.said, fix.takes) == ("Name somebody.", "said by a/x", "a few minutes for each")
    assert (fix.times, fix.places, fix.severity) == (3, ("row 1", "row 2"), "error")
    (fix,) = fixes(PlanReport(PLAN, (), (finding("z/z"),)), {})
    assert fix.takes == "about an hour"


def asked(levels: dict[str, str], *findings: Finding) -> list[tuple[str, str]]:
    parts = tuple(Component(id, id.upper(), "s", level) for id, level in levels.items())  # type: ignore[arg-type]
    rules = [rule(f"m/{id}", question=f"What of {id}?") for id in levels] + [rule("r/row", question="Who?")]
    report = PlanReport(PLAN, (Coverage("m", parts),), findings)
    return [(q.text, q.why) for q in questions(report, {r.id: r for r in rules})]


def test_silence_is_asked_about_first_then_what_is_only_named_then_rows() -> None:
    levels = {"a": "mentioned", "b": "addressed", "c": "absent"}
    assert asked(levels, finding("m/c"), finding("r/row"), finding("r/row", label="row 2"), finding("r/none")) == [
        ("What of c?", "The plan is silent on it."),
        ("What of a?", "The plan names it and says no more."),
        ("Who?", "said by r/row The same in 1 other place."),
    ]


def test_six_questions_at_most_and_room_for_one_on_rows() -> None:
    levels = dict.fromkeys("abcdefgh", "absent")
    assert [text for text, _ in asked(levels)] == [f"What of {id}?" for id in "abcdef"]
    assert [text for text, _ in asked(levels, finding("r/row"))] == [*(f"What of {id}?" for id in "abcde"), "Who?"]


def test_what_an_author_declares_is_not_asked_about() -> None:
    part = Component("a", "A", "s", "absent", declared=True)
    report = PlanReport(PLAN, (Coverage("m", (part,)),))
    assert questions(report, {"m/a": rule("m/a", question="What of a?")}) == ()
