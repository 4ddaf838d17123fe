"""The standard YAML layout: what follows it is valid, and is read with nothing left to guess."""

from __future__ import annotations

import datetime
import json
from importlib import resources
from typing import Any

import jsonschema
import pytest
import yaml

from planlint.readers import read
from planlint.vocabulary import load

SCHEMA: dict[str, Any] = json.loads((resources.files("planlint") / "schemas" / "plan.json").read_text("utf-8"))
PLAN = """\
title: Trust improvement plan
trust: Heron Lane Trust
period: 1 September 2026 to 31 July 2027
people: {NO: Nell Orme, LP: Leo Park}
context:
  - Writing fell to 61% in 2026
priorities:
  - id: P1
    title: Writing in every primary
    goal: 72% of Year 6 at the expected standard by July 2027
    lead: NO
    actions:
      - ref: 1.10
        action: Coach all Year 5 and 6 teachers each fortnight
        lead: LP
        start: 2026-09-07
        deadline: 2027-03-26
        success criteria:
          - 9 in 10 lessons seen use the sequence
          - "Year 6 mock: 68%"
        baseline: 61%
        target: 72%
        milestones: {December: 64%, March: 68%}
        resources: 12 days' release
        monitoring: NO, half-termly
        status: amber
      - action: Buy one set of texts
        lead: NO
        deadline: 2026-10-16
        success criteria: sets in 14 of 14 schools
        milestones:
          - {date: 2026-09-18, milestone: titles agreed}
risks:
  - {risk: coaches leave, trigger: one resignation, mitigation: train two spare, owner: NO}
stopping: [half-termly data drops]
"""


def texts(node: Any) -> Any:
    """As the schema of a YAML file sees it: dates as the text they are."""
    if isinstance(node, dict):
        return {str(key): texts(value) for key, value in node.items()}
    if isinstance(node, list):
        return [texts(item) for item in node]
    return node.isoformat() if isinstance(node, datetime.date) else node


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_plan_that_follows_it_is_valid() -> None:
    jsonschema.validate(texts(yaml.safe_load(PLAN)), SCHEMA)


@pytest.mark.parametrize(
    ("changed", "to", "place"),
    [
        ("title: Trust improvement plan\n", "", []),
        ("        deadline: 2026-10-16\n", "", ["priorities", 0, "actions", 1]),
        ("lead: NO\n    actions", "lead: [NO, LP]\n    actions", ["priorities", 0, "lead"]),
        ("people: {NO: Nell Orme, LP: Leo Park}", "people: [NO]", ["people"]),
    ],
)
def test_what_does_not_follow_it_is_found(changed: str, to: str, place: list[Any]) -> None:
    assert changed in PLAN
    errors = list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(texts(yaml.safe_load(PLAN.replace(changed, to)))))
    assert [list(e.absolute_path) for e in errors] == [place]


def test_it_is_read_with_every_role() -> None:
    plan = read("plan.yaml", PLAN.encode(), load())
    assert plan.title == "Trust improvement plan"
    assert plan.period and (plan.period.start, plan.period.end) == (
        datetime.date(2026, 9, 1),
        datetime.date(2027, 7, 31),
    )
    first, second = [a for a in plan.actions if a.text("action")]
    assert {role: first.text(role, inherit=False) for role in first.fields} == {
        "reference": "1.10",
        "action": "Coach all Year 5 and 6 teachers each fortnight",
        "lead": "LP",
        "start": "2026-09-07",
        "deadline": "2027-03-26",
        "success_criteria": "9 in 10 lessons seen use the sequence\nYear 6 mock: 68%",
        "baseline": "61%",
        "target": "72%",
        "milestone": "December: 64%\nMarch: 68%",
        "resources": "12 days' release",
        "monitoring": "NO, half-termly",
        "status": "amber",
    }
    assert (second.text("lead"), second.text("deadline")) == ("NO", "2026-10-16")
    assert "titles agreed" in " ".join(b.text for b in plan.blocks())
