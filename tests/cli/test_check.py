from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import line
from planlint.cli import main

Capture = pytest.CaptureFixture[str]
KNOWN = "a Word (.docx), Markdown (.md) or YAML (.yaml) file"
UNREADABLE = "there is no such file or folder; check the name and the folder you are in."


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    line.use(monkeypatch)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capsys: Capture) -> Callable[..., tuple[int, str, str]]:
    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(["check", *arguments])
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("fail_on", "statuses"),
    [("error", [1, 0, 0, 0]), ("warning", [1, 1, 0, 0]), ("note", [1, 1, 1, 0]), ("never", [0, 0, 0, 0])],
)
def test_the_status_says_whether_there_is_a_finding_of_that_weight(
    run: Run, tmp_path: Path, fail_on: str, statuses: list[int]
) -> None:
    plans = line.write(tmp_path, error=["row x"], warning=["vague x"], note=["ask x"], none=["A plan"])
    assert [run(plan, "--fail-on", fail_on)[0] for plan in plans] == statuses


def test_errors_fail_unless_said_otherwise(run: Run, tmp_path: Path) -> None:
    error, warning = line.write(tmp_path, error=["row x"], warning=["vague x"])
    assert (run(error)[0], run(warning)[0]) == (1, 0)


def test_what_cannot_be_read_is_one_line_each_and_the_rest_is_reported(run: Run, tmp_path: Path) -> None:
    line.write(tmp_path, good=["A plan", "row x"], damaged=["bad"])
    (tmp_path / "plan.pdf").write_text("")
    (tmp_path / "empty").mkdir()
    status, out, err = run("missing.md", "plan.pdf", "empty", "damaged.md", "good.md", "--quiet")
    assert status == 2
    assert err.splitlines() == [
        f"missing.md: {UNREADABLE}",
        "plan.pdf: is a .pdf file, which planlint does not read; save it as a Word document (.docx).",
        "empty: holds no plans; give a folder with a Word (.docx), Markdown (.md) or YAML (.yaml) file in it.",
        "damaged.md: line 1: is damaged; save it again.",
    ]
    assert out.startswith("good.md: 0 of 1 components addressed")


def test_a_bug_is_status_three_and_the_rest_is_reported(run: Run, tmp_path: Path) -> None:
    line.write(tmp_path, a=["broken"], b=["row x"])
    status, out, err = run("a.md", "b.md", "missing.md", "--quiet")
    assert status == 3
    assert "a.md: the check of actions/row broke (ValueError: odd)" in err
    assert out.startswith("b.md: ")


def test_json_is_one_document_with_failures_in_it(run: Run, tmp_path: Path) -> None:
    line.write(tmp_path, a=["row x"])
    status, out, err = run("a.md", "missing.md", "--format", "json", "--today", "2026-10-01", "--no-cache")
    told = json.loads(out)
    assert status == 2
    assert told["failures"] == [{"path": "missing.md", "error": f"missing.md: {UNREADABLE}"}]
    assert told["plans"][0]["findings"][0]["message"] == "'row x' is wrong on 2026-10-01."
    assert err == f"missing.md: {UNREADABLE}\n"


def test_a_folder_gives_the_same_bytes_whatever_the_number_of_processes(run: Run, tmp_path: Path) -> None:
    line.write(tmp_path, **{f"plan{n}": [f"Plan {n}", f"row {n}"] for n in range(20)})
    reports = {run(".", "--format", "json", "--jobs", jobs, "--today", "2026-10-01") for jobs in "012"}
    assert len(reports) == 1


def test_standard_input_needs_a_name(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"A plan\nrow x")))
    assert run("-")[2].startswith("planlint: '-' reads a plan from standard input; say what it is with --stdin-")
    status, out, _ = run("-", "--stdin-filename", "draft.md", "--quiet")
    assert (status, out.split(":")[0]) == (1, "draft.md")


def test_standard_input_with_a_wrong_ending_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("-", "--stdin-filename", "draft.txt")[::2] == (
        2,
        f"draft.txt: ends in .txt, which is not a kind of plan; give {KNOWN}.\n",
    )


def test_the_report_goes_to_a_file_whole(run: Run, tmp_path: Path) -> None:
    line.write(tmp_path, a=["row é"])
    (tmp_path / "out.txt").write_text("old")
    status, out, _ = run("a.md", "--output", "out.txt")
    assert (status, out) == (1, "")
    assert "error  'row é' is wrong" in (tmp_path / "out.txt").read_text("utf-8")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.md", "out.txt"]


def test_the_plan_is_never_written_over(run: Run, tmp_path: Path) -> None:
    line.write(tmp_path, a=["row x"])
    (tmp_path / "link.md").symlink_to("a.md")
    for output in ("a.md", "./a.md", "link.md"):
        assert run("a.md", "--output", output)[::2] == (
            2,
            f"{output}: is the plan itself; give another file in --output.\n",
        )
    assert (tmp_path / "a.md").read_text() == "row x"


@pytest.mark.parametrize(
    ("output", "told"),
    [
        (".", ".: is a folder; give the name of a file in --output."),
        ("no/out.txt", "no/out.txt: lies in a folder that is not there; make the folder first."),
        ("/dev/full", "/dev/full: cannot be written (no space left on device); choose another file."),
    ],
)
def test_a_file_that_cannot_be_written_is_told(run: Run, tmp_path: Path, output: str, told: str) -> None:
    line.write(tmp_path, a=["row x"])
    assert run("a.md", "--output", output)[::2] == (2, told + "\n")


def test_a_failed_write_leaves_the_old_file(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line.write(tmp_path, a=["row x"])
    (tmp_path / "out.txt").write_text("old")

    def refuse(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "replace", refuse)
    assert run("a.md", "--output", "out.txt")[0] == 2
    assert (tmp_path / "out.txt").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "out.txt"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--select", "action/*"], "--select: there is no rule 'action/*'; did you mean 'actions/*'."),
        (["--today", "1.9.2026"], "planlint: '1.9.2026' is not a day; write it as 2026-09-01; 'planlint"),
        (["--format", "word"], "planlint: Invalid value for '--format': 'word' is not one of 'text', 'html', "),
        (["--fale-on", "error"], "planlint: No such option '--fale-on'. Did you mean '--fail-on'"),
    ],
)
def test_a_mistyped_option_is_one_line_and_status_two(
    run: Run, tmp_path: Path, arguments: list[str], told: str
) -> None:
    line.write(tmp_path, a=["row x"])
    status, out, err = run("a.md", *arguments)
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert err.startswith(told)


def test_rules_are_selected_and_ignored(run: Run, tmp_path: Path) -> None:
    line.write(tmp_path, a=["row x", "vague y", "ask z"])
    out = run("a.md", "--format", "json", "--select", "actions/*", "--ignore", "actions/row,actions/ask")[1]
    assert [f["rule"] for f in json.loads(out)["plans"][0]["findings"]] == ["actions/vague"]


def test_colour_only_where_asked(run: Run, tmp_path: Path) -> None:
    line.write(tmp_path, a=["row x"])
    shown = {choice: "\x1b[" in run("a.md", "--color", choice)[1] for choice in ("auto", "always", "never")}
    assert shown == {"auto": False, "always": True, "never": False}


def test_a_file_name_cannot_command_the_terminal(run: Run, tmp_path: Path) -> None:
    status, _, err = run("no\x1b[2J\nfile.md")
    assert (status, err) == (2, f"no[2J file.md: {UNREADABLE}\n")
