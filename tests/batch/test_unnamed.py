"""`planlint check --blind`: no name in any format, the same label for the same name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from batch.test_blinding import FIRST, NAMES
from planlint.cli import main
from planlint.cli.check import FORMATS

SECOND = """\
# Maltby Infants plan 2026-27

| Action | Lead | By when | Success criteria |
|---|---|---|---|
| Visit WHARFSIDE PRIMARY SCHOOL | Mr Z. Wexley | TBC Wharfside | Two visits a term |
| Read aloud daily | Mr Z. Wexley | 4 May 2027 | Every class |
"""


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Tansley"
    folder.mkdir()
    (folder / "Wharfside Primary.md").write_text(FIRST, encoding="utf-8")
    (folder / "maltby.md").write_text(SECOND, encoding="utf-8")
    (folder / "Maltby broken.docx").write_bytes(b"no zip")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.mark.parametrize("form", FORMATS)
def test_no_name_is_left_in_any_format(form: str, plans: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--blind", "--no-cache", "--format", form, "--today", "2026-10-01", str(plans)]) == 2
    said = "".join(capsys.readouterr())
    assert [name for name in NAMES if name in said.casefold()] == []
    assert "plan-0001.md" in said and "plan-0003.docx" in said


def test_a_school_that_two_plans_name_has_one_label(plans: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--blind", "--no-cache", "--format", "json", "--today", "2026-10-01", str(plans)])
    one, other = json.loads(capsys.readouterr().out)["plans"]
    assert one["title"] == "School 1 improvement plan 2026-27"
    (row,) = {f["context"] for f in other["findings"] if f["rule"] == "plan/placeholder"}
    assert row == "Visit School 1 | Person 1 | TBC School 1 | Two visits a term"


def test_what_a_baseline_knows_is_masked_too(plans: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = str(plans.parent / "known.json")
    main(["check", "--no-cache", "--baseline", known, "--update-baseline", str(plans / "maltby.md")])
    (plans / "maltby.md").write_text(SECOND.replace("TBC Wharfside", "11 May 2027"), encoding="utf-8")
    capsys.readouterr()
    main(["check", "--no-cache", "--blind", "--baseline", known, str(plans / "maltby.md")])
    said = capsys.readouterr().out
    assert "“Visit School 2 | Person 1 | TBC School 2 | Two visits a" in " ".join(said.split())
    assert [name for name in NAMES if name in said.casefold()] == []
