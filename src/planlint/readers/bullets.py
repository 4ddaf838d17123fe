"""Labelled text ("Lead: JS. By: Easter") in bullets, paragraphs and named values, taken out as blocks of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from planlint.plan import Action, Anchor, Block
from planlint.readers.columns import Columns
from planlint.readers.labels import short

_LABEL = re.compile(
    r"(?P<open>^|[.;|(\[\n\t•]|\s{2,}|,|\s[–—-])[ \t]*(?P<label>[A-Za-z](?:[\w’'/& -]|\(s\)){0,40}?)\s?"
    r"(?P<mark>:|\s[–—-](?=\s))[ \t]*",
    re.MULTILINE,
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]{3,60})[)\]]\s*[.;]?\s*\Z")
_PAIR = re.compile(r"\s*[,;/|]\s*|\s+[–—-]\s+|\s+(?=by\s)")
_PERSON = re.compile(r"(?:(?:[A-Z][\w.’'&-]*|of|and|the|/|&|for|T&L)\s*){1,6}\Z")
_LABELLED = 80
_LABEL_WORDS = 9
_TRIM = " \t\n,;|–—-("

Field = tuple[str, Block]


def cut(block: Block, start: int, end: int, name: str = "") -> Block:
    """The part of a block that is text[start:end], with its own place in the source."""
    text = block.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    before = [a for a in block.anchors if a.offset <= start][-1:]
    first = [Anchor(0, a.line, a.column + start - a.offset) for a in before]
    rest = [Anchor(a.offset - start, a.line, a.column) for a in block.anchors if start < a.offset < end]
    place = block.place(start, end)
    label = ", ".join(part for part in (place.label, name[:1].upper() + name[1:]) if part)
    return replace(
        block, text=text[start:end], location=replace(place, label=label), name=name, anchors=(*first, *rest)
    )


def fields(block: Block, columns: Columns, within: bool = True) -> tuple[Block | None, list[Field]]:
    """What stands before the first label, and the labelled parts with their roles.

    within: labels may also stand inside the text, after a stop, bracket or semicolon; else only at its beginning.
    """
    if block.name:
        found = columns.match(block.name)
        return (None, [(roles[0], block) for roles in found]) if found else (block, [])
    spots = list(_spots(block.text, columns, within))
    if not spots:
        return block, []
    ends = [s[0] for s in spots[1:]] + [len(block.text)]
    rest = cut(block, 0, _trimmed(block.text, 0, spots[0][0])) if block.text[: spots[0][0]].strip(_TRIM) else None
    named: list[Field] = []
    for (_, start, label, roles), end in zip(spots, ends, strict=True):
        part = cut(block, start, _trimmed(block.text, start, end), label)
        named += [(role, part) for role in roles]
    return rest, named


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    if end > start and text[end - 1] in ")]" and text.count("(", start, end) + text.count("[", start, end) == 0:
        end -= 1
    return end


def _spots(text: str, columns: Columns, within: bool) -> Iterator[tuple[int, int, str, list[str]]]:
    """For each label: where its part begins, where its value begins, the label, its roles."""
    at = 0
    while match := _LABEL.search(text, at):
        at = match.start("mark")  # what is no label may end where one begins
        opening, mark = match["open"], match["mark"].strip()
        first = match.start("label") == 0 or not text[: match.start("label")].strip()
        if not first and not within:
            continue
        roles = label_roles(match["label"], columns)
        short_value = mark == ":"
        minor = opening.strip() in (",", "–", "—", "-") or not short_value
        aside = minor and not first and not {"lead", "deadline"} & set(roles)
        if not roles or aside or (first and not short_value and len(text) > _LABELLED):
            continue
        at = match.end()
        yield match.start(), match.end(), match["label"].strip(), roles


def label_roles(label: str, columns: Columns, record: bool = False) -> list[str]:
    """The roles of a label; [] if it is unknown. In a record a word such as "what" is the action, elsewhere not."""
    if columns.point(label):
        return []
    found = columns.match(label) if len(label.split()) <= _LABEL_WORDS else ()
    held = [*(("action",) if record else ()), *columns.parts.get("held", [])]
    roles = [next((r for r in part if r in held), part[0]) for part in found]
    return [_people_first(r, label, columns) for r in roles]


def _people_first(role: str, label: str, columns: Columns) -> str:
    """In front of a value, "By" is followed by a day."""
    return "deadline" if role == "lead" and "deadline" in columns.match(label)[0] else role


def bracketed(block: Block, columns: Columns) -> tuple[Block, list[Field]]:
    """The text without its last bracket, and lead and deadline from it: "(JS, by Easter)"."""
    match = _BRACKET.search(block.text)
    if not match:
        return block, []
    pieces = [p for p in _PAIR.split(match[1]) if p]
    by = match[1].lower().startswith("by ") and columns.dated(match[1])
    if not by and not (
        len(pieces) >= 2 and _PERSON.match(pieces[0]) and not columns.dated(pieces[0]) and columns.dated(pieces[-1])
    ):
        return block, []
    text = cut(block, 0, match.start())
    if by:
        return text, [("deadline", cut(block, match.start(1), match.end(1)))]
    middle = match[1].index(pieces[-1], len(pieces[0]))
    who = (match.start(1), _trimmed(block.text, match.start(1), match.start(1) + middle))
    return text, [("lead", cut(block, *who)), ("deadline", cut(block, match.start(1) + middle, match.end(1)))]


def gather(named: Iterable[Field]) -> dict[str, tuple[Block, ...]]:
    """Fields by role, in their order."""
    found: dict[str, tuple[Block, ...]] = {}
    for role, block in named:
        found[role] = (*found.get(role, ()), block)
    return found


def groups(blocks: Sequence[Block]) -> list[list[Block]]:
    """List items in groups: an item of the outermost level and what hangs from it; other text ends a list."""
    found: list[list[Block]] = []
    top = 0
    for block in blocks:
        if block.kind != "item":
            top = 0
            continue
        if found and top and block.level > top:
            found[-1].append(block)
            continue
        top = max(1, block.level)
        found.append([block])
    return found


def action(group: Sequence[Block], columns: Columns) -> Action:
    """The action in a list item and the items below it."""
    rest, named = fields(group[0], columns)
    if rest is not None and not any(role in ("lead", "deadline") for role, _ in named):
        rest, more = bracketed(rest, columns)
        named += more
    texts: list[Field] = [("action", rest)] if rest is not None and rest.text.strip() else []
    for block in group[1:]:
        own, below = fields(block, columns)
        named += below
        texts += [("action", own)] if own is not None else []
    place = group[0].location
    return Action(gather([*texts, *named]), replace(place, label=place.label or short(group[0].text)), "bullet")
