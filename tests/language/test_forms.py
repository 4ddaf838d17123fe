"""Which words a cue's word stands for."""

import pytest

from planlint.language.forms import forms
from planlint.language.spelling import beginnings


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("visit", "visits visited visiting"),
        ("meet", "meets met meeting"),
        ("child", "children"),
        ("stop", "stops stopped stopping"),
        ("plan", "plans planned planning"),
        ("codify", "codifies codified codifying"),
        ("write", "writes wrote written writing"),
        ("be", "is are was were been being"),
        ("organise", "organised organizing organizes"),
        ("colour", "colors colored"),
        ("analyse", "analyzes analysing"),
        ("programme", "program programs programmes"),
        ("centre", "centers centred centered"),
        ("practice", "practises practicing practising practised"),
        ("model", "modeling modelled"),
        ("focus", "focused focusses"),
        ("quiz", "quizzes"),
        ("criterion", "criteria"),
        ("curriculum", "curricula curriculums"),
        ("enquiry", "inquiries"),
        ("deputy", "deputies"),
        ("stopped", "stop stops stopping"),
        ("led", "lead leads leading"),
        ("used", "use uses using"),
        ("codified", "codify codifies"),
        ("agreed", "agree agrees"),
        ("own", "owns owned"),
        ("ta", "tas"),
        ("strong", "stronger strongest"),
    ],
)
def test_a_word_stands_for_its_forms(word, others):
    assert set(others.split()) - forms(word) == set()


@pytest.mark.parametrize(
    ("word", "strangers"),
    [
        ("schools", "school"),
        ("coaching", "coach coaches"),
        ("meeting", "meet met"),
        ("results", "result"),
        ("objective", "object"),
        ("experience", "experiment"),
        ("hop", "hoped hoping"),
        ("star", "stared staring"),
        ("the", "thing"),
        ("new", "news"),
        ("lead", "leader leadership"),
        ("teach", "teacher"),
        ("need", "ne nes"),
        ("left", "leave leaves"),
        ("for", "four"),
        ("policy", "police"),
    ],
)
def test_it_does_not_stand_for_other_words(word, strangers):
    assert set(strangers.split()) & forms(word) == set()


def test_a_beginning_is_read_in_both_spellings():
    assert beginnings("organis") == ("organis", "organiz")
    assert beginnings("behaviour") == ("behaviour", "behavior")
    assert beginnings("is") == ("is",)
