"""A batch over stand-in plans: what is written, whatever hangs, breaks or is interrupted."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from batching import SETTINGS, Watch, batch, files, table, use, write
from planlint import readers
from planlint.batch.entries import Item, sample
from planlint.batch.folder import File
from planlint.errors import ConfigError, ReadError
from planlint.files import find
from planlint.linter import lint
from planlint.plan import Block, Location, Plan, Section, Unread
from planlint.reporters.json import render
from planlint.reporters.legibility import legibility

NAMES = ["across.csv", "commonest.csv", "components.csv", "findings.csv", "index.html", "not-read.csv", "report.json",
         "sampling.csv", "summary.csv", "summary.xlsx"]  # fmt: skip


@pytest.fixture(autouse=True)
def stand_ins(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch)


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    return write(tmp_path / "plans", a="Plan A/row one/row two", b="Plan B/vague two", c="Plan C/ask three", d="Plan D")


def test_the_same_bytes_whatever_the_number_of_processes_and_what_the_cache_holds(plans: Path, tmp_path: Path) -> None:
    first = batch(plans, tmp_path / "one", tmp_path / "cache", jobs=1)
    batch(plans, tmp_path / "three", jobs=3)
    batch(plans, tmp_path / "cached", tmp_path / "cache", jobs=2)
    written = files(tmp_path / "one")
    assert sorted(written) == sorted([*NAMES, *(f"pages/000{n}.html" for n in range(1, 5))])
    assert files(tmp_path / "three") == written
    assert files(tmp_path / "cached") == written
    assert [(i.label, i.title, i.fails, i.fate) for i in first.items] == [
        ("a.md", "Plan A", True, ""), ("b.md", "Plan B", False, ""), ("c.md", "Plan C", False, ""),
        ("d.md", "Plan D", False, ""),
    ]  # fmt: skip


def test_a_second_run_reads_nothing_again(plans: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    batch(plans, tmp_path / "one", tmp_path / "cache")
    write(plans, b="Plan B/ask more")
    read, again = readers.read, []

    def note(path: str, data: bytes, vocabulary: object) -> Plan:
        (tmp_path / "again").open("a").write(f"{path}\n")
        return read(path, data, vocabulary)  # type: ignore[arg-type]

    monkeypatch.setattr(readers, "read", note)
    batch(plans, tmp_path / "two", tmp_path / "cache")
    again = (tmp_path / "again").read_text().split()
    assert again == [str(plans / "b.md")]
    assert table(tmp_path / "two", "findings")[3][4] == "'ask more' is wrong on 2026-10-01."


def test_the_json_report_is_that_of_a_check(plans: Path, tmp_path: Path) -> None:
    write(plans, e="bad")
    batch(plans, tmp_path / "out")
    report = lint(list(find([str(plans)])), SETTINGS)
    assert (tmp_path / "out" / "report.json").read_bytes() == render(replace(report, across=()))


def test_every_file_is_accounted_for(plans: Path, tmp_path: Path) -> None:
    write(plans, e="bad", f="crash", g="hang", h="die", i="broken", j="Plan J")
    (plans / "notes.pdf").write_bytes(b"%PDF")
    (plans / "~$a.md").write_text("lock")
    (plans / ".hidden.md").write_text("hidden")
    (plans / "skipped.md").write_text("Plan S")
    (plans / ".planlint.yaml").write_text("exclude: [skipped.md]\n")
    done = batch(plans, tmp_path / "out", jobs=2, seconds=4)
    told = {row[1]: (row[2], row[3]) for row in table(tmp_path / "out", "not-read")[1:]}
    at = str(plans)
    assert {name: fate for name, (fate, _) in told.items()} == {
        "e.md": "could not be read", "f.md": "planlint broke", "g.md": "took too long", "h.md": "planlint broke",
        "i.md": "planlint broke", "notes.pdf": "passed over", "skipped.md": "passed over",
    }  # fmt: skip
    assert told["e.md"][1] == f"{at}/e.md: line 1: is damaged; save it again."
    assert told["g.md"][1] == (
        f"{at}/g.md: was given up after 4 seconds; look at the file, or give it longer with --timeout."
    )
    assert told["skipped.md"][1].startswith(f"{at}/skipped.md: excluded by ")
    assert told["skipped.md"][1].endswith("plans/.planlint.yaml, line 1.")
    assert [row[1] for row in table(tmp_path / "out", "summary")[1:]] == ["a.md", "b.md", "c.md", "d.md", "j.md"]
    assert [i.number for i in done.items] == list(range(1, 13))
    failures = json.loads((tmp_path / "out" / "report.json").read_bytes())["failures"]
    assert [Path(f["path"]).name for f in failures] == ["e.md", "f.md", "g.md", "h.md", "i.md"]
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert all(name in page for name in told)


def test_an_interrupted_run_leaves_what_is_finished_and_the_next_goes_on(plans: Path, tmp_path: Path) -> None:
    for after, stage in ((2, "Reading"), (6, "Writing")):
        watch = Watch(after)
        done = batch(plans, tmp_path / stage, tmp_path / "cache", watch)
        assert done.stopped
        assert watch.stages[-1][0] == "Writing"
        fates = [row[2] for row in table(tmp_path / stage, "not-read")[1:]]
        assert fates == ["not reached"] * (4 - len(done.read)) and fates
        assert len(table(tmp_path / stage, "summary")) == 1 + len(done.read)
        assert len(list((tmp_path / stage / "pages").iterdir())) == len(done.read)
        assert "Stopped" in (tmp_path / stage / "index.html").read_text(encoding="utf-8")
    again = batch(plans, tmp_path / "Reading", tmp_path / "cache")
    batch(plans, tmp_path / "fresh")
    assert not again.stopped
    assert files(tmp_path / "Reading") == files(tmp_path / "fresh")


def test_pages_of_plans_that_are_gone_go_too_and_nothing_else(plans: Path, tmp_path: Path) -> None:
    batch(plans, tmp_path / "out")
    (tmp_path / "out" / "pages" / "mine.html").write_text("mine")
    (plans / "d.md").unlink()
    batch(plans, tmp_path / "out")
    found = sorted(p.name for p in (tmp_path / "out" / "pages").iterdir())
    assert found == ["0001.html", "0002.html", "0003.html", "mine.html"]


def test_text_that_begins_like_a_formula_stays_text(tmp_path: Path) -> None:
    plans = write(tmp_path / "plans")
    titles = ["=1+1", "+1", "-1", "@SUM(A1)", " =2", "plain"]
    for number, title in enumerate(titles):
        (plans / f"={number}.md").write_text(f"{title}\nrow x", encoding="utf-8")
    batch(plans, tmp_path / "out")
    told = [row[2] for row in table(tmp_path / "out", "summary")[1:]]
    assert told == ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'=2", "plain"]
    sheet = openpyxl.load_workbook(tmp_path / "out" / "summary.xlsx")["Plans"]
    cells = [(row[2].value, row[2].data_type, bool(row[2].quotePrefix)) for row in sheet.iter_rows(min_row=2)]
    assert cells == [(title.strip(), "s", title != "plain") for title in titles]
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == [f"={n}.md" for n in range(6)]
    raw = (tmp_path / "out" / "summary.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and b'"\'=0.md"' in raw


def test_the_workbook_has_its_sheets_levels_in_colour_and_room_to_fill(plans: Path, tmp_path: Path) -> None:
    batch(plans, tmp_path / "out", sample=2, seed=7)
    book = openpyxl.load_workbook(tmp_path / "out" / "summary.xlsx")
    assert book.sheetnames == ["About", "Plans", "Findings", "Components", "Commonest findings", "Across plans",
                               "Not read", "Sampling"]  # fmt: skip
    level = book["Plans"]["H2"]
    assert (book["Plans"]["H1"].value, level.value, level.fill.start_color.rgb) == ("Connect", "absent", "FFF4CCCC")
    assert [cell.value for cell in book["Components"][2]] == ["Connect", "Build capacity", 4, 0, 0, 1, 0, 0]
    common = [[cell.value for cell in row] for row in book["Commonest findings"].iter_rows(min_row=2)]
    says = "'…' is wrong."
    assert common == [["actions/row", says, "error", 1, 0.25, 2], ["actions/ask", says, "note", 1, 0.25, 1],
                      ["actions/vague", says, "warning", 1, 0.25, 1]]  # fmt: skip
    drawn = [[cell.value for cell in row] for row in book["Sampling"].iter_rows(min_row=2)]
    assert [(row[2], row[3], row[4], row[7]) for row in drawn] == [("Connect", None, None, 7)] * 2
    choices = book["Sampling"].data_validations.dataValidation
    assert [(c.formula1, str(c.sqref)) for c in choices] == [
        ('"absent,mentioned,addressed"', "D2:D3"), ('"absent,mentioned,addressed"', "E2:E3"),
    ]  # fmt: skip
    assert book.properties.modified == book.properties.created


def test_plans_are_drawn_by_seed_and_not_by_what_else_is_there() -> None:
    items = [Item(n, File(f"{n}.md", f"{n}.md"), f"{n}.md", digest=f"{n:x}") for n in range(1, 41)]
    first = [item.number for item in sample(items, 5, 1)]
    assert first == sorted(first) and len(first) == 5
    assert [item.number for item in sample(reversed(items), 5, 1)] == first
    assert [item.number for item in sample(items, 5, 2)] != first
    kept = [item for item in items if item.number not in first[:1]]
    assert set(first[1:]) <= {item.number for item in sample(kept, 5, 1)}
    assert sample(items[:3], 5, 1) == items[:3]


def test_folders_that_cannot_be_read_or_written_are_told(plans: Path, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="is not a folder"):
        batch(plans / "a.md", tmp_path / "out")
    with pytest.raises(ConfigError, match="cannot be written"):
        batch(plans, plans / "a.md")
    empty = batch(write(tmp_path / "empty"), tmp_path / "out")
    assert (empty.items, empty.stopped) == ((), False)
    assert sorted(files(tmp_path / "out")) == NAMES


def test_how_well_a_plan_was_read() -> None:
    here = Location("p.md")
    text = Section(None, 0, (Block("word " * 200, here),))
    picture = Unread("a picture", here)
    assert legibility(Plan("p.md", "markdown", sections=(text,))) == ("well", ())
    assert legibility(Plan("p.md", "markdown")) == ("poorly", ("no words",))
    told = legibility(Plan("p.md", "markdown", kind="action-plan", sections=(text,), unread=(picture,)))
    assert told == ("poorly", ("no actions found", "1 thing not read: a picture"))
    assert legibility(Plan("p.md", "markdown", sections=(text,), unread=(picture,))) == (
        "partly", ("1 thing not read: a picture",),
    )  # fmt: skip
