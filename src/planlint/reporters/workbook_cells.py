"""The cells of a workbook: text that stays text, levels in colour, room for a person to write in."""

from __future__ import annotations

import re
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from planlint.report import DECLARED
from planlint.reporters.csv import begins_formula
from planlint.reporters.tables import Cell

COLOURS = {"absent": ("F4CCCC", "7A1F1F"), "mentioned": ("FFE8A3", "5C4400"), "addressed": ("B7E1CD", "0B4D2C"),
           DECLARED: ("D0DDF5", "1F3864")}  # fmt: skip
PLAIN, NUMBER, WRAPPED, SHARE, TO_FILL, HEAD, TERM = "plain", "number", "wrapped", "share", "to fill", "head", "term"
_LONGEST = 32_000  # characters; a cell of Excel holds 32,767
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FONT = "Calibri"
_TOP = Alignment(vertical="top")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_THIN = Side("thin", color="FFBFBFBF")


class Paint:
    """Makes cells of one workbook. Each style is made once: openpyxl looks one up by its value, which takes long."""

    def __init__(self, book: Workbook) -> None:
        page = book.create_sheet("styles")
        self._styles = {
            (kind, quoted): _styled(page, kind, quoted)
            for kind in (PLAIN, NUMBER, WRAPPED, SHARE, TO_FILL, HEAD, TERM, *COLOURS)
            for quoted in (False, True)
        }
        book.remove(page)

    def cell(self, page: Any, value: Cell, kind: str = PLAIN) -> Any:
        """A cell of this kind. Text is text whatever it begins with, and stays so when somebody edits it."""
        cell = WriteOnlyCell(page)
        quoted = False
        if isinstance(value, str):
            value = _ILLEGAL.sub("", value)[:_LONGEST]
            quoted = begins_formula(value)
        elif kind == PLAIN and value is not None:
            kind = NUMBER
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
        cell._style = self._styles[kind, quoted]
        return cell


def _styled(page: Any, kind: str, quoted: bool) -> Any:
    cell = WriteOnlyCell(page)
    cell.font, cell.alignment = Font(_FONT, 11), _TOP
    if kind in COLOURS:
        back, ink = COLOURS[kind]
        cell.fill, cell.font = PatternFill("solid", start_color=f"FF{back}"), Font(_FONT, 11, color=f"FF{ink}")
        cell.alignment = Alignment(vertical="top", horizontal="center")
    elif kind == HEAD:
        cell.fill = PatternFill("solid", start_color="FF1F3864")
        cell.font, cell.alignment = Font(_FONT, 11, bold=True, color="FFFFFFFF"), _WRAPPED
    elif kind == TO_FILL:
        cell.fill = PatternFill("solid", start_color="FFFFF9DB")
        cell.border, cell.alignment = Border(_THIN, _THIN, _THIN, _THIN), _WRAPPED
    elif kind in (NUMBER, SHARE):
        cell.alignment = Alignment(vertical="top", horizontal="right", indent=1)  # clear of the next column's text
        cell.number_format = "0%" if kind == SHARE else "General"
    elif kind == TERM:
        cell.font = Font(_FONT, 11, bold=True)
    elif kind == WRAPPED:
        cell.alignment = _WRAPPED
    cell.quotePrefix = quoted
    return cell._style
