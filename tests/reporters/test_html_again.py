"""What comes in many places: when it is told once, and with which words of the plan."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planlint.report import Finding
from planlint.reporters.html_again import again, together
from planlint.rule import Rule
from reporters.samples import FINDING, place


def rule(message: str) -> Rule:
    return Rule("plan/other", "planlint", message, "error", "why", "fix", "coverage", {})


def findings(*messages: str) -> list[Finding]:
    return [
        replace(FINDING, rule="plan/other", message=message, location=place(f"Priority 1, row {number}"))
        for number, message in enumerate(messages, 1)
    ]


def test_the_plans_own_words_go_with_their_places() -> None:
    found = findings("'A' is led by all of 'X'.", *["'B' is led by all of 'Y'."] * 4)
    told, rules = again(found, {"plan/other": rule("'{found}' is led by all of '{action}'.")})
    assert rules == {"plan/other"}
    assert [(one.message, one.count, one.column, one.spots) for one in told] == [
        (
            "'…' is led by all of '…'.",
            5,
            "",
            (("A", "Priority 1, row 1"), ("B", "Priority 1, row 2, row 3, row 4, row 5")),
        )
    ]
    told, _ = again(
        findings(*(f"Nobody leads '{n}'." for n in "ABCDE")), {"plan/other": rule("Nobody leads '{action}'.")}
    )
    assert [words for words, _ in told[0].spots] == list("ABCDE")


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("'{found}' is old: {now}.", "'A' is old: B."),  # more than its place and its words
        ("'{found}' is old.", "No row has a date."),  # a message of its own
    ],
)
def test_what_says_more_is_left_as_it_is(message: str, says: str) -> None:
    assert again(findings(*[says] * 5), {"plan/other": rule(message)}) == ([], frozenset())


def test_what_has_no_place_comes_seldom_or_by_an_unknown_rule_is_left() -> None:
    found, known = findings(*["'A' is old."] * 5), {"plan/other": rule("'{found}' is old.")}
    assert again([*found[1:], replace(found[0], location=place())], known) == ([], frozenset())
    assert again(found[1:], known) == ([], frozenset())
    assert again(found, {}) == ([], frozenset())


def test_places_are_told_together() -> None:
    assert (
        together(["P 1, row 2", "P 1, row 4", "P 2, row 1", "page footer"])
        == "P 1, row 2, row 4; P 2, row 1; page footer"
    )
    assert together([]) == ""
