"""What typing and typesetting put between and into words changes nothing that is found."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from passages import unit
from planlint.language import Classes, Matcher, Span, compile_cues
from planlint.language.words import read_words

CUES = [
    "peer review",
    "stop > weekly report",
    "ring-fence",
    "HEADS & meet ~ #",
    "by #",
    "each school's plan",
    "codif*",
    "^plan & stop",
]
MATCHER = Matcher({"it": compile_cues(CUES, Classes({"HEADS": ["head teacher / principal"]}))})
WORDS = [
    "peer",
    "review",
    "stop",
    "weekly",
    "reports",
    "ring",
    "fence",
    "ringfence",
    "head",
    "teachers",
    "principal",
    "met",
]
WORDS += [
    "three",
    "by",
    "2026",
    "each",
    "school's",
    "plans",
    "codified",
    "the",
    "classified",
    "file",
    ".",
    ",",
    "don't",
]
SPACES = st.sampled_from([" ", "  ", "\u00a0", "\n", "\t", "\u2009 ", " \u00ad", "\u200b "])
HYPHENS = st.sampled_from(["-", "\u2010", "\u2011", "\u2013", "\u00ad-"])


@st.composite
def noisy(draw):
    """A plain text and a noisy one of the same words: other spaces, hyphens, quotes, soft hyphens and ligatures."""
    plain, other = "", ""
    for word in draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14)):
        hyphened = draw(st.booleans()) and word.isalpha() and plain[-1:].isalpha()
        plain += "-" if hyphened else " " if plain else ""
        other += draw(HYPHENS) if hyphened else draw(SPACES) if other else ""
        plain += word
        soft = draw(st.integers(0, len(word)))
        dirty = word[:soft] + ("\u00ad" if 0 < soft < len(word) else "") + word[soft:]
        other += dirty.replace("'", "\u2019").replace("fi", draw(st.sampled_from(["fi", "\ufb01"])))
    return plain, other


def _found(text):
    """The cue, the numbers of the words hit, and whether every stretch stands in the source as it should."""
    passage = unit(text, above=["Our plan"])
    (block,) = passage.blocks
    hits = MATCHER.find([passage])
    starts = [span.start for span in hits.analysed(passage).words(Span(block, 0, len(text)))]
    return [
        (hit.cue.text, [starts.index(s.start) for s in hit.own], [_clean(s.text) for s in hit.spans])
        for hit in hits["it"]
    ]


def _clean(text):
    for sign, meant in (("\u00ad", ""), ("\u200b", ""), ("\ufb01", "fi"), ("\u2019", "'")):
        text = text.replace(sign, meant)
    for hyphen in ("\u2010", "\u2011", "\u2013"):
        text = text.replace(hyphen, "-")
    return " ".join(text.split())


@settings(max_examples=150, deadline=None)
@given(noisy())
def test_noise_changes_nothing(texts):
    plain, other = texts
    assert _found(other) == _found(plain)


def test_marks_without_a_space_cost_no_more_than_their_length() -> None:
    begun = time.process_time()
    words = read_words("Stop " + "(*" * 50_000 + " the report")
    assert words.forms == ["stop", "the", "report"]
    assert time.process_time() - begun < 8
