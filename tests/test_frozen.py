from __future__ import annotations

import contextlib
import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planlint import packs, readers
from planlint.frozen import freeze, thaw
from planlint.report import Book
from planlint.vocabulary import load
from reporters.samples import FINDING, REPORT

FIXTURES = Path(__file__).parents[1] / "fixtures"
PLAIN = [
    None, True, 1, 1.0, 0, False, "", "é\u2028\ud800\x00", (), [], {}, (1, (True, [1.0])), {"a": (1,), "b": {"c": 0}},
    frozenset({"b", "a"}), datetime.date(2026, 9, 1), Path("a/b"), [[], [[]]],
]  # fmt: skip


@pytest.mark.parametrize("value", PLAIN, ids=lambda value: type(value).__name__)
def test_plain_data_comes_back_as_it_was(value: Any) -> None:
    back = thaw(freeze(value))
    assert (back, type(back)) == (value, type(value))
    assert isinstance(value, frozenset) or repr(back) == repr(value)  # 1 is not True; a set has no order


def test_a_report_comes_back_as_it_was() -> None:
    assert thaw(freeze(REPORT)) == REPORT


@pytest.mark.parametrize("name", ["strong-school.docx", "middling-trust.md", "weak-academy.yaml"])
def test_a_whole_plan_comes_back_as_it_was(name: str) -> None:
    plan = readers.read(name, (FIXTURES / name).read_bytes(), load())
    text = freeze(plan)
    assert thaw(text) == plan
    assert text.isascii()
    assert freeze(thaw(text)) == text


def test_rules_come_back_as_they_were() -> None:
    loaded = packs.load()
    book = Book(loaded.rules, dict(loaded.versions))
    assert thaw(freeze(book)) == book


def test_what_comes_twice_is_written_once() -> None:
    assert len(freeze((FINDING,) * 100)) < len(freeze(FINDING)) + 500


def test_what_is_no_data_is_refused() -> None:
    with pytest.raises(TypeError, match="object cannot be kept"):
        freeze({"a": [object()]})


@pytest.mark.parametrize(
    "text", ["", "[]", "{", "[[0]]", '[["tuple", 5]]', '[["eval", 0]]', "[[99]]", "[[]]", '["x", ["date", 0]]',
             '["a", ["map", 0]]', '[["list"], ["map", 0, 0]]', "[" * 100_000, "null", '{"a": 1}'],
)  # fmt: skip
def test_what_was_never_frozen_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        thaw(text)


_JSON = st.recursive(st.none() | st.booleans() | st.integers(-3, 40) | st.text(max_size=5), st.lists, max_leaves=20)


@given(st.lists(_JSON | st.lists(st.sampled_from(["tuple", "map", "set", "date", "path"]) | st.integers(-3, 9))))
def test_any_json_gives_a_value_or_is_refused(parts: list[Any]) -> None:
    with contextlib.suppress(ValueError):
        thaw(json.dumps(parts))
