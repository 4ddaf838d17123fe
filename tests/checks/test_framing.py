"""What the words around a cue say of it, with the frames of the vocabulary."""

import pytest

from planlint import packs
from planlint.checks.framing import framed
from planlint.language import Classes, Matcher, compile_cues
from planlint.readers import read
from planlint.reading import Cues, Reading

VOCABULARY = packs.load().vocabulary
CLASSES = Classes(VOCABULARY.part("classes"))
FRAMES = {name: Cues("frames", name) for name in VOCABULARY.part("frames")}
FRAME_CUES = {FRAMES[name]: compile_cues(lines, CLASSES) for name, lines in VOCABULARY.part("frames").items()}
SOUGHT = Cues("test", "sought")
MATCHER = Matcher({**FRAME_CUES, SOUGHT: compile_cues(["peer review"], CLASSES)})


def _frames(text: str, immune: tuple[str, ...] = ()) -> list[str]:
    plan = read("plan.md", f"# Trust improvement plan 2026-27\n\n{text}\n".encode(), VOCABULARY)
    reading = Reading(plan, VOCABULARY, MATCHER, frames=FRAMES)
    return [framed(reading, hit, immune) for hit in reading.hits(SOUGHT)]


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Peer review runs in March.", ""),
        ("Nobody has arranged peer review.", "negated"),
        ("The group has yet to begin peer review.", "negated"),
        ("We have not settled which schools take part in peer review.", "negated"),
        ("Peer review is not only for heads.", ""),
        ("Peer review took place in 2019.", "long past"),
        ("Until 2022 every school had peer review.", "long past"),
        ("From 2016 to 2019 the group paid for peer review.", "long past"),
        ("Peer review was introduced last year.", "past"),
        ("Peer review was tried on three Fridays in 2021.", "long past"),
        ("Peer review, which we began in 2021, continues each term.", ""),
        ("Since 2021 there has been peer review in all schools.", ""),
        ("Peer review uses the form of 2021.", ""),
        ("The heads met for peer review in 2026.", ""),
        ("We used to have peer review.", "ended"),
        ("Peer review is used to plan visits.", ""),
        ("Peer review was wound up when the director left.", "ended"),
        ("The trust began peer review; it folded for lack of volunteers.", "ended"),
        ("The trust began peer review. Swimming lessons folded for lack of a pool.", ""),
        ("Peer review might follow.", "supposed"),
        ("There will be more peer review were the bid to succeed.", "supposed"),
        ("It is possible that peer review will be tried.", "supposed"),
        ("Perhaps in time peer review.", "supposed"),
        ("Should money be found peer review will start.", "supposed"),
        ("We may wish to look into peer review.", "supposed"),
        ("We would like peer review.", "supposed"),
        ("The head is keen on peer review.", "hoped"),
        ("The head is keen on peer review and has booked 12 May.", ""),
    ],
)
def test_a_cue_is_framed_by_the_words_around_it(text, frame):
    assert _frames(text) == [frame]


def test_a_rule_about_ending_things_still_minds_what_ended_long_ago():
    assert _frames("We stopped peer review in 2025.", immune=("past", "ended")) == [""]
    assert _frames("We stopped peer review in 2019.", immune=("past", "ended")) == ["long past"]
