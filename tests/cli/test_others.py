"""`show`, `rules`, `explain`, `test` and `schema`, with stand-ins for readers and rules where they read any."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import pytest

import line
from planlint import packs
from planlint.cli import main

Capture = pytest.CaptureFixture[str]
RULE = """\
message: "'{found}' gives no day."
severity: warning
why: What has no day cannot be late.
fix: Give a day.
check:
  placeholder: {cues: [soon]}
examples:
  fail:
    - {deadline: "<<soon>>"}
  pass:
    - {deadline: "18 December 2026"}
sources: [House style]
"""


def test_show_prints_how_a_plan_was_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture) -> None:
    line.use(monkeypatch)
    path = line.write(tmp_path, a=["A plan", "row x"])[0]
    assert main(["show", path]) == 0
    assert capsys.readouterr().out.startswith("A plan\n")
    assert main(["show", path, "--text"]) == 0
    assert capsys.readouterr().out == "A plan\nrow x\n"
    assert main(["show", path, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "A plan"


def test_show_says_what_cannot_be_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture) -> None:
    line.use(monkeypatch)
    path = line.write(tmp_path, a=["bad"])[0]
    assert main(["show", path]) == 2
    assert capsys.readouterr().err == f"{path}: line 1: is damaged; save it again.\n"


def test_rules_lists_every_rule_under_its_folder(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    line.use(monkeypatch)
    assert main(["rules"]) == 0
    assert capsys.readouterr().out.splitlines()[:3] == ["actions", "  actions/ask  note", "      '…' is wrong."]
    assert main(["rules", "--format", "json"]) == 0
    assert [r["id"] for r in json.loads(capsys.readouterr().out)] == [r.id for r in line.RULES]


def test_explain_tells_all_about_a_rule(capsys: Capture) -> None:
    assert main(["explain", "actions/missing-lead"]) == 0
    told = capsys.readouterr().out
    parts = [text for text in told.splitlines() if text and not text.startswith(" ")]
    assert parts == [
        "actions/missing-lead (error)",
        "What it says",
        "Why",
        "How to mend it",
        "Examples it remarks on (its words in square brackets)",
        "Examples it lets pass",
        "Sources",
        "To leave it out",
    ]


def test_explain_gives_the_nearest_name(capsys: Capture) -> None:
    assert main(["explain", "actions/mising-lead"]) == 2
    assert capsys.readouterr().err == (
        "planlint explain: there is no rule 'actions/mising-lead'; did you mean 'actions/missing-lead'.\n"
    )


def test_schema_prints_the_file(capsys: Capture) -> None:
    assert main(["schema", "report"]) == 0
    assert capsys.readouterr().out == (resources.files("planlint") / "schemas" / "report.json").read_text("utf-8")


def test_a_rule_file_that_is_not_well_formed_is_one_line(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "odd.yaml"
    path.write_text(RULE.replace("severity: warning", "severity: grave"))
    assert main(["test", str(path)]) == 2
    assert capsys.readouterr().err == (
        f"{path}: line 2: unknown severity 'grave'; use one of: error, warning, note.\n"
    )


def test_an_interrupted_run_says_nothing_more(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(packs, "load", interrupt)
    assert main(["rules"]) == 130
    assert capsys.readouterr().err.strip() == ""


def test_a_fault_of_planlints_own_is_one_line_and_status_three(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def break_down(*_: object) -> None:
        raise ZeroDivisionError("odd")

    monkeypatch.setattr(packs, "load", break_down)
    assert main(["rules"]) == 3
    assert capsys.readouterr().err == (
        "planlint: this is a fault of planlint's own (ZeroDivisionError: odd); please report it.\n"
    )
