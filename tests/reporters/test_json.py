from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources

import jsonschema
import pytest

from planlint import __version__
from planlint.reporters import json as reporter
from reporters.samples import FINDING, REPORT, with_findings

SCHEMA = json.loads((resources.files("planlint") / "schemas" / "report.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_the_report_keeps_to_its_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    VALIDATOR.validate(json.loads(reporter.render(REPORT)))


def test_the_whole_report_comes_in_the_order_of_the_schema() -> None:
    told = json.loads(reporter.render(REPORT))
    plan = told["plans"][0]
    place = {"path": "plans/larkfield.md", "label": "", "trail": [], "part": None, "line": None, "column": None,
             "end_line": None, "end_column": None, "page": None}  # fmt: skip
    assert list(told) == SCHEMA["required"]
    assert told["tool"] == {"name": "planlint", "version": __version__, "rules": {"planlint": "2026.1"}}
    assert told["summary"] == {"plans": 1, "failed": 1, "findings": {"error": 2, "warning": 0, "note": 0}}
    assert told["failures"] == [{"path": "b.docx", "error": "b.docx: is damaged; save it again."}]
    assert {k: v for k, v in plan.items() if k not in ("coverage", "findings")} == {
        "path": "plans/larkfield.md", "format": "markdown", "title": "Larkfield Schools improvement plan",
        "kind": "action-plan", "period": {"start": "2026-09-01", "end": "2027-08-31"}, "words": 6, "actions": 1,
    }  # fmt: skip
    assert plan["coverage"][0]["components"][2] == {
        "id": "de-implement", "name": "De-implement", "strand": "implement-improvement-initiatives",
        "level": "absent", "evidence": [],
    }  # fmt: skip
    assert plan["findings"][0] == {
        "rule": "helix/de-implement", "severity": "error", "message": "The plan does not say what will stop.",
        "why": "Time for new work has to come from somewhere.", "fix": "Name one thing that ends.", "found": "",
        "fingerprint": "fedcba9876543210", "context": None, "suppressed": None, "location": place,
    }  # fmt: skip
    assert plan["findings"][2]["suppressed"] == {"reason": "shared post", "until": "2027-01-31", "by": "inline"}


@pytest.mark.parametrize("extra", ["score", "Plans"])
def test_the_schema_is_strict(extra: str) -> None:
    told = json.loads(reporter.render(REPORT))
    told["plans"][0]["findings"][0][extra] = 1
    assert not VALIDATOR.is_valid(told)


def test_letters_are_written_as_they_are_and_what_a_terminal_obeys_as_escapes() -> None:
    text = "é “漢” \x1b[31m \x9b \u202e \x7f"
    data = reporter.render(with_findings(replace(FINDING, found=text))).decode("utf-8")
    assert 'found": "é “漢” \\u001b[31m \\u009b \\u202e \\u007f"' in data
    assert json.loads(data)["plans"][0]["findings"][0]["found"] == text
    assert data.endswith("}\n")


def test_half_a_character_does_not_stop_the_report() -> None:
    data = reporter.render(with_findings(replace(FINDING, found="a\ud800b")))
    assert json.loads(data)["plans"][0]["findings"][0]["found"] == "a\ufffdb"


def test_context_is_cut_at_three_hundred_characters() -> None:
    data = reporter.render(with_findings(replace(FINDING, context="word " * 100)))
    context = json.loads(data)["plans"][0]["findings"][0]["context"]
    assert context == "word " * 59 + "word…"
    assert len(context) <= 300
