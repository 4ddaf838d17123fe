"""The filled-in workbook of a batch: what is read from it, and how far people and planlint agree."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from batching import batch, use, write
from planlint.batch.moderation import ALL, Rating, against, agreement, agreements, read
from planlint.cli import main
from planlint.errors import ReadError
from planlint.reporters.tables import MODERATORS

A, B = MODERATORS


@pytest.fixture
def book(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The workbook of a batch of three plans, in each of which the component is absent."""
    use(monkeypatch)
    plans = write(tmp_path / "plans", a="Plan A", b="Plan B", c="Plan C")
    batch(plans, tmp_path / "out", sample=3)
    return tmp_path / "out" / "summary.xlsx"


def fill(path: Path, *rows: Sequence[object]) -> str:
    book = openpyxl.load_workbook(path)
    for row, levels in zip(book["Sampling"].iter_rows(min_row=2), rows, strict=False):
        for cell, level in zip(row[3:5], levels, strict=True):
            cell.value = level
    filled = path.with_name("filled.xlsx")
    book.save(filled)
    return str(filled)


def test_levels_are_read_as_words_or_numbers_and_blanks_are_left_out(book: Path) -> None:
    ratings = read(fill(book, ("Absent ", 1), (2.0, None), ("", "0")))
    assert ratings == [
        Rating("a.md", "Connect", {"planlint": "absent", A: "absent", B: "mentioned"}),
        Rating("b.md", "Connect", {"planlint": "absent", A: "addressed"}),
        Rating("c.md", "Connect", {"planlint": "absent", B: "absent"}),
    ]
    assert against(ratings) == [("b.md", "Connect", "addressed", "absent")]


def test_agreement_is_told_by_component_and_for_all(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["moderate", fill(book, ("absent", "absent"), ("mentioned", "absent"), ("absent", "absent"))]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[2].split() == ["Connect", "3", "67%", "0.00", "3", "100%", "-", "3", "67%", "0.00"]
    assert told[3].startswith(ALL)
    assert told[5] == "Weighted kappa, all components: planlint and A 0.00; planlint and B -; A and B 0.00."
    assert "Where the moderators say otherwise" not in "\n".join(told)


def test_kappa_is_that_of_cohen() -> None:
    levels = ("absent", "mentioned", "addressed")
    table = ((20, 5, 0), (10, 15, 5), (0, 5, 40))  # rows: one of them; columns: the other
    both = [(levels[i], levels[j]) for i in range(3) for j in range(3) for _ in range(table[i][j])]
    told = agreement(both)
    assert (told.count, told.same) == (100, 75)
    seen, chance = 0.75, (25 * 30 + 30 * 25 + 45 * 45) / 100**2
    assert told.kappa == pytest.approx((seen - chance) / (1 - chance))
    apart, by_chance = (
        25 / 2 / 100,
        (25 * 25 / 2 + 25 * 45 + 30 * 30 / 2 + 30 * 45 / 2 + 45 * 30 + 45 * 25 / 2) / 100**2,
    )
    assert told.weighted == pytest.approx(1 - apart / by_chance)
    assert agreement([("absent", "absent")] * 3).kappa is None


def test_pairs_who_have_nothing_in_common_are_left_out() -> None:
    ratings = [Rating("a", "Connect", {"planlint": "absent", A: "absent"}), Rating("b", "Connect", {B: "absent"})]
    assert list(agreements(ratings)["Connect"]) == [("planlint", A)]


def test_what_is_wrong_with_a_workbook_is_said(book: Path, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"sheet 'Sampling', row 3, Moderator B: 'fine' is not a level"):
        read(fill(book, ("absent", "absent"), ("absent", "fine")))
    with pytest.raises(ReadError, match="no level that a moderator has filled in"):
        read(str(book))
    with pytest.raises(ReadError, match="cannot be opened"):
        read(str(tmp_path / "none.xlsx"))
    (tmp_path / "text.xlsx").write_text("no workbook")
    with pytest.raises(ReadError, match="is not an Excel workbook"):
        read(str(tmp_path / "text.xlsx"))
    openpyxl.Workbook().save(tmp_path / "other.xlsx")
    with pytest.raises(ReadError, match="has no sheet 'Sampling'"):
        read(str(tmp_path / "other.xlsx"))
