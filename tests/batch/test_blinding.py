"""A batch without names: none of them in anything that is written, and the same label for the same name."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest
from lxml import html as markup

from planlint.batch.blinding import Key, Mask
from planlint.cli import main
from planlint.naming import Names

FIRST = """\
# Wharfside Primary School improvement plan 2026-27

Wharfside is one of four schools of the Tansley Learning Trust. Write to office@wharfside.example.

| Action | Lead | By when |
|---|---|---|
| Wharfside's teachers read aloud | Zephan Wexley | Ongoing |
| Ask Mrs Tindall what she needs | ZW | TBC |

Joan Ottery, our head of reading, visits Maltby Infants. Zephan reports to the board.
"""
SECOND = """\
# Maltby Infants plan 2026-27

| Action | Lead | By when |
|---|---|---|
| Visit WHARFSIDE PRIMARY SCHOOL | Mr Z. Wexley | Ongoing |
"""
NAMES = ("wharfside", "tansley", "maltby", "wexley", "zephan", "tindall", "ottery", "zw")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plans = tmp_path_factory.mktemp("Tansley") / "Wharfside"
    plans.mkdir()
    (plans / "Wharfside Primary.md").write_text(FIRST, encoding="utf-8")
    (plans / "maltby.md").write_text(SECOND, encoding="utf-8")
    (plans / "Tansley scan.pdf").write_bytes(b"%PDF")
    (plans / "Maltby broken.docx").write_bytes(b"no zip")
    (plans / "wexley.md").write_text("Zephan Wexley", encoding="utf-8")
    (plans / ".planlint.yaml").write_text("exclude: [wexley.md]\n", encoding="utf-8")
    target = tmp_path_factory.mktemp("out") / "blind"
    command = ["batch", str(plans), "--output", str(target), "--jobs", "1", "--blind", "--no-cache"]
    assert main([*command, "--today", "2026-10-01"]) == 2
    return target


def texts(folder: Path) -> dict[str, str]:
    """What every file says, by name; a workbook's parts are files of their own."""
    found = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        found[path.name] = "" if path.suffix == ".xlsx" else path.read_text(encoding="utf-8")
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as book:
                found |= {part: book.read(part).decode("utf-8") for part in book.namelist()}
    return found


def test_no_name_is_left_in_anything_that_is_written(output: Path) -> None:
    said = texts(output)
    assert {"0003.html", "0004.html", "report.json", "findings.csv", "xl/worksheets/sheet2.xml"} <= set(said)
    leaks = [(file, name) for file, text in said.items() for name in NAMES if name in text.casefold()]
    assert leaks == []


def test_a_name_has_the_same_label_everywhere(output: Path) -> None:
    sheet = openpyxl.load_workbook(output / "summary.xlsx")["Plans"]
    titles = [str(row[2].value) for row in sheet.iter_rows(min_row=2)]
    assert titles == ["School 1 improvement plan 2026-27", "School 2 plan 2026-27"]
    page, other = (leads((output / "pages" / f"000{n}.html").read_text(encoding="utf-8")) for n in (3, 4))
    assert page == ["Person 1"] and other == ["Person 1"]


def leads(page: str) -> list[str]:
    """Who leads anything, by the page's chart."""
    chart = markup.document_fromstring(page).xpath("//table[caption='Load by lead']/tbody/tr/th")
    return [cell.text_content() for cell in chart]


def test_what_was_not_read_is_told_without_names(output: Path) -> None:
    sheet = openpyxl.load_workbook(output / "summary.xlsx")["Not read"]
    told = {str(row[1].value): str(row[3].value) for row in sheet.iter_rows(min_row=2)}
    assert len(told) == 3
    assert all(why.startswith(f"{label}: ") for label, why in told.items())
    assert "excluded by .planlint.yaml, line 1." in " ".join(told.values())


def test_people_with_one_surname_and_initial_are_one_and_initials_hold_for_a_plan() -> None:
    key = Key()
    masks = key.add(
        [
            (1, Names((), (("Zephan Wexley", "zephan wexley"),), (("ZW", "zephan wexley"),))),
            (2, Names((), (("Mr Z. Wexley", "z wexley"), ("Z. Wexley", "z wexley")), (("JO", "JO"),))),
            (3, Names((), (("Anna Wexley", "anna wexley"),), (("JO", "JO"),))),
        ]
    )
    assert masks[1].labels["Zephan Wexley"] == masks[1].labels["ZW"] == masks[2].labels["Mr Z. Wexley"]
    assert masks[3].labels["Anna Wexley"] != masks[1].labels["Zephan Wexley"]
    assert masks[2].labels["JO"] != masks[3].labels["JO"]


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Ask Carew’s head; CAREW SCHOOL’s office", "Ask School 1’s head; School 1’s office"),
        ("carew school; Carewood", "School 1; Carewood"),
        ("See plans/Carew.md or www.carew.example, it says", "See plan-0001.md or (address) it says"),
    ],
)
def test_names_are_found_in_any_case_in_paths_and_addresses(text: str, masked: str) -> None:
    mask = Mask(
        {"Carew School": "School 1", "CAREW": "School 1"}, frozenset({"CAREW"}), {"plans/Carew.md": "plan-0001.md"}
    )
    assert mask.ready(text).text(text) == masked


def test_a_part_of_a_name_that_is_an_ordinary_word_is_let_be() -> None:
    mask = Mask({"Bridge": "School 1", "Bridge Academy": "School 1"}, frozenset({"Bridge"}))
    text = "Bridge Academy and the bridge: Bridge it."
    assert mask.ready(text).text(text) == "School 1 and the bridge: Bridge it."
