"""Words of schools live in rules/, not in the code: no string in src/ is a term of the vocabulary."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from planlint import datafile, vocabulary

SOURCE = Path(__file__).parents[1] / "src" / "planlint"
# Files whose single words count too. Elsewhere a single word ("name", "result") is too common to be told from the
# program's own.
WORD_LISTS = ("calendar", "people", "schools")
COINCIDENCES = {
    "based on": "Word's name for the style that a style goes back to",
    "continue": "Word's name for a cell merged with the one above",
    "continuous": "Word's name for a section that starts on the same page",
    "drop": "Word's name for a large first letter",
    "march": "months are English before they are a school's",
    "meeting": "how long mending a finding takes: until the next one",
    "moderator": "who fills in the workbook's sampling sheet",
    "move to": "Word's name for text that was moved to where it stands",
    "n t": "the end of don't",
    "take up": "a kind of measure, by which rules choose",
}


@pytest.fixture(scope="module")
def own() -> frozenset[str]:
    """planlint's own names: ids in the vocabulary (roles, themes), and every name and Literal in the code."""
    names = {vocabulary.words(key) for _, content in _files() for key in _keys(content)}
    for path in SOURCE.rglob("*.py"):
        names |= {vocabulary.words(name) for name in _names(ast.parse(path.read_text(encoding="utf-8")))}
    return frozenset(names)


@pytest.fixture(scope="module")
def terms(own: frozenset[str]) -> dict[str, str]:
    """Each term to the file it stands in: phrases and abbreviations of all files, single words of the word lists."""
    found = {}
    for file, content in _files():
        for term in _strings(content):
            plain = vocabulary.words(term)
            if plain in own or plain in COINCIDENCES:
                continue
            if " " not in term and _capitals(term) > 1:
                found[term] = file.name  # as it is written: SEA is a person, sea is not
            elif " " in plain or (file.stem in WORD_LISTS and len(plain) > 3):
                found[plain] = file.name
    return found


def test_no_string_in_the_source_is_a_term_of_the_vocabulary(terms: dict[str, str]) -> None:
    found = [
        f"{path.relative_to(SOURCE)}:{node.lineno}: '{node.value}' belongs to {file}"
        for path in sorted(SOURCE.rglob("*.py"))
        for node in _literals(ast.parse(path.read_text(encoding="utf-8")))
        if (file := _file(node.value, terms))
    ]
    assert found == []


def test_the_search_would_find_one(terms: dict[str, str]) -> None:
    planted = ast.parse('def f(text):\n    """by when"""\n    return text in {"By when?", "SLT", "teacher", "plan"}')
    found = [node.value for node in _literals(planted) if _file(node.value, terms)]
    assert found == ["By when?", "SLT", "teacher"]


def _file(text: str, terms: Mapping[str, str]) -> str | None:
    return terms.get(text.strip()) or terms.get(vocabulary.words(text))


def _files() -> Iterator[tuple[Path, Mapping[str, Any]]]:
    for file in sorted((vocabulary.rules_folder() / "vocabulary").rglob("*.yaml")):
        yield file, datafile.load(file)


def _keys(part: Any) -> Iterator[str]:
    if isinstance(part, Mapping):
        yield from part
        for value in part.values():
            yield from _keys(value)


def _strings(part: Any) -> Iterator[str]:
    """The terms under a part; cues are taken apart at their slashes."""
    if isinstance(part, str):
        yield from (piece.strip(" '\"") for piece in part.split(" / "))
    elif isinstance(part, Mapping):
        for value in part.values():
            yield from _strings(value)
    elif isinstance(part, list):
        for value in part:
            yield from _strings(value)


def _capitals(term: str) -> int:
    return sum(letter.isupper() for letter in term)


def _names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.arg | ast.keyword) and node.arg:
            yield node.arg
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal":
            yield from (literal.value for literal in _literals(node.slice))


def _literals(tree: ast.AST) -> Iterator[ast.Constant]:
    """The strings in the code, docstrings and the fixed parts of f-strings left out."""
    passed = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    passed |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed:
            yield node
