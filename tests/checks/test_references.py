from checking import patterns, remarks, table
from planlint.checks.references import check

OPTIONS = {
    "sections": patterns(r"(?P<at>section (?P<to>\d+))"),
    "appendices": patterns(r"(?P<at>Appendix (?P<to>\w))"),
    "rows": patterns(r"see (?P<at>(?P<to>\d\.\d))"),
    "except_for": patterns("Act"),
    "no_appendix": "no appendix",
    "twice": "twice",
}
NUMBERED = "## 1. Reading\n\n{}\n\n## 2. Music\n\nWe sing.\n\n## Appendix A\n\nSongs.\n"


def _found(text):
    return [(r.found, r.severity, r.message) for r in remarks(check, text, **OPTIONS)]


def test_sections_and_appendices_that_are_not_there():
    text = NUMBERED.format(
        "As section 2 and section 7 say, with Appendix A and Appendix C.\n\nSee section 9 of the Act."
    )
    assert _found(text) == [("section 7", None, None), ("Appendix C", "note", "no appendix")]


def test_without_numbered_headings_there_is_nothing_to_compare():
    assert _found("## Reading\n\nAs section 7 says.\n") == []


def test_rows_that_are_not_there_and_references_given_twice():
    rows = ("1.1 | Read, see 4.2", "1.2 | Sing, see 1.1", "1.3 | Dig", "1.1 | Draw")
    assert _found(table("Ref | Action", *rows)) == [("4.2", None, None), ("1.1", None, "twice")]


def test_tables_that_each_count_from_one_repeat_nothing():
    one = table("Ref | Action", "1.1 | Read", "1.2 | Sing")
    two = table("Ref | Action", "1.1 | Dig", "1.2 | Draw")
    assert _found("## Indoors\n\n" + one + "## Outdoors\n\n" + two) == []
