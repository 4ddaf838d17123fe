"""YAML text to a tree of nodes that know their place, built from the parser's events without recursion.

PyYAML's own composing calls itself for every level, so that a hostile file ends it; and it expands nothing, so that
whoever walks its tree expands the aliases. Here depth, size and cycles are known before anybody walks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

import yaml

from planlint.errors import ReadError
from planlint.readers.limits import MAX_BYTES, MAX_DEPTH, MAX_DOCUMENTS, MAX_KEY, MAX_NODES
from planlint.readers.traced import Source
from planlint.readers.yaml_errors import plain, where

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNPRINTABLE = re.compile("[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_PROPERTIES = re.compile(r"(?:[&!]\S*(?:\s+(?:#[^\n]*\n\s*)*|$))+")
_NULL = re.compile(r"~|null|Null|NULL|")


@dataclass(slots=True)
class Node:
    """A YAML node and the stretch of source it fills.

    value: a scalar's text; style: how it is written ("", "'", '"', "|", ">"), or "[" for a flow collection.
    pairs, items: what a mapping or sequence holds; size, weight: its nodes and characters, aliases counted each time.
    """

    kind: Literal["scalar", "mapping", "sequence"]
    start: int
    end: int
    value: str = ""
    style: str = ""
    pairs: list[tuple[Node, Node]] = field(default_factory=list)
    items: list[Node] = field(default_factory=list)
    size: int = 1
    weight: int = 0
    key: Node | None = None

    @property
    def empty(self) -> bool:
        """True for null, an empty text and a collection of nothing."""
        if self.kind == "scalar":
            return not self.value.strip() or (self.style == "" and bool(_NULL.fullmatch(self.value)))
        return not self.pairs and not self.items


def compose(source: Source) -> tuple[list[Node], list[Node]]:
    """The root node of each document in the text, and every scalar as it stands in the source, keys among them.

    Raises ReadError with line and column for what is not YAML and for what goes past a limit.
    """
    if bad := _UNPRINTABLE.search(source.text):
        what = f"holds the control character U+{ord(bad.group()):04X}, which YAML does not allow"
        raise ReadError(source.path, what, "delete it", _place(source, bad.start()))
    return _Composing(source).compose()


def _place(source: Source, offset: int) -> str:
    line, column = source.place(offset)
    return f"line {line}, column {column}"


class _Composing:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.open: list[Node] = []
        self.anchors: dict[str, Node] = {}
        self.roots: list[Node] = []
        self.scalars: list[Node] = []

    def compose(self) -> tuple[list[Node], list[Node]]:
        for event in self._events():
            match event:
                case yaml.DocumentStartEvent():
                    self.anchors = {}
                case yaml.ScalarEvent():
                    style = event.style or ""
                    node = self._new(event, "scalar", event.value, "" if style == ":" else style)
                    node.start = self._past_properties(node)
                    node.weight = len(event.value)
                    self.scalars.append(node)
                    self._add(node)
                case yaml.AliasEvent():
                    self._add(self._known(event))
                case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    kind: Any = "mapping" if isinstance(event, yaml.MappingStartEvent) else "sequence"
                    self.open.append(self._new(event, kind, "", "[" if event.flow_style else ""))
                    if len(self.open) > MAX_DEPTH:
                        self._refuse(event, f"nests more than {MAX_DEPTH} deep", "take the inner levels out")
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._close(event)
        return self.roots, self.scalars

    def _close(self, event: Any) -> None:
        node = self.open.pop()
        node.end = event.end_mark.index
        if node.style == "[":
            self._mend_commas(node)
        self._add(node)

    def _events(self) -> Iterator[Any]:
        try:
            yield from yaml.parse(self.source.text, Loader=_LOADER)
        except yaml.MarkedYAMLError as problem:
            what, remedy = plain(problem, self.source.text)
            at = where(problem)
            raise ReadError(self.source.path, what, remedy, "" if at is None else _place(self.source, at)) from problem
        except yaml.YAMLError as problem:
            raise ReadError(self.source.path, f"is not valid YAML ({problem})", "mend it") from problem

    def _new(self, event: Any, kind: Literal["scalar", "mapping", "sequence"], value: str, style: str) -> Node:
        node = Node(kind, event.start_mark.index, event.end_mark.index, value, style)
        if event.anchor:
            self.anchors[event.anchor] = node
        return node

    def _past_properties(self, node: Node) -> int:
        """Where a scalar's own text begins, behind its anchor and tag."""
        match = _PROPERTIES.match(self.source.text, node.start, node.end)
        return match.end() if match else node.start

    def _known(self, event: Any) -> Node:
        node = self.anchors.get(event.anchor)
        if node is None:
            self._refuse(event, f"uses '*{event.anchor}', but no '&{event.anchor}' stands before it", "define it first")
        elif any(node is holder for holder in self.open):
            self._refuse(event, f"'*{event.anchor}' stands inside what it repeats", "write the value out")
        assert node is not None
        return node

    def _add(self, node: Node) -> None:
        """Puts a finished node where it belongs and counts it."""
        if not self.open:
            self.roots.append(node)
            if len(self.roots) > MAX_DOCUMENTS:
                raise self._too_much(f"holds more than {MAX_DOCUMENTS:,} documents", node)
            return
        holder = self.open[-1]
        holder.size += node.size
        holder.weight += node.weight
        if holder.size > MAX_NODES:
            what = f"holds more than {MAX_NODES:,} values (what '*' repeats is counted each time)"
            raise self._too_much(what, node)
        if holder.weight > MAX_BYTES:
            raise self._too_much(f"says more than {MAX_BYTES:,} characters when all '*' are written out", node)
        if holder.kind == "sequence":
            holder.items.append(node)
        elif holder.key is None:
            if node.end - node.start > MAX_KEY:
                raise self._too_much(f"has a key of more than {MAX_KEY:,} characters", node)
            holder.key = node
        else:
            holder.pairs.append((holder.key, node))
            holder.key = None

    def _too_much(self, what: str, node: Node) -> ReadError:
        return ReadError(self.source.path, what, "split it or make it plainer", _place(self.source, node.start))

    def _mend_commas(self, node: Node) -> None:
        """Puts a value together again that has a comma in it and no quotes: {type: special (MLD, autism), roll: 168}.

        YAML takes what stands behind the comma for a further key; without ":" it never was one.
        """
        mended: list[tuple[Node, Node]] = []
        for key, value in node.pairs:
            if mended and self._goes_on(mended[-1][1], key, value):
                name, start = mended[-1][0], mended[-1][1].start
                text = self.source.text[start : key.end]
                mended[-1] = (name, Node("scalar", start, key.end, text, weight=len(text)))
            else:
                mended.append((key, value))
        node.pairs = mended

    def _goes_on(self, before: Node, key: Node, value: Node) -> bool:
        """True if a key is the rest of the unquoted value before it."""
        if value.start != value.end or ":" in self.source.text[key.end : value.start + 1]:
            return False
        scalars = before.kind == key.kind == "scalar" and bool(before.value) and not before.style + key.style
        return scalars and "\n" not in self.source.text[before.start : key.end]

    def _refuse(self, event: Any, what: str, remedy: str) -> None:
        raise ReadError(self.source.path, what, remedy, _place(self.source, event.start_mark.index))
