"""Keys as a reader says them: "by_when" is "By when"; and the lists of scalars and mappings that make a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from planlint.readers.traced import Run, Traced, join, written
from planlint.readers.yaml_nodes import Node
from planlint.readers.yaml_scalars import trace
from planlint.vocabulary import words

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_JOINED = re.compile(r"(?<=[^\W\d_])[_-](?=[^\W_])|(?<=[^\W_])[_-](?=[^\W\d_])|_")
_YEARS = re.compile(r"(?<=\d)_(?=\d)")
_LONGEST_TITLE = 250
_LONGEST_CODE = 20
_LONGEST_CELL = 500


def spoken(key: Node, source: str) -> Traced:
    """The key in words with a capital: underscores, hyphens and humps undone, unless it is written in words already."""
    if key.kind != "scalar":
        raw = source[key.start : key.end]
        return Traced(" ".join(raw.split()), [Run(0, key.start, len(raw))])
    traced = trace(key, source)
    text = traced.text
    if not re.search(r"\s", text):
        text = _CAMEL.sub(" ", _JOINED.sub(" ", _YEARS.sub("-", text)) if "_" in text or text.islower() else text)
    text = text[:1].upper() + text[1:]
    if len(text) == len(traced.text):
        return Traced(text, traced.runs)
    return Traced(text, [Run(0, traced.start, traced.end - traced.start)])


def name(key: Node, source: str) -> str:
    """The key as plain lower-case words, as the vocabulary has them."""
    return words(key.value if key.kind == "scalar" else source[key.start : key.end])


def pairs(node: Node) -> list[tuple[Node, Node]]:
    """A mapping's keys and values; those that "<<" brings in come first, unless the mapping says otherwise."""
    own = [(k, v) for k, v in node.pairs if not _merges(k)]
    merged: dict[str, tuple[Node, Node]] = {}
    for key, value in node.pairs:
        if _merges(key):
            for source in value.items if value.kind == "sequence" else [value]:
                for k, v in pairs(source) if source.kind == "mapping" else [(key, source)]:
                    merged.setdefault(f"{k.kind} {k.value or k.start}", (k, v))
    for key, _ in own:
        merged.pop(f"{key.kind} {key.value or key.start}", None)
    return [*merged.values(), *own]


def _merges(key: Node) -> bool:
    return key.kind == "scalar" and key.value == "<<" and key.style == ""


class Keys:
    """The vocabulary's part "yaml": what the keys of a mapping say about it."""

    def __init__(self, part: Mapping[str, Any]) -> None:
        self.titles = {words(k): i for i, k in enumerate(part.get("title_keys", []))}
        self.references = {words(k) for k in part.get("reference_keys", [])}
        self.plan_titles = {words(k): i for i, k in enumerate(part.get("plan_title_keys", []))}
        self.documents = {words(k) for k in part.get("document_keys", [])}
        self.fields = {words(k) for k in part.get("field_keys", [])}

    def plan_title(self, found: list[tuple[Node, Node]], source: str) -> tuple[Node, Node] | None:
        """The pair at the top of the document whose value is the plan's title."""
        return _first(self.plan_titles, found, source)

    def title(self, found: list[tuple[Node, Node]], source: str) -> tuple[Node, Node] | None:
        """The pair whose value stands as the mapping's heading."""
        return _first(self.titles, found, source)

    def reference(self, found: list[tuple[Node, Node]], source: str) -> tuple[Node, Node] | None:
        """The pair whose value is the mapping's number or code."""
        for pair in found:
            if name(pair[0], source) in self.references and _is_title(pair[1]) and len(pair[1].value) <= _LONGEST_CODE:
                return pair
        return None


def _first(keys: Mapping[str, int], found: list[tuple[Node, Node]], source: str) -> tuple[Node, Node] | None:
    """The pair whose key stands first among the keys and whose value can be a heading."""
    ranked = [
        (keys[name(key, source)], number)
        for number, (key, value) in enumerate(found)
        if name(key, source) in keys and _is_title(value)
    ]
    return found[min(ranked)[1]] if ranked else None


def _is_title(value: Node) -> bool:
    return value.kind == "scalar" and not value.empty and len(value.value) <= _LONGEST_TITLE


def has_prose(node: Node) -> bool:
    """True for a mapping with a text in it that is too long for a table's cell."""
    return any(value.style in ("|", ">") and len(value.value) > _LONGEST_CELL for _, value in node.pairs)


def is_flat(node: Node) -> bool:
    """True for a scalar and for a list of scalars."""
    return node.kind == "scalar" or (node.kind == "sequence" and all(i.kind == "scalar" for i in node.items))


def is_flat_mapping(node: Node) -> bool:
    """True for a mapping of scalars and lists of scalars."""
    return node.kind == "mapping" and all(is_flat(value) for _, value in pairs(node))


def is_sentence(node: Node) -> bool:
    """True for a mapping of one key that is a sentence with a colon in it: "- Attendance: home visits from day 3"."""
    return node.kind == "mapping" and len(node.pairs) == 1 and all(n.kind == "scalar" for n in node.pairs[0])


def sentence(node: Node, source: str) -> Traced:
    """Such a mapping as the text it is."""
    key, value = node.pairs[0]
    if value.empty or key.style or value.style or "\n" in source[key.start : value.end] or value.start < key.end:
        return _glued(key, value, source)
    return written(source[key.start : value.end], key.start)


def _glued(key: Node, value: Node, source: str) -> Traced:
    first, second = trace(key, source), trace(value, source)
    return join([first, Traced(": ", [Run(0, first.end, 1)]), second.strip()]) if second.strip() else first


def row_like(node: Node, keys: Keys, source: str) -> bool:
    """True for a mapping that is one row of a table: scalars, lists, and mappings that are a field of it."""
    return (
        node.kind == "mapping"
        and bool(node.pairs)
        and all(
            is_flat(value) or is_flat_mapping(value) or _is_field(name(key, source), value, keys)
            for key, value in pairs(node)
        )
    )


def _is_field(called: str, value: Node, keys: Keys) -> bool:
    return value.kind == "sequence" and all(
        i.kind == "scalar" or is_sentence(i) or (called in keys.fields and is_flat_mapping(i)) for i in value.items
    )


def leaves(node: Node) -> Iterator[Node]:
    """Every scalar in a node, in order."""
    if node.kind == "scalar":
        yield node
    for key, value in node.pairs:
        yield from leaves(key)
        yield from leaves(value)
    for item in node.items:
        yield from leaves(item)
