"""The figures a plan gives about its schools in tables: where targets start from, and what must agree."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from planlint.figures.figure import Figure
from planlint.figures.find import figures, year_in
from planlint.figures.target import group_in, measured
from planlint.figures.words import normal, words
from planlint.plan import Block, Cell, Column, Plan, Row, Table
from planlint.vocabulary import Vocabulary

ACTION = "action"
_MOSTLY = 24  # characters beside the figure that a cell of data may hold: "(132 of 203)", "unvalidated"


@dataclass(frozen=True, slots=True)
class Datum:
    """One figure of a table of results.

    measure: its name as the vocabulary has it; "" if it is none that is known.
    group:   whom it is for, "" for all.
    label:   the row's first cell: a school, or the measure as written.
    heading: the column's heading.
    year:    the calendar year (of a school year, the one it ends in), None if neither heading nor row names one.
    """

    measure: str
    group: str
    label: str
    heading: str
    year: int | None
    figure: Figure
    block: Block


def data(plan: Plan, vocabulary: Vocabulary) -> tuple[Datum, ...]:
    """The figures in all tables of a plan that are not tables of actions, in reading order."""
    tables = (item for section in plan.walk() for item in section.content if isinstance(item, Table))
    return tuple(datum for table in tables if ACTION not in table.roles() for datum in _table(table, vocabulary))


def _table(table: Table, vocabulary: Vocabulary) -> Iterator[Datum]:
    for row in table.rows:
        if row.heading or not row.cells:
            continue
        label = row.cells[0].text.strip()
        for column, cell in zip(table.columns[1:], row.cells[1:], strict=False):
            yield from _cell(row, column, cell, label, vocabulary)


def _cell(row: Row, column: Column, cell: Cell, label: str, vocabulary: Vocabulary) -> Iterator[Datum]:
    if cell.carried or not cell.blocks:
        return
    block = cell.blocks[0]
    found = figures(block.text, vocabulary)
    if not found or len(block.text.strip()) - len(found[0].text) > _MOSTLY:
        return
    about = measured(label, vocabulary) or measured(column.heading, vocabulary)
    unit = _unit(column.heading + " " + label, vocabulary)
    figure = found[0]
    if unit and not figure.unit:
        figure = Figure(figure.text, figure.offset, figure.until, figure.value, unit, figure.of, figure.year)
    group = _group(label, vocabulary) or _group(column.heading, vocabulary)
    year = figure.year or _year(column.heading, vocabulary) or _year(label, vocabulary)
    yield Datum(about.name if about else "", group, label, column.heading, year, figure, block)


def _unit(text: str, vocabulary: Vocabulary) -> str:
    """The unit that a heading gives to the bare numbers below it."""
    return "percent" if "%" in text and words(vocabulary).units.get("%") else ""


@functools.lru_cache(maxsize=1024)
def _group(text: str, vocabulary: Vocabulary) -> str:
    return group_in(text, words(vocabulary))


@functools.lru_cache(maxsize=1024)
def _year(text: str, vocabulary: Vocabulary) -> int | None:
    return year_in(normal(text), words(vocabulary))
