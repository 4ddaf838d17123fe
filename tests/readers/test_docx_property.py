"""Whatever the bytes, a Word file gives a Draft or a ReadError; words of sound paragraphs are never lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from planlint.errors import ReadError
from planlint.readers.docx import draft
from planlint.readers.draft import Draft
from readers.wordfile import document, p, read, run, tbl, texts, tr, word

NAMES = (
    "p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del", "pPr", "rPr", "tcPr", "trPr", "numPr",
    "fldChar", "hyperlink", "txbxContent", "drawing", "pict", "footnoteReference", "sectPr", "vMerge", "gridSpan",
    "ruby", "sym", "br",
)  # fmt: skip
VALUES = ("", "0", "1", "-1", "begin", "separate", "end", "restart", "continue", "page", "9" * 20, "\u202e", "x")
SOUND = word(p("One", run("two", "<w:b/>")) + tbl(tr("a", "b")), {"styles.xml": "<x/>", "numbering.xml": "<x/>"})
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20)


def outcome(data: bytes) -> Draft | None:
    try:
        return draft("plan.docx", data)
    except ReadError as error:
        assert "\n" not in str(error)
        return None


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    outcome(data)
    outcome(b"PK\x03\x04" + data)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.binary(max_size=8)), max_size=6), st.integers(0, 40))
def test_a_sound_file_with_bytes_changed_and_its_end_cut(changes: list[tuple[int, bytes]], cut: int) -> None:
    data = bytearray(SOUND)
    for at, new in changes:
        data[at : at + len(new)] = new
    outcome(bytes(data[: len(data) - cut]))


def trees() -> st.SearchStrategy[str]:
    def element(name: str, value: str, inside: list[str]) -> str:
        attributes = f' w:val="{value}" w:id="{value}" w:fldCharType="{value}" w:type="{value}" w:char="{value}"'
        return f"<w:{name}{attributes}>{''.join(inside)}</w:{name}>"

    named = st.sampled_from(NAMES), st.sampled_from(VALUES)
    leaf = st.builds(element, *named, st.just(["x"]))
    return st.recursive(leaf, lambda inner: st.builds(element, *named, st.lists(inner, max_size=4)), max_leaves=30)


@settings(max_examples=200, deadline=None)
@given(st.lists(trees(), max_size=4), trees(), trees())
def test_any_elements_in_any_order(body: list[str], style: str, number: str) -> None:
    found = outcome(word("".join(body), {"styles.xml": document(style), "numbering.xml": document(number)}))
    assert found is not None


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(TEXT, st.lists(TEXT, min_size=1, max_size=4)), max_size=6))
def test_every_text_comes_back_in_order(content: list[str | list[str]]) -> None:
    def written(part: str | list[str]) -> str:
        return p(run(part)) if isinstance(part, str) else tbl(tr(*(f"<w:tc>{p(run(cell))}</w:tc>" for cell in part)))

    body = "".join(written(part) for part in content)
    assert texts(read(body)) == [c if isinstance(c, str) else " | ".join(c) for c in content]
