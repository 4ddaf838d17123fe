"""Tables as CSV for spreadsheets: UTF-8 with the mark by which Excel knows it, every cell in quotation marks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from planlint.reporters.tables import Cell, Sheet

MARK = b"\xef\xbb\xbf"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def stream(sheet: Sheet) -> Iterator[bytes]:
    """The table, heading first, in pieces."""
    yield MARK + _line(sheet.columns)
    for row in sheet.rows:
        yield _line(row)


def begins_formula(text: str) -> bool:
    """Whether a spreadsheet could take the text for a formula, spaces in front or not."""
    return text.startswith(FORMULA) or text.lstrip().startswith(FORMULA)


def _line(cells: Sequence[Cell]) -> bytes:
    file = io.StringIO()
    csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow([_plain(cell) for cell in cells])
    return file.getvalue().encode("utf-8", "replace")


def _plain(cell: Cell) -> Cell:
    # CSV cannot say that a cell is text; the apostrophe is what a person would type, and what is advised against
    # formulas that travel in data (OWASP, "CSV injection").
    return f"'{cell}" if isinstance(cell, str) and begins_formula(cell) else "" if cell is None else cell
