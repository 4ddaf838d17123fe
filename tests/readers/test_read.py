"""The common entry: a file name's ending chooses the reader."""

from __future__ import annotations

import subprocess
import sys

import pytest

from planlint.errors import ReadError
from planlint.readers import read
from planlint.vocabulary import load


@pytest.mark.parametrize(
    ("path", "data", "format"),
    [
        ("a.md", b"# Plan\n\ntext\n", "markdown"),
        ("folder.yaml/A.MARKDOWN", b"# Plan\n\ntext\n", "markdown"),
        ("a.yml", b"title: Plan\nnote: text\n", "yaml"),
        ("a.YAML", b"title: Plan\nnote: text\n", "yaml"),
    ],
)
def test_the_ending_chooses(path: str, data: bytes, format: str) -> None:
    plan = read(path, data, load())
    assert (plan.path, plan.format, plan.title) == (path, format, "Plan")
    assert [b.text for b in plan.blocks()] == ["Plan", "text"]


@pytest.mark.parametrize("path", ["plan.pdf", "plan", ".md", "plan.md.bak", "plan.odt"])
def test_other_endings_are_refused_and_the_right_ones_named(path: str) -> None:
    with pytest.raises(ReadError) as problem:
        read(path, b"", load())
    assert str(problem.value) == (
        f"{path}: has an ending that planlint does not read (.docx, .md, .markdown, .yaml and .yml); "
        "save it as one of these."
    )


def test_a_reader_is_loaded_when_it_is_wanted() -> None:
    code = (
        "import sys, planlint.readers as r\n"
        "assert not {'docx', 'lxml', 'markdown_it'} & set(sys.modules)\n"
        "from planlint.vocabulary import load\n"
        "r.draft('a.yaml', b'a: 1', load())\n"
        "assert not {'docx', 'lxml', 'markdown_it'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
