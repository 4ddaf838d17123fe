from checking import found, patterns, remarks
from planlint.checks.leftovers import check
from planlint.plan import Block, Change, Location, Plan
from planlint.reading import Reading
from planlint.vocabulary import Vocabulary

HERE = Location("plan.docx", "paragraph 1")


def _changes(changes=(), aside=()):
    plan = Plan("plan.docx", "docx", changes=changes, aside=aside)
    return [
        (r.location.label, r.found, r.message, dict(r.values))
        for r in check(Reading(plan, Vocabulary({})), of="changes", comments="open")
    ]


def test_tracked_changes_are_counted():
    made = (Change("inserted", "new", HERE), Change("deleted", "old", HERE), Change("inserted", "more", HERE))
    values = {"changes": "2 inserted, 1 deleted", "count": "0"}
    assert _changes(made) == [("paragraph 1", "new", None, values)]


def test_comments_alone_are_told_too():
    assert _changes(aside=(Block("Why?", HERE, "comment"), Block("Page 1", HERE, "footer"))) == [
        ("", "", "open", {"changes": "", "count": "1"})
    ]
    assert _changes() == []


def test_marks_in_plain_text():
    text = "We read {++daily++} and sing.\n"
    assert found(check, text, of="changes", marks=patterns(r"\{\+\+.*?\+\+\}"), marked="m") == ["{++daily++}"]


def test_what_could_not_be_read_is_told_once_for_equals_side_by_side():
    text = "![](a.png)\n\n![](b.png)\n\n![Ring](c.png)\n"
    said = [r.values["what"] for r in remarks(check, text, of="unread")]
    assert said == ["a picture and 1 more like it", 'a picture ("Ring")']
