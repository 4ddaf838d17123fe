"""Headings and lists: levels by style, by outline level and by bold; numbers as printed."""

from __future__ import annotations

import pytest

from planlint.readers.docx_numbering import numeral
from readers.wordfile import kinds, p, read, root, run, tbl, tr

STYLES = root(
    "styles",
    """
    <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Kapitel"/><w:basedOn w:val="H1"/></w:style>
    <w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Pool"/></w:style>
    <w:style w:type="paragraph" w:styleId="Pool"><w:name w:val="Pool"/><w:basedOn w:val="Loop"/></w:style>
    <w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
    <w:style w:type="paragraph" w:styleId="Toc1"><w:name w:val="toc 1"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Big"><w:name w:val="Big"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Bullets"><w:name w:val="List Bullet"/>
      <w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
    """,
)
NUMBERING = root(
    "numbering",
    """
    <w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
    </w:abstractNum>
    <w:abstractNum w:abstractNumId="1">
      <w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/>
        <w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>
      <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:pStyle w:val="Sub"/><w:lvlText w:val="o"/>
        <w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr></w:lvl>
    </w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="0"/>
      <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    """,
)
PARTS = {"styles.xml": STYLES, "numbering.xml": NUMBERING}


def item(content: str, list_id: int, level: int = 0) -> str:
    return p(content, look=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def test_heading_levels_come_from_styles_and_what_they_are_based_on() -> None:
    body = (
        p("Plan", style="Title") + p("One", style="H1") + p("Two", style="Kapitel") + p("Three", style="Sub")
        + p("Own", look='<w:outlineLvl w:val="1"/>') + p("Not", style="H1", look='<w:outlineLvl w:val="9"/>')
        + p("Round", style="Loop") + p("Unknown", style="Nowhere")
    )  # fmt: skip
    assert kinds(read(body, PARTS)) == [
        ("heading", 1, "", "Plan"),
        ("heading", 1, "", "One"),
        ("heading", 1, "", "Two"),
        ("heading", 3, "", "Three"),
        ("heading", 2, "", "Own"),
        ("paragraph", 0, "", "Not"),
        ("paragraph", 0, "", "Round"),
        ("paragraph", 0, "", "Unknown"),
    ]


def test_numbers_and_bullets_as_printed() -> None:
    body = (
        item("a", 1) + item("b", 1, 1) + item("c", 1, 1) + item("d", 1) + item("e", 1, 1) + item("f", 3) + item("g", 3)
        + p("h", style="Bullets") + item("i", 2, 1) + item("none", 0) + item("no list", 99) + item("deep", 1, 999)
    )  # fmt: skip
    assert kinds(read(body, PARTS)) == [
        ("item", 1, "1.", "a"),
        ("item", 2, "1.a)", "b"),
        ("item", 2, "1.b)", "c"),
        ("item", 1, "2.", "d"),
        ("item", 2, "2.a)", "e"),
        ("item", 1, "5.", "f"),
        ("item", 1, "6.", "g"),
        ("item", 1, "•", "h"),
        ("item", 2, "○", "i"),
        ("paragraph", 0, "", "none"),
        ("paragraph", 0, "", "no list"),
        ("item", 9, "", "deep"),
    ]


@pytest.mark.parametrize(
    ("count", "form", "printed"),
    [
        (4, "lowerRoman", "iv"), (1999, "upperRoman", "MCMXCIX"), (0, "lowerRoman", "0"), (28, "lowerLetter", "bb"),
        (3, "upperLetter", "C"), (7, "decimalZero", "07"), (22, "ordinal", "22nd"), (113, "ordinal", "113th"),
        (2, "chicago", "†"), (5, "chicago", "**"), (9, "japaneseCounting", "9"), (3, "none", ""),
        (99999, "upperLetter", "99999"),
    ],
)  # fmt: skip
def test_number_formats(count: int, form: str, printed: str) -> None:
    assert numeral(count, form) == printed


BOLD = "<w:b/>"


@pytest.mark.parametrize(
    "line",
    [
        p(run("Priority one", BOLD)),
        p(run("Priority", BOLD), run(" "), run("one", "<w:rStyle w:val='Strong'/>")),
        p("Priority one", style="Big"),
        p(run("Priority one: reading", BOLD)),
    ],
)
def test_a_bold_line_alone_stands_as_a_heading_below_the_real_one(line: str) -> None:
    found = kinds(read(p("Aims", style="H1") + line + p("Every child reads."), PARTS))
    assert [(kind, level) for kind, level, *_ in found] == [("heading", 1), ("heading", 2), ("paragraph", 0)]


@pytest.mark.parametrize(
    "line",
    [
        p(run("This is said loudly.", BOLD)),
        p(run("Lead:", BOLD)),
        p(run("Total: £12,600", BOLD)),
        p(run("J. Smith          A. Jones", BOLD)),
        p(run("Table 3 Attendance", BOLD)),
        p(run("2025/26", BOLD)),
        p(run("Lead", BOLD), run(" J. Smith")),
        p(run("loud " * 30, BOLD)),
        p("Contents line", style="Toc1"),
        item(run("Bold bullet", BOLD), 2),
    ],
)
def test_bold_lines_that_are_no_headings(line: str) -> None:
    found = read(line + p("Text."), PARTS)
    assert "heading" not in [kind for kind, *_ in kinds(found)]


def test_a_bold_last_line_and_bold_in_a_cell_are_no_headings() -> None:
    bold = p(run("Signed", BOLD))
    found = kinds(read(p("text") + tbl(tr(f"<w:tc>{bold}</w:tc>")) + bold))
    assert [kind for kind, *_ in found] == ["paragraph", "paragraph"]


def test_larger_bold_headings_are_outside_smaller_ones() -> None:
    def line(text: str, size: int) -> str:
        return p(run(text, f'<w:b/><w:sz w:val="{size}"/>'))

    body = line("Plan", 40) + line("Priority", 28) + p("x") + line("Steps", 22) + p("y") + line("Next", 28) + p("z")
    levels = [(level, text) for kind, level, _, text in kinds(read(body)) if kind == "heading"]
    assert levels == [(1, "Plan"), (2, "Priority"), (3, "Steps"), (2, "Next")]


def test_a_numbered_bold_line_is_a_heading_only_where_it_stands_alone() -> None:
    one, two = (item(run(t, BOLD), 1) for t in ("Reading", "Writing"))
    assert [k for k, *_ in kinds(read(one + p("why") + two + p("how"), PARTS))] == ["heading", "paragraph"] * 2
    assert [k for k, *_ in kinds(read(one + two + p("how"), PARTS))] == ["item", "item", "paragraph"]


def test_a_hidden_style_hides_and_does_not_count() -> None:
    hidden = p("no", style="Unseen", look='<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert kinds(read(hidden + item("first", 1), PARTS)) == [("item", 1, "1.", "first")]


def test_a_long_chain_of_styles_is_followed_once() -> None:
    links = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:name w:val="s{n}"/><w:basedOn w:val="S{n + 1}"/></w:style>'
        for n in range(20_000)
    )
    last = '<w:style w:styleId="S20000"><w:name w:val="heading 4"/></w:style>'
    found = read("".join(p(f"{n}", style=f"S{n}") for n in range(50)), {"styles.xml": root("styles", links + last)})
    assert {(kind, level) for kind, level, *_ in kinds(found)} == {("heading", 4)}
