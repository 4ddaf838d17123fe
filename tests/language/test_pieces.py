"""A cue's word is read as the plan's words are."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planlint import vocabulary
from planlint.language.normal import plain
from planlint.language.pieces import Piece, pieces
from planlint.language.words import read_words


def _read_alike(word):
    return [piece.form for piece in pieces(plain(word)[0]) if piece.form] == read_words(word).forms


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("and/or", (Piece("word", 0, 3, "and"), Piece("other", 3, 4), Piece("word", 4, 6, "or"))),
        ("can't", (Piece("word", 0, 2, "can"), Piece("word", 2, 5, "not"))),
        ("Head's", (Piece("word", 0, 4, "head"),)),
        ("Dec.", (Piece("word", 0, 3, "dec"), Piece("end", 3, 4))),
        ("e.g.", (Piece("word", 0, 4, "eg"),)),
        ("£12.50", (Piece("money", 0, 1), Piece("figure", 1, 6, "12.50"))),
    ],
)
def test_pieces(token, expected):
    assert pieces(token) == expected


def test_every_word_of_the_classes():
    lines = [line for lines in vocabulary.load().part("classes").values() for line in lines]
    found = {word for line in lines for word in re.findall(r"[^\s\"/\[\]()~&>!^,*#£]+", line)}
    assert len(found) > 500
    assert sorted(word for word in found if not _read_alike(word)) == []


@settings(max_examples=200, deadline=None)
@given(st.from_regex(r"[A-Za-z]{2,9}(-[a-z]{2,9})?('s|n't|s'|'ll)?", fullmatch=True))
def test_any_word(word):
    assert _read_alike(word)
