"""The examples of docs/cues.md are true."""

import re
from pathlib import Path

import pytest

from passages import found, unit

PAGE = (Path(__file__).parents[2] / "docs" / "cues.md").read_text(encoding="utf-8")
CLASSES = {
    "SITE": ["school / academy / campus"],
    "SITES": ["# SITE / every SITE / a third"],
    "LOOK": ["visit / look at / report on"],
}


def _examples():
    for line in PAGE.splitlines():
        row = re.fullmatch(r"\| `(.+?)` \| (.+?) \| (.+?) \|", line)
        if row:
            yield row[1], row[2].split("; "), row[3].split("; ")


def _passage(cue, text):
    if not cue.startswith("^"):
        return unit(text)
    return unit(*text.split(" / "), above=["Easing the load", "Stop", "Start"], labels=[[1], [2]])


@pytest.mark.parametrize(
    ("cue", "finds", "leaves"), list(_examples()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_an_example_is_true(cue, finds, leaves):
    assert [text for text in finds if not found(cue, _passage(cue, text), classes=CLASSES)] == []
    assert [text for text in leaves if found(cue, _passage(cue, text), classes=CLASSES)] == []


def test_there_are_examples():
    assert len(list(_examples())) == 37
    assert all(f"`{name}: {lines[0]}`" in PAGE for name, lines in CLASSES.items())
