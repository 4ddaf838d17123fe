from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from planlint.plan import Location
from planlint.report import Failure, Report
from planlint.reporters.github import render
from reporters.samples import FINDING, REPORT, SILENCED, with_findings

LOG = "planlint. Rules: planlint 2026.1.\n"
# The grammar by which the runner parts a line (ActionCommand.TryParseV2 of actions/runner, put briefly).
_COMMAND = re.compile(r"::(?P<name>\w+)(?: (?P<about>.*?))?::(?P<message>.*)")


def parsed(report: Report) -> list[tuple[str, dict[str, str], str]]:
    """What a runner takes from the lines."""
    found = []
    for line in render(report).removesuffix(LOG).splitlines():
        parts = _COMMAND.fullmatch(line)
        assert parts, line
        about = dict(pair.split("=", 1) for pair in parts["about"].split(","))
        plain = {key: _plain(value, ("%3A", ":"), ("%2C", ",")) for key, value in about.items()}
        found.append((parts["name"], plain, _plain(parts["message"])))
    return found


def _plain(text: str, *more: tuple[str, str]) -> str:
    for code, char in (("%0D", "\r"), ("%0A", "\n"), *more, ("%25", "%")):
        text = text.replace(code, char)
    return text


def told(**changes: Any) -> tuple[str, dict[str, str], str]:
    (command,) = parsed(with_findings(replace(FINDING, **changes)))
    return command


def test_the_whole_report() -> None:
    assert render(REPORT) == (
        "::error file=b.docx,title=not read::b.docx: is damaged; save it again.\n"
        "::error file=plans/larkfield.md,title=helix/de-implement::"
        "The plan does not say what will stop. Name one thing that ends.\n"
        "::error file=plans/larkfield.md,line=12,endLine=12,col=1,endColumn=9,title=actions/missing-deadline::"
        "There is no date for 'Start a reading hour'. Give a day, or a half-term and a year.\n"
        "planlint. Rules: planlint 2026.1.\n"
    )


def test_weights_have_the_hosts_names_and_what_is_silenced_is_left_out() -> None:
    weights = [replace(FINDING, severity="warning"), replace(FINDING, severity="note"), SILENCED]
    assert [name for name, _, _ in parsed(with_findings(*weights))] == ["warning", "notice"]


def test_columns_are_given_within_one_line_only() -> None:
    name, about, _ = told(location=replace(FINDING.location, end_line=14))
    assert (name, about) == (
        "error",
        {"file": "plans/larkfield.md", "line": "12", "endLine": "14", "title": "actions/missing-deadline"},
    )


def test_a_word_plan_has_its_place_in_the_message() -> None:
    name, about, message = told(location=Location("./a.docx", "Goal 1, row 2", part="body/tbl[1]/tr[3]"))
    assert (name, about) == ("error", {"file": "a.docx", "title": "actions/missing-deadline"})
    assert message.startswith("Goal 1, row 2: There is no date for ")


def test_no_name_or_text_can_end_a_property_or_begin_a_command() -> None:
    path = "50%, draft: a=b\n::error::x.md"
    name, about, message = told(
        location=Location(path, line=3, end_line=3), message="100%0A done\r\n::set-output name=a::b", fix="::stop"
    )
    assert (name, about["file"], about["line"]) == ("error", path, "3")
    assert message == "100%0A done ::set-output name=a::b ::stop"


def test_a_failure_with_an_odd_name() -> None:
    report = Report(failures=(Failure("a,b:c.md", "a,b:c.md: is 50% there\nand not."),))
    assert parsed(report) == [("error", {"file": "a,b:c.md", "title": "not read"}, "a,b:c.md: is 50% there and not.")]


def test_nothing_found_is_nothing_said_but_the_rules_that_looked() -> None:
    assert render(with_findings()) == LOG
