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
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from planlint.report import LEVELS
from planlint.reporters.tables import Cell, Sheet
from planlint.reporters.workbook_cells import COLOURS, HEAD, PLAIN, SHARE, TERM, TO_FILL, WRAPPED, Paint

ROWS = 1_048_000  # a sheet of Excel holds 1,048,576
_EPOCH = datetime.datetime(2000, 1, 1)  # workbook dates are fixed: the same run gives the same bytes
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_CHANGED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
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
    paint = Paint(book)
    _add_notes(book, paint, notes)
    left = {sheet.name: _add(book, paint, sheet, layout) for sheet, layout in sheets}
    draft = path.with_name(f".{path.name}.draft")
    try:
        book.save(draft)
        fixed = path.with_name(f".{path.name}.fixed")
        _fix_dates(draft, fixed)
        fixed.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return {name: count for name, count in left.items() if count}


def _add_notes(book: Workbook, paint: Paint, notes: Sequence[tuple[str, str]]) -> None:
    page = book.create_sheet("About")
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 18, 100
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_setup.fitToHeight, page.page_setup.paperSize = 0, _A4
    for number, (name, text) in enumerate(notes, 1):
        page.row_dimensions[number].height = _height([(text, 100)])
        page.append([paint.cell(page, name, TERM), paint.cell(page, text, WRAPPED)])


def _add(book: Workbook, paint: Paint, sheet: Sheet, layout: Layout) -> int:
    page = book.create_sheet(sheet.name)
    lines = 1
    for number, heading in enumerate(sheet.columns):
        level = layout.levels[0] <= number < layout.levels[1]
        width = 13 if level else layout.widths.get(heading, _NARROW)
        page.column_dimensions[get_column_letter(number + 1)].width = width
        lines = max(lines, min(3, len(heading.split())) if len(heading) > width else 1)
    page.freeze_panes = page_cell(layout.frozen, 2)
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.row_dimensions[1].height = lines * _LINE
    page.append([paint.cell(page, text, HEAD) for text in sheet.columns])
    painted = _Row(paint, page, sheet.columns, layout)
    count = left = 0
    for row in sheet.rows:
        if count >= ROWS:
            left += 1
            continue
        page.row_dimensions[count + 2].height = painted.height(row)
        page.append(list(painted.cells(row)))
        del page.row_dimensions[count + 2]
        count += 1
    page.auto_filter.ref = f"A1:{page_cell(len(sheet.columns) - 1, count + 1)}"
    _add_choices(page, sheet.columns, layout, count)
    page.page_setup.orientation, page.page_setup.fitToHeight, page.page_setup.paperSize = "landscape", 0, _A4
    page.print_title_rows = "1:1"
    return left


def _height(texts: Iterable[tuple[Cell, int]]) -> float:
    """For these texts in columns so many characters wide."""
    return _LINE * max((min(_MOST, -(-len(str(text)) // width)) for text, width in texts), default=1)


def page_cell(column: int, row: int) -> str:
    """The name of a cell: column from 0, row from 1."""
    return f"{get_column_letter(column + 1)}{row}"


class _Row:
    """How the cells of a sheet's rows are painted."""

    def __init__(self, paint: Paint, page: Any, columns: Sequence[str], layout: Layout) -> None:
        self._paint, self._page, self._levels = paint, page, layout.levels
        self._wide = {n: width for n, name in enumerate(columns) if (width := layout.widths.get(name, 0)) >= _WIDE}
        self._kinds = dict.fromkeys(self._wide, WRAPPED)
        self._kinds |= {n: SHARE for n, name in enumerate(columns) if name in layout.shares}
        self._kinds |= {n: TO_FILL for n, name in enumerate(columns) if name in layout.to_fill}

    def height(self, row: Sequence[Cell]) -> float:
        """How high the row has to be, in points: spreadsheets do not all work that out by themselves."""
        return _height([(value, self._wide[n]) for n, value in enumerate(row) if n in self._wide and value])

    def cells(self, row: Sequence[Cell]) -> Iterator[Any]:
        """The cells of one row."""
        for number, value in enumerate(row):
            kind = self._kinds.get(number, PLAIN)
            if self._levels[0] <= number < self._levels[1] and value in COLOURS:
                kind = str(value)
            empty = value is None or value == ""
            yield None if empty and kind != TO_FILL else self._paint.cell(self._page, None if empty else value, kind)


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
