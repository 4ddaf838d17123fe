from checking import found, patterns, table
from planlint.checks.sensitive import check

CUES = {"matters": "sick leave / disciplinary", "except_for": "disciplinary policy"}
NAMES = patterns(r"\bM(?:r|s) [A-Z]\w+")


def _found(text):
    return found(check, text, CUES, names=NAMES)


def test_a_name_beside_what_is_confidential():
    assert _found("Mr Brisk is on sick leave.\n") == ["Mr Brisk"]


def test_a_name_that_the_plan_itself_explains():
    assert _found("Heads: A. Tallow, B. Brisk.\n\n" + table("Action | Lead", "Read | Anna Tallow")) == []


def test_posts_policies_and_names_far_away_are_left_alone():
    assert _found("The head is on sick leave.\n") == []
    assert _found("Mr Brisk renews the disciplinary policy.\n") == []
    assert _found("Mr Brisk reads. Another is on sick leave.\n") == []


def test_a_full_name_is_known_from_those_who_do_something():
    plan = table("Action | Lead | By when", "Read | Anna Tallow | May 2027") + "Anna Tallow is on sick leave.\n\n"
    assert _found(plan) == ["Anna Tallow"]
    assert _found("The Impact Assessment (IA) is about sick leave. IA: Impact Assessment.\n") == []
