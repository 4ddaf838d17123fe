from __future__ import annotations

from planlint.fingerprint import fingerprint


def test_case_spacing_and_punctuation_do_not_count() -> None:
    assert fingerprint("a/b", "Train the  tutors,\nby June") == fingerprint("a/b", "train the tutors – by june.")


def test_words_and_rules_do() -> None:
    prints = {fingerprint("a/b", "by June"), fingerprint("a/b", "by July"), fingerprint("a/c", "by June")}
    assert len(prints) == 3


def test_it_is_the_same_in_every_run() -> None:
    assert fingerprint("actions/missing-lead", "Train tutors") == "a386ed8256a977c9"
