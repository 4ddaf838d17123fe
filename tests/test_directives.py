from __future__ import annotations

import datetime

import pytest

from planlint import readers, vocabulary
from planlint.directives import Directive, directives

DAY = datetime.date(2027, 1, 31)


def read(text: str, name: str = "plan.md") -> tuple[Directive, ...]:
    return directives(readers.read(name, text.encode(), vocabulary.load()))


@pytest.mark.parametrize(
    ("text", "verb", "names", "reason", "until", "file"),
    [
        ("ignore a/b -- why", "ignore", ("a/b",), "why", None, ""),
        ("ignore a/b, c/* -- shared headship, until 2027-01-31", "ignore", ("a/b", "c/*"), "shared headship", DAY, ""),
        ("Ignore a/b until 2027-01-31 -- why", "ignore", ("a/b",), "why", DAY, ""),
        ("ignore a/b – why, until 2027-01-31.", "ignore", ("a/b",), "why", DAY, ""),
        ("ignore a/b -- why (until 2027-01-31)", "ignore", ("a/b",), "why", DAY, ""),
        ("ignore a/b — why", "ignore", ("a/b",), "why", None, ""),
        ("ignore a/b – why", "ignore", ("a/b",), "why", None, ""),
        ("ignore a/b -- until somebody is found", "ignore", ("a/b",), "until somebody is found", None, ""),
        ("ignore a/b", "ignore", ("a/b",), "", None, ""),
        ("ignore a/b -- ", "ignore", ("a/b",), "", None, ""),
        ("ignore a/b -- ...", "ignore", ("a/b",), "", None, ""),
        ("covers connect -- the handbook, p. 4", "covers", ("connect",), "the handbook, p. 4", None, ""),
        ("covers connect covered-in: our plan.docx", "covers", ("connect",), "", None, "our plan.docx"),
        ("connect, align-strategy covered-in b.md -- 2", "covers", ("connect", "align-strategy"), "2", None, "b.md"),
        ("covered-in: our plan.docx: connect", "covers", ("connect",), "", None, "our plan.docx"),
    ],
)
def test_what_is_said(
    text: str, verb: str, names: tuple[str, ...], reason: str, until: datetime.date | None, file: str
) -> None:
    [found] = read(f"# Plan\n\n<!-- planlint: {text} -->\n\nText.\n")
    said = (found.verb, found.names, found.reason, found.until, found.file, found.wrong)
    assert said == (verb, names, reason, until, file, "")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("disable a/b -- why", "'disable' is nothing that can be said after 'planlint:'"),
        ("ignore -- why", "it names no rule"),
        ("covers -- where", "it names no component"),
        ("ignore a/b -- why, until 31.1.2027", "'31.1.2027' is not a day written as 2027-01-31"),
        ("ignore a/b -- why, until 2027-02-30", "'2027-02-30' is not a day written as 2027-01-31"),
    ],
)
def test_what_is_not_understood_is_told_and_does_not_hold(text: str, wrong: str) -> None:
    [found] = read(f"# Plan\n\n<!-- planlint: {text} -->\n")
    assert (found.wrong, found.holds(DAY)) == (wrong, False)


def test_it_holds_with_a_reason_until_its_last_day() -> None:
    [found] = read("# Plan\n\n<!-- planlint: ignore a/b -- why, until 2027-01-31 -->\n")
    assert [found.holds(DAY + datetime.timedelta(n)) for n in (0, 1)] == [True, False]
    [bare] = read("# Plan\n\n<!-- planlint: ignore a/b -->\n")
    assert not bare.holds(DAY)


def test_other_comments_say_nothing() -> None:
    comments = "<!-- Ask Rena. -->\n\n<!-- see planlint: docs -->"
    assert read(f"# Plan\n\n{comments}\n\nplanlint: ignore a/b -- in the text\n") == ()


def test_in_yaml_it_stands_in_comments_and_under_its_own_key() -> None:
    found = read(
        "title: A plan\nplanlint:\n  - ignore a/b -- one\n  - covers connect -- two\n"
        "actions:\n  # planlint: ignore a/c -- three\n  - action: Read  # planlint: ignore a/d -- four\n    lead: RO\n",
        "plan.yaml",
    )
    assert [(d.names, d.location.line, d.whole, d.next and d.next.line) for d in found] == [
        (("a/b",), 3, True, None),
        (("connect",), 4, True, None),
        (("a/c",), 6, False, 7),
        (("a/d",), 7, False, None),
    ]


def test_what_stands_under_its_key_is_no_part_of_the_plan() -> None:
    plan = readers.read("plan.yaml", b"title: A plan\nplanlint: covers connect -- here\n", vocabulary.load())
    assert "connect" not in " ".join(b.text for b in (*plan.blocks(), *plan.meta))


def test_front_matter_may_say_it_as_nested_keys() -> None:
    [found] = read("---\nplanlint:\n  covers: connect -- here\n---\n\n# Plan\n")
    assert (found.verb, found.names, found.reason, found.whole) == ("covers", ("connect",), "here", True)


@pytest.mark.parametrize(
    ("text", "whole", "following"),
    [
        ("<!-- planlint: ignore a/b -- x -->\n# Plan\n\nText.\n", True, None),
        ("---\ntitle: A\n---\n<!-- planlint: ignore a/b -- x -->\n\n# Plan\n", True, None),
        ("# Plan\n<!-- planlint: ignore a/b -- x -->\nText.\n", False, 3),
        ("# Plan\n\n<!-- planlint: ignore a/b\n-- x -->\n\nText.\n", False, 6),
        ("# Plan\n\nText. <!-- planlint: ignore a/b -- x -->\n\nMore.\n", False, None),
    ],
)
def test_it_holds_for_the_whole_plan_its_line_or_what_comes_next(
    text: str, whole: bool, following: int | None
) -> None:
    [found] = read(text)
    assert (found.whole, found.next and found.next.line) == (whole, following)
