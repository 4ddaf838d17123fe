"""Markdown's blocks: headings, lists, notes, comments, front matter."""

from __future__ import annotations

import pytest

from planlint.errors import ReadError
from planlint.plan import Unread
from readers.outline import markdown, outline, say


def test_headings_of_both_kinds_and_bold_lines_that_stand_as_one() -> None:
    found = markdown(
        "Our plan\n===\n\nFor *all*\n---\n\n### Goal 1 ###\n\n**Success criteria**\n\ntext\n\n"
        "**Not one.**\n\n**Nor this**\n\n# Last\n\n**A word**\nmore\n"
    )
    assert outline(found.elements) == [
        "heading1 Our plan",
        "heading2 For all",
        "heading3 Goal 1",
        "heading4 Success criteria",
        "paragraph text",
        "paragraph Not one.",
        "paragraph Nor this",
        "heading1 Last",
        "paragraph A word\nmore",
    ]


def test_lists_know_their_depth_their_marker_and_what_they_hang_from() -> None:
    found = markdown(
        "We will:\n\n- visit [schools][s]\n  - weekly\n  - by 3pm:\n\n    3. a note\n    4. a call\n- train staff\n\n"
        "  more on training\n\nNo lead-in here\n\n* [ ] open\n* [x] done\n* [X] ~~shut~~\n\n[s]: http://schools.example\n"
    )
    assert outline(found.elements) == [
        "paragraph We will:",
        "item1 • visit schools < We will:",
        "item2 • weekly < visit school",
        "item2 • by 3pm: < visit school",
        "item3 3. a note < by 3pm:",
        "item3 4. a call < by 3pm:",
        "item1 • train staff < We will:",
        "paragraph more on training < train staff",
        "paragraph No lead-in here",
        "item1 [ ] open",
        "item1 [x] done",
        "item1 [x] shut",
    ]


def test_bullets_that_are_typed_are_bullets() -> None:
    found = markdown("We will:\n• visit\n  schools\n• train\n\n• alone\n\n- item:\n  • inner\n")
    assert outline(found.elements) == [
        "paragraph We will:",
        "item1 • visit\nschools < We will:",
        "item1 • train < We will:",
        "item1 • alone",
        "item1 • item:",
        "item2 • inner < item:",
    ]


def test_inline_markup_is_taken_off_and_hard_breaks_part_lines() -> None:
    found = markdown(
        "**Lead:** JS  \n_By:_ `July` 2026\\\nfrom &pound;5 \\* <http://a.example> ![a map](m.png) two\nlines<br>end\n"
    )
    assert outline(found.elements) == [
        "paragraph Lead: JS",
        "paragraph By: July 2026",
        "paragraph from £5 * http://a.example  two\nlines",
        "paragraph end",
    ]
    assert [u.what for u in found.unread] == ['a picture ("a map")']
    assert isinstance(found.unread[0], Unread) and found.unread[0].location.line == 3


def test_quotes_and_code_are_read() -> None:
    found = markdown("> # Aim\n> said\nlazily\n\n```yaml\nlead: JS\n\n  by: July\n```\n\n    indented\n")
    assert outline(found.elements) == [
        "heading1 Aim",
        "paragraph said\nlazily",
        "code lead: JS\n\n  by: July",
        "code indented",
    ]


def test_footnotes_stand_where_they_are_referred_to_each_once() -> None:
    found = markdown(
        "One[^a] and two[^b][^a].^[Said *inline*.]\n\n- item[^c]\n- next\n\nlast\n\n"
        "[^a]: First, see[^b].\n[^b]: Second.\n\n    With more.\n[^c]: Third.\n[^d]: Alone.\n"
    )
    assert outline(found.elements) == [
        "paragraph One and two.",
        "note First, see.",
        "note Second.",
        "note With more.",
        "note Said inline.",
        "item1 • item",
        "item1 • next",
        "note Third.",
        "paragraph last",
        "note Alone.",
    ]


def test_comments_are_kept_apart_with_their_places() -> None:
    found = markdown(
        "# Plan <!-- draft 2 -->\n\n<!-- planlint: off -->\n\n[//]: # (ask the COO)\n\ntext\n<!-- two\nlines -->\n"
    )
    assert outline(found.elements) == ["heading1 Plan", "paragraph text"]
    assert [(b.text, b.location.line, b.location.column) for b in found.aside] == [
        ("draft 2", 1, 13),
        ("planlint: off", 3, 6),
        ("ask the COO", 5, 10),
        ("two\nlines", 8, 6),
    ]
    assert {b.kind for b in found.aside} == {"comment"}


def test_front_matter_is_meta_with_lines_and_columns() -> None:
    found = markdown(
        "---\ntitle: Plan 2026  # live\nperiod: {from: 2026-09-01, to: '2027-07-31'}\nowners: [NO, LP]\n"
        "about: |\n  Two\n  lines\n---\n# Aim\n"
    )
    assert [(say(b), b.location.line, b.location.column) for b in found.meta] == [
        ("value(title) Plan 2026", 2, 8),
        ("value(from) 2026-09-01", 3, 16),
        ("value(to) 2027-07-31", 3, 33),
        ("value(owners) NO", 4, 10),
        ("value(owners) LP", 4, 14),
        ("value(about) Two\nlines", 6, 3),
    ]
    assert [b.text for b in found.aside] == ["live"]
    assert outline(found.elements) == ["heading1 Aim"]


def test_front_matter_that_is_not_yaml_is_read_line_by_line() -> None:
    found = markdown("---\ntitle: Reading: a plan\n# note\nlead: [JS\n---\ntext\n")
    assert [(say(b), b.location.line) for b in found.meta] == [
        ("value(title) Reading: a plan", 2),
        ("value # note", 3),
        ("value(lead) [JS", 4),
    ]
    assert outline(found.elements) == ["paragraph text"]


def test_front_matter_that_is_never_closed_is_text() -> None:
    assert outline(markdown("---\ntitle: Plan\n").elements) == ["paragraph title: Plan"]


@pytest.mark.parametrize("text", ["", "\n \n\t\n", "\ufeff", "[a]: b\n", "---\n"])
def test_a_file_without_text_is_an_empty_draft(text: str) -> None:
    assert markdown(text).elements == []


def test_deep_lists_are_read_to_the_limit_and_refused_past_it() -> None:
    deep = "".join("  " * n + f"- level {n}\n" for n in range(55))
    assert [b.text for b in markdown(deep).elements if not hasattr(b, "rows")] == [f"level {n}" for n in range(55)]
    with pytest.raises(ReadError, match=r"plan.md: line \d+: nests lists or quotes more than 60 deep; split it"):
        markdown("".join("  " * n + "- a\n" for n in range(70)))
