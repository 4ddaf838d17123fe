"""Blocks and grids in reading order to nested sections: levels, the title at the front, themes, trails."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from planlint.plan import Action, Block, Table
from planlint.readers import contents
from planlint.readers.draft import Grid
from planlint.readers.tables import Layout
from planlint.readers.themes import Themes, key
from planlint.vocabulary import Vocabulary

_FRONT = 4
_TITLE_WORDS = 24


@dataclass(slots=True)
class Node:
    """A section while it is being shaped.

    front:  the document's title or subtitle: everything stands under it, and it counts in no trail.
    goal:   the plan's goal it stands for ("Priority 2"), else "".
    listing: it holds the list of contents.
    theme:  its own or inherited theme; own: whether its own heading says so.
    base:   the numbered part or goal it stands in, as people name it.
    parts:  its content in order, tables understood; content: the same, labelled.
    """

    heading: Block | None
    items: list[Block | Grid] = field(default_factory=list)
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    front: bool = False
    goal: str = ""
    theme: str | None = None
    own: bool = False
    listing: bool = False
    trail: tuple[str, ...] = ()
    place: str = ""
    base: str = ""
    parts: list[Block | Layout] = field(default_factory=list)
    content: list[Block | Table] = field(default_factory=list)
    tables: list[tuple[Layout, Table]] = field(default_factory=list)
    holds: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    actions: list[Action] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The heading as one line, "" if there is none."""
        return " ".join(self.heading.text.split()) if self.heading else ""


def nest(elements: Sequence[Block | Grid], title: str, vocabulary: Vocabulary, themes: Themes) -> list[Node]:
    """The sections in reading order, each knowing its parent; the first has no heading if text stands before any."""
    front = _front(elements, title, vocabulary, themes)
    listed = contents.lines(elements)
    nodes = [Node(None)]
    stack: list[tuple[float, Node]] = []
    for at, element in enumerate(elements):
        if isinstance(element, Block) and element.kind == "heading":
            level = front.index(at) / 100 if at in front else float(max(1, element.level))
            while stack and stack[-1][0] >= level:
                stack.pop()
            nodes.append(_under(stack[-1][1] if stack else None, element, at in front))
            stack.append((level, nodes[-1]))
            continue
        if at in (listed.start, listed.stop) and len(listed) and nodes[-1].items:
            nodes.append(_under(stack[-1][1] if stack else None, None, False))
        nodes[-1].items.append(element)
        nodes[-1].listing = at in listed
    for node in nodes:
        _describe(node, themes)
    return nodes if nodes[0].items or len(nodes) == 1 else nodes[1:]


def _under(parent: Node | None, heading: Block | None, front: bool) -> Node:
    node = Node(heading, parent=parent, front=front)
    if parent:
        parent.children.append(node)
    return node


def _describe(node: Node, themes: Themes) -> None:
    parent = node.parent
    if parent and not parent.front:
        node.trail = (*parent.trail, parent.name)
        node.theme = parent.theme
    if node.listing and not node.front:
        node.theme, node.own = "contents", True
        return
    if node.front or not node.heading:
        return
    node.goal = themes.goal(node.name)
    if parent and not node.goal and not parent.goal:
        node.goal = themes.numbered(node.name, parent.name)
    found = themes.theme(node.name)
    if found and (not node.goal or found in themes.goal_themes):
        node.theme, node.own = found, True
    elif node.goal:
        node.theme = None


def _front(elements: Sequence[Block | Grid], title: str, vocabulary: Vocabulary, themes: Themes) -> list[int]:
    """Where the title and the subtitles stand that have the whole document under them."""
    at = next((i for i, e in enumerate(elements) if isinstance(e, Block) and e.kind == "heading"), None)
    if at is None:
        return []
    run = [at]
    while len(run) <= _FRONT and run[-1] + 1 < len(elements) and _is_heading(elements[run[-1] + 1]):
        run.append(run[-1] + 1)
    levels = [e.level for e in elements[run[-1] + 1 :] if isinstance(e, Block) and e.kind == "heading"]
    found: list[int] = []
    for position, index in enumerate(run):
        heading = elements[index]
        assert isinstance(heading, Block)
        below = [e.level for e in (elements[i] for i in run[position + 1 :]) if isinstance(e, Block)] + levels
        alone = bool(below) and heading.level < min(below)
        last = index == run[-1]
        like = _title_like(heading.text, title, vocabulary, themes)
        if not ((like and (not last or alone or position == 0)) or (position == 0 and alone)):
            break
        found.append(index)
    return found if levels or len(run) > len(found) else found[:1]


def _is_heading(element: Block | Grid) -> bool:
    return isinstance(element, Block) and element.kind == "heading"


def _title_like(text: str, title: str, vocabulary: Vocabulary, themes: Themes) -> bool:
    """Whether a heading reads as the name of a document or an organisation."""
    if title and key(text).endswith(key(title)):
        return True
    if themes.goal(text) or themes.number(text) or len(text.split()) > _TITLE_WORDS:
        return False
    kinds: Mapping[str, Sequence[str]] = vocabulary.part("kinds").get("names", {})
    if _holds([n for kind, listed in kinds.items() for n in listed if kind != "summary"], text):
        return True
    return not themes.theme(text) and _holds(vocabulary.part("kinds").get("titles", ()), text)


def _holds(names: Sequence[str], text: str) -> bool:
    return bool(names) and bool(re.search(rf"\b(?:{'|'.join(map(re.escape, names))})\b", text, re.IGNORECASE))
