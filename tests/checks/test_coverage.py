"""How a passage is judged, on cues of the test's own and the frames of the vocabulary."""

from dataclasses import replace

import pytest

from planlint import packs
from planlint.checks.coverage import assess, check
from planlint.language import Classes, Matcher, compile_cues
from planlint.plan import Plan
from planlint.readers import read
from planlint.reading import Cues, Reading
from planlint.report import Component

VOCABULARY = packs.load().vocabulary
CLASSES = Classes(VOCABULARY.part("classes"))
FRAMES = {name: Cues("frames", name) for name in VOCABULARY.part("frames")}
FRAME_CUES = {FRAMES[name]: compile_cues(lines, CLASSES) for name, lines in VOCABULARY.part("frames").items()}
TITLE = "# Trust improvement plan 2026-27\n\n"


def _read(text: str) -> Plan:
    return read("plan.md", (TITLE + text).encode(), VOCABULARY)


def _assess(text, *, scope=None, not_in=(), immune_to=(), **lists):
    keys = {name: Cues("test", name) for name in lists}
    cues = {keys[name]: compile_cues(lines, CLASSES) for name, lines in lists.items()}
    plan = _read(text)
    if scope:
        plan = replace(plan, scope=scope)
    reading = Reading(plan, VOCABULARY, Matcher({**FRAME_CUES, **cues}), frames=FRAMES)
    return assess(reading, not_in=not_in, immune_to=immune_to, **keys)


def _why(text, **lists):
    """The level, and why each passage was set aside ("" if it counts), best first."""
    level, evidence = _assess(text, **lists)
    return level, [e.why for e in evidence]


@pytest.mark.parametrize(
    ("text", "level", "why"),
    [
        ("The kitchens are painted green.", "absent", []),
        ("Peer review takes place in March.", "addressed", [""]),
        ("We believe in peer review.", "mentioned", ["hoped"]),
        ("Peer review is not used here.", "absent", ["negated"]),
        ("Peer review not only helps heads, it takes place in March.", "addressed", [""]),
        ("There could be peer review at some point.", "mentioned", ["supposed"]),
        ("Peer review was tried last year.", "mentioned", ["past"]),
        ("Peer review was tried in 2019.", "absent", ["long past"]),
        ("Peer review was tried in 2019 and is now run each term.", "addressed", [""]),
        ("Peer review has lapsed.", "absent", ["ended"]),
        ("Peer review matters.", "mentioned", ["nothing concrete"]),
    ],
)
def test_a_strong_cue_counts_if_it_is_not_framed_and_something_grounds_it(text, level, why):
    assert _why(text, strong=["peer review"]) == (level, why)


def test_a_sure_cue_needs_no_ground_but_can_be_framed():
    cue = ["visit & OTHERSCHOOL"]
    assert _why("Heads visit another school.", sure=cue) == ("addressed", [""])
    assert _why("Heads do not visit another school.", sure=cue) == ("absent", ["negated"])


def test_weak_cues_never_add_up():
    text = "We share an outlook. Our culture is strong. Monday 4 June is a day for our ethos."
    level, evidence = _assess(text, weak=["outlook", "culture", "ethos"])
    assert level == "mentioned"
    assert [e.why for e in evidence] == ["weak cue"] * 3


def test_a_false_friend_voids_only_what_it_touches():
    options = {"strong": ["coach"], "false_friends": ["football coach"]}
    assert _why("The football coach comes on Mondays.", **options) == ("absent", ["false friend"])
    assert _why("The football coach comes on Mondays; a coach sees each new teacher weekly.", **options) == (
        "addressed", ["", "false friend"],
    )  # fmt: skip


def test_a_heading_alone_is_a_label():
    assert _why("## Peer review\n\nThe kitchens are painted green.", strong=["peer review"]) == (
        "mentioned", ["label only"],
    )  # fmt: skip


def test_what_stands_under_a_telling_heading_counts():
    text = "## Stop list\n\n- The Friday return to the office\n- None this term\n"
    level, evidence = _assess(text, headings=["stop list"])
    assert level == "addressed"
    assert [e.text for e in evidence if e.counts] == ["The Friday return to the office"]
    assert _why("## Stop list\n\nTo follow.\n", headings=["stop list"])[0] == "mentioned"


def test_what_stands_in_a_telling_column_counts():
    table = "| Action | What will stop |\n|---|---|\n| Open it | The Friday return to the office |\n| Paint | |\n"
    level, evidence = _assess(table, headings=["what will stop"])
    assert level == "addressed"
    assert [e.text for e in evidence if e.counts] == ["The Friday return to the office"]


def test_a_column_that_only_names_the_priority_is_a_label():
    table = "| Priority | Action | Lead | By when |\n|---|---|---|---|\n| Peer review | Paint the hall | RO | May |\n"
    assert _why(table, strong=["peer review"]) == ("mentioned", ["label only"])


def test_sections_about_other_things_ask_for_more():
    text = "## Estates\n\nPeer review of the roofs takes place in March."
    options = {"strong": ["peer review"], "not_in": ("estates",)}
    assert _why(text, **options) == ("absent", ["other theme"])
    assert _why(text, sure=["peer review"], not_in=("estates",)) == ("addressed", [""])


def test_a_frame_can_be_what_the_rule_looks_for():
    text = "The Friday return was scrapped in 2025 and has lapsed."
    assert _why(text, sure=["scrap"], immune_to=("ended", "past", "negated")) == ("addressed", [""])
    assert _why(text.replace("scrapped", "given up"), sure=["return"]) == ("absent", ["ended"])


@pytest.mark.parametrize(("scope", "level"), [("trust", "addressed"), ("school", "mentioned")])
def test_one_schools_plan_is_read_with_other_eyes(scope, level):
    assert _assess("All teams meet on Mondays.", scope=scope, trust=["all team"])[0] == level


def test_at_most_five_passages_that_count_and_five_that_do_not():
    lines = "".join(
        f"- Peer review number {n} is in May.\n- Peer review is not used in unit {n}.\n" for n in range(1, 9)
    )
    _, evidence = _assess(lines, strong=["peer review"])
    assert [e.counts for e in evidence] == [True] * 5 + [False] * 5


def test_a_glossary_is_not_read():
    assert _why("## Glossary\n\nPeer review: a visit in March.", strong=["peer review"]) == ("absent", [])


def test_the_finding_says_which_of_two_things_is_the_matter():
    plan = _read("We believe in peer review.")
    level, evidence = _assess("We believe in peer review.", strong=["peer review"])
    mentioned = Component("x", "X", "s", level, evidence)
    [remark] = check(mentioned, plan, "only named")
    assert (remark.message, remark.severity, remark.found, remark.location.line) == (
        "only named", "warning", "We believe in peer review.", 3,
    )  # fmt: skip
    [remark] = check(Component("x", "X", "s", "absent"), plan, "only named")
    assert (remark.message, remark.severity, remark.found) == (None, None, "")
    assert list(check(Component("x", "X", "s", "addressed"), plan, "only named")) == []


def test_what_lies_partly_with_others_weighs_less_in_the_plan_of_one_school():
    told = {}
    for scope in ("school", "trust"):
        plan = replace(_read("Peer review matters."), scope=scope)
        level, evidence = _assess("Peer review matters.", scope=scope, strong=["peer review"])
        named, absent = Component("x", "X", "s", level, evidence), Component("x", "X", "s", "absent")
        remarks = [*check(absent, plan, "only named", "a school's"), *check(named, plan, "only named", "a school's")]
        told[scope] = [(remark.severity, remark.message) for remark in remarks]
    assert told == {
        "school": [("warning", "a school's"), ("note", "only named")],
        "trust": [(None, None), ("warning", "only named")],
    }
