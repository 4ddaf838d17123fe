"""A hit and what is around it."""

import pytest

from passages import find, unit
from planlint.language import Classes, Matcher, Span, analyse, compile_cues


def _texts(spans):
    return [span.text for span in spans]


def test_sentences_clauses_and_words_around_a_hit():
    passage = unit("No. We have no peer review, but our heads meet often. Then", above=["Working together"])
    (hit,) = find("heads meet", passage)
    analysed, (span,) = hit.analysed, hit.spans
    assert _texts(hit.sentences) == ["We have no peer review, but our heads meet often."]
    assert _texts(hit.clauses) == ["but our heads meet often"]
    assert _texts(analysed.words(span)) == ["heads", "meet"]
    assert analysed.around(span, 2, 5).text == "but our heads meet often."
    assert analysed.around(span, 0, 0) == span
    assert _texts(analysed.sentences(passage.above[0])) == ["Working together"]
    assert _texts(analysed.clauses(passage.blocks[0])) == [
        "No",
        "We have no peer review",
        "but our heads meet often",
        "Then",
    ]
    assert (hit.unit, hit.label_only, hit.own) == (passage, False, hit.spans)


def test_a_stretch_over_a_boundary_has_both_sides():
    passage = unit("One, two. Three, four. Five")
    whole = Span(passage.blocks[0], 5, 15)
    assert analyse(passage).clause_of(whole).text == "two. Three"
    assert analyse(passage).sentence_of(whole).text == "One, two. Three, four."


def test_a_block_of_another_unit_is_refused():
    with pytest.raises(KeyError):
        analyse(unit("One")).sentences(unit("One").blocks[0])


def test_label_only():
    units = [
        unit("Stop it", index=0),
        unit("Reports", above=["Stop list"], index=1),
        unit("Stop list", kind="heading", index=2),
    ]
    assert [(hit.unit.index, hit.label_only, _texts(hit.sentences)) for hit in find("stop", *units)] == [
        (0, False, ["Stop it"]),
        (1, True, ["Stop list"]),
        (2, True, ["Stop list"]),
    ]
    assert [(hit.label_only, _texts(hit.own)) for hit in find("stop ~ report", *units)] == [(False, ["Reports"])]


def test_the_quote_runs_from_first_to_last_word_of_each_block():
    (hit,) = find("stop ~ report ~ week", unit("each\n week no report", above=["We stop"]))
    assert hit.quote == "stop … week no report"


def test_overlap_and_cover():
    passage = unit("End of term reports end here")
    hits = {(hit.cue.text, hit.spans[0].start): hit for hit in find(["end of term", "report & here", "end"], passage)}
    friend, first, last, both = (
        hits["end of term", 0], hits["end", 0], hits["end", 20], hits["report & here", 12],
    )  # fmt: skip
    assert [friend.covers(first), friend.covers(last), friend.covers(both), first.covers(friend)] == [
        True, False, False, False,
    ]  # fmt: skip
    assert [friend.overlaps(first), first.overlaps(friend), friend.overlaps(last), both.overlaps(both)] == [
        True, True, False, True,
    ]  # fmt: skip


def test_a_frame_is_looked_for_in_the_clauses_of_a_hit():
    classes = Classes({})
    passage, other = unit("We have no reviews, but we meet."), unit("No meeting")
    matcher = Matcher({"not": compile_cues(["no"], classes), "cues": compile_cues(["review", "meet"], classes)})
    hits = matcher.find([passage, other])
    assert [
        (hit.quote, _texts(s for frame in hits.within("not", hit.unit, *hit.clauses) for s in frame.spans))
        for hit in hits["cues"]
    ] == [("reviews", ["no"]), ("meet", []), ("meeting", ["No"])]
    assert [hit.quote for hit in hits.of("cues", passage)] == ["reviews", "meet"]
    assert hits.of("not", unit("No")) == ()
    assert hits.analysed(passage).unit is passage
