"""A baseline lived with: plans are edited, and it is seen which findings survive."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from planlint import baseline
from planlint.baseline import Baseline
from planlint.errors import ConfigError
from planlint.files import find
from planlint.linter import lint
from planlint.report import Report
from planlint.settings import Settings

SETTINGS = Settings(datetime.date(2026, 10, 1), select=("actions/missing-lead", "plan/placeholder"))
ROWS, PLACE, CONNECT = "actions/missing-lead", "plan/placeholder", "helix/connect"
FIRST, SECOND = "| Buy readers | | May 2027 |\n", "| Train readers | RO | May 2027 |\n"
PLAN = """# Action plan 2026-27

## Reading

| Action | Lead | By when |
|---|---|---|
| Buy readers | | May 2027 |
| Train readers | RO | May 2027 |

The cost is TBC.
"""
Edit = Callable[[str], str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(PLAN)
    (tmp_path / "b.md").write_text(PLAN.replace("Buy readers", "Buy books"))
    return tmp_path


def run(folder: Path, *names: str, settings: Settings = SETTINGS) -> Report:
    return lint(find([str(folder / name) for name in names] or [str(folder)]), settings)


def adopt(folder: Path) -> Baseline:
    return baseline.renewed(run(folder), Baseline(folder / "base.json"))


def told(report: Report) -> tuple[list[str], list[tuple[str, int]]]:
    """The rules of new findings, and what is mended, how often."""
    return [f.rule for f in report.findings()], [(m.rule, m.count) for m in report.mended or ()]


def test_what_is_known_is_quiet(folder: Path) -> None:
    report = baseline.apply(run(folder), adopt(folder))
    assert told(report) == ([], [])
    kept = [f.suppressed for plan in report.plans for f in plan.findings]
    assert len(kept) == 4 and {s and s.by for s in kept} == {"baseline"}


@pytest.mark.parametrize(
    ("edit", "new", "mended"),
    [
        (lambda t: "Preface.\n\nMore of it.\n\n" + t, [], []),
        (lambda t: t.replace("## Reading", "## Reading and writing"), [], []),
        (lambda t: t.replace("| Buy readers | |", "|  Buy  readers. |   |"), [], []),
        (lambda t: t.replace(FIRST, "").replace(SECOND, SECOND + FIRST), [], []),
        (lambda t: t.replace("Train readers | RO", "Train readers | "), [ROWS], []),
        (lambda t: t + "\nThe cost is TBC.\n", [PLACE], []),
        (lambda t: t.replace("Buy readers | |", "Buy readers | RO |"), [], [(ROWS, 1)]),
        (
            lambda t: t.replace("readers | |", "readers | KL |").replace("Train readers | RO", "Train readers |"),
            [ROWS],
            [(ROWS, 1)],
        ),
        (lambda t: t.replace("Buy readers | | May 2027", "Buy readers | | June 2027"), [], []),
        (lambda t: t.replace("Buy readers | | May 2027", "Buy readers | TBC | TBC"), [ROWS, PLACE], [(ROWS, 1)]),
        (lambda t: t.replace("Buy readers | |", "Buy atlases | |"), [ROWS], [(ROWS, 1)]),
        (lambda t: t.replace("The cost is TBC.", "The price is TBC."), [PLACE], [(PLACE, 1)]),
        (lambda t: t.replace("The cost is TBC.", "It costs £300."), [], [(PLACE, 1)]),
    ],
)
def test_editing_a_plan(folder: Path, edit: Edit, new: list[str], mended: list[tuple[str, int]]) -> None:
    known = adopt(folder)
    (folder / "a.md").write_text(edit(PLAN))
    assert told(baseline.apply(run(folder), known)) == (new, mended)


def test_of_two_that_are_the_same_one_may_be_mended(folder: Path) -> None:
    (folder / "a.md").write_text(PLAN + "\nThe cost is TBC.\n")
    known = adopt(folder)
    assert told(baseline.apply(run(folder), known)) == ([], [])
    (folder / "a.md").write_text(PLAN)
    assert told(baseline.apply(run(folder), known)) == ([], [(PLACE, 1)])


def test_a_component_is_known_by_its_level_whatever_passage_is_quoted(folder: Path) -> None:
    settings = replace(SETTINGS, select=(CONNECT,))
    found = []
    for text in ("We want to break down silos.", "Networking is encouraged.", ""):
        (folder / "a.md").write_text(f"{PLAN}\n{text}\n")
        [finding] = run(folder, "a.md", settings=settings).findings()
        found.append((finding.severity, finding.fingerprint))
    assert [severity for severity, _ in found] == ["warning", "warning", "error"]
    assert found[0] == found[1] != found[2]


def test_a_plan_that_is_no_longer_there_is_mended_and_then_forgotten(folder: Path) -> None:
    known = adopt(folder)
    (folder / "b.md").unlink()
    report = baseline.apply(run(folder), known)
    assert [(m.path, m.rule, m.gone) for m in report.mended or ()] == [
        ("b.md", ROWS, True), ("b.md", PLACE, True),
    ]  # fmt: skip
    assert list(baseline.renewed(run(folder), known).plans) == ["a.md"]


def test_a_plan_that_is_renamed_is_known_by_what_it_says(folder: Path) -> None:
    known = adopt(folder)
    text = PLAN.replace("Buy readers", "Buy books").replace("RO |", "|")
    (folder / "b.md").unlink()
    (folder / "c.md").write_text(text)
    report = run(folder)
    assert baseline.renames(report, known) == {"c.md": "b.md"}
    assert told(baseline.apply(report, known)) == ([ROWS], [])
    assert list(baseline.renewed(report, known).plans) == ["a.md", "c.md"]
    part = baseline.renewed(run(folder, "c.md", settings=replace(SETTINGS, select=(PLACE,))), known)
    assert {entry.rule for entry in part.plans["c.md"].values()} == {ROWS, PLACE}


def test_another_plan_in_the_place_of_one_is_new(folder: Path) -> None:
    known = adopt(folder)
    (folder / "b.md").unlink()
    (folder / "c.md").write_text(PLAN.replace("Buy readers", "Paint walls").replace("Train readers | RO", "Sing | "))
    report = run(folder)
    assert baseline.renames(report, known) == {}
    assert told(baseline.apply(report, known)) == ([ROWS, ROWS, PLACE], [(ROWS, 1), (PLACE, 1)])


def test_a_copy_beside_the_plan_is_new(folder: Path) -> None:
    known = adopt(folder)
    (folder / "c.md").write_text((folder / "b.md").read_text())
    assert told(baseline.apply(run(folder), known)) == ([ROWS, PLACE], [])


def test_plans_and_rules_that_were_not_run_are_neither_mended_nor_forgotten(folder: Path) -> None:
    known = adopt(folder)
    some = replace(SETTINGS, select=(PLACE,))
    part = run(folder, "a.md", settings=some)
    assert told(baseline.apply(part, known)) == ([], [])
    assert baseline.render(baseline.renewed(part, known)) == baseline.render(known)


def test_mandatory_rules_are_never_known(folder: Path) -> None:
    mandatory = frozenset({ROWS})
    report = baseline.apply(run(folder), adopt(folder), mandatory)
    assert told(report)[0] == [ROWS, ROWS]
    kept = baseline.renewed(run(folder), Baseline(folder / "base.json"), mandatory)
    assert ROWS not in {k.rule for entries in kept.plans.values() for k in entries.values()}


def test_the_file_is_the_same_for_the_same_findings_and_is_read_back(folder: Path) -> None:
    known = adopt(folder)
    written = baseline.render(known)
    (folder / "base.json").write_text(written, encoding="utf-8")
    again = baseline.load(folder / "base.json")
    assert (baseline.render(again), again.plans) == (written, known.plans)
    first = json.loads(written)["plans"]["a.md"][0]
    assert sorted(first) == ["about", "count", "fingerprint", "rule"]
    assert first["about"] == "Buy readers | May 2027"


def test_plans_are_named_from_the_baselines_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = adopt(folder)
    (folder / "sub").mkdir()
    monkeypatch.chdir(folder / "sub")
    assert told(baseline.apply(lint(find(["../a.md"]), SETTINGS), known)) == ([], [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "there is no such baseline; check the name, or make it with --update-baseline."),
        ("[]",
         "is no baseline that this planlint knows; mend it, or take it away and write it anew with --update-baseline."),
        ('{"baseline_version": "1"}',
         "is not whole; mend it, or take it away and write it anew with --update-baseline."),
        ('{"baseline_version": "1", "plans": {"a": [{"rule": "x", "fingerprint": "y", "about": "", "count": 0}]}}',
         "is not whole; mend it, or take it away and write it anew with --update-baseline."),
        ("{", "cannot be read as a baseline (Expecting"),
    ],
)  # fmt: skip
def test_what_is_no_baseline_is_told(tmp_path: Path, text: str | None, told: str) -> None:
    file = tmp_path / "base.json"
    if text is not None:
        file.write_text(text)
    with pytest.raises(ConfigError) as error:
        baseline.load(file)
    assert str(error.value).startswith(f"{file}: {told}")
