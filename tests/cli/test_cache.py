"""The cache as a user meets it: what it saves, and that it changes nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from planlint.cli.check import FORMATS

FIXTURES = Path(__file__).parents[2] / "fixtures"
PLAN = str(FIXTURES / "middling-trust.md")
WORD = str(FIXTURES / "middling-trust.docx")
HEAVY = "{'spacy', 'docx', 'lxml', 'markdown_it', 'planlint.language', 'planlint.bench', 'planlint.packs'}"
TRACED = f"""
import sys
from planlint.cli import main
status = main(sys.argv[1:])
print(*sorted({HEAVY} & set(sys.modules)), file=sys.stderr)
sys.exit(status)
"""
LIMIT = 0.3  # seconds of processor time, for the whole process


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept"


QUICK = ("--select", "actions/*")  # fewer rules, for what does not hang on them


def run(kept: Path, *arguments: str, code: str = "", **more: str) -> subprocess.CompletedProcess[bytes]:
    start = ["-c", code] if code else ["-m", "planlint"]
    environment = os.environ | {"PLANLINT_CACHE_DIR": str(kept)} | more
    return subprocess.run([sys.executable, *start, *arguments], capture_output=True, env=environment, timeout=60)


def test_an_unchanged_plan_is_answered_without_what_reads_plans(kept: Path) -> None:
    arguments = ("check", WORD, "--today", "2026-09-01")
    first = run(kept, *arguments, code=TRACED)
    again = run(kept, *arguments, code=TRACED)
    assert b"spacy" in first.stderr
    assert (again.returncode, again.stdout, again.stderr) == (first.returncode, first.stdout, b"\n")


def test_it_is_answered_at_once(kept: Path) -> None:
    run(kept, "check", PLAN, *QUICK)
    assert min(_processor_time(kept) for _ in range(3)) < LIMIT


def _processor_time(kept: Path) -> float:
    before = os.times()
    run(kept, "check", PLAN, *QUICK)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def test_every_form_is_the_same_to_the_byte_with_an_empty_cache_a_full_one_and_none(kept: Path) -> None:
    for n, form in enumerate(FORMATS):
        arguments = ("check", WORD, str(FIXTURES / "weak-academy.yaml"), "missing.md", "--format", form)
        first = run(kept, *arguments, PYTHONHASHSEED=str(n))
        full = run(kept, *arguments, PYTHONHASHSEED=str(n + 100))
        assert (full.returncode, full.stdout, full.stderr) == (first.returncode, first.stdout, first.stderr)
        assert first.stdout
        if n == 0:
            none = run(kept, *arguments, "--no-cache", "--jobs", "2")
            assert (none.returncode, none.stdout, none.stderr) == (first.returncode, first.stdout, first.stderr)


def test_two_runs_at_once_do_not_disturb_each_other(kept: Path) -> None:
    command = [sys.executable, "-m", "planlint", "check", PLAN, "--format", "json", *QUICK]
    environment = os.environ | {"PLANLINT_CACHE_DIR": str(kept)}
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) for _ in "ab"]
    told = [process.communicate(timeout=60) for process in runs]
    assert told[0] == told[1]
    assert told[0] == (run(kept, *command[3:]).stdout, b"")


def test_it_can_be_looked_at_and_cleared(kept: Path) -> None:
    assert run(kept, "cache", "info").stdout.decode() == f"{kept}: 0 entries, 0.0 MB of 100 MB.\n"
    run(kept, "check", PLAN, *QUICK)
    assert run(kept, "cache", "info").stdout.decode().startswith(f"{kept}: 2 entries, ")
    assert run(kept, "cache", "clear").stdout.decode() == f"{kept}: 2 entries taken away.\n"
    assert run(kept, "cache", "info").stdout.decode() == f"{kept}: 0 entries, 0.0 MB of 100 MB.\n"


def test_without_a_cache_nothing_is_kept(kept: Path, tmp_path: Path) -> None:
    run(kept, "check", PLAN, "--no-cache", *QUICK)
    done = run(Path(), "cache", "clear", PLANLINT_CACHE_DIR="")
    assert (done.returncode, done.stdout[:18]) == (0, b"There is no cache:")
    assert list(tmp_path.iterdir()) == []
