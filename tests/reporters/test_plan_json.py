from __future__ import annotations

import json

from planlint.reporters.plan_json import render
from reporters.samples import PLAN


def test_the_plan_as_read() -> None:
    told = json.loads(render(PLAN))
    assert told["period"] | {"source": None} == {"start": "2026-09-01", "end": "2027-08-31", "source": None}
    assert told["period"]["source"]["text"] == "September 2026 to August 2027"
    assert told["sections"] == [
        {
            "heading": "Priority 1: reading", "level": 1, "theme": None, "location": told["sections"][0]["location"],
            "words": 6, "actions": 1, "sections": [],
        }
    ]  # fmt: skip
    assert told["actions"] == [
        {
            "origin": "row", "location": told["actions"][0]["location"],
            "fields": {"action": ["Start a reading hour"]}, "inherited": {"lead": ["Head of English"]},
            "offers": ["action", "deadline", "lead"],
        }
    ]  # fmt: skip
    assert [u["what"] for u in told["unread"]] == ["a picture of a table"]
    assert list(told) == [
        "schema_version", "path", "format", "title", "kind", "scope", "period", "words", "meta", "sections", "actions",
        "aside", "unread", "changes",
    ]  # fmt: skip
