"""The notation: what a line means, and what is said about a line that means nothing."""

import pytest

from planlint import datafile
from planlint.errors import RuleError
from planlint.language.cues import Classes, compile_cues
from planlint.language.nodes import NOTHING, Above, Choice, Figure, Join, Name, Sequence, Word

CLASSES = Classes({"SCHOOLS": ["our school / SITE"], "SITE": ["site"], "PAIR": ["red ~ blue"], "ODD": ["a ~"]})


def _node(line):
    return compile_cues([line], CLASSES)[0].node


def _words(*texts):
    return Sequence(tuple(Word(t) for t in texts))


A, B, C, D = (Word(letter) for letter in "abcd")


@pytest.mark.parametrize(
    ("line", "node"),
    [
        ("Visit", Word("visit")),
        ("peer visit", _words("peer", "visit")),
        ("codif*", Word("codif", "prefix")),
        ("peer-visit", Choice((_words("peer", "visit"), Word("peervisit")))),
        ("6-week", _words("6", "week")),
        ("#-week / £#", Choice((Sequence((Figure("#"), Word("week"))), Figure("£#")))),
        ("#% / £", Choice((Figure("#%"), Figure("£#")))),
        ("HT#", Choice((Word("ht", "numbered"), Sequence((Word("ht", "exact"), Figure("#")))))),
        ('"our Way"', Sequence((Word("our", "exact"), Word("Way", "cased")))),
        ("“HT”", Word("HT", "cased")),
        ("don’t / T&L", Choice((_words("do", "not"), Word("t&l")))),
        ("plan, do", Sequence((Word("plan"), Word("do", comma=True)))),
        ("a, (b / c)", Sequence((A, Choice((Word("b", comma=True), Word("c", comma=True)))))),
        ("SCHOOLS plan", Sequence((Name("SCHOOLS"), Word("plan")))),
        ("a [b / c] d", Sequence((A, Choice((Choice((B, C)), NOTHING)), D))),
        ("a (b / c)", Sequence((A, Choice((B, C))))),
        ("a / b ~ c", Join("~", (Choice((A, B)), C))),
        ("a ~ b & c > d", Join("~", (A, Join("&", (B, Join(">", (C, D))))))),
        ("(a ~ b) / c & d", Join("&", (Choice((Join("~", (A, B)), C)), D))),
        ("a ~ !b / c", Join("~", (A,), (Choice((B, C)),))),
        ("!a > b > !c", Join(">", (B,), (C,), (A,))),
        ("^a / b ~ !^c", Join("~", (Above(Choice((A, B))),), (Above(C),))),
        ("PAIR / a", Choice((Name("PAIR"), A))),
    ],
)  # fmt: skip
def test_a_line_means(line, node):
    assert _node(line) == node


@pytest.mark.parametrize(
    ("line", "column", "what"),
    [
        ("", 1, "the cue is empty"),
        ("a ~", 4, "nothing stands after '~'"),
        ("a / / b", 5, "nothing stands before '/'"),
        ("~ a", 1, "nothing stands before '~'"),
        ("a [b", 3, "'[' is not closed"),
        ("a (b]", 5, "']' closes nothing"),
        ("a b)", 4, "')' closes nothing"),
        ("a !b", 3, "'!' is out of place"),
        ("[a] [b]", 1, "everything here may be missing"),
        ("a ~ [b]", 5, "everything here may be missing"),
        ("!a", 1, "the cue only says what must not be there"),
        ("!a & !b", 1, "the cue only says what must not be there"),
        ("a > !b > c", 1, "'!' stands in the middle of a '>'"),
        ("a > ^b", 1, "'^' cannot stand with '>'"),
        ("a (!b)", 3, "'!' stands alone in brackets"),
        ("a (b ~ c)", 3, "a part with ~ & > ^ stands within a phrase"),
        ("a PAIR", 3, "a part with ~ & > ^ stands within a phrase"),
        ("SCOOLS", 1, "no class 'SCOOLS' in the vocabulary"),
        ("a: b", 2, "':' means nothing here"),
        ("a * b", 3, "'*' means nothing here"),
        ('a "b', 3, "'\"' means nothing here"),
        ('a "?"', 3, '"?" holds no word'),
        ("a - b", 3, "a '-' stands alone"),
        ("[a] [b] [c] [d] [e] [f] [g] [h] [i] [j] [k] [l] m", 1, "this stands for 4096 phrases"),
    ],
)
def test_a_line_that_means_nothing(line, column, what):
    with pytest.raises(RuleError) as raised:
        _node(line)
    assert (raised.value.what, raised.value.place) == (f"in the cue '{line}': {what}", f"column {column} of the cue")


def test_the_nearest_class_is_named():
    with pytest.raises(RuleError) as raised:
        _node("SCOOLS")
    assert raised.value.remedy == 'did you mean SCHOOLS? If not, write "SCOOLS" for the letters'


def test_the_file_line_and_column_of_a_cue_are_named(tmp_path):
    file = tmp_path / "rule.yaml"
    file.write_text("sure:\n  - fine\n  - 'here ~'\n", encoding="utf-8")
    lines = datafile.load(file)["sure"]
    assert [(c.text, c.line) for c in compile_cues(lines[:1], CLASSES)] == [("fine", 0)]
    with pytest.raises(RuleError) as raised:
        compile_cues(lines, CLASSES, str(file))
    assert str(raised.value) == (
        f"{file}: line 3, column 12: in the cue 'here ~': nothing stands after '~'; write what should stand there."
    )


def test_a_mistake_in_a_class_is_named_where_it_stands(tmp_path):
    (tmp_path / "a.yaml").write_text("ONE: [fine]\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("BAD:\n  - x /\n", encoding="utf-8")
    with pytest.raises(RuleError) as raised:
        compile_cues(["BAD"], Classes({"BAD": ["x /"]}, str(tmp_path / "a.yaml")), "rule.yaml")
    assert (raised.value.path, raised.value.place) == (str(tmp_path / "b.yaml"), "line 2, column 8")


def test_a_class_that_uses_itself():
    classes = Classes({"ONE": ["TWO / a"], "TWO": ["b ONE"]}, "classes.yaml")
    for _ in range(2):
        with pytest.raises(RuleError) as raised:
            classes.check()
        assert str(raised.value) == (
            "classes.yaml: column 3 of the cue: in the cue 'b ONE': the class ONE uses itself (ONE > TWO > ONE);"
            " take it out of one of them."
        )


@pytest.mark.parametrize("lines", ["a / b", [], {"a": "b"}])
def test_a_class_is_a_list(lines):
    with pytest.raises(RuleError, match="the class 'ONE' holds no list of cues"):
        Classes({"ONE": lines}).check()


def test_a_cue_is_a_line():
    with pytest.raises(RuleError, match="a cue is a line of text, not a list or mapping; put it in quotes"):
        compile_cues([{"a": "b"}], CLASSES)
