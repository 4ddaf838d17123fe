"""The goals of a plan: sections of their own, lists and tables that name them, and what actions say they belong to."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planlint.plan import Action, Block, Plan, Section, Table
from planlint.vocabulary import Vocabulary

PRIORITY = "priority"
_NUMBER = re.compile(r"\W*(?:[A-Z]{1,4}[ -]?)?(\d{1,2})(?![\w%]|[.,:]\d)[):.–-]*\s+|\W*([A-Z])[):.–-]+\s+")
_ID = r"(?:\s+(?:no\.?|number)?\s*#?|\s*#)(\d{1,2}|[A-Z]|[IVX]{1,4})"
_BARE = re.compile(r"[A-Z]{0,3}\d{1,2}|[A-Z]")
_CODE = re.compile(r"([A-Z]{1,4}\d{1,2})\b")
_LABEL, _NAMED = 16, 10  # characters of what stands before a goal's colon; words that name a goal
_LONGEST = 9  # words of a heading that names a list of goals


@dataclass(frozen=True, slots=True, eq=False)
class Goal:
    """One goal where it is named.

    name:    what it is called for short ("Priority 2", or its first words).
    number:  its number, letter or code ("2", "B", "WS1"); "" if it has none.
    text:    the words that name it, without the number.
    block:   where they stand.
    section: the section that is about it, if its heading names it.
    """

    name: str
    number: str
    text: str
    block: Block
    section: Section | None = None


def sections(plan: Plan, vocabulary: Vocabulary) -> tuple[Goal, ...]:
    """The goals that have a section of their own, in reading order."""
    return tuple(goal for section in plan.sections for goal in _sections(section, None, _words(vocabulary)))


def lists(plan: Plan, vocabulary: Vocabulary) -> tuple[tuple[Goal, ...], ...]:
    """The lists that name at least two goals under a heading or line that says so ("Our four priorities")."""
    words = _words(vocabulary)
    return tuple(found for section in plan.walk() for found in _lists(section, words) if len(found) > 1)


def of_actions(plan: Plan, vocabulary: Vocabulary) -> tuple[Goal, ...]:
    """The goals under which tables put their actions, each once: sub-headings, columns, cells merged downwards."""
    found: dict[str, Goal] = {}
    words = _words(vocabulary)
    for action in plan.actions:
        for block in action.blocks(PRIORITY):
            if block.kind != "heading":
                found.setdefault(" ".join(block.text.lower().split()), named(block, words=words))
    return tuple(found.values())


def named(block: Block, section: Section | None = None, name: str = "", words: Words | None = None) -> Goal:
    """The goal that a block names, its number taken from the text or from the list's marker."""
    text = " ".join(block.text.split())
    label = words.label.match(text) if words else None
    code = _CODE.match(text)
    match = _NUMBER.match(text)
    number = label[1] if label else code[1] if code else (match[1] or match[2]) if match else _marker(block)
    begins = label or code or match
    if not begins and _BARE.fullmatch(text):
        number = text  # a column that gives the letter or number alone
    rest = text[begins.end() :].strip(" :.–-") if begins else text
    return Goal(name or short(text), number.upper(), rest or text, block, section)


def _marker(block: Block) -> str:
    found = re.fullmatch(r"\W*(\w{1,4})\W*", block.marker)
    return found[1] if found else ""


def is_goal(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading names one goal by word and number ("Priority 2: Reading")."""
    return _words(vocabulary).label.match(" ".join(text.split())) is not None


def mentioned(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The numbers of the goals that a text names ("1" and "3" of "Goal 1; supports goal 3")."""
    return tuple(match[1].upper() for match in _words(vocabulary).label.finditer(text))


def acts(section: Section) -> Iterator[Action]:
    """The actions that stand in a section or below it."""
    for inner in section.walk():
        yield from (action for action in inner.actions if action.fields)


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary's words for goals, compiled."""

    label: re.Pattern[str]
    plural: re.Pattern[str]
    not_own: re.Pattern[str]


@functools.lru_cache(8)
def _words(vocabulary: Vocabulary) -> Words:
    part = vocabulary.part("goals")
    nouns = sorted(part.get("nouns", ["goal"]), key=len, reverse=True)
    single = "|".join(map(re.escape, nouns))
    many = "|".join(re.escape(plural(noun)) for noun in nouns)
    not_own = "|".join(map(re.escape, part.get("not_own", []))) or "(?!)"
    return Words(
        re.compile(rf"\W*(?:\w+\s+)?(?:{single}){_ID}\b[:.)–-]*\s*", re.I),
        re.compile(rf"\b(?:{many})\b", re.I),
        re.compile(rf"\b(?:{not_own})\b", re.I),
    )


def plural(noun: str) -> str:
    """The plural of a noun, or of the first word of a phrase such as "area of focus"."""
    first, joint, rest = noun.partition(" of ") if " of " in noun else noun.partition(" for ")
    many = first[:-1] + "ies" if first.endswith("y") and first[-2] not in "aeiou" else first + "s"
    return many + joint + rest


def _sections(section: Section, over: Goal | None, words: Words) -> Iterator[Goal]:
    found = None
    if section.heading and not over:
        label = section.location.label.split(",")[0] if section.location else ""
        text = " ".join(section.heading.text.split())
        if words.label.match(text) or (_CODE.match(text) and label == _CODE.match(text)[1]):  # type: ignore[index]
            found = named(section.heading, section, label if words.label.match(label) else "", words)
            yield found
    inner = found or over
    for below in section.sections:
        yield from _sections(below, inner, words)
    if not inner and section.heading and _names_goals(section.heading.text, section.theme, words):
        direct = [s for s in section.sections if s.heading]
        numbered = [s for s in direct if s.heading and words.label.match(" ".join(s.heading.text.split()))]
        if len(direct) > 1 and not numbered and not any(_coded(s) for s in direct):
            yield from (named(s.heading, s) for s in direct if s.heading)


def _coded(section: Section) -> bool:
    return bool(section.heading and _CODE.match(section.heading.text.strip()))


def _names_goals(text: str, theme: str | None, words: Words) -> bool:
    plain = " ".join(text.split())
    own = theme in (None, "actions", "vision-goals") and len(plain.split()) <= _LONGEST
    return own and bool(words.plural.search(plain)) and not words.not_own.search(plain)


def _lists(section: Section, words: Words) -> Iterator[tuple[Goal, ...]]:
    """Lists and tables right under a heading that names goals, and lists behind a line that does."""
    headed = section.heading is not None and _names_goals(section.heading.text, section.theme, words)
    lead_in: Block | None = None
    items: list[Block] = []
    for item in (*section.content, None):
        if isinstance(item, Block) and item.kind == "item":
            if item.level <= 1:
                items.append(item)
            continue
        if items and (headed or _leads_in(lead_in, section, words)):
            yield tuple(named(block, words=words) for block in items)
        items = []
        lead_in = item if isinstance(item, Block) else None
        if isinstance(item, Table) and headed and not section.actions:
            yield tuple(named(block, words=words) for block in _firsts(item))


def _leads_in(block: Block | None, section: Section, words: Words) -> bool:
    text = " ".join(block.text.split()) if block else ""
    last = re.split(r"(?<=[.!?])\s", text)[-1]
    return text.endswith(":") and section.theme != "review" and _names_goals(last, None, words)


def _firsts(table: Table) -> Sequence[Block]:
    """Of each row the cell that names the goal: under a heading that says so, else the first with words."""
    at = next((n for n, column in enumerate(table.columns) if column.role == PRIORITY), None)
    found = []
    for row in table.rows:
        cells = [row.cells[at]] if at is not None and at < len(row.cells) else list(row.cells)
        blocks = [b for cell in cells if not cell.carried for b in cell.blocks if re.search(r"[a-z]{3}", b.text)]
        found.extend(blocks[:1])
    return found


def short(text: str) -> str:
    """The first words of a goal, to name it by: "Priority 2: Reading" of a whole paragraph that begins so."""
    plain = " ".join(text.split())
    label, colon, rest = plain.partition(":")
    first = re.split(r"(?<!^[A-Z\d])[.;(:](?=\s|$)", rest if colon and len(label) < _LABEL else plain, maxsplit=1)[0]
    words = (f"{label}:{first}" if colon and len(label) < _LABEL else first).strip().split()
    return " ".join(words[:_NAMED]) + ("…" if len(words) > _NAMED else "") or plain
