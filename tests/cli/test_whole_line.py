"""The real readers and rules, over the whole plans in `fixtures/`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import resources
from pathlib import Path

import jsonschema

FIXTURES = Path(__file__).parents[2] / "fixtures"
SCHEMA = json.loads((resources.files("planlint") / "schemas" / "report.json").read_text("utf-8"))
COMPONENTS = [
    "set-quality-goals",
    "align-strategy",
    "use-evidence",
    "evaluate-insights",
    "develop-expertise",
    "empower-horizontal-improvement",
    "connect",
    "grow-culture-and-leadership",
    "adopt-a-cycle",
    "leverage-capacity",
    "anticipate-and-adapt",
    "de-implement",
]


def report(jobs: int, seed: int) -> bytes:
    command = [sys.executable, "-m", "planlint", "check", str(FIXTURES), "--format", "json", "--today", "2026-10-01"]
    environment = os.environ | {"PYTHONHASHSEED": str(seed)}
    done = subprocess.run([*command, "--jobs", str(jobs)], capture_output=True, env=environment, timeout=120)
    assert (done.returncode, done.stderr) == (1, b"")
    return done.stdout


def test_the_report_is_the_same_to_the_byte_and_keeps_to_its_schema() -> None:
    first = report(jobs=1, seed=0)
    assert report(jobs=2, seed=1) == first
    told = json.loads(first)
    jsonschema.Draft202012Validator(SCHEMA).validate(told)
    models = [plan["coverage"][0]["components"] for plan in told["plans"]]
    assert [[component["id"] for component in model] for model in models] == [COMPONENTS] * len(models)
    paths = [p["path"] for p in told["plans"]]
    assert paths == sorted(paths)
    assert len(paths) >= 9
