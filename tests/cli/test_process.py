"""What only shows when planlint runs as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PLAN = "# Larkfield plan\n\n| Action | Lead | By when |\n|---|---|---|\n" + "| Réading hour “x” | Head | |\n" * 300


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.md"
    path.write_text(PLAN, encoding="utf-8")
    return path


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "planlint", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env=os.environ | environment, timeout=60)


@pytest.mark.parametrize(
    "statement",
    [
        "import planlint",
        "from planlint.cli import main; main(['--help'])",
        "from planlint.cli import main; main(['--version'])",
        "from planlint.cli import main; main(['check', '--help'])",
        "from planlint.cli import main; main(['schema', 'report'])",
    ],
)
def test_what_reads_no_plan_loads_neither_spacy_nor_docx(statement: str) -> None:
    heavy = "import sys; sys.exit(bool({'spacy', 'docx', 'lxml', 'rich', 'pathspec'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", f"{statement}\n{heavy}"], stdout=subprocess.DEVNULL).returncode == 0


def test_showing_the_text_of_a_plan_loads_no_spacy(plan: Path) -> None:
    statement = f"import sys; from planlint.cli import main; main(['show', '--text', {str(plan)!r}])"
    done = subprocess.run([sys.executable, "-c", f"{statement}; sys.exit('spacy' in sys.modules)"], capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Réading hour “x”" in done.stdout.decode()


def test_the_version() -> None:
    assert run("--version").stdout.startswith(b"planlint ")


def test_a_closed_pipe_is_silent(plan: Path) -> None:
    command = f"{sys.executable} -m planlint show --text {plan} | true"
    done = subprocess.run(["bash", "-c", command], capture_output=True)
    assert (done.stdout, done.stderr) == (b"", b"")


def test_a_full_disk_is_one_line(plan: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, "-m", "planlint", "show", plan], stdout=full, stderr=subprocess.PIPE)
    told = b"standard output: cannot be written (no space left on device); make room or write elsewhere.\n"
    assert (done.returncode, done.stderr) == (2, told)


def test_a_terminal_without_unicode_gets_ascii(plan: Path) -> None:
    done = run("show", plan, PYTHONIOENCODING="latin-1")
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b'Reading hour "x"' in done.stdout


def test_without_a_command_the_help_is_shown() -> None:
    done = run()
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"check" in done.stderr
