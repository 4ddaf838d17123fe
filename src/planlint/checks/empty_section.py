"""Headings with nothing under them, tables without rows, and keys without values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planlint.checks import goals
from planlint.plan import Block, Kind, Plan, Section, Table
from planlint.reading import Reading
from planlint.rule import Remark
from planlint.vocabulary import Vocabulary, words

_NUMBER = re.compile(r"\W*(\d+(?:\.\d+)*)\b")


def check(
    reading: Reading,
    *,
    no_rows: str,
    later: tuple[re.Pattern[str], ...] = (),
    for_later: str,
    except_themes: tuple[str, ...] = (),
    containers: tuple[re.Pattern[str], ...] = (),
    optional: tuple[re.Pattern[str], ...] = (),
    kinds: tuple[Kind, ...] = (),
) -> Iterator[Remark]:
    """One remark for each, in reading order.

    no_rows:       the message for a table with column headings and no rows.
    later:         headings of what is filled in as the year goes on; they make a note, with the message for_later.
    except_themes: themes of sections that may stay empty.
    containers:    headings that are followed by what they contain at their own level ("Part A", "Appendices").
    optional:      keys of a YAML plan that may stay without a value.
    kinds:         the kinds of plan that are looked at; all, if none is given.
    """
    if kinds and reading.plan.kind not in kinds:
        return
    sections = list(reading.plan.walk())
    started = False
    for at, section in enumerate(sections):
        following = sections[at + 1] if at + 1 < len(sections) else None
        started = started or any(_says(item) for item in section.content)
        if started and section.theme not in except_themes and _is_empty(section, reading.plan):
            if _contains(section, following, containers, reading.vocabulary):
                continue
            yield _remark(section, later, for_later)
        yield from _bare_tables(section, no_rows)
    yield from _bare_keys(reading.plan, optional)


def _remark(section: Section, later: tuple[re.Pattern[str], ...], for_later: str) -> Remark:
    assert section.heading
    text = section.heading.text
    context = _as_written(section.heading, text)
    if any(pattern.search(text) for pattern in later):
        return Remark(section.heading.location, text, context, severity="note", message=for_later)
    return Remark(section.heading.location, text, context)


def _as_written(block: Block, text: str) -> str:
    """A heading or key as it stands in the file: in YAML, the key that it was made of."""
    pointer = block.location.part or ""
    key = pointer.rsplit("/", 1)[-1]
    return f"{key}:" if pointer.startswith("/") and words(key) == words(text) else text


def _is_empty(section: Section, plan: Plan) -> bool:
    """Whether a heading has nothing below it that says anything, not even something that could not be read."""
    if section.heading is None or not section.heading.text.strip() or section.sections:
        return False
    if any(_says(item) or isinstance(item, Table) for item in section.content):
        return False
    # What cannot be read is placed by the text before it, so right under a heading it has the heading's own label.
    unseen = {where.label for where in (*(u.location for u in plan.unread), *(c.location for c in plan.changes))}
    return section.heading.location.label not in unseen


def _says(item: Block | Table) -> bool:
    if isinstance(item, Block):
        return any(c.isalnum() for c in item.text)
    return any(c.isalnum() for row in item.rows for cell in row.cells for c in cell.text)


def _contains(
    section: Section, following: Section | None, containers: Sequence[re.Pattern[str]], vocabulary: Vocabulary
) -> bool:
    """Whether the headings that follow at the same level are what this one announces."""
    if following is None or following.heading is None or section.heading is None:
        return False
    text, below = section.heading.text, following.heading.text
    mine, theirs = _NUMBER.match(text), _NUMBER.match(below)
    if mine and theirs and theirs[1].startswith(mine[1].rstrip(".") + "."):
        return True
    if goals.is_goal(below, vocabulary) and not goals.is_goal(text, vocabulary):
        return True
    return following.level >= section.level and any(pattern.search(text) for pattern in containers)


def _bare_tables(section: Section, no_rows: str) -> Iterator[Remark]:
    """Tables whose columns have headings and whose rows say nothing but, at most, what numbers or names them."""
    for table in (item for item in section.content if isinstance(item, Table)):
        named = [column.heading for column in table.columns if column.heading.strip()]
        if len(named) > 1 and not _says(table):
            heads = " | ".join(" ".join(name.split()) for name in named)
            yield Remark(table.location, context=heads, values={"columns": heads}, message=no_rows)


def _bare_keys(plan: Plan, optional: Sequence[re.Pattern[str]]) -> Iterator[Remark]:
    """Keys of a YAML plan that stand beside its sections and have no value."""
    if plan.format != "yaml":
        return
    roots = [s for s in plan.sections if s.heading is None or len(plan.sections) == 1]
    beside = plan.sections if len(plan.sections) > 1 else plan.sections[0].sections if plan.sections else ()
    if len(beside) < 2:
        return
    for section in roots:
        for block in section.content:
            bare = isinstance(block, Block) and block.kind == "value" and not block.text.strip()
            if isinstance(block, Block) and bare and block.name and not _matches(block.name, optional):
                yield Remark(block.location, block.name, _as_written(block, block.name))


def _matches(name: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    return any(pattern.search(words(name)) for pattern in patterns)
