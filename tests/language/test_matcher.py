"""What each sign of the notation finds."""

import pickle

import pytest

from passages import find, found, unit
from planlint.language import Classes, Matcher, compile_cues

CLASSES = {
    "SCHOOLS": ["our school / each school / a third", "# [of our] school", "SITE"],
    "SITE": ["site / campus"],
    "LOOKAT": ["visit / look at"],
    "RING": ["red ~ blue", "green"],
}


@pytest.mark.parametrize(
    ("cue", "text", "hits"),
    [
        ("peer review", "Peer reviews; peer-review, peer‑review and PEER\u00a0\nREVIEW.", 4),
        ("peer review", "A peer. Review it. Peer, review. Peer (review)", 0),
        ("meet", "They met; the meeting meets.", 3),
        ('"meet"', "They met, meets. They Meet", 1),
        ('"HT"', "HT and ht and HTs", 1),
        ("ht", "HT and ht and HTs", 3),
        ("codif*", "Codified, codifying, a code", 2),
        ("organis*", "We organize", 1),
        ("ring-fence", "ringfence ring-fenced ring fencing", 3),
        ("walkthrough", "walk-throughs, walkthrough, walk through", 2),
        ("plan, do, review", "plan, do, review; plan-do-review; plan do review; plan: do - review", 4),
        ("plan do review", "plan, do, review", 0),
        ("a [very] good day", "A good day and a very good day", 2),
        ("(red / blue) [sky / sea] now", "red now, blue sky now, blue sea now, sea now", 3),
        ("#", "three, 5%, £4, 18 December 2026, in May 2027 and ten per cent, KS2", 6),
        ("£# / #%", "three, 5%, £4, 2026", 2),
        ("by #", "by 18 December 2026; by May", 1),
        ("HT#", "HT3, HT 4, ht-5, HT", 3),
        ("from # to #", "from 12 to 4", 1),
        ("each school's plan", "each schools plan, each school's plan, each school’s plans", 3),
        ("do not", "we don't, we do not, we don’t", 3),
        ("can not", "can't, cannot", 1),
        ("teaching and learning", "Teaching & learning", 1),
        ("T&L", "our T&L", 1),
        ("SCHOOLS visit", "our schools' visits, the campus visit", 2),
    ],
)
def test_phrases(cue, text, hits):
    assert len(found(cue, text, classes=CLASSES)) == hits


@pytest.mark.parametrize(
    ("cue", "text", "spans"),
    [
        ("stop ~ report", "Reports are many. They will stop.", [["Reports", "stop"]]),
        ("stop & report", "Reports are many. They will stop.", []),
        ("stop & report", "Reports will stop. More.", [["Reports", "stop"]]),
        ("stop > report", "Reports will stop.", []),
        ("stop > report", "We stop all of the weekly and monthly reports.", [["stop", "reports"]]),
        ("stop > report", "We stop one two three four five six seven eight nine reports.", []),
        ("stop > report > home", "Stop the reports that go home.", [["Stop", "reports", "home"]]),
        ("a > b > c", "A b, a b c", [["A", "b", "c"], ["a", "b", "c"]]),
        ("stop ~ " + "late", "stop " + "word " * 38 + "late", [["stop", "late"]]),
        ("stop ~ " + "late", "stop " + "word " * 39 + "late", []),
        ("SCHOOLS ~ LOOKAT ~ SCHOOLS", "A third visits our school.", [["A third", "visits", "our school"]]),
        ("SCHOOLS ~ LOOKAT ~ SCHOOLS", "We visit our school.", []),
        ("school ~ our school", "our school", []),
        ("retire ~ !teacher", "We retire it. A teacher.", []),
        ("retire & !teacher", "We retire it. A teacher.", [["retire"]]),
        ("retire & !teacher", "We retire a teacher.", []),
        ("retire > !teacher", "Teachers retire it.", [["retire"]]),
        ("!teacher > retire", "Teachers retire it. We retire.", [["retire"]]),
        ("(red ~ blue) / green & sky", "red. blue. green sky", [["green", "sky"]]),
        ("RING & sky", "red and blue sky", [["red", "blue", "sky"]]),
        ("RING", "blue red; green", [["blue", "red"], ["green"]]),
        ("red / (blue & sky)", "blue red sky", [["blue", "sky"], ["red"]]),
    ],
)  # fmt: skip
def test_joins(cue, text, spans):
    assert sorted(found(cue, text, classes=CLASSES)) == sorted(spans)


def test_every_place_of_every_part_is_in_a_hit():
    hits = find("stop & report", unit("A report, a second report: both stop."))
    assert [hit.quote for hit in hits] == ["report, a second report: both stop", "report: both stop"]


def test_what_stands_above_is_near_and_own_text_is_preferred():
    row = unit("weekly report " + "x " * 50, "stop it", above=["Stop list", "Reports"])
    assert found("stop ~ report", row) == [["Stop", "report"], ["Reports", "stop"]]
    near = unit("weekly report", "stop it", above=["Stop list", "Reports"])
    assert found("stop ~ report", near) == [["Stop", "report"], ["report", "stop"], ["Reports", "stop"]]


def test_only_above():
    rows = [unit("Reports", above=["Stop list"]), unit("Stop list, reports"), unit("Stop list", kind="heading")]
    assert found("^stop list", *rows) == [["Stop list"]]
    assert found("^stop list ~ report", *rows) == [["Stop list", "Reports"]]
    assert found("report ~ !^stop list", *rows) == [["reports"]]


def test_above_in_the_same_sentence_is_what_stands_over_that_text():
    row = unit("old test", "new test", above=["Trust plan", "What stops", "What starts"], labels=[[1], [2]])
    assert found("^what stops & test", row) == [["What stops", "test"]]
    assert [hit.spans[1].block is row.blocks[0] for hit in find("^what stops & test", row)] == [True]
    assert found("^trust plan & new test", row) == [["Trust plan", "new test"]]
    assert found("^what stops & ^trust", row) == [["Trust", "What stops"]]


def test_the_longest_phrase_counts_and_none_inside_it():
    assert found("school / our school / our school plan", "our school plan, a school") == [
        ["our school plan"],
        ["school"],
    ]


def test_a_class_written_twice_is_found_once():
    assert found(["SITE", "SITE / yard"], "The site.", classes=CLASSES) == [["site"], ["site"]]


def test_hits_come_in_reading_order_whatever_the_order_of_cues():
    units = [unit("b a", index=0), unit("a", above=["b"], index=1)]
    hits = find(["a", "b"], *units)
    assert [(hit.unit.index, hit.cue.text) for hit in hits] == [(0, "b"), (0, "a"), (1, "b"), (1, "a")]


def test_groups_are_apart_and_unknown_ones_an_error():
    classes = Classes({})
    matcher = Matcher({"x": compile_cues(["red"], classes), ("y", 1): compile_cues(["red", "blue"], classes), "z": ()})
    hits = matcher.find([unit("red blue")])
    assert [len(hits[key]) for key in ("x", ("y", 1), "z")] == [1, 2, 0]
    with pytest.raises(KeyError):
        hits["other"]


def test_groups_may_come_from_vocabularies_of_their_own():
    one, other = (compile_cues(["COLOUR sky"], Classes({"COLOUR": [word]})) for word in ("red", "blue"))
    hits = Matcher({1: one, 2: other}).find([unit("red sky"), unit("blue sky")])
    assert [[hit.quote for hit in hits[key]] for key in (1, 2)] == [["red sky"], ["blue sky"]]


def test_a_matcher_can_be_kept_and_brought_back():
    matcher = Matcher({"a": compile_cues(["SCHOOLS ~ LOOKAT", "RING"], Classes(CLASSES))})
    units = [unit("Two of our schools look at red and blue.")]
    again = pickle.loads(pickle.dumps(matcher)).find(units)
    assert [hit.spans for hit in again["a"]] == [hit.spans for hit in matcher.find(units)["a"]]


def test_nothing_is_found_in_nothing():
    assert found("a / #", "", "...", unit("", above=["", "—"])) == []
