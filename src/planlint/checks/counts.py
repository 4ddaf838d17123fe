"""A number of things that is said, and another number of them that stands right below."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from planlint.checks import goals
from planlint.language import Span
from planlint.plan import Block, Kind, Section, Table
from planlint.reading import Reading
from planlint.rule import Remark
from planlint.vocabulary import Vocabulary

_LIST = 2  # items: one alone is no list


def check(
    reading: Reading,
    *,
    loose: tuple[re.Pattern[str], ...],
    own: tuple[re.Pattern[str], ...],
    kinds: tuple[Kind, ...] = ("action-plan", "implementation-plan", "strategy", "summary"),
) -> Iterator[Remark]:
    """One remark for each number that the list below it, or the plan's own goals, contradict.

    loose: what stands with a number that is no count of what follows ("including", "at most four").
    own:   what stands before a number of goals that are the plan's own ("our", "the").
    kinds: the kinds of plan that are looked at.
    """
    if reading.plan.kind not in kinds:
        return
    pattern, numbers = _compiled(reading.vocabulary)
    for section in reading.plan.walk():
        for block, count in _announced(section):
            text = block.text
            last = [m for m in pattern.finditer(text) if not _is_loose(text, m, loose)]
            if len(last) == 1 and count > 1 and (number := _number(last[0][1], numbers)) and number != count:
                yield _remark(block, last[0], count)
    yield from _goals(reading, own, loose)


def _remark(block: Block, match: re.Match[str], count: int) -> Remark:
    span = Span(block, match.start(), match.end())
    values = {"count": str(count), "noun": " ".join(match[2].split())}
    return Remark(span.location, span.text, block.text, values=values)


def _announced(section: Section) -> Iterator[tuple[Block, int]]:
    """Headings with one list right below and nothing else of that kind, and lines that lead into a list."""
    lists: list[tuple[Block | None, int]] = []
    before: Block | None = None
    run = 0
    for item in (*section.content, None):
        if isinstance(item, Block) and item.kind == "item":
            run += item.level <= 1
            continue
        if run >= _LIST:
            lists.append((before, run))
        run, before = 0, item if isinstance(item, Block) else None
    tables = any(isinstance(item, Table) for item in section.content)
    if section.heading and len(lists) == 1 and not tables and not section.sections:
        yield section.heading, lists[0][1]
    yield from ((lead_in, count) for lead_in, count in lists if lead_in and lead_in.text.rstrip().endswith(":"))


def _goals(reading: Reading, own: tuple[re.Pattern[str], ...], loose: tuple[re.Pattern[str], ...]) -> Iterator[Remark]:
    """The count in "our five priorities", where the sections of the plan are Priority 1 to 6."""
    found = goals.sections(reading.plan, reading.vocabulary)
    begins = (re.match(r"[^\W\d]+", goal.name) for goal in found)
    nouns = {match[0].lower() if match else "" for match in begins}
    if len(found) < _LIST or len(nouns) != 1 or "" in nouns:
        return
    noun = goals.plural(nouns.pop())
    lengths = {len(found), *(len(listed) for listed in goals.lists(reading.plan, reading.vocabulary))}
    _, numbers = _compiled(reading.vocabulary)
    pattern = re.compile(rf"\b({'|'.join(numbers)}|\d{{1,2}})\s+(?:\w+\s+)?({re.escape(noun)})\b", re.IGNORECASE)
    for unit in reading.units:
        if unit.theme == "review" or unit.kind == "row":
            continue
        for block in unit.blocks:
            for match in pattern.finditer(block.text):
                ours = any(p.search(block.text[: match.start()]) for p in own) and not _is_loose(
                    block.text, match, loose
                )
                if ours and (number := _number(match[1], numbers)) and number not in lengths:
                    yield _remark(block, match, len(found))


def _is_loose(text: str, match: re.Match[str], loose: tuple[re.Pattern[str], ...]) -> bool:
    around = text[max(0, match.start() - 40) : match.end() + 60]
    return any(pattern.search(around) for pattern in loose)


def _number(word: str, numbers: Mapping[str, int]) -> int:
    return int(word) if word.isdigit() else numbers[word.lower()]


@functools.lru_cache(8)
def _compiled(vocabulary: Vocabulary) -> tuple[re.Pattern[str], Mapping[str, int]]:
    """A number with a counted noun, one word between them at most; and the words for numbers."""
    part = vocabulary.part("goals")
    numbers = {word: int(value) for word, value in part.get("numbers", {}).items()}
    nouns = [*part.get("nouns", ()), *part.get("counted", ())]
    many = "|".join(re.escape(goals.plural(noun)) for noun in sorted(nouns, key=len, reverse=True))
    words = "|".join(sorted(numbers, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w.,£-])({words}|\d{{1,2}})\s+(?:[a-z]+\s+)?({many})\b(?!\s*\d)", re.IGNORECASE)
    return pattern, numbers
