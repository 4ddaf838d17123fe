"""Properties: wherever a Markdown block says it stands, its text stands."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from readers.outline import every, markdown, runs, source_at

_FEW = settings(max_examples=60, deadline=None)
_WORD = st.sampled_from(
    [
        "staff",
        "Jan-26",
        "£4,000",
        "é",
        "📚",
        "a_b",
        "3.",
        "R&D",
        "(x)",
        "50%",
        "x:",
        "\u00a0",
        "\u2028",
        "x\u0085y",
        "\u3000",
    ]
)
_PLAIN = st.lists(_WORD, min_size=1, max_size=6).map(" ".join).filter(lambda t: t == t.strip(" ") and bool(t.strip()))
_MARKUP = r"""**b**  _e_  `c | d`  `` ` ``  &amp;  &copy;  \*  \|  [l](u)  [r]  <i>h</i>  <!-- c -->  ~~s~~  ![p](u)
x[^1]  a<br>b  ***m*** n  **un*closed  <http://a.b>  ^[in]  \  <  ](  `"""
_MARKED = st.one_of(_PLAIN, st.sampled_from([*_MARKUP.replace("\n", "  ").split("  "), "a\\\nb", "a  \nb", "c\n  d"]))
_INLINE = st.lists(_MARKED, min_size=1, max_size=6).map(" ".join)
_END = st.sampled_from(["\n", "\r\n", "\r"])


def _document(inline: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    line = inline.map(lambda t: t.replace("\n", " "))
    cell = line.map(lambda t: re.sub(r"(?<!\\)\|", r"\\|", t))
    block = st.one_of(
        inline,
        line.map("# {}".format),
        line.map("## {} ##".format),
        inline.map("{}\n---".format),
        inline.map(lambda t: "- " + t.replace("\n", "\n  ") + "\n\t- " + t.replace("\n", "\n\t  ")),
        inline.map(lambda t: "> 1. " + t.replace("\n", "\n> ")),
        inline.map("- [ ] {}\nlazy".format),
        st.tuples(cell, cell, cell).map(lambda c: f"| {c[0]} |{c[1]}|\n|---|:-:|\n|\t{c[2]} \t|"),
        line.map("```\n  {}\n\tx\n```".format),
        line.map("\t{}".format),
        line.map("<div>{}</div>".format),
        line.map("[^1]: {}".format),
    )
    return st.lists(block, min_size=1, max_size=5).map("\n\n".join)


@_FEW
@example("staff\n\n- staff\n\t- staff\n\n\t<!-- c --> staff", "\n")  # half a tab belongs to the list
@given(_document(_PLAIN), _END)
def test_without_markup_the_source_at_the_location_is_the_text(text: str, end: str) -> None:
    text = text.replace("\n", end)
    for block in every(markdown(text)):
        assert block.text
        if "\n" not in block.text:
            assert source_at(text, block) == block.text


@_FEW
@given(_document(_INLINE), _END)
def test_each_run_of_characters_stands_in_the_source_at_its_anchor(text: str, end: str) -> None:
    text = text.replace("\n", end)
    for block in every(markdown(text)):
        for run, there in runs(text, block):
            if there[:1] != "&":  # an entity stands for what it means
                assert there.replace("\n", " ") == run.replace("\n", " ") or "`" in text


@_FEW
@given(_document(_INLINE))
def test_a_word_is_found_again_through_place(text: str) -> None:
    for block in every(markdown(text)):
        for match in re.finditer(r"staff|4,000|50%", block.text):
            at = block.place(*match.span())
            assert at.line and at.column and at.end_column
            lines = text.split("\n")
            assert lines[at.line - 1][at.column - 1 : at.end_column - 1] == match.group()


@_FEW
@given(st.one_of(_document(_INLINE), st.text()))
def test_blocks_stand_in_order_and_nothing_else_is_raised(text: str) -> None:
    found = markdown(text.encode("utf-8", "replace").decode().replace("\0", ""))
    places = [(b.location.line or 0) for b in found.elements if not hasattr(b, "rows") and b.kind != "note"]
    assert places == sorted(places) or "<table" in text
