"""Pipe tables and HTML tables as grids."""

from __future__ import annotations

from collections.abc import Callable

from planlint.plan import Block
from planlint.readers.draft import Grid
from readers.outline import markdown, outline
from timing import growth


def cells(text: str) -> list[tuple[str, int | None, int | None]]:
    (grid,) = markdown(text).elements
    assert isinstance(grid, Grid)
    return [(b.text, b.location.line, b.location.column) for r in grid.rows for c in r.cells for b in c.blocks]


def test_every_cell_has_its_line_and_column() -> None:
    text = "| Action | Lead |\n|:--|--:|\n|  Train \\| coach\t| JS|\n| `a \\| b` **c** | \n"
    assert cells(text) == [
        ("Action", 1, 3),
        ("Lead", 1, 12),
        ("Train | coach", 3, 4),
        ("JS", 3, 21),
        ("a | b c", 4, 4),
    ]


def test_breaks_and_typed_bullets_in_a_cell_are_blocks() -> None:
    text = "a|b\n-|-\nIntro:<br>- one<br/>• two<br />1) three|<ul><li>x</li><li>y *z*</li></ul>\n"
    assert outline(markdown(text).elements) == [
        "head | a | b",
        "row | Intro: / • one / • two / 1) three | • x / • y z",
    ]
    assert cells(text)[2:6] == [("Intro:", 3, 1), ("one", 3, 13), ("two", 3, 23), ("three", 3, 35)]


def test_cells_past_the_header_keep_their_words() -> None:
    found = markdown("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n\n\\| no \\| row\n")
    assert outline(found.elements) == ["head | a | b", "row | 1", "row | 1 | 2 | 3", "paragraph | no | row"]
    (grid, _) = found.elements
    assert isinstance(grid, Grid) and grid.width == 3


def test_tables_in_quotes_and_lists_but_not_in_fences() -> None:
    found = markdown("> | a |\n> |---|\n> | b |\n\n- x\n\n  | c |\n  |---|\n  | d |\n\n```\n| e |\n|---|\n```\n")
    assert outline(found.elements) == [
        "head | a",
        "row | b",
        "item1 • x",
        "head | c",
        "row | d",
        "code | e |\n|---|",
    ]
    assert [e.rows[1].cells[0].blocks[0].location.column for e in found.elements if isinstance(e, Grid)] == [5, 5]


def test_a_line_that_speaks_to_planlint_does_not_end_a_table_between_two_rows() -> None:
    head, ignore = "| a | b |\n|---|---|\n", "<!-- planlint: ignore actions/* -- x -->\n"
    found = markdown(f"{head}| 1 | 2 |\n{ignore}{ignore}| 3 | 4 |\n{ignore}\nText.\n")
    assert outline(found.elements) == ["head | a | b", "row | 1 | 2", "row | 3 | 4", "paragraph Text."]
    assert [(b.text[:16], b.location.line) for b in found.aside] == [("planlint: ignore", n) for n in (4, 5, 7)]
    for below in ("Text.\n", f"{head}| 3 | 4 |\n", "<!-- ask -->\n| 3 | 4 |\n"):
        plain = markdown(f"{head}| 1 | 2 |\n\n{below}").elements
        assert outline(markdown(f"{head}| 1 | 2 |\n{ignore}{below}").elements) == outline(plain)


def test_comments_and_pictures_in_cells_are_kept() -> None:
    found = markdown("| a |\n|---|\n| x <!-- ask --> ![RAG](r.png) |\n")
    assert outline(found.elements) == ["head | a", "row | x"]
    assert [b.text for b in found.aside] == ["ask"]
    assert [(u.what, u.location.line, u.location.column) for u in found.unread] == [('a picture ("RAG")', 3, 18)]


def test_html_tables_with_spans_and_markdown_inside() -> None:
    found = markdown(
        "<table>\n<tr><th>P<th>Do<th colspan=2>Who\n<tr><td rowspan=2>1 &amp; 2<td>\n\n- **a**\n- b\n\n"
        "| x |\n|---|\n\n</td><td>HT<td>July</tr>\n<tr><td>c<td>d<td>e\n</table>\n\nafter\n"
    )
    assert outline(found.elements) == [
        "head | P | Do | Who*2",
        "row | 1 & 2 | • a / • b / (head | x) | HT | July",
        "row | ^ | c | d | e",
        "paragraph after",
    ]


def test_html_blocks_give_their_text_in_order() -> None:
    found = markdown(
        "<details><summary>More</summary>\n<h3>Aim</h3><p>One &pound;5<br>two</p><ul><li>x<li>y</ul>\n"
        "<style>p {}</style><img alt='a chart' src=c></details>\n"
    )
    assert outline(found.elements) == [
        "paragraph More",
        "heading3 Aim",
        "paragraph One £5",
        "paragraph two",
        "item1 • x",
        "item1 • y",
    ]
    assert [u.what for u in found.unread] == ['a picture ("a chart")']
    assert [(e.location.line, e.location.column) for e in found.elements if isinstance(e, Block)] == [
        (1, 19), (2, 5), (2, 16), (2, 32), (2, 47), (2, 52),
    ]  # fmt: skip


def test_a_long_table_is_read_in_time_linear_in_its_rows() -> None:
    def work(rows: int) -> Callable[[], object]:
        text = "| a | b | c |\n|---|---|---|\n" + "| one | two | three |\n" * rows
        return lambda: markdown(text)

    assert growth(work, 500, 8) < 24
