from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from jsonschema.protocols import Validator

import published
from planlint import __version__
from planlint.plan import Location
from planlint.report import Report, Suppression
from planlint.reporters import sarif
from planlint.rule import Rule
from reporters.samples import FINDING, PATH, REPORT, SILENCED, WHOLE, with_findings

RULE = Rule("actions/missing-deadline", "planlint", "There is no date for '{action}'.", "error", "What has no date.",
            "Give a day.", "missing", {}, sources=("A handbook.",))  # fmt: skip
PLAIN = {"primaryLocationLineHash": "0123456789abcdef:1", "planlint/v1": "0123456789abcdef:1"}


@cache
def schema() -> Validator:
    return published.validator(published.SARIF)


def run(report: Report) -> dict[str, Any]:
    log = json.loads(sarif.render(report))
    assert [error.message for error in schema().iter_errors(log)] == []
    assert list(log) == ["$schema", "version", "runs"]
    return log["runs"][0]


def result(**changes: Any) -> dict[str, Any]:
    return run(with_findings(replace(FINDING, **changes)))["results"][0]


def test_the_schema_is_the_published_one_and_refuses_what_is_wrong() -> None:
    log = json.loads(sarif.render(REPORT))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert [error.json_path for error in schema().iter_errors(log)] == ["$.runs[0].results[0].level"]


def test_a_whole_run() -> None:
    told = run(replace(REPORT, rules=(RULE,)))
    rules = told["tool"]["driver"].pop("rules")
    assert told["tool"]["driver"] == {
        "name": "planlint", "version": __version__, "semanticVersion": __version__,
        "properties": {"packs": {"planlint": "2026.1"}},
    }  # fmt: skip
    assert [rule["id"] for rule in rules] == ["actions/missing-deadline", "helix/de-implement"]
    assert rules[0] == {
        "id": "actions/missing-deadline",
        "shortDescription": {"text": "There is no date for '…'."},
        "fullDescription": {"text": "What has no date."},
        "help": {"text": "What has no date.\n\nGive a day.\n\nSource: A handbook."},
        "defaultConfiguration": {"level": "error"},
    }
    assert told["columnKind"] == "unicodeCodePoints"
    assert told["invocations"] == [{
        "executionSuccessful": False,
        "toolExecutionNotifications": [{
            "level": "error",
            "message": {"text": "b.docx: is damaged; save it again."},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": "b.docx"}}}],
        }],
    }]  # fmt: skip
    levels = {"use-evidence": "addressed", "connect": "mentioned", "de-implement": "absent"}
    assert told["artifacts"] == [{
        "location": {"uri": PATH},
        "roles": ["analysisTarget"],
        "properties": {"title": "Larkfield Schools improvement plan", "coverage": {"helix": levels}},
    }]  # fmt: skip
    assert [(r["ruleId"], r["ruleIndex"]) for r in told["results"]] == [
        ("helix/de-implement", 1), ("actions/missing-deadline", 0), ("actions/missing-deadline", 0),
    ]  # fmt: skip


def test_a_finding_in_a_file_with_lines() -> None:
    assert result() == {
        "ruleId": "actions/missing-deadline",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "There is no date for 'Start a reading hour'."},
        "locations": [{
            "physicalLocation": {
                "artifactLocation": {"uri": PATH},
                "region": {"startLine": 12, "startColumn": 1, "endLine": 12, "endColumn": 9},
            },
            "logicalLocations": [{"name": "Priority 1, row 2"}],
        }],
        "partialFingerprints": PLAIN,
        "suppressions": [],
    }  # fmt: skip


def test_a_word_document_has_logical_places_and_no_invented_lines() -> None:
    spot = Location("plans/a.docx", "Pillar 1, row 7", ("Pillar 1",), "body/tbl[2]/tr[8]")
    told = result(location=spot)
    assert told["message"]["text"] == "Pillar 1, row 7: There is no date for 'Start a reading hour'."
    assert told["locations"] == [{
        "physicalLocation": {"artifactLocation": {"uri": "plans/a.docx"}},
        "logicalLocations": [
            {"name": "Pillar 1, row 7", "fullyQualifiedName": "body/tbl[2]/tr[8]", "kind": "element"}
        ],
    }]  # fmt: skip


def test_a_remark_on_the_whole_plan_has_neither_region_nor_logical_place() -> None:
    told = run(with_findings(WHOLE))["results"][0]
    assert told["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": PATH}}}]
    assert told["message"]["text"] == "The plan does not say what will stop."


def test_the_same_remark_on_the_same_words_is_told_apart_by_a_count() -> None:
    results = run(with_findings(FINDING, WHOLE, FINDING))["results"]
    assert [r["partialFingerprints"]["planlint/v1"] for r in results] == [
        "0123456789abcdef:1", "fedcba9876543210:1", "0123456789abcdef:2",
    ]  # fmt: skip


def test_what_is_silenced_says_by_whom_and_why() -> None:
    known = replace(SILENCED, suppressed=Suppression("known before", None, "baseline"))
    results = run(with_findings(SILENCED, known))["results"]
    assert [r["suppressions"] for r in results] == [
        [{"kind": "inSource", "status": "accepted", "justification": "shared post (until 2027-01-31)"}],
        [{"kind": "external", "status": "accepted", "justification": "known before"}],
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[press](https://evil.example)", "[press] (https://evil.example)"),
        ("the {0} of {found}", "the {{0}} of {found}"),
        ("a\nb\x1b[2J\u202e", "a b[2J"),
    ],
)
def test_text_of_a_plan_makes_no_link_placeholder_or_command(text: str, told: str) -> None:
    assert result(message=text)["message"]["text"] == told


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("./plans/a.md", "plans/a.md"),
        ("Schools 2026/Åse's plan #1.md", "Schools%202026/%C3%85se%27s%20plan%20%231.md"),
        ("a:b?c.md", "a%3Ab%3Fc.md"),
        ("../plans/100%.md", "../plans/100%25.md"),
        ("/srv/plans/a b.md", "file:///srv/plans/a%20b.md"),
        ("odd\udcff.md", "odd%FF.md"),
    ],
)
def test_paths_become_uris(path: str, uri: str) -> None:
    assert sarif.uri(path) == uri
    assert result(location=Location(path))["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_clean_run_is_successful_and_has_no_results() -> None:
    told = run(with_findings())
    assert (told["results"], told["invocations"]) == (
        [], [{"executionSuccessful": True, "toolExecutionNotifications": []}],
    )  # fmt: skip
    assert run(Report())["artifacts"] == []
