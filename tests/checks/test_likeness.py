import pytest

from planlint.checks.likeness import contained, content, shared, stem
from planlint.vocabulary import load


@pytest.mark.parametrize(
    "words", [("visit", "visits", "visited", "visiting"), ("plan", "planned", "planning"), ("family", "families")]
)
def test_the_forms_of_a_word_have_one_stem(words):
    assert len({stem(word) for word in words}) == 1


def test_content_leaves_out_small_words_and_keeps_order():
    assert content("The visits of each head to a school", load()) == ("visit", "head", "school")


def test_shares_are_of_all_words_or_of_the_shorter_passage():
    assert shared("abc", "abd") == 0.5
    assert contained("ab", "abcd") == 1.0
    assert (shared("", ""), contained("", "a")) == (0.0, 0.0)
