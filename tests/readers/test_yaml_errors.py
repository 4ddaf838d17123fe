"""What is wrong with a YAML file, said in plain words with line and column."""

from __future__ import annotations

import pytest

from planlint.errors import ReadError
from readers.outline import yaml


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: b: c\n", "line 1, column 5: is not valid YAML: a second ': ' stands where one value is expected"),
        ("a:\n  b: 1\n c: 2\n", "line 3, column 2: is not valid YAML: the line does not line up with the keys above"),
        (
            "a: 'x\nb: y\n",
            "line 1, column 4: is not valid YAML: a quotation mark is opened and never closed; close it.",
        ),
        ("a: [1, 2\nb: 3\n", "line 1, column 4: is not valid YAML: a list that '[' opens is not closed; add the ']'"),
        ("a: {b: 2\n", "line 1, column 4: is not valid YAML: a mapping that '{' opens is not closed; add the '}'"),
        ("a:\n\t- b\n", "line 2, column 1: is not valid YAML: a tab stands where only spaces may; indent with spaces."),
        ("a: @x\n", "line 1, column 4: is not valid YAML: a value may not begin with this character; put the value in"),
        (
            'a: "\\q"\n',
            "line 1, column 5: is not valid YAML: a backslash in double quotes means nothing here; use single",
        ),
        ("a: }\n", "line 1, column 4: is not valid YAML: the '}' closes nothing; delete it or put the text in quotes."),
        ("a: - b\n", "line 1, column 4: is not valid YAML: a list may not begin on this line; begin it on the next"),
        ("a: *x\n", "line 1, column 4: uses '*x', but no '&x' stands before it; define it first."),
        ("a: &x\n  b: *x\n", "line 2, column 6: '*x' stands inside what it repeats; write the value out."),
        ("a: x\x07\n", "line 1, column 5: holds the control character U+0007, which YAML does not allow; delete it."),
        (
            "a: b\nplain\n",
            "line 3, column 1: is not valid YAML: a key has no ':' behind it; add one or put the text in",
        ),
    ],
)
def test_one_line_with_place_and_remedy(text: str, said: str) -> None:
    with pytest.raises(ReadError) as problem:
        yaml(text)
    assert str(problem.value).startswith(f"plan.yaml: {said}")
    assert "\n" not in str(problem.value)
