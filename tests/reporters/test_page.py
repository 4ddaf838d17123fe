from __future__ import annotations

from planlint.reporters.page import Page


def test_a_paragraph_is_wrapped_and_hangs_where_asked() -> None:
    page = Page(20)
    page.add("one two three four five six", indent=2, hang=3)
    assert page.text() == "  one two three four\n     five six\n"


def test_spaces_at_the_ends_of_spans_are_kept_and_two_stay_two() -> None:
    page = Page()
    page.add(("error", "bold"), "  no date", (" [a/b]", "dim"), ".")
    assert page.text() == "error  no date [a/b].\n"


def test_a_word_longer_than_the_line_is_broken() -> None:
    page = Page(20)
    page.add("x" * 45)
    assert page.text() == "x" * 20 + "\n" + "x" * 20 + "\n" + "x" * 5 + "\n"


def test_colour_changes_nothing_but_colour() -> None:
    page = Page(30)
    page.add(("error", "bold red"), " [bold]not markup[/bold] :smile:")
    painted = page.text(colour=True)
    assert "\x1b[1;31merror" in painted
    assert painted.replace("\x1b[1;31m", "").replace("\x1b[0m", "") == page.text()


def test_blank_lines_do_not_pile_up() -> None:
    page = Page()
    page.blank()
    page.add("a")
    page.blank()
    page.blank()
    page.add("b")
    assert page.text() == "a\n\nb\n"


def test_an_ascii_page_is_ascii() -> None:
    page = Page(ascii=True)
    page.add("✓ “yes” – é")
    assert page.text() == '+ "yes" - e\n'
