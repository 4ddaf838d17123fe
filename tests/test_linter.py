from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

import line
from planlint.errors import ConfigError, ReadError
from planlint.files import Source
from planlint.fingerprint import fingerprint
from planlint.linter import lint
from planlint.report import Failure, Report
from planlint.settings import Settings

TODAY = Settings(datetime.date(2026, 9, 1))


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    line.use(monkeypatch)


def sources(*texts: str) -> list[Source]:
    return [Source(f"{chr(97 + n)}.md", text.encode()) for n, text in enumerate(texts)]


def told(report: Report) -> list[tuple[str, str, int | None]]:
    return [(f.location.path, f.rule, f.location.line) for f in report.findings()]


def test_findings_come_in_reading_order_with_their_fingerprints() -> None:
    report = lint(sources("A plan\nrow x\nvague y\nrow x"), TODAY)
    assert told(report) == [("a.md", "actions/row", 2), ("a.md", "actions/vague", 3), ("a.md", "actions/row", 4)]
    same, other, again = [f.fingerprint for f in report.findings()]
    assert same == again == fingerprint("actions/row", "row x") != other


def test_the_report_names_the_rules_that_ran_and_their_packs() -> None:
    report = lint(sources("A plan"), TODAY)
    assert [rule.id for rule in report.rules] == ["actions/ask", "actions/row", "actions/vague"]
    assert report.packs == {"planlint": "1"}


def test_what_cannot_be_read_is_told_and_the_rest_is_reported() -> None:
    missing = ReadError("m.md", "there is no such file", "check the name")
    first, second = sources("bad", "A plan\nrow x")
    report = lint([missing, first, second], TODAY)
    assert report.failures == (
        Failure("m.md", "m.md: there is no such file; check the name."),
        Failure("a.md", "a.md: line 1: is damaged; save it again."),
    )
    assert told(report) == [("b.md", "actions/row", 2)]


def test_a_bug_names_rule_and_file_and_the_run_goes_on() -> None:
    report = lint(sources("broken", "crash", "A plan\nrow x"), TODAY)
    assert [(f.path, f.bug) for f in report.failures] == [("a.md", True), ("b.md", True)]
    assert "a.md: the check of actions/row broke (ValueError: odd)" in report.failures[0].error
    assert "b.md: planlint broke while reading it (ZeroDivisionError: a reader broke)" in report.failures[1].error
    assert told(report) == [("c.md", "actions/row", 2)]


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_the_report_is_the_same_whatever_the_number_of_processes(jobs: int, tmp_path: Path) -> None:
    plans = sources(*(f"Plan {n}\nrow {n}\n{'bad' if n == 3 else ''}" for n in range(7)))
    assert lint(plans, TODAY, jobs) == lint(plans, TODAY)


def test_rules_are_selected_and_left_out() -> None:
    text = sources("row x\nvague y\nask z")
    assert told(lint(text, replace(TODAY, select=("actions/*",), ignore=("actions/row",)))) == [
        ("a.md", "actions/vague", 2),
        ("a.md", "actions/ask", 3),
    ]


def test_an_unknown_rule_is_an_error_with_the_nearest_name() -> None:
    with pytest.raises(ConfigError) as error:
        lint([], replace(TODAY, ignore=("actions/rows",)))
    assert str(error.value) == "--ignore: there is no rule 'actions/rows'; did you mean 'actions/row'."
