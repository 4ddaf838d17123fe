"""The example pack in docs/, used as a folder and as an installed package."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from planlint.cli import main

EXAMPLE = Path(__file__).parents[2] / "docs" / "example-pack"
PLAN = """# Action plan 2026-27

The ridge group meets each half-term.

| Action | Lead | By when |
|---|---|---|
| Write the timetable | AF, KL and RO | May 2027 |
"""
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "plan.md").write_text(PLAN)
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(out: str) -> list[tuple[str, str]]:
    findings = [f for plan in json.loads(out)["plans"] for f in plan["findings"]]
    return [(f["rule"], f["severity"]) for f in findings if f["rule"].startswith("meetings/")]


def copy(place: Path) -> None:
    shutil.copytree(EXAMPLE / "fell_rules", place / "fell_rules")


def test_a_folder_that_the_configuration_names(place: Path, capsys: Capture) -> None:
    copy(place)
    (place / ".planlint.yaml").write_text("packs: [fell_rules]\nselect: meetings/*\n")
    assert main(["check", "plan.md", "--no-cache", "--format", "json"]) == 0
    told = json.loads(out := capsys.readouterr().out)
    assert found(out) == [("meetings/no-record", "warning"), ("meetings/too-many-leads", "warning")]
    assert told["tool"]["rules"]["fell"] == "2026.1"
    assert [f["message"] for f in told["plans"][0]["findings"]][1] == "3 people lead 'Write the timetable'."
    assert main(["test", "fell_rules"]) == 0
    assert main(["explain", "meetings/no-record"]) == 0


def test_extending_a_folder_takes_over_its_settings(place: Path, capsys: Capture) -> None:
    copy(place)
    (place / ".planlint.yaml").write_text("extends: fell_rules\nselect: meetings/*\n")
    assert main(["check", "plan.md", "--no-cache", "--format", "json"]) == 1
    assert found(capsys.readouterr().out) == [("meetings/no-record", "note"), ("meetings/too-many-leads", "warning")]


def test_a_check_runs_only_if_the_configuration_names_its_pack(place: Path, capsys: Capture) -> None:
    copy(place)
    assert main(["test", "fell_rules/meetings/no-record.yaml"]) == 0
    (place / "fell_rules" / "checks" / "crowded.py").write_text("raise SystemExit('it ran')\n")
    assert main(["test", "fell_rules"]) == 2
    assert capsys.readouterr().err == (
        f"{place}/fell_rules/meetings/too-many-leads.yaml: line 6: the check 'crowded' of this pack runs only where "
        "a configuration names the pack; add the pack to 'packs' in .planlint.yaml.\n"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x = (", "cannot be loaded (SyntaxError: "),
        ("import nowhere_at_all", "cannot be loaded (ModuleNotFoundError: "),
        ("", "has no function 'check'; add one: check(reading, *, options...).\n"),
    ],
)
def test_a_check_that_cannot_be_loaded_is_told(place: Path, capsys: Capture, text: str, told: str) -> None:
    copy(place)
    (place / ".planlint.yaml").write_text("packs: [fell_rules]\nselect: meetings/*\n")
    (place / "fell_rules" / "checks" / "crowded.py").write_text(text)
    assert main(["check", "plan.md", "--no-cache"]) == 2
    assert capsys.readouterr().err.startswith(f"{place}/fell_rules/checks/crowded.py: {told}")


def test_an_installed_package_goes_by_its_name(place: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    shutil.copytree(EXAMPLE, place / "source")
    subprocess.run(command, cwd=place / "source", check=True, capture_output=True)
    with zipfile.ZipFile(next(place.glob("*.whl"))) as archive:
        archive.extractall(place / "site")
    (place / ".planlint.yaml").write_text("extends: fell\nselect: meetings/*\n")
    run = subprocess.run(
        [sys.executable, "-m", "planlint", "check", "plan.md", "--no-cache", "--format", "json"],
        cwd=place, env={**os.environ, "PYTHONPATH": os.pathsep.join([str(place / "site"), *sys.path])},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (1, "")
    assert found(run.stdout) == [("meetings/no-record", "note"), ("meetings/too-many-leads", "warning")]


@pytest.mark.parametrize("rule", ["ours/vague-verb", "a/b/c-d-e", "ours/stop-2-things"])
def test_a_new_rule_passes_its_test_at_once(place: Path, rule: str, capsys: Capture) -> None:
    assert main(["new-rule", rule, "--pack", "house"]) == 0
    assert "write in .planlint.yaml: packs: [house]" in capsys.readouterr().out
    assert (place / "house" / "pack.yaml").read_text() == 'name: house\nversion: "1"\n'
    assert main(["test", f"house/{rule}.yaml"]) == 0
    assert capsys.readouterr().out == "1 rules, 2 examples: 2 ok, 0 missed, 0 noisy, 0 wrong span.\n"
    assert main(["new-rule", rule, "--pack", "house"]) == 2


@pytest.mark.parametrize("rule", ["Ours/x", "x", "../x", "ours/", "actions/missing-lead"])
def test_a_name_that_cannot_be_is_refused_and_nothing_written(place: Path, rule: str, capsys: Capture) -> None:
    assert main(["new-rule", rule]) == 2
    assert capsys.readouterr().err.startswith("planlint new-rule: ")
    assert sorted(path.name for path in place.iterdir()) == [".git", "plan.md"]
