"""Where a plan says who is who: tables, key lists and definitions in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from planlint.people.classify import INITIALS, Class, classify
from planlint.people.words import Words, fold
from planlint.plan import Block, Plan, Table

Pair = tuple[str, str]
_EQUALS = re.compile(r"(?<![\w.])([A-Za-z][A-Za-z-]{1,6})\s*=\s*([^=;,\n]{3,60}?)\s*(?=[;,.\n]|$)")
_CAPITAL = r"[A-Z][\w&'’.-]*"
_BRACKET = re.compile(rf"({_CAPITAL}(?:\s+[\w&'’.-]+){{0,8}})\s*\(([A-Z][A-Za-z.'’ -]{{1,30}})(?:,[^()]*)?\)")
_COLON = re.compile(r"(?<![\w(])([A-Z][\w&'’-]*(?:\s+(?:\w[\w&'’-]*)){0,5})\s*(?:\([^)]*\))?:\s*(?=[A-Z])")
_AFTER = re.compile(r"\s*(?:,|[–-]\s|\()\s*(?:the\s+|our\s+)?([A-Za-z][\w&'’ -]{1,60})")
_LISTED = re.compile(r"(?:^|[;:]\s+)([A-Z]{2,3})\s+([A-Z][\w&'’ ]+?)\s*(?=[;(,.]|$)")
_KEY = re.compile(r"[a-z]{2,4}(?: [a-z]{1,2})?")
_FEW = 6  # words in a post behind a name
_PEOPLE = ("person", "role", "body", "group")


def pairs(plan: Plan, words: Words) -> Iterator[Pair]:
    """Pairs of aliases that the plan says are one and the same."""
    for section in plan.walk():
        for item in section.content:
            if isinstance(item, Table):
                yield from _table(item, words)
        key_list = section.heading is not None and fold(section.heading.text) in words.who
        for block in section.blocks():
            yield from _named(block, words, key_list)
            yield from _in_text(block.text, words)
    for block in plan.meta:
        yield from _named(block, words, False)


def given(people: Mapping[str, Sequence[str]], words: Words) -> Iterator[Pair]:
    """The same for people told of from outside: {"JS": ["Jane Smith", "deputy headteacher"]}."""
    for name, others in people.items():
        first = _cell(name, words)
        for other in filter(None, (_cell(text, words) for text in others)):
            if first and other.alias != first.alias:
                yield first.alias, other.alias


def _table(table: Table, words: Words) -> Iterator[Pair]:
    """A table of initials, names and posts."""
    if "action" in table.roles():
        return
    columns = [index for index, c in enumerate(table.columns) if _is_people(fold(c.heading), words)]
    if len(columns) < 2:
        return
    for row in table.rows:
        texts = [row.cells[index].text.strip() for index in columns if index < len(row.cells)]
        found = [c for c in (_cell(text, words) for text in texts) if c]
        for other in found[1:]:
            yield found[0].alias, other.alias


def _is_people(heading: str, words: Words) -> bool:
    return any(heading in names for names in words.tables.values())


def _cell(text: str, words: Words) -> Class | None:
    """What a cell of a who-is-who table holds; capital letters there are initials, whatever else they could mean."""
    if INITIALS.fullmatch(text):
        return Class("person", "initials:" + re.sub(r"[.\s]", "", text))
    found = classify(re.split(r"[,(]", text)[0], words)
    return found if found.kind in ("person", "role") else None


def _named(block: Block, words: Words, key_list: bool) -> Iterator[Pair]:
    """A key and its value: "CEO: HM", "HPL: Head of Professional Learning (J. Marchetti)"."""
    if not block.name or len(block.text) > 100:
        return
    first = _definable(block.name, words)
    if key_list and not first and _KEY.fullmatch(block.name):
        first = "initials:" + block.name.upper().replace(" ", "-")
    if first:
        for text in (*re.split(r"[,(]", block.text)[:1], *re.findall(r"\(([^()]+)\)", block.text)):
            found = classify(text, words)
            if found.kind in ("person", "role") and found.alias != first:
                yield first, found.alias


def _definable(text: str, words: Words) -> str:
    """The alias of a post or of initials that can be defined; "" for a bare "Lead"."""
    found = classify(text, words)
    if found.kind == "person" and found.alias.startswith("initials:"):
        return found.alias
    if found.kind == "role" and not found.several and (fold(text) in words.known or " " in fold(text)):
        return found.alias
    return ""


def _in_text(text: str, words: Words) -> Iterator[Pair]:
    if "=" in text:
        yield from _equals(text, words)
    if "(" in text:
        yield from _brackets(text, words)
    if ":" in text:
        yield from _colons(text, words)
    yield from _after_names(text, words)
    for match in _LISTED.finditer(text):
        found = classify(match[2], words)
        if found.kind in ("person", "role") and not found.several:
            yield "initials:" + match[1], found.alias


def _equals(text: str, words: Words) -> Iterator[Pair]:
    for match in _EQUALS.finditer(text):
        found = classify(match[2], words)
        if found.kind in _PEOPLE:
            yield "initials:" + match[1], found.alias


def _brackets(text: str, words: Words) -> Iterator[Pair]:
    for match in _BRACKET.finditer(text):
        before = _last(match[1], words)
        inside = _inside(match[2], before, words)
        if (before and inside.kind == "person" and before.alias != inside.alias) or (
            before and before.kind == "person" and inside.kind == "role" and not inside.several
        ):
            yield before.alias, inside.alias


def _inside(text: str, before: Class | None, words: Words) -> Class:
    """What brackets hold; behind a post, capitals are somebody's initials unless they shorten the post itself."""
    found = classify(text, words)
    if (
        before
        and before.kind == "role"
        and found.kind in ("role", "body")
        and INITIALS.fullmatch(text)
        and len(text) < 4
    ):
        return found if found.alias == before.alias else Class("person", "initials:" + text)
    return found


def _last(text: str, words: Words) -> Class | None:
    """The longest post, name or body that ends a run of capitalised words."""
    parts = text.split()
    for start in range(len(parts)):
        if parts[start][0].isupper():
            found = classify(" ".join(parts[start:]), words)
            if found.kind in ("person", "role", "body") and not found.several:
                return found
    return None


def _colons(text: str, words: Words) -> Iterator[Pair]:
    for match in _COLON.finditer(text):
        post = _definable(match[1], words)
        held = words.name.match(text, match.end()) or INITIALS.match(text, match.end())
        holder = classify(held[0], words) if held and not text[held.end() : held.end() + 1].isalnum() else None
        if post and holder and holder.kind == "person" and holder.alias != post:
            yield post, holder.alias


def _after_names(text: str, words: Words) -> Iterator[Pair]:
    for match in words.name.finditer(text):
        behind = _AFTER.match(text, match.end())
        person = classify(match[0], words) if behind else None
        if behind and person and person.kind == "person":
            post = _first(behind[1].split(), words)
            if post:
                yield person.alias, post


def _first(parts: list[str], words: Words) -> str:
    """The post that these words are, if they are few, or the longest known one that they begin with."""
    for size in range(min(len(parts), _FEW), 0, -1):
        found = classify(" ".join(parts[:size]), words)
        known = fold(" ".join(parts[:size])) in words.known
        if found.kind == "role" and not found.several and (known or (size > 1 and size == len(parts))):
            return found.alias
    return ""
