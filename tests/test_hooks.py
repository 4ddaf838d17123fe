"""The hooks offered to others, tried with the real pre-commit on a real repository made from this checkout."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROWS = "| Action | Lead | By when |\n|---|---|---|\n| Train the readers | {} | 26 March 2027 |\n"
PLAN = f"# School improvement plan 2026-27\n\n{ROWS}"
CONFIG = """repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: planlint
        args: [--select, actions/missing-lead]
        exclude: ^old/
      - id: planlint-baseline
        args: [--select, actions/missing-lead]
        files: ^old/plans/.*[.]md$
      - id: planlint-test-rules
"""
RULE = """message: "'{{found}}' is a promise that nobody keeps."
severity: warning
why: It was agreed to leave such words out.
fix: Say what will be done.
check:
  phrases: {{cues: [in the fullness of time]}}
examples:
  fail:
    - {fail}
  pass:
    - We start in March.
"""
# What pip says when it cannot reach a package index.
UNREACHABLE = ("No matching distribution", "Connection", "Temporary failure", "Network is unreachable", "timed out")


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of plans with the hook installed in its own environment, as pre-commit does it."""
    room = tmp_path_factory.mktemp("hooks")
    offered = _repository(room / "planlint")
    for name in (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE", "src", "rules"):
        _copy(ROOT / name, offered / name)
    _commit_all(offered)
    repository = _repository(room / "plans-repository")
    revision = _run(offered, "git", "rev-parse", "HEAD").stdout.strip()
    config = CONFIG.format(repository=offered.as_uri(), revision=revision)
    (repository / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    _commit_all(repository)
    made = _pre_commit(repository, "install", "--install-hooks")
    if made.returncode and "CI" not in os.environ and any(words in made.stdout for words in UNREACHABLE):
        pytest.skip("pre-commit installs the hook with pip, and there is no package index to be reached")
    assert made.returncode == 0, made.stdout
    return repository


def test_a_good_plan_can_be_committed(plans: Path) -> None:
    committed = _commit(plans, "plans/good.md", PLAN.format("Deputy head"))
    assert committed.returncode == 0, committed.stdout + committed.stderr
    assert "Passed" in committed.stderr


def test_a_bad_plan_is_stopped_and_its_row_is_named(plans: Path) -> None:
    committed = _commit(plans, "plans/bad.md", PLAN.format(""))
    assert committed.returncode == 1
    assert "plans/bad.md" in committed.stderr
    assert "Nobody is named to lead 'Train the readers'." in " ".join(committed.stderr.split())
    assert "good.md" not in committed.stderr


def test_a_bad_plan_is_stopped_at_its_line(plans: Path) -> None:
    row = PLAN.format("Deputy head") + "| Buy the books | | 26 March 2027 |\n"
    committed = _commit(plans, "plans/late.md", row)
    assert committed.returncode == 1
    assert "row 2 (line 6)" in committed.stderr


def test_with_a_baseline_only_what_is_new_is_stopped(plans: Path) -> None:
    old = plans / "old" / "plans" / "inherited.md"
    old.parent.mkdir(parents=True)
    old.write_text(PLAN.format(""), encoding="utf-8")
    adopt = ("--baseline", ".planlint-baseline.json", "--update-baseline", "--select", "actions/missing-lead")
    assert _run(plans, sys.executable, "-m", "planlint", "check", *adopt, "old").returncode == 0
    _run(plans, "git", "add", ".planlint-baseline.json")
    adopted = _commit(plans, "old/plans/inherited.md", PLAN.format(""))
    assert adopted.returncode == 0, adopted.stdout + adopted.stderr
    twice = _commit(plans, "old/plans/inherited.md", PLAN.format("") + ROWS.format("").splitlines()[-1] + "\n")
    assert twice.returncode == 1
    assert "row 2 (line 6)" in twice.stderr
    assert "row 1 (line 5)" not in twice.stderr


def test_a_rule_that_does_not_keep_to_its_examples_is_stopped(plans: Path) -> None:
    good = RULE.format(fail="We act <<in the fullness of time>>.")
    committed = _commit(plans, "rules/house/no-promise.yaml", good)
    assert committed.returncode == 0, committed.stdout + committed.stderr
    committed = _commit(plans, "rules/house/no-promise.yaml", RULE.format(fail="We act <<soon>>."))
    assert committed.returncode == 1
    assert "missed  rules/house/no-promise.yaml, line 9" in committed.stderr


def test_a_damaged_word_plan_is_stopped(plans: Path) -> None:
    committed = _commit(plans, "schools/north/plans/sip.docx", "not a document")
    assert committed.returncode == 1
    assert "schools/north/plans/sip.docx: " in committed.stderr


def test_files_outside_a_plans_folder_are_none_of_its_business(plans: Path) -> None:
    committed = _commit(plans, "minutes/bad.md", PLAN.format(""))
    assert committed.returncode == 0
    assert committed.stderr.count("(no files to check)") == 3


def test_words_lock_file_and_a_configuration_are_no_plans(plans: Path) -> None:
    for name in ("plans/~$good.docx", "plans/.planlint.yaml"):
        committed = _commit(plans, name, "")
        assert (committed.returncode, committed.stderr.count("(no files to check)")) == (0, 3)


def _commit(repository: Path, name: str, text: str) -> subprocess.CompletedProcess[str]:
    """Tries to commit this file alone, and puts it back out of the way if that fails."""
    file = repository / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    _run(repository, "git", "add", name)
    committed = _run(repository, "git", "commit", "-m", f"Add {name}")
    if committed.returncode:
        _run(repository, "git", "reset", "-q", "--", name)
        _run(repository, "git", "checkout", "-q", "--", name)
        if _run(repository, "git", "ls-files", "--error-unmatch", name).returncode:
            file.unlink()
    return committed


def _repository(folder: Path) -> Path:
    folder.mkdir()
    _run(folder, "git", "init", "-q", "-b", "main")
    for key, value in (("user.name", "A Clerk"), ("user.email", "clerk@example.org"), ("commit.gpgsign", "false")):
        _run(folder, "git", "config", key, value)
    return folder


def _commit_all(repository: Path) -> None:
    _run(repository, "git", "add", "-A")
    assert _run(repository, "git", "commit", "-q", "-m", "Start").returncode == 0


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    else:
        shutil.copy(source, target)


def _pre_commit(repository: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return _run(repository, sys.executable, "-m", "pre_commit", *arguments)


def _run(at: Path, *command: str) -> subprocess.CompletedProcess[str]:
    settings = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PYTHON", "COV_"))}
    settings |= {"PRE_COMMIT_HOME": str(at.parent / "pre-commit"), "PRE_COMMIT_COLOR": "never", "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, cwd=at, env=settings, capture_output=True, encoding="utf-8", check=False)
