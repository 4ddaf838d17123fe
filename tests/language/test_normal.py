import pytest
from hypothesis import given
from hypothesis import strategies as st

from planlint.language.normal import plain


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("peer review", "peer review"),
        ("peer\u00a0review\u2009x", "peer review x"),
        ("im\u00adple\u200bment", "implement"),
        ("peer\u2011review \u2013 x\u2014y", "peer-review - x\u2014y"),
        ("\u201cour way\u201d, it\u2019s", '"our way", it\'s'),
        ("\ufb01nal, cafe\u0301, na\u00efve", "final, cafe, naive"),
    ],
)
def test_one_kind_of_each_sign(text, normal):
    assert plain(text)[0] == normal


def test_offsets_lead_back_to_the_source():
    text = "a\u00ad\ufb01x"
    assert plain(text) == ("afix", [0, 2, 2, 3, 4])


@given(st.text())
def test_offsets_never_go_back_and_end_at_the_end(text):
    normal, offsets = plain(text)
    assert len(offsets) == len(normal) + 1
    assert list(offsets) == sorted(offsets)
    assert offsets[len(normal)] == len(text)
