"""A check run over a small plan in Markdown, with options and cues of the test's own."""

import re
from collections.abc import Callable
from typing import Any

from planlint.language import Classes, Matcher, compile_cues
from planlint.readers import read
from planlint.reading import Cues, Reading
from planlint.rule import Remark
from planlint.vocabulary import load

TITLE = "# Larkhill Primary improvement plan 2026-27\n\n"


def remarks(
    check: Callable[..., Any], text: str, cues: dict[str, str] | None = None, name: str = "plan.md", **options: Any
) -> list[Remark]:
    """The remarks of a check on the plan; `cues` are options that take cues, a line each."""
    vocabulary = load()
    keys = {option: Cues("test", option) for option in cues or {}}
    classes = Classes(vocabulary.part("classes"))
    groups = {keys[option]: compile_cues(lines.splitlines(), classes) for option, lines in (cues or {}).items()}
    frames = {name: Cues("frames", name) for name in vocabulary.part("frames")}
    groups |= {frames[name]: compile_cues(lines, classes) for name, lines in vocabulary.part("frames").items()}
    whole = TITLE + text if name.endswith(".md") else text
    plan = read(name, whole.encode(), vocabulary)
    return list(check(Reading(plan, vocabulary, Matcher(groups), frames=frames), **keys, **options))


def found(check: Callable[..., Any], text: str, cues: dict[str, str] | None = None, **options: Any) -> list[str]:
    """What each remark quotes."""
    return [remark.found for remark in remarks(check, text, cues, **options)]


def patterns(*lines: str) -> tuple[re.Pattern[str], ...]:
    """Regular expressions as a rule gives them."""
    return tuple(re.compile(line) for line in lines)


def table(*rows: str) -> str:
    """A table in Markdown: the first row holds the headings, cells are separated by " | "."""
    width = rows[0].count(" | ") + 1
    lines = [f"| {row} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]]) + "\n\n"
