"""A YAML document's mappings and lists to the elements of a Draft: headings, named values, items and grids."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from planlint.plan import Block, BlockKind
from planlint.readers.draft import Draft
from planlint.readers.traced import Run, Source, Traced, join
from planlint.readers.yaml_grid import GridReading
from planlint.readers.yaml_keys import Keys, has_prose, is_flat, is_sentence, name, pairs, row_like, sentence, spoken
from planlint.readers.yaml_nodes import Node
from planlint.readers.yaml_scalars import lines, trace

DIRECTIVES = "planlint"
_LONGEST_META = 300
Pair = tuple[Node, Node]


class Document:
    """Reads one document of a file into the Draft. `prefix` stands before the JSON Pointers of a later document."""

    def __init__(self, draft: Draft, source: Source, keys: Keys, prefix: str) -> None:
        self.draft, self.source, self.keys, self.prefix = draft, source, keys, prefix
        self.text = source.text
        self.grid = GridReading(source, keys)

    def read(self, root: Node) -> None:
        """Reads the document from its root."""
        if root.kind == "mapping":
            found = [p for p in pairs(root) if name(p[0], self.text) != DIRECTIVES]
            self._directives([p for p in pairs(root) if name(p[0], self.text) == DIRECTIVES])
            self._meta(found, self.prefix)
            title, level = self.keys.plan_title(found, self.text), 1
            if title:
                called, pointer = name(title[0], self.text), self._pointer(self.prefix, title[0])
                self._heading([trace(title[1], self.text)], level, called, pointer)
                found, level = [p for p in found if p is not title], 2
            self._mapping(found, level, self.prefix, top=True)
        else:
            self._value(root, "", None, 1, self.prefix)

    def _directives(self, found: list[Pair]) -> None:
        """Keeps apart what the author tells planlint under its own name: it is no part of the plan."""
        for key, value in found:
            inner = pairs(value) if value.kind == "mapping" else [(None, item) for item in value.items or [value]]
            for verb, told in inner:
                called = f"{DIRECTIVES} {name(verb, self.text)}" if verb else DIRECTIVES
                pointer = self._pointer(self.prefix, key)
                for scalar in told.items or [told]:
                    self.draft.aside.extend(self._lines(scalar, "comment", pointer, name=called))

    def _meta(self, found: list[Pair], pointer: str) -> None:
        """Keeps what the document says about itself: the short values at the top and under a key such as "document"."""
        for key, value in found:
            called, there = name(key, self.text), self._pointer(pointer, key)
            if is_flat(value) and len(value.value) <= _LONGEST_META and (value.kind == "scalar" or value.style):
                for scalar in value.items or [value]:
                    self.draft.meta.extend(self._lines(scalar, "value", there, name=called))
            elif pointer == self.prefix and value.kind == "mapping" and called in self.keys.documents:
                self._meta(pairs(value), there)

    def _mapping(self, found: list[Pair], level: int, pointer: str, top: bool = False) -> None:
        """The values of a mapping, then what is nested in it, each under a heading of its own.

        Inside a mapping the plain values come first wherever they stand, since what follows a heading belongs to it;
        at the top a value that stands behind a heading, or is a text of some length, gets a heading itself.
        """
        plain = [(k, v) for k, v in found if self._is_value(v)]
        if top:
            first = next((i for i, p in enumerate(found) if not self._is_value(p[1])), len(found))
            plain = [p for i, p in enumerate(found) if i < first and self._is_value(p[1]) and _short(p[1])]
        for key, value in plain:
            self._named(key, value, self._pointer(pointer, key))
        beside = {id(p[1]) for p in plain}
        for key, value in found:
            if id(value) not in beside:
                self._nested(key, value, level, self._pointer(pointer, key))

    def _is_value(self, value: Node) -> bool:
        """True for what stands beside its key on the page: a scalar, or a list written in one line."""
        return value.kind == "scalar" or (is_flat(value) and value.style == "[") or value.empty

    def _named(self, key: Node, value: Node, pointer: str) -> None:
        called = name(key, self.text)
        scalars = value.items if value.kind == "sequence" else [value]
        blocks = [b for s in scalars for b in self._lines(s, "value", pointer, name=called)]
        if not blocks:
            blocks = [self._empty(key, value, pointer)]
        self.draft.elements.extend(blocks)

    def _empty(self, key: Node, value: Node, pointer: str) -> Block:
        """A key without a value: somebody left a place for it."""
        location = self.source.location(key.start, value.end, pointer)
        return Block("", location, "value", name=name(key, self.text))

    def _nested(self, key: Node, value: Node, level: int, pointer: str) -> None:
        """A key with what is nested under it: a heading, then the rest."""
        found = pairs(value) if value.kind == "mapping" else []
        title = self.keys.title(found, self.text) if self._is_section(value, found) else None
        parts = [spoken(key, self.text)]
        if title:
            parts.append(trace(title[1], self.text))
        heading = self._heading(parts, level, name(key, self.text), pointer)
        if title:
            self._mapping([p for p in found if p is not title], level + 1, pointer)
        else:
            self._value(value, name(key, self.text), heading, level + 1, pointer)

    def _is_section(self, value: Node, found: list[Pair]) -> bool:
        return bool(found) and not self.grid.is_table(value)

    def _value(self, value: Node, called: str, heading: Block | None, level: int, pointer: str) -> None:
        """What stands under a heading."""
        if value.kind == "scalar":
            kind: BlockKind = "paragraph"
            self.draft.elements.extend(self._lines(value, kind, pointer, name=called, parent=heading))
        elif value.kind == "sequence":
            self._sequence(value, called, heading, level, pointer)
        elif self.grid.is_table(value):
            self.draft.elements.append(self.grid.keyed(value, pointer))
        else:
            self._mapping(pairs(value), level, pointer)

    def _sequence(self, value: Node, called: str, heading: Block | None, level: int, pointer: str) -> None:
        """A list: texts are items, like mappings together a grid, and what is deeper a section each."""
        numbered = [(f"{pointer}/{i}", item) for i, item in enumerate(value.items)]
        kind = self._kinds(value.items)
        for what, group in groupby(numbered, key=lambda pair: kind(pair[1])):
            members = list(group)
            if what == "row":
                self.draft.elements.append(self.grid.rows([(p, n, None) for p, n in members]))
                continue
            for there, item in members:
                if what == "section":
                    self._section(item, called, level, there)
                elif what == "list":
                    self._sequence(item, called, heading, level, there)
                else:
                    self._item(item, called, heading, there)

    def _kinds(self, items: list[Node]) -> Callable[[Node], str]:
        """Says for an item of a list what it is among the others.

        A mapping of one key is a sentence with a colon in it, unless the others have that key too. The rest are the
        rows of one table if every one of them can be, else a section each.
        """
        rows = [n for n in items if n.kind == "mapping" and not is_sentence(n)]
        columns = {name(key, self.text) for row in rows for key, _ in pairs(row)}
        alone = {name(n.pairs[0][0], self.text) for n in items if is_sentence(n)}
        if len(alone) == 1 and len(items) > 1 and all(is_sentence(n) for n in items):
            columns |= alone
        table = all(row_like(n, self.keys, self.text) and not has_prose(n) for n in rows)

        def kind(item: Node) -> str:
            if item.kind == "scalar" or (is_sentence(item) and name(item.pairs[0][0], self.text) not in columns):
                return "item"
            if item.kind == "sequence":
                return "list"
            return "row" if table else "section"

        return kind

    def _item(self, item: Node, called: str, heading: Block | None, pointer: str) -> None:
        if item.kind == "mapping":
            text = sentence(item, self.text)
            self.draft.elements.append(
                self.source.block(text, "item", pointer, level=1, marker="•", name=called, parent=heading)
            )
            return
        self.draft.elements.extend(self._lines(item, "item", pointer, level=1, marker="•", name=called, parent=heading))

    def _section(self, item: Node, called: str, level: int, pointer: str) -> None:
        found = pairs(item)
        title, reference = self.keys.title(found, self.text), self.keys.reference(found, self.text)
        if not title:
            first = next((p for p in found if p[1].kind == "scalar" and not p[1].empty and _short(p[1])), None)
            title = first
        parts = [trace(p[1], self.text) for p in (reference, title) if p]
        if reference is title:
            parts = parts[:1]
        if parts and title:
            self._heading(parts, level, name(title[0], self.text), self._pointer(pointer, title[0]))
        self._mapping([p for p in found if p is not title and p is not reference], level + 1, pointer)

    def _heading(self, parts: list[Traced], level: int, called: str, pointer: str) -> Block:
        """A heading of these parts, "Priority 1" and "Maths" as "Priority 1: Maths"."""
        glued: list[Traced] = []
        for part in parts:
            part = part.strip()
            if glued and part:
                glued.append(Traced(": ", [Run(0, glued[-1].end, 0)]))
            glued.append(part)
        text = join(glued)
        block = self.source.block(text, "heading", pointer, level=level, name=called)
        self.draft.elements.append(block)
        return block

    def _lines(self, scalar: Node, kind: BlockKind, pointer: str, **fields: object) -> list[Block]:
        """The blocks of a scalar: one a paragraph or bullet in it; none if it is empty."""
        blocks: list[Block] = []
        if scalar.empty:
            return blocks
        for line in lines(scalar, self.text):
            if line.marker:
                more = {**fields, "level": 1, "marker": line.marker}
                blocks.append(self.source.block(line.text, "item", pointer, **more))
            else:
                blocks.append(self.source.block(line.text, kind, pointer, **fields))
        return blocks

    def _pointer(self, pointer: str, key: Node) -> str:
        called = key.value if key.kind == "scalar" else self.text[key.start : key.end]
        return f"{pointer}/{called.replace('~', '~0').replace('/', '~1')}"


def _short(value: Node) -> bool:
    return value.kind != "scalar" or (value.style not in ("|", ">") and len(value.value) <= _LONGEST_META)
