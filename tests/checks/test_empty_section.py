import pytest

from checking import found, patterns, remarks
from planlint.checks.empty_section import check

OPTIONS = {
    "no_rows": "no rows",
    "for_later": "later",
    "later": patterns("(?i)spring review"),
    "except_themes": ("sign-off",),
    "containers": patterns("^Part"),
    "optional": patterns("date"),
}


def test_a_heading_with_nothing_under_it():
    assert found(check, "Hello.\n\n## Reading\n\n## Music\n\nWe sing.\n\n## Art\n", **OPTIONS) == ["Reading", "Art"]


@pytest.mark.parametrize(
    "text",
    [
        "## Improvement plan\n\nHello.\n",
        "Hello.\n\n## Part A\n\n## Reading\n\nWe read.\n",
        "Hello.\n\n## Reading\n\n### Books\n\nForty.\n",
        "Hello.\n\n## 3 Reading\n\n## 3.1 Books\n\nForty.\n",
        "Hello.\n\n## Signed\n",
        "Hello.\n\n## Actions\n\n## Priority 1: Reading\n\nWe read.\n",
        "Hello.\n\n## Our ring\n\n![](ring.png)\n",
    ],
)
def test_titles_containers_and_pictures_are_left_alone(text):
    assert found(check, text, **OPTIONS) == []


def test_what_is_for_later_is_a_note():
    [remark] = remarks(check, "Hello.\n\n## Spring review\n", **OPTIONS)
    assert (remark.found, remark.severity, remark.message) == ("Spring review", "note", "later")


def test_a_table_without_rows():
    [remark] = remarks(check, "Hello.\n\n| Action | Lead |\n|---|---|\n| - | |\n", **OPTIONS)
    assert (remark.message, dict(remark.values)) == ("no rows", {"columns": "Action | Lead"})


def test_a_key_without_value_beside_sections():
    text = "music:\nnext_date:\nreading:\n  - We read daily\n  - We lend books\nart:\n  - We draw\n  - We paint\n"
    assert found(check, text, name="plan.yaml", **OPTIONS) == ["music"]
