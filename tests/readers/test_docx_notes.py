"""Notes at their place; headers, footers and comments apart, each once; tracked changes; what cannot be read."""

from __future__ import annotations

import pytest

from planlint.readers.draft import Draft, Grid
from readers.wordfile import kinds, p, read, root, run, tbl, tc, tr

NOTES = {
    "footnotes.xml": root(
        "footnotes",
        '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="7">{p("Source: census.")}{p("Second line.")}</w:footnote>'
        f'<w:footnote w:id="8">{p("Never referred to.")}</w:footnote>',
    ),
    "endnotes.xml": root("endnotes", f'<w:endnote w:id="7">{p("At the end.")}</w:endnote>'),
}
FOOTNOTE = '<w:r><w:footnoteReference w:id="7"/></w:r>'
ENDNOTE = '<w:r><w:endnoteReference w:id="7"/></w:r>'


def aside(found: Draft) -> list[tuple[str, str, str | None]]:
    return [(b.kind, b.text, b.location.part) for b in found.aside]


def test_notes_stand_behind_the_paragraph_that_refers_to_them() -> None:
    found = read(p("Attendance", FOOTNOTE, " rose.", ENDNOTE) + p("Next", FOOTNOTE), NOTES)
    assert kinds(found) == [
        ("paragraph", 0, "", "Attendance rose."),
        ("note", 0, "1", "Source: census."),
        ("note", 0, "", "Second line."),
        ("note", 0, "i", "At the end."),
        ("paragraph", 0, "", "Next"),
    ]


def test_a_note_in_a_cell_stays_in_the_cell() -> None:
    (table,) = read(tbl(tr(tc(p("JS", FOOTNOTE)), "Autumn")), NOTES).elements
    assert isinstance(table, Grid)
    assert [(b.kind, b.text) for b in table.rows[0].cells[0].blocks] == [
        ("cell", "JS"),
        ("note", "Source: census."),
        ("note", "Second line."),
    ]


def test_notes_of_a_damaged_part_are_named() -> None:
    found = read(p("Text", FOOTNOTE), {"footnotes.xml": "<w:broken"})
    assert kinds(found) == [("paragraph", 0, "", "Text")]
    assert [u.what.split(":")[0] for u in found.unread] == ["the footnotes"]


def section(*references: str, more: str = "") -> str:
    return "<w:sectPr>" + "".join(references) + more + "</w:sectPr>"


def reference(what: str, when: str, identity: str) -> str:
    return f'<w:{what}Reference w:type="{when}" r:id="{identity}"/>'


HEADERS = {
    "header1.xml": root("hdr", p("Hill Trust") + tbl(tr("Plan", "2026"))),
    "header2.xml": root("hdr", p("First page only")),
    "header3.xml": root("hdr", p("Hill  Trust") + p("Even pages")),
    "footer1.xml": root("ftr", p("Page 1")),
}


def test_headers_and_footers_are_read_once_and_only_those_that_are_printed() -> None:
    first, default = reference("header", "first", "header2"), reference("header", "default", "header1")
    even, foot = reference("header", "even", "header3"), reference("footer", "default", "footer1")
    body = p("Text", look=section(default, first, foot)) + section(default, first, even)
    assert aside(read(p("Text") + body, HEADERS)) == [
        ("header", "Hill Trust", "header1/p[1]"),
        ("header", "Plan", "header1/tbl[1]/tr[1]/tc[1]/p[1]"),
        ("header", "2026", "header1/tbl[1]/tr[1]/tc[2]/p[1]"),
        ("footer", "Page 1", "footer1/p[1]"),
    ]
    settings = {"settings.xml": root("settings", "<w:evenAndOddHeaders/>")}
    shown = read(p("Text") + section(default, first, even, more="<w:titlePg/>"), HEADERS | settings)
    assert [b.text for b in shown.aside] == ["Hill Trust", "Plan", "2026", "First page only", "Even pages"]


def test_comments_are_kept_apart_at_the_block_they_hang_on() -> None:
    parts = {
        "comments.xml": root(
            "comments",
            f'<w:comment w:id="1">{p("Late one")}</w:comment><w:comment w:id="2">{p("Who")}{p("and when?")}</w:comment>'
            f'<w:comment w:id="3">{p("Hangs nowhere")}</w:comment><w:comment w:id="4">{p("Between")}</w:comment>',
        )
    }
    start = '<w:commentRangeStart w:id="{}"/>'
    body = (
        p("A", start.format(2), "B", '<w:r><w:commentReference w:id="2"/></w:r>') + start.format(4)
        + tbl(tr("x", tc(p("y", start.format(1)))))
    )  # fmt: skip
    assert aside(read(body, parts)) == [
        ("comment", "Who\nand when?", "body/p[1]"),
        ("comment", "Between", "body/tbl[1]/tr[1]/tc[1]/p[1]"),
        ("comment", "Late one", "body/tbl[1]/tr[1]/tc[2]/p[1]"),
        ("comment", "Hangs nowhere", "comments/comment[3]"),
    ]


def changed(what: str, content: str) -> str:
    return f'<w:{what} w:id="1" w:author="A">{content}</w:{what}>'


def test_changes_count_as_accepted_and_are_kept() -> None:
    gone = "<w:r><w:delText>ten</w:delText></w:r>"
    body = (
        p("By ", changed("del", gone), changed("ins", run("twel") + run("ve")), " weeks")
        + p(changed("moveFrom", run("moved")), "stays") + p(changed("moveTo", run("moved")))
        + p(run("bolder", "<w:b/><w:rPrChange><w:rPr/></w:rPrChange>"))
    )  # fmt: skip
    found = read(body)
    assert [text for *_, text in kinds(found)] == ["By twelve weeks", "stays", "moved", "bolder"]
    assert [(c.what, c.text, c.location.part) for c in found.changes] == [
        ("deleted", "ten", "body/p[1]"),
        ("inserted", "twelve", "body/p[1]"),
        ("moved", "moved", "body/p[3]"),
        ("formatted", "bolder", "body/p[4]"),
    ]


def test_a_paragraph_whose_end_was_deleted_runs_on() -> None:
    ended = p("One ", look="<w:rPr><w:del/></w:rPr>")
    found = read(ended + p("line") + tbl(tr(tc(ended))) + ended)
    assert [text for *_, text in kinds(found)] == ["One line", "One "]


def picture(width: float, height: float, words: str = "") -> str:
    size = f'<wp:extent cx="{int(width * 360_000)}" cy="{int(height * 360_000)}"/><wp:docPr id="1" descr="{words}"/>'
    return f"<w:r><w:drawing><wp:inline>{size}<pic:pic/></wp:inline></w:drawing></w:r>"


@pytest.mark.parametrize(
    ("inside", "named"),
    [
        (picture(12, 9), ["a picture"]),
        (picture(12, 9, "Plan on a\npage"), ["a picture (“Plan on a page”)"]),
        (picture(3, 3, "logo"), []),
        ('<w:r><w:pict><v:shape style="width:400pt;height:4in"><v:imagedata/></v:shape></w:pict></w:r>', ["a picture"]),
        ('<w:r><w:pict><v:shape style="width:40pt;height:40px"><v:imagedata/></v:shape></w:pict></w:r>', []),
        ('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>', ["an embedded spreadsheet"]),
        ('<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>', []),
        ('<w:r><w:object><o:OLEObject/></w:object></w:r>', ["an embedded file"]),
        ('<w:r><w:drawing><a:graphic><dgm:relIds r:dm="gone"/></a:graphic></w:drawing></w:r>', ["a SmartArt diagram"]),
        ('<w:r><w:drawing><c:chart r:id="gone"/></w:drawing></w:r>', ["a chart"]),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_at_its_place(inside: str, named: list[str]) -> None:
    found = read(p("See", inside))
    assert [(u.what, u.location.part) for u in found.unread] == [(what, "body/p[1]") for what in named]


def test_words_of_diagrams_and_charts_are_read() -> None:
    point = '<dgm:pt{}><dgm:t><a:p><a:r><a:t>{}</a:t></a:r></a:p></dgm:t></dgm:pt>'
    data = root("x", point.format("", "Plan") + point.format(' type="pres"', "shape") + point.format("", "Do"))
    chart = root("x", "<c:title/><c:tx><c:v>Reading</c:v></c:tx><c:cat><c:v>2025</c:v><c:v>Summer</c:v></c:cat>")
    parts = {"data1.xml": data, "chart1.xml": chart}
    body = p('<w:r><w:drawing><dgm:relIds r:dm="data1"/></w:drawing></w:r>') + p(
        '<w:r><w:drawing><c:chart r:id="chart1"/></w:drawing></w:r>'
    )
    found = read(body, parts)
    assert [text for *_, text in kinds(found)] == ["Plan", "Do", "Axis Title", "Reading", "Summer"]
    assert [u.what for u in found.unread] == ["a chart"]
