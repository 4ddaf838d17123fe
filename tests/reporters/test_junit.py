from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

from junitparser import Error, Failure, JUnitXml, Skipped, TestSuite

from planlint.report import Report
from planlint.reporters.junit import render
from planlint.rule import Rule
from reporters.samples import FINDING, PATH, REPORT, SILENCED, with_findings

DEADLINE = "actions/missing-deadline"


def suites(report: Report, **options: Any) -> list[TestSuite]:
    """The suites as a reader of JUnit files sees them, which also holds the counts against the cases."""
    xml = JUnitXml.fromroot(JUnitXml.fromstring(render(report, **options))._elem)
    told = (xml.tests, xml.failures, xml.errors, xml.skipped)
    xml.update_statistics()
    assert (xml.tests, xml.failures, xml.errors, xml.skipped) == told
    return list(xml)


def outcomes(report: Report, **options: Any) -> dict[str, list[type]]:
    return {case.name: [type(r) for r in case.result] for suite in suites(report, **options) for case in suite}


def rule(id: str) -> Rule:
    return Rule(id, "planlint", "", "error", "", "", "c", {})


def test_the_whole_report() -> None:
    report = replace(REPORT, rules=(rule(DEADLINE), rule("actions/missing-lead")))
    first, second = suites(report)
    assert (first.name, first.tests, first.failures, first.errors, first.skipped) == (PATH, 3, 2, 0, 0)
    assert [(case.classname, case.name) for case in first] == [
        (PATH, DEADLINE), (PATH, "actions/missing-lead"), (PATH, "helix/de-implement"),
    ]  # fmt: skip
    (failure,) = next(iter(first)).result
    assert (failure.type, failure.message) == ("error", "There is no date for 'Start a reading hour'.")
    assert failure.text == "error: Priority 1, row 2 (line 12): There is no date for 'Start a reading hour'."
    (case,) = second
    (error,) = case.result
    assert isinstance(error, Error)
    assert (second.name, second.errors, error.message) == ("b.docx", 1, "b.docx: is damaged; save it again.")


def test_what_fails_is_what_fails_the_run() -> None:
    warning = with_findings(replace(FINDING, severity="warning"))
    assert outcomes(warning) == {DEADLINE: []}
    assert outcomes(warning, failing=("error", "warning")) == {DEADLINE: [Failure]}
    assert outcomes(with_findings(FINDING), failing=()) == {DEADLINE: []}
    (suite,) = suites(warning)
    assert next(iter(suite)).system_out.startswith("warning: Priority 1, row 2 (line 12): ")


def test_findings_of_one_rule_are_one_failure_with_their_number() -> None:
    (suite,) = suites(with_findings(FINDING, replace(FINDING, message="Again."), FINDING))
    (failure,) = next(iter(suite)).result
    assert failure.message == "There is no date for 'Start a reading hour'. (and 2 more)"
    assert failure.text.count("\n") == 2


def test_a_rule_whose_findings_are_all_silenced_is_skipped_with_the_reason() -> None:
    (suite,) = suites(with_findings(SILENCED, SILENCED))
    (skipped,) = next(iter(suite)).result
    assert isinstance(skipped, Skipped)
    assert (skipped.message, suite.skipped) == ("shared post", 1)
    assert outcomes(with_findings(SILENCED, FINDING)) == {DEADLINE: [Failure]}


def test_text_that_xml_cannot_hold_or_would_obey_is_made_safe() -> None:
    evil = 'a\x00\x1b\ud800\ufffe<b> & "c" ]]>\u202e'
    (suite,) = suites(with_findings(replace(FINDING, message=evil)))
    (failure,) = next(iter(suite)).result
    assert failure.message == 'a<b> & "c" ]]>'


def test_it_is_one_document_in_utf_8() -> None:
    data = render(with_findings(replace(FINDING, message="Åse “Ó”")))
    named = b'<testsuites name="planlint. Rules: planlint 2026.1" tests='
    assert data.startswith(b"<?xml version='1.0' encoding='utf-8'?>\n" + named)
    assert data.endswith(b"</testsuites>\n")
    assert "Åse “Ó”".encode() in data
    assert list(JUnitXml.fromroot(JUnitXml.fromfile(io.BytesIO(render(Report())))._elem)) == []
