"""Tables as an Excel workbook, written row by row; the same tables give the same bytes."""

from __future__ import annotations

import datetime
import io
import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from planlint.report import DECLARED, LEVELS
from planlint.reporters.csv import begins_formula
from planlint.reporters.tables import Cell, Sheet

ROWS = 1_048_000  # a sheet of Excel holds 1,048,576
_LONGEST = 32_000  # characters; a cell of Excel holds 32,767
_EPOCH = datetime.datetime(2000, 1, 1)  # workbook dates are fixed: the same run gives the same bytes
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_CHANGED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
COLOURS = {"absent": ("F4CCCC", "7A1F1F"), "mentioned": ("FFE8A3", "5C4400"), "addressed": ("B7E1CD", "0B4D2C"),
           DECLARED: ("D0DDF5", "1F3864")}  # fmt: skip
_HEAD = PatternFill("solid", start_color="FF1F3864")
_TO_FILL = PatternFill("solid", start_color="FFFFF9DB")
_THIN = Border(*(Side("thin", color="FFBFBFBF"),) * 4)
_NARROW, _WIDE = 10, 30
_LINE, _MOST = 15.0, 8  # points of a line; lines of a cell
_A4 = 9


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet looks.

    widths:  of columns by heading, in characters; others are narrow.
    levels:  columns that hold levels: the first, from 0, and the one behind the last.
    shares:  headings of columns that hold shares from 0 to 1.
    to_fill: headings of columns that a person fills in; chosen: those of them that take one of the levels.
    frozen:  how many columns stay in view.
    """

    widths: Mapping[str, int] = field(default_factory=dict)
    levels: tuple[int, int] = (0, 0)
    shares: tuple[str, ...] = ()
    to_fill: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    frozen: int = 0


def write(path: Path, sheets: Sequence[tuple[Sheet, Layout]], notes: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Writes the workbook, the notes on its first sheet.

    Gives, by sheet, how many rows found no room in it; the CSV has them all.
    """
    book = Workbook(write_only=True)
    book.properties.creator = "planlint"
    book.properties.created = book.properties.modified = _EPOCH
    _add_notes(book, notes)
    left = {sheet.name: _add(book, sheet, layout) for sheet, layout in sheets}
    draft = path.with_name(f".{path.name}.draft")
    try:
        book.save(draft)
        fixed = path.with_name(f".{path.name}.fixed")
        _fix_dates(draft, fixed)
        fixed.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return {name: count for name, count in left.items() if count}


def _add_notes(book: Workbook, notes: Sequence[tuple[str, str]]) -> None:
    page = book.create_sheet("About")
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 18, 100
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToHeight, page.page_setup.paperSize = 0, _A4
    for number, (name, text) in enumerate(notes, 1):
        page.row_dimensions[number].height = _height([(text, 100)])
        head, body = _text(page, name), _text(page, text)
        head.font, body.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        head.alignment = Alignment(vertical="top")
        page.append([head, body])


def _add(book: Workbook, sheet: Sheet, layout: Layout) -> int:
    page = book.create_sheet(sheet.name)
    for number, heading in enumerate(sheet.columns):
        level = layout.levels[0] <= number < layout.levels[1]
        width = 12 if level else layout.widths.get(heading, _NARROW)
        page.column_dimensions[get_column_letter(number + 1)].width = width
    page.freeze_panes = page_cell(layout.frozen, 2)
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.row_dimensions[1].height = 2.2 * _LINE
    page.append([_heading(page, text) for text in sheet.columns])
    paint = _Painter(page, sheet.columns, layout)
    count = left = 0
    for row in sheet.rows:
        if count >= ROWS:
            left += 1
            continue
        page.row_dimensions[count + 2].height = paint.height(row)
        page.append(list(paint.cells(row)))
        del page.row_dimensions[count + 2]
        count += 1
    page.auto_filter.ref = f"A1:{page_cell(len(sheet.columns) - 1, count + 1)}"
    _add_choices(page, sheet.columns, layout, count)
    page.page_setup.orientation, page.page_setup.fitToHeight, page.page_setup.paperSize = "landscape", 0, _A4
    page.print_title_rows = "1:1"
    return left


def _height(texts: Iterable[tuple[Cell, int]]) -> float:
    """For these texts in columns so many characters wide."""
    return _LINE * max((min(_MOST, -(-len(str(text)) * 11 // (width * 10))) for text, width in texts), default=1)


def page_cell(column: int, row: int) -> str:
    """The name of a cell: column from 0, row from 1."""
    return f"{get_column_letter(column + 1)}{row}"


def _heading(page: Any, text: str) -> Any:
    cell = _text(page, text)
    cell.font, cell.fill = Font(bold=True, color="FFFFFFFF"), _HEAD
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _text(page: Any, text: str) -> Any:
    """A cell that is text whatever it begins with, and stays text when somebody edits it."""
    cell = WriteOnlyCell(page)
    cell.value = _ILLEGAL.sub("", text)[:_LONGEST]
    cell.data_type = "s"
    if begins_formula(text):
        cell.quotePrefix = True
    return cell


class _Painter:
    """Cells of a sheet's rows. Styles are made once: openpyxl looks up each by its value."""

    def __init__(self, page: Any, columns: Sequence[str], layout: Layout) -> None:
        self._page, self._layout = page, layout
        self._shares = {n for n, name in enumerate(columns) if name in layout.shares}
        self._fill = {n for n, name in enumerate(columns) if name in layout.to_fill}
        self._wide = {n: width for n, name in enumerate(columns) if (width := layout.widths.get(name, 0)) >= _WIDE}
        self._wrapped = Alignment(wrap_text=True, vertical="top")
        self._styles = {
            level: (PatternFill("solid", start_color=f"FF{back}"), Font(color=f"FF{ink}"))
            for level, (back, ink) in COLOURS.items()
        }

    def height(self, row: Sequence[Cell]) -> float:
        """How high the row has to be, in points: spreadsheets do not all work that out by themselves."""
        return _height([(value, self._wide[n]) for n, value in enumerate(row) if n in self._wide and value])

    def cells(self, row: Sequence[Cell]) -> Iterator[Any]:
        """The cells of one row."""
        for number, value in enumerate(row):
            if self._layout.levels[0] <= number < self._layout.levels[1] and value in self._styles:
                yield self._level(str(value))
            elif number in self._fill:
                cell = _text(self._page, str(value or ""))
                cell.fill, cell.border = _TO_FILL, _THIN
                yield cell
            elif number in self._shares and value is not None:
                cell = WriteOnlyCell(self._page, value)
                cell.number_format = "0%"
                yield cell
            elif isinstance(value, str):
                yield self._words(number, value)
            else:
                yield value

    def _level(self, level: str) -> Any:
        cell = _text(self._page, level)
        cell.fill, cell.font = self._styles[level]
        return cell

    def _words(self, number: int, text: str) -> Any:
        if not text:
            return None
        cell = _text(self._page, text)
        if number in self._wide:
            cell.alignment = self._wrapped
        return cell


def _add_choices(page: Any, columns: Sequence[str], layout: Layout, count: int) -> None:
    for number, name in enumerate(columns):
        if name in layout.chosen and count:
            rule = DataValidation(type="list", formula1='"' + ",".join(LEVELS) + '"', allow_blank=True)
            rule.error, rule.errorTitle = f"Write one of: {', '.join(LEVELS)}.", "Not a level"
            rule.add(f"{page_cell(number, 2)}:{page_cell(number, count + 1)}")
            page.data_validations.append(rule)


def _fix_dates(draft: Path, fixed: Path) -> None:
    """The same workbook without a trace of when it was written."""
    with zipfile.ZipFile(draft) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            with old.open(name) as part, new.open(entry, "w", force_zip64=True) as target:
                source: Any = part
                if name == "docProps/core.xml":
                    stamp = _EPOCH.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
                    source = io.BytesIO(_CHANGED.sub(rb"\g<1>" + stamp, part.read()))
                shutil.copyfileobj(source, target)
