"""A text as words, sentences and clauses."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planlint.language.words import read_words


def _forms(text):
    return read_words(text).forms


def _sentences(text):
    return [text[a:b] for a, b in read_words(text).sentences]


def _clauses(text):
    return [text[a:b] for a, b in read_words(text).clauses]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Peer-review, peer review", ["peer", "review", "peer", "review"]),
        ("and/or T&L & maths", ["and", "or", "t&l", "and", "maths"]),
        ("the school's heads' plan", ["the", "school", "heads", "plan"]),
        ("don't, can’t, won't, we'll", ["do", "not", "can", "not", "will", "not", "we", "will"]),
        ("dont cannot", ["dont", "cannot"]),
        ("the 'new way' \"works\"", ["the", "new", "way", "works"]),
        ("0.4FTE, 3-year, £10,000, 12/11/2026", ["0.4", "fte", "3", "year", "10,000", "12/11/2026"]),
        ("KS2, 1st, 5pm, 2x", ["ks2", "1st", "5", "pm", "2", "x"]),
        ("e.g. U.K. p.m.", ["eg", "uk", "pm"]),
        ("office@elm.example https://elm.example/peer-review", ["office@elm.example", "https://elm.example/peer-review"]),
        ("*** — … 🙂", []),
        ("", []),
    ],
)  # fmt: skip
def test_words(text, forms):
    assert _forms(text) == forms


def test_figures():
    words = read_words("£5 and 10% and 3 per cent, five percent, KS2, ten")
    found = [(w, f) for w, f in zip(words.forms, words.figures, strict=True) if f]
    assert found == [("5", "£#"), ("10", "#%"), ("3", "#%"), ("five", "#%"), ("ten", "#")]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("We meet. They visit! Why?", ["We meet.", "They visit!", "Why?"]),
        ("Led by Mr. Bell, e.g. No. 4 at St. Ann's. Then", ["Led by Mr. Bell, e.g. No. 4 at St. Ann's.", "Then"]),
        ("By Dec. 2026. By Dec. Then", ["By Dec. 2026.", "By Dec.", "Then"]),
        ("Books, pens, etc. are cut. etc. All", ["Books, pens, etc. are cut.", "etc.", "All"]),
        ("Audit it; visit them", ["Audit it;", "visit them"]),
        ("1. Visit. 2. Report", ["1. Visit.", "2. Report"]),
        ("• Visit • Report", ["Visit •", "Report"]),
        ("J. Bell leads... and stays", ["J. Bell leads... and stays"]),
        ("done. next", ["done.", "next"]),
        ("see plan.md at 3.30", ["see plan.md at 3.30"]),
        ("We meet.\nThey\nvisit", ["We meet.", "They\nvisit"]),
    ],
)
def test_sentences(text, sentences):
    assert _sentences(text) == sentences


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("We visit, but they stay", ["We visit", "but they stay"]),
        ("We visit but they stay", ["We visit", "but they stay"]),
        ("No visits, walks or talks this year", ["No visits", "walks or talks this year"]),
        ("No visits, walks or talks", ["No visits, walks or talks"]),
        ("No visits, walks, talks or tours", ["No visits, walks, talks or tours"]),
        ("Last year, the five heads met", ["Last year", "the five heads met"]),
        ("Off from May: the tests", ["Off from May", "the tests"]),
        ("A plan – which is new – and good", ["A plan", "which is new", "and good"]),
        ("One (of five) goes. Two go", ["One", "of five", "goes", "Two go"]),
        ("school—home", ["school", "home"]),
    ],
)
def test_clauses(text, clauses):
    assert _clauses(text) == clauses


@given(st.text(alphabet="ab .,;:-–—'\"()\u00ad\u00a0\n1£%é&/ﬁ", max_size=60))
def test_places_lie_in_the_text_in_order_and_in_their_sentence_and_clause(text):
    words = read_words(text)
    places = list(zip(words.starts, words.ends, strict=True))
    assert all(0 <= a < b <= len(text) for a, b in places)
    assert all(b <= c for (_, b), (c, _) in pairwise(places))
    for number, stretches in ((words.sentence, words.sentences), (words.clause, words.clauses)):
        assert sorted(set(number)) == list(range(len(stretches)))
        assert all(stretches[n][0] <= a and b <= stretches[n][1] for n, (a, b) in zip(number, places, strict=True))
