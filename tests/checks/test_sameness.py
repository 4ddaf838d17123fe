import pytest

from planlint.checks.sameness import content, said

SMALL = frozenset({"the", "a", "is", "to"})


def test_content_words_are_in_lower_case_without_small_words_and_marks():
    assert content("To mend 3 fences: the Gate's done.", SMALL) == ["mend", "3", "fences", "gate's", "done"]


@pytest.mark.parametrize(
    ("text", "before", "share"),
    [("fences mended", "mend the fence", 1.0), ("fence painted", "mend the fence", 0.5), ("", "mend", 0.0),
     ("80% read", "raise reading to 80%", 1.0)],
)  # fmt: skip
def test_words_count_in_any_form(text, before, share):
    assert said(content(text, SMALL), content(before, SMALL)) == share
