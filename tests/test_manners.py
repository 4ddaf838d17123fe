"""How planlint behaves whatever it is given: it passes over no plan in silence and hangs on nothing but its input."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planlint.cli.check import FORMATS

FIXTURES = Path(__file__).parents[1] / "fixtures"
QUICK = ("--select", "actions/missing-lead", "--today", "2026-10-01")
ROWS = "| Action | Lead | By when |\n|---|---|---|\n"
GOOD = f"# School improvement plan 2026-27\n\n{ROWS}| Train the readers | Deputy head | 26 March 2027 |\n"
BAD = GOOD.replace("Deputy head", "")
ALONE = """
import sys
def hear(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError(f"the network was asked for: {event}")
sys.addaudithook(hear)
import socket
try:
    socket.socket()
except RuntimeError:
    from planlint.cli import main
    sys.exit(main(sys.argv[1:]))
"""
Done = subprocess.CompletedProcess[bytes]


def planlint(*arguments: str, code: str = "", **environment: str) -> Done:
    start = ["-c", code] if code else ["-m", "planlint"]
    command = [sys.executable, *start, *arguments]
    return subprocess.run(command, capture_output=True, env=os.environ | environment, timeout=120, check=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "good.md").write_text(GOOD)
    return tmp_path


def _of(data: bytes, name: str) -> Callable[[Path], list[str]]:
    def make(folder: Path) -> list[str]:
        (folder / "plans" / name).write_bytes(data)
        return ["plans"]

    return make


def _gitignored(folder: Path) -> list[str]:
    (folder / ".gitignore").write_text("plans/\n*.md\n")
    (folder / ".git").mkdir()
    return ["."]


def _lock_file(folder: Path) -> list[str]:
    (folder / "~$plan.docx").write_bytes(b"x")
    return ["~$plan.docx"]


def _configured(text: str) -> Callable[[Path], list[str]]:
    def make(folder: Path) -> list[str]:
        (folder / "plans" / ".planlint.yaml").write_text(text)
        return ["plans"]

    return make


UNREAD: dict[str, Callable[[Path], list[str]]] = {
    "a missing file": lambda folder: ["plans/good.md", "plans/nowhere.md"],
    "a missing folder": lambda folder: ["plans", "drafts"],
    "an empty folder": lambda folder: [str(shutil.copytree(folder, folder / "empty", ignore=lambda *_: ["plans"]))],
    "a kind of file that is not read": lambda folder: ["plans/good.md", str(shutil.copy("plans/good.md", "plan.pdf"))],
    "nothing by a name": lambda folder: [""],
    "a damaged Word file": _of(b"PK\x03\x04 not a document", "a.docx"),
    "an empty Word file": _of(b"", "a.docx"),
    "another file by a Word name": _of(b"<html></html>", "a.docx"),
    "bytes that are no text": _of(bytes(range(256)) * 4, "a.md"),
    "broken YAML": _of(b"title: [Plan\nactions: ]", "a.yaml"),
    "a lock file alone": _lock_file,
    "a folder that git leaves out": _gitignored,
    "everything excluded": _configured("exclude: ['*']"),
    "a configuration that is broken": _configured("selct: [helix]"),
    "no rule left by a configuration": _configured("ignore: ['*']"),
    "no rule left by an option": lambda folder: ["plans", "--ignore", "*"],
    "an option that is none": lambda folder: ["plans", "--fial-on", "error"],
    "no plan at all": lambda folder: [],
}


@pytest.mark.parametrize("case", UNREAD)
def test_it_never_ends_well_when_something_was_not_linted(case: str, folder: Path) -> None:
    few = () if "left by a configuration" in case else QUICK
    done = planlint("check", *UNREAD[case](folder), *few, "--fail-on", "never", "--format", "json", "--quiet")
    assert (done.returncode, b"Traceback" in done.stderr) == (2, False)
    assert len(done.stderr.splitlines()) == 1, done.stderr


def test_the_same_in_every_format(folder: Path) -> None:
    kept = str(folder / "kept")
    arguments = ("check", "plans", "nowhere.md", *QUICK, "--format")
    told = {form: planlint(*arguments, form, PLANLINT_CACHE_DIR=kept) for form in FORMATS}
    assert {form: done.returncode for form, done in told.items()} == dict.fromkeys(FORMATS, 2)
    assert len({done.stderr for done in told.values()}) == 1


def test_no_network_is_asked_for(folder: Path) -> None:
    (folder / "plans" / "bad.md").write_text(BAD)
    cache = str(folder / "kept")
    for _ in range(2):  # the second time from the cache
        done = planlint("check", "plans", "--jobs", "2", code=ALONE, PLANLINT_CACHE_DIR=cache)
        assert (done.returncode, done.stderr) == (1, b"")
    word = str(FIXTURES / "weak-trust.docx")
    assert planlint("check", word, *QUICK, "--format", "sarif", code=ALONE).returncode == 1
    assert planlint("diff", "plans/good.md", "plans/bad.md", *QUICK, code=ALONE).returncode == 1


@pytest.mark.parametrize("form", ["sarif", "junit", "html"])  # text and JSON are tried on whole plans elsewhere
def test_the_same_bytes_for_any_seed_and_any_number_of_processes(folder: Path, form: str) -> None:
    for n in range(5):
        (folder / "plans" / f"bad{n}.md").write_text(BAD + f"| Say {n} | | |\n" * n)
    arguments = ("check", "plans", "--select", "actions", "--today", "2026-10-01", "--format", form)
    first = planlint(*arguments, "--jobs", "1", PYTHONHASHSEED="1")
    second = planlint(*arguments, "--jobs", "3", PYTHONHASHSEED="2")
    assert (second.returncode, second.stdout, second.stderr) == (1, first.stdout, first.stderr)
    assert first.stdout


def test_several_batches_say_what_one_says(folder: Path) -> None:
    for n in range(4):
        (folder / "plans" / f"bad{n}.md").write_text(BAD * n + GOOD)
    names = sorted(f"plans/{path.name}" for path in (folder / "plans").iterdir())
    baseline = ("--baseline", "known.json")
    assert planlint("check", *names[:3], *QUICK, *baseline, "--update-baseline").returncode == 0

    def told(*plans: str) -> tuple[int, list[object], list[object]]:
        done = planlint("check", *plans, *QUICK, *baseline, "--format", "json")
        report = json.loads(done.stdout)
        return done.returncode, report["plans"], report["mended"]

    whole, *batches = told(*names), told(*names[:2]), told(*names[2:])
    assert [plan for _, plans, _ in batches for plan in plans] == whole[1]
    assert [entry for _, _, mended in batches for entry in mended] == whole[2] == []
    assert max(status for status, _, _ in batches) == whole[0] == 1


@pytest.mark.parametrize("form", FORMATS)
def test_a_closed_pipe_is_silent_and_the_status_stays(folder: Path, form: str) -> None:
    (folder / "plans" / "long.md").write_text(BAD + "| A further reading hour in the hall | | |\n" * 3000)
    check = f"{sys.executable} -m planlint check plans --select actions/missing-lead --format {form}"
    command = f"{check} | head -c 1 >/dev/null; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (1, b"")
