from __future__ import annotations

import pytest

from planlint.reporters.plain import ascii_only, legible, one_line, shorten, width


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("red \x1b[31malert\x07", "red [31malert"),
        ("c1 \x9b31m end", "c1 31m end"),
        ("safe\u202egnp.exe", "safegnp.exe"),
        ("two\r\nlines\rand\u2028more\ttabs", "two lines and more tabs"),
        ("im\u00adprove\u200b ment\ue000", "improve ment"),
        ("torn \ud800 half", "torn half"),
    ],
)
def test_nothing_that_a_terminal_would_obey_is_left(text: str, shown: str) -> None:
    assert one_line(text) == shown


def test_legible_text_keeps_its_lines_tabs_and_spaces() -> None:
    assert legible("a\u00a0b\tc\r\nd\x1b[2J") == "a\u00a0b\tc\nd[2J"


def test_ascii_text_keeps_what_the_marks_mean() -> None:
    assert ascii_only("“Café” – £2k … ≥ 80% 漢") == '"Cafe" - GBP 2k ... >= 80% ?'


@pytest.mark.parametrize(
    ("room", "around", "short"),
    [
        (40, "", "one two three four five six seven eight"),
        (12, "", "one two…"),
        (20, "seven", "…six seven eight"),
        (20, "five", "…four five six…"),
        (20, "not there", "one two three four…"),
    ],
)
def test_a_long_text_is_cut_between_words_around_what_matters(room: int, around: str, short: str) -> None:
    assert shorten("one two three four five six seven eight", room, around) == short
    assert len(short) <= room


def test_wide_characters_take_two_columns_and_accents_none() -> None:
    assert (width("abc"), width("漢字"), width("e\u0301")) == (3, 4, 1)
