"""Tables as grids: merges, gaps, nesting, header rows, colours."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from planlint.readers.draft import Grid
from readers.wordfile import p, read, root, tbl, tc, texts, tr
from timing import growth


def grid(body: str) -> Grid:
    (element,) = read(body).elements
    assert isinstance(element, Grid)
    return element


def shape(table: Grid) -> list[list[tuple[int, int, bool]]]:
    return [[(c.column, c.span, c.continues) for c in row.cells] for row in table.rows]


def test_a_cell_merged_downwards_continues_below() -> None:
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    found = grid(tbl(tr(tc("P1", look=start), "a"), tr(tc(look=on), "b"), tr(tc(look=on), "c"), tr("P2", "d")))
    assert shape(found) == [
        [(0, 1, False), (1, 1, False)],
        [(0, 1, True), (1, 1, False)],
        [(0, 1, True), (1, 1, False)],
        [(0, 1, False), (1, 1, False)],
    ]


def test_a_continuation_of_nothing_is_a_cell() -> None:
    found = grid(tbl(tr("a", "b"), tr(tc("c", look="<w:vMerge/>"), "d")))
    assert shape(found)[1] == [(0, 1, False), (1, 1, False)]


def test_spans_and_rows_that_begin_further_right() -> None:
    wide = tc("wide", look='<w:gridSpan w:val="2"/>')
    found = grid(tbl(tr("a", "b", "c"), tr(wide, "d"), tr("e", "f", look='<w:gridBefore w:val="1"/>')))
    assert (found.width, shape(found)) == (
        3,
        [
            [(0, 1, False), (1, 1, False), (2, 1, False)],
            [(0, 2, False), (2, 1, False)],
            [(1, 1, False), (2, 1, False)],
        ],
    )


@pytest.mark.parametrize("span", ["1000000", "99999999999999999999", "-5", "0", "abc", "2.5", ""])
def test_an_impossible_span_takes_no_more_room_than_the_cells_need(span: str) -> None:
    found = grid(tbl(tr(tc("a", look=f'<w:gridSpan w:val="{span}"/>'), "b")))
    assert shape(found) == [[(0, 1, False), (1, 1, False)]]


def test_old_sideways_merges_widen_the_cell_on_the_left() -> None:
    merged = tr(tc("a", look='<w:hMerge w:val="restart"/>'), tc("b", look="<w:hMerge/>"), "c")
    found = grid(tbl(merged, tr("d", "e", "f")))
    assert shape(found)[0] == [(0, 2, False), (2, 1, False)]
    assert [block.text for block in found.rows[0].cells[0].blocks] == ["a", "b"]


def test_heading_rows_and_colours_are_kept() -> None:
    colours = ["FFC000", "auto", "FFFFFF", "red", "00b050"]
    cells = [tc("x", look=f'<w:shd w:val="clear" w:color="auto" w:fill="{c}"/>') for c in colours]
    solid = tc("x", look='<w:shd w:val="solid" w:color="FF0000" w:fill="auto"/>')
    found = grid(tbl(tr("Lead", look="<w:tblHeader/>"), tr(*cells, solid), tr("y", look='<w:tblHeader w:val="0"/>')))
    assert [row.header for row in found.rows] == [True, False, False]
    assert [c.colour for c in found.rows[1].cells] == ["FFC000", None, None, None, "00B050", "FF0000"]


def test_nested_tables_stand_in_their_cell() -> None:
    inner = tbl(tr("x", tc(p("deep"), tbl(tr("deepest")))))
    found = read(tbl(tr("a", tc(p("before"), inner, p("after")))))
    assert texts(found) == ["a | before / after / [x | deep / [deepest]]"]


def test_rows_that_are_not_on_the_page_are_left_out() -> None:
    deleted = tr(tc("<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"), look="<w:del/>")
    found = read(tbl(tr("a"), deleted, tr("hidden", look="<w:hidden/>"), tr("b")))
    assert texts(found) == ["a", "b"]
    assert [(c.what, c.text, c.location.part) for c in found.changes] == [("deleted", "gone", "body/tbl[1]/tr[2]")]


def test_an_empty_cell_keeps_its_number() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    number = p(look='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    found = read(tbl(tr(tc(number), "a"), tr(tc(number), "b")), {"numbering.xml": root("numbering", numbering)})
    (table,) = found.elements
    assert isinstance(table, Grid)
    assert [(b.marker, b.text) for row in table.rows for b in row.cells[0].blocks] == [("1.", ""), ("2.", "")]


def test_tables_and_rows_without_cells_are_not_there_and_empty_cells_are() -> None:
    assert texts(read(tbl() + tbl("<w:tr/>") + tbl("<w:tr/>", "<w:tr><w:tc/></w:tr>") + p("end"))) == ["", "end"]


def test_time_is_linear_in_the_rows() -> None:
    def work(rows: int) -> Callable[[], object]:
        body = tbl(*(tr(*(f"{n} {c}" for c in range(4))) for n in range(rows)))
        return lambda: read(body)

    assert growth(work, 500, 8) < 24
