"""The schema of rule files takes every rule there is, and knows the keys that the loader knows."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from planlint import datafile, packs
from planlint.packs.loading import KEYS, REQUIRED

SCHEMA = json.loads((resources.files("planlint") / "schemas" / "rule.json").read_text(encoding="utf-8"))
CHECKER = jsonschema.Draft202012Validator(SCHEMA)
RULE: dict[str, Any] = {
    "message": "M.", "severity": "note", "why": "W.", "fix": "F.", "check": {"phrases": {"cues": ["x"]}},
    "examples": {"fail": ["<<x>>"], "pass": ["y"]},
}  # fmt: skip


def test_it_takes_every_rule_there_is() -> None:
    wrong = [
        f"{rule.id}: {error.message}"
        for rule in packs.load().rules
        for error in CHECKER.iter_errors(dict(datafile.load(Path(rule.path))))
    ]
    assert wrong == []


def test_it_knows_the_keys_that_the_loader_knows() -> None:
    assert (sorted(SCHEMA["properties"]), sorted(SCHEMA["required"])) == (sorted(KEYS), sorted(REQUIRED))
    assert CHECKER.is_valid(RULE)


@pytest.mark.parametrize(
    "change",
    [
        {"message": ""},
        {"severity": "fatal"},
        {"check": {"a": {}, "b": {}}},
        {"examples": {"fail": ["x"]}},
        {"examples": {"fail": [], "pass": ["x"]}},
        {"enabled": False},
        {"colour": "red"},
    ],
)
def test_it_refuses_what_the_loader_refuses(change: dict[str, Any]) -> None:
    assert not CHECKER.is_valid({**RULE, **change})
