"""What a reader of the page sees becomes text, in order, once."""

from __future__ import annotations

import pytest

from planlint.plan import Block, Location
from planlint.readers.docx import draft
from readers.wordfile import RELATIONS, document, p, package, read, relation, run, tbl, tc, texts, tr

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = "<w:r><w:instrText> {} </w:instrText></w:r>"


def field(code: str, result: str) -> str:
    return FIELD.format("begin") + CODE.format(code) + FIELD.format("separate") + result + FIELD.format("end")


def test_a_paragraph_and_a_table_have_addresses_that_lead_back_to_them() -> None:
    found = read(p("Our plan") + p() + tbl(tr("Lead", "Head")) + p("End"))
    assert found.elements[0] == Block("Our plan", Location("plan.docx", part="body/p[1]"))
    grid = found.elements[1]
    assert not isinstance(grid, Block)
    assert grid.location == Location("plan.docx", part="body/tbl[1]")
    assert grid.rows[0].cells[1].blocks == [
        Block("Head", Location("plan.docx", part="body/tbl[1]/tr[1]/tc[2]/p[1]"), "cell")
    ]
    assert found.elements[2] == Block("End", Location("plan.docx", part="body/p[3]"))


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        pytest.param(run("Att") + "<w:proofErr/>" + run("endance"), "Attendance", id="runs join without a gap"),
        pytest.param("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>", "a\tb\nc\nd",
                     id="tabs and line breaks"),
        pytest.param("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>t</w:t></w:r>",
                     "co\u2011op\u00adt", id="special hyphens"),
        pytest.param("<w:r><w:t>two\nlines</w:t></w:r>", "two lines", id="a line end in the file prints as a space"),
        pytest.param('<w:hyperlink r:id="gone">' + run("the link") + "</w:hyperlink>", "the link", id="hyperlink"),
        pytest.param('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓", id="symbol"),
        pytest.param('<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0e0</w:t></w:r>', "→",
                     id="a picture font's character"),
        pytest.param('<w:r><w:sym w:font="Wingdings" w:char="zz"/><w:sym/></w:r>' + run("x"), "x",
                     id="no symbol at all"),
        pytest.param("<w:sdt><w:sdtPr><w:alias w:val='no'/></w:sdtPr><w:sdtContent>" + run("filled in")
                     + "</w:sdtContent></w:sdt>", "filled in", id="inline content control"),
        pytest.param("<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr></w:sdt>"
                     + run(" done"), "☒ done", id="check box without content"),
        pytest.param("<w:smartTag><w:smartTag>" + run("deep") + "</w:smartTag></w:smartTag>", "deep", id="smart tags"),
        pytest.param("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1", id="an equation"),
        pytest.param("<w:r><w:ruby><w:rubyPr/><w:rt>" + run("ka") + "</w:rt><w:rubyBase>" + run("K")
                     + "</w:rubyBase></w:ruby></w:r>", "K (ka)", id="ruby"),
        pytest.param(run("seen") + run("hidden", "<w:vanish/>") + run("!", '<w:vanish w:val="0"/>'), "seen!",
                     id="hidden text is not seen"),
        pytest.param(run("page ", "<w:webHidden/>"), "page ", id="hidden on the web only"),
    ],
)  # fmt: skip
def test_what_stands_in_a_paragraph(inside: str, seen: str) -> None:
    assert texts(read(p(inside))) == [seen]


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        (field("PAGEREF x", run("7")), "7"),
        ('<w:fldSimple w:instr="AUTHOR">' + run("A. Head") + "</w:fldSimple>", "A. Head"),
        (field('IF ' , run("yes")), "yes"),
        (FIELD.format("begin") + CODE.format("IF") + field("REF x", run("inner code")) + FIELD.format("separate")
         + run("shown") + FIELD.format("end"), "shown"),
        (FIELD.format("begin") + run("never ends"), "never ends"),
        (FIELD.format("separate") + FIELD.format("end") + run("never began"), "never began"),
        (FIELD.format("begin") + CODE.format("MACROBUTTON NoMacro [Click and type]") + FIELD.format("end"),
         "[Click and type]"),
    ],
)  # fmt: skip
def test_fields_print_their_result_and_not_their_code(inside: str, seen: str) -> None:
    assert texts(read(p(inside))) == [seen]


def test_a_field_may_run_over_paragraphs() -> None:
    first = FIELD.format("begin") + CODE.format("TOC") + FIELD.format("separate") + run("One 1")
    assert texts(read(p(first) + p("Two 2") + p(FIELD.format("end")) + p("Text"))) == ["One 1", "Two 2", "Text"]


@pytest.mark.parametrize(
    ("form", "code", "seen"),
    [
        ('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "FORMCHECKBOX", "Agreed ☒"),
        ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "FORMCHECKBOX", "Agreed ☐"),
        ('<w:ddList><w:result w:val="1"/><w:listEntry w:val="No"/><w:listEntry w:val="Yes"/></w:ddList>',
         "FORMDROPDOWN", "Agreed Yes"),
        ('<w:ddList><w:result w:val="9"/><w:listEntry w:val="No"/></w:ddList>', "FORMDROPDOWN", "Agreed"),
    ],
)  # fmt: skip
def test_old_form_fields_show_what_was_chosen(form: str, code: str, seen: str) -> None:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{form}</w:ffData></w:fldChar></w:r>'
    inside = begin + CODE.format(code) + FIELD.format("separate") + FIELD.format("end")
    assert texts(read(p("Agreed", inside))) == [seen]


def test_content_controls_at_every_level() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    row = control.format(tr("r", control.format(tc("c"))))
    body = control.format(p("block") + control.format(p("inner"))) + tbl(tr("a", "b"), row)
    found = read(body)
    assert texts(found) == ["block", "inner", "a | b", "r | c"]
    assert found.elements[1].location.part == "body/sdt[1]/sdtContent[1]/sdt[1]/sdtContent[1]/p[1]"


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = "<w:txbxContent>" + p("in the box") + tbl(tr("x", "y")) + "</w:txbxContent>"
    shape = f"<w:drawing><wp:inline><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></wp:inline></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    forms = f'<mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    both = f"<mc:AlternateContent>{forms}</mc:AlternateContent>"
    found = read(p("before", f"<w:r>{both}</w:r>", " after") + p("next", f"<w:r>{old}</w:r>"))
    assert texts(found) == ["before after", "in the box", "x | y", "next", "in the box", "x | y"]
    assert found.elements[1].location.part == "body/p[1]/txbxContent[1]/p[1]"


def test_an_alternative_without_words_gives_way_to_the_next() -> None:
    both = "<mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    inline, block = both.format(run("old form")), both.format(p("old block"))
    assert texts(read(p(inline) + block)) == ["old form", "old block"]


def test_a_drop_cap_belongs_to_its_word() -> None:
    cap = p("O", look='<w:framePr w:dropCap="drop"/>')
    assert texts(read(cap + p("ur aims"))) == ["Our aims"]


def test_another_file_put_in_is_named() -> None:
    found = read(p("text") + '<w:altChunk r:id="x"/>')
    assert [(u.what, u.location.part) for u in found.unread] == [
        ("another file that is put in here when Word opens this one", "body/altChunk[1]")
    ]


def test_word_art_is_read() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="OUR PLAN"/></v:shape></w:pict></w:r>'
    assert texts(read(p(art))) == ["OUR PLAN"]


def test_an_empty_document_is_an_empty_draft() -> None:
    found = read("")
    assert (found.elements, found.aside, found.unread, found.format) == ([], [], [], "docx")


def test_pages_as_word_noted_them() -> None:
    end = "<w:r><w:lastRenderedPageBreak/></w:r>"
    row = tr(tc(p("a") + p(end, "b")), tc("c"))
    found = read(p("one") + p(end, "two") + tbl(row) + p('<w:r><w:br w:type="page"/></w:r>', "three"))
    grid = found.elements[2]
    assert not isinstance(grid, Block)
    pages = [block.location.page for cell in grid.rows[0].cells for block in cell.blocks]
    assert (found.elements[0].location.page, found.elements[1].location.page, pages) == (1, 2, [2, 3, 2])
    assert found.elements[3].location.page == 3


def test_pages_by_hand_where_word_noted_none() -> None:
    found = read(p("one", '<w:r><w:br w:type="page"/></w:r>') + p("two") + p("three", look="<w:pageBreakBefore/>"))
    assert [e.location.page for e in found.elements] == [1, 2, 3]


@pytest.mark.parametrize(("told", "page"), [(2, 2), (1, 2), (40, None), ("x", 2)])
def test_pages_are_not_given_where_the_file_has_far_more_of_them(told: object, page: int | None) -> None:
    told_in = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    body = document(p("one", "<w:r><w:lastRenderedPageBreak/></w:r>") + p("two"))
    rels = relation("a", "officeDocument", "word/document.xml") + relation("b", "extended-properties", "app.xml")
    app = f'<Properties xmlns="{told_in}"><Pages>{told}</Pages></Properties>'
    parts = {"_rels/.rels": RELATIONS.format(rels), "word/document.xml": body, "app.xml": app}
    assert draft("plan.docx", package(parts)).elements[1].location.page == page


@pytest.mark.parametrize(
    ("core", "title"),
    [("<dc:title> Our  plan </dc:title>", ["Our plan"]), ("<dc:title/>", []), ("", []), ("<broken", [])],
)
def test_the_title_among_the_properties_is_kept_apart(core: str, title: list[str]) -> None:
    dublin = f'<cp xmlns:dc="http://purl.org/dc/elements/1.1/">{core}</cp>'
    rels = relation("a", "officeDocument", "word/document.xml") + relation("b", "core-properties", "core.xml")
    parts = {"_rels/.rels": RELATIONS.format(rels), "word/document.xml": document(p("x")), "core.xml": dublin}
    found = draft("plan.docx", package(parts))
    assert [(b.name, b.text) for b in found.meta] == [("title", text) for text in title]


def test_a_fill_behind_the_whole_text_is_kept() -> None:
    marked = p(run("Amber", '<w:highlight w:val="yellow"/>')) + p(run("part", '<w:highlight w:val="red"/>'), " not")
    shaded = p("row", look='<w:shd w:val="clear" w:fill="C6EFCE"/>') + p("white", look='<w:shd w:fill="FFFFFF"/>')
    colours = [e.colour for e in read(marked + shaded).elements if isinstance(e, Block)]
    assert colours == ["FFFF00", None, "C6EFCE", None]
