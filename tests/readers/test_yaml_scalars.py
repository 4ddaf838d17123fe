"""Properties: every character of a YAML scalar stands where its block says."""

from __future__ import annotations

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st

from planlint.plan import Block
from readers.outline import runs, source_at, yaml

_LINE = st.sampled_from(["Train staff", "  by July", "", "£5: 50%", "- visit", "it's “so”", "📚 x", "# no"])
_LINES = st.lists(_LINE, max_size=6)
_TEXT = st.text(st.sampled_from("ab '\"\\£📚\n\t:#-é"), max_size=20)
_STYLES = ("|", "|-", "|+", ">", ">-", ">+", "|2", ">2-")


def blocks(text: str) -> list[Block]:
    return [b for b in yaml(text).elements if isinstance(b, Block) and b.kind != "heading"]


@settings(max_examples=150, deadline=None)
@given(_LINES, st.sampled_from(_STYLES), st.sampled_from(["\n", "\r\n"]))
def test_block_scalars(lines: list[str], style: str, end: str) -> None:
    text = end.join([f"a: {style}", *("  " + line if line else "" for line in lines), "b: x"])
    try:
        meant = str(pyyaml.safe_load(text)["a"])
    except pyyaml.YAMLError:
        return
    found = [b for b in blocks(text) if b.name == "a"]
    assert " ".join(" ".join([b.marker and "-", b.text]) for b in found).split() == meant.split()
    for block in found:
        for run, there in runs(text, block):
            assert run.split() == there.split()
        if "\n" not in block.text and style.startswith("|") and block.text:
            assert source_at(text, block) == block.text


@settings(max_examples=150, deadline=None)
@given(_TEXT, st.sampled_from(["'", '"', None]), st.integers(8, 40))
def test_flow_scalars(value: str, style: str | None, width: int) -> None:
    text = pyyaml.safe_dump({"a": value, "b": "x"}, default_style=style, allow_unicode=True, width=width)
    found = [b for b in blocks(text) if b.name == "a" and b.text]
    assert " ".join(" ".join([b.marker and "-", b.text]) for b in found).split() == value.split()
    for block in found:
        for run, there in runs(text, block):
            if "\\" not in there and "''" not in there:
                assert run.split() == there.split()


@pytest.mark.parametrize(
    ("text", "word", "line", "column"),
    [
        ("a: plain\n  and on\n  to here\n", "here", 3, 6),
        ("a: 'it''s\n\n  here'\n", "here", 3, 3),
        ('a: "q \\"x\\" \\u00e9 here"\n', "here", 1, 20),
        ('a: "on \\\n     here"\n', "here", 2, 6),
        ("a: >-\n  folded\n  on to\n  here\n", "here", 4, 3),
        ("a: >\n  one\n\n    kept\n   here\n", "here", 5, 4),
        ("a: |2-\n    deep\n   here\n", "here", 3, 4),
        ("- |\n  one\n\n  here\n", "here", 4, 3),
        ("a: &x |  # note\n  here\n", "here", 2, 3),
        ("a: !!str here\n", "here", 1, 10),
    ],
)
def test_a_word_is_found_in_its_line(text: str, word: str, line: int, column: int) -> None:
    block = next(b for b in blocks(text) if word in b.text)
    start = block.text.index(word)
    at = block.place(start, start + len(word))
    assert (at.line, at.column, at.end_line, at.end_column) == (line, column, line, column + len(word))
    if at == block.location:
        assert block.text == word


def test_comments_are_found_outside_of_scalars_only() -> None:
    found = yaml(
        "a: '# no'  # one\nb: |  # two\n  # no\n  text\n# three\nc: x#no\nd: [1, # four\n  2]\n#\n"
        "e: >\n  f\n\n   # no\n#five\n"
    )
    assert [(b.text, b.location.line) for b in found.aside] == [
        ("one", 1), ("two", 2), ("three", 5), ("four", 7), ("five", 14),
    ]  # fmt: skip
