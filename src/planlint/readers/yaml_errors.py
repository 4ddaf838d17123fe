"""What the YAML parser says is wrong, in plain words."""

from __future__ import annotations

from typing import Any

import yaml

_WORDS = (
    ("mapping values are not allowed", "a second ': ' stands where one value is expected", "put the value in quotes"),
    ("did not find expected key", "the line does not line up with the keys above it", "mend its indentation"),
    ("did not find expected '-'", "the line does not line up with the list above it", "mend its indentation"),
    ("did not find expected ',' or ']'", "a list that '[' opens is not closed", "add the ']' or a comma"),
    ("did not find expected ',' or '}'", "a mapping that '{' opens is not closed", "add the '}' or a comma"),
    ("did not find expected node content", "a value is missing", "write one or take the sign before it out"),
    ("did not find expected <document start>", "text stands after the plan has ended", "mend its indentation"),
    ("could not find expected ':'", "a key has no ':' behind it", "add one or put the text in quotes"),
    ("found unexpected end of stream", "a quotation mark is opened and never closed", "close it"),
    ("found unexpected document indicator", "a quotation mark is opened and never closed", "close it"),
    ("found unknown escape character", "a backslash in double quotes means nothing here", "use single quotes"),
    ("did not find expected hexdecimal", "a backslash in double quotes has no number behind it", "use single quotes"),
    ("found invalid Unicode character escape", "a backslash code means no character", "write the character"),
    ("violates indentation", "a tab stands where only spaces may indent", "indent with spaces"),
    ("cannot start any token", "a value may not begin with this character", "put the value in quotes"),
    ("block sequence entries are not allowed", "a list may not begin on this line", "begin it on the next line"),
    ("block mapping", "the keys do not line up", "mend the indentation"),
    ("undefined tag handle", "the '!' begins a tag that is not defined", "put the value in quotes"),
    ("found undefined alias", "a '*' repeats something that is not defined", "define it first"),
    ("alphabetic or numeric", "a '*' or '&' stands before no name", "put the value in quotes"),
    ("indentation indicator", "the number behind '|' or '>' is not 1 to 9", "delete it"),
    ("unknown directive", "a line begins with '%'", "put the text in quotes"),
    ("incompatible YAML document", "the file asks for a version of YAML that is not read", "delete the %YAML line"),
)


def where(problem: yaml.MarkedYAMLError) -> int | None:
    """The offset in the text to point at: for what is opened and never closed, where it is opened."""
    mark: Any = problem.problem_mark or problem.context_mark
    opened: Any = problem.context_mark
    unclosed = any(word in (problem.problem or "") for word in ("',' or", "unexpected end", "document indicator"))
    if unclosed and opened and mark and opened.line < mark.line:
        mark = opened
    return mark.index if mark else None


def plain(problem: yaml.MarkedYAMLError, text: str) -> tuple[str, str]:
    """What is wrong and what to do, for an error of the YAML parser about this text."""
    said = f"{problem.problem or ''} {problem.context or ''}"
    mark = problem.problem_mark
    sign = text[mark.index : mark.index + 1] if mark else ""
    if sign == "\t":
        return "is not valid YAML: a tab stands where only spaces may", "indent with spaces"
    if sign in ("}", "]"):
        return f"is not valid YAML: the '{sign}' closes nothing", "delete it or put the text in quotes"
    for part, what, remedy in _WORDS:
        if part in said:
            return f"is not valid YAML: {what}", remedy
    return f"is not valid YAML ({said.strip()})", "mend it there"
