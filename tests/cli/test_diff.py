"""`planlint diff` on real plans, in files and in git."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from planlint.cli import main

FIXTURES = Path(__file__).parents[2] / "fixtures"
ROWS = "| Action | Lead | By when |\n|---|---|---|\n"
PLAN = f"# School improvement plan 2026-27\n\n{ROWS}| Train the readers | {{}} | 26 March 2027 |\n"
ONLY = ("--select", "actions/missing-lead", "--today", "2026-10-01")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["diff", *ONLY, *arguments])
        told = capfd.readouterr()
        return status, told.out, told.err

    return run


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose plan was good in the first commit, lost its lead in the second, and is good again now."""
    _git(tmp_path, "init", "-q")
    plan = tmp_path / "plans" / "trust.md"
    plan.parent.mkdir()
    for lead in ("Deputy head", ""):
        plan.write_text(PLAN.format(lead))
        _git(tmp_path, "add", "-A")
        _git(tmp_path, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "Change")
    plan.write_text(PLAN.format("Deputy head"))
    return tmp_path


def _git(at: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=at, check=True, capture_output=True)


def found(out: str) -> dict[str, list[str]]:
    told: dict[str, Any] = json.loads(out)
    return {kind: [f["message"] for f in findings] for kind, findings in told["findings"].items()}


MESSAGE = "Nobody is named to lead 'Train the readers'."


def test_two_files(run: Run, tmp_path: Path) -> None:
    Path("good.md").write_text(PLAN.format("Deputy head"))
    Path("bad.md").write_text(PLAN.format(""))
    status, out, err = run("good.md", "bad.md")
    assert (status, err) == (1, "")
    assert f"error  {MESSAGE} [actions/missing-lead]" in out
    assert out.startswith("School improvement plan 2026-27\nbefore: good.md\nnow:    bad.md\n")
    assert "Something is worse than before." in out
    status, out, err = run("bad.md", "good.md", "--format", "json")
    assert (status, err) == (0, "")
    assert found(out) == {"new": [], "mended": [MESSAGE], "silenced": [], "unchanged": []}


def test_what_was_in_git_and_what_is_there_now(run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status, out, _ = run("HEAD:plans/trust.md", "plans/trust.md", "--format", "json")
    assert (status, found(out)["mended"]) == (0, [MESSAGE])
    assert [json.loads(out)[side]["name"] for side in ("old", "new")] == ["HEAD:plans/trust.md", "plans/trust.md"]
    assert run("HEAD~1:plans/trust.md", "HEAD:plans/trust.md")[0] == 1
    monkeypatch.chdir(repository / "plans")
    for name in ("HEAD:trust.md", "HEAD:./trust.md", "HEAD:plans/trust.md"):
        status, out, _ = run(name, "trust.md", "--format", "json")
        assert (status, found(out)["mended"], json.loads(out)["old"]["path"]) == (0, [MESSAGE], _path(name))


def _path(name: str) -> str:
    return "./trust.md" if "./" in name else "trust.md"


def test_a_plan_in_git_is_judged_by_the_configuration_beside_it(run: Run, repository: Path) -> None:
    Path("plans/.planlint.yaml").write_text("severity:\n  actions/missing-lead: note\n")
    assert run("HEAD~1:plans/trust.md", "HEAD:plans/trust.md")[0] == 0


def test_a_word_draft_two_meetings_on(run: Run, tmp_path: Path) -> None:
    shutil.copy(FIXTURES / "middling-trust.docx", "autumn.docx")
    draft = docx.Document("autumn.docx")
    table = next(t for t in draft.tables if any("Mathematics champions" in cell.text for cell in t.columns[1].cells))
    row = next(row for row in table.rows if "Mathematics champions" in row.cells[1].text)
    empty = next(n for n, cell in enumerate(table.rows[0].cells) if "lead" in cell.text.lower())
    row.cells[empty].text = "Head of mathematics"
    table.rows[1].cells[empty].text = ""
    draft.save("spring.docx")
    status, out, _ = run("autumn.docx", "spring.docx", "--format", "json")
    told = found(out)
    assert status == 1
    assert told["mended"] == ["Nobody is named to lead 'Mathematics champions in every school.'."]
    assert len(told["new"]) == 1
    assert told["unchanged"] == []


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("HEAD:plans/nowhere.md", "plans/trust.md"), "HEAD:plans/nowhere.md: cannot be read from git (path "),
        (("v9:plans/trust.md", "plans/trust.md"), "v9:plans/trust.md: cannot be read from git ("),
        (("--help:plans/trust.md", "plans/trust.md"), "--help:plans/trust.md: cannot be read from git ("),
        (("HEAD:plans/trust.txt", "plans/trust.md"), "plans/trust.txt: ends in .txt, which is not a kind of plan"),
        (("plans/nowhere.md", "plans/trust.md"), "plans/nowhere.md: there is no such file or folder"),
        (("plans/trust.md", "plans"), "plans: is a folder"),
    ],
)
def test_what_is_not_there_is_one_line_and_status_two(
    run: Run, repository: Path, names: tuple[str, str], told: str
) -> None:
    status, out, err = run("--", *names) if names[0].startswith("-") else run(*names)
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert err.startswith(told)


def test_outside_of_a_repository_and_a_name_with_a_colon(run: Run, tmp_path: Path) -> None:
    Path("HEAD:a.md").write_text(PLAN.format("Head"))
    assert run("HEAD:a.md", "HEAD:a.md")[0] == 0
    status, _, err = run("HEAD:b.md", "HEAD:a.md")
    assert status == 2
    assert err.startswith("HEAD:b.md: cannot be read from git (")


def test_the_bar_can_be_set(run: Run, tmp_path: Path) -> None:
    Path("good.md").write_text(PLAN.format("Deputy head"))
    Path("bad.md").write_text(PLAN.format(""))
    assert run("good.md", "bad.md", "--fail-on", "never")[0] == 0
    status, out, _ = run("good.md", "bad.md", "--output", "told.txt")
    assert (status, out) == (1, "")
    assert MESSAGE in Path("told.txt").read_text()
