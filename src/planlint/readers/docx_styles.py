"""What a paragraph or run gets from its style: heading level, list, bold, size, hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree

from planlint.readers.docx_xml import W, on, value, whole

_HEADING = re.compile(r"heading ([1-9])$")
_TITLES = ("title",)
_CONTENTS = re.compile(r"(toc \d|toc heading|contents heading|table of (figures|authorities))")


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all it takes over from the styles it is based on; None where neither it nor they say anything.

    outline:  0 to 8 for a heading of level 1 to 9, 9 for body text.
    size:     in half-points.
    contents: a line of a table of contents.
    """

    outline: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    bold: bool | None = None
    hidden: bool | None = None
    size: int | None = None
    break_before: bool = False
    contents: bool = False

    @property
    def level(self) -> int:
        """The heading's level from 1, 0 for what is no heading."""
        return self.outline + 1 if self.outline is not None and 0 <= self.outline < 9 else 0


PLAIN = Style()


class Styles:
    """The styles of one file by id. Each is resolved once, whatever the length of its chain; a cycle ends the chain."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Style] = {}
        self.paragraph, self.size = PLAIN, 22
        default = None
        for element in root.iterfind(W + "style") if root is not None else ():
            identity = element.get(W + "styleId")
            if identity is None:
                continue
            self._elements.setdefault(identity, element)
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                default = identity
        if root is not None:
            size = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
            self.size = whole(value(size), 20)
        if default is not None:
            self.paragraph = self[default]

    def __getitem__(self, identity: str | None) -> Style:
        """The style of that id; a plain one where there is none."""
        if identity is None or identity not in self._elements:
            return PLAIN
        chain: list[str] = []
        seen: set[str] = set()
        name: str | None = identity
        while name in self._elements and name not in self._resolved and name not in seen:
            chain.append(name)
            seen.add(name)
            name = value(self._elements[name].find(W + "basedOn"))
        base = self._resolved.get(name or "", PLAIN)
        for link in reversed(chain):
            base = self._resolved[link] = _over(base, self._elements[link])
        return self._resolved[identity]


def _over(base: Style, element: etree._Element) -> Style:
    """The style of this element, based on `base`."""
    name = (value(element.find(W + "name")) or "").lower()
    style = replace(base, contents=bool(_CONTENTS.match(name)))
    heading = _HEADING.match(name)
    if heading:
        style = replace(style, outline=int(heading[1]) - 1)
    elif name in _TITLES:
        style = replace(style, outline=0)
    format_ = element.find(W + "pPr")
    if format_ is not None:
        style = _paragraph_over(style, format_)
    run = element.find(W + "rPr")
    return style if run is None else _run_over(style, run)


def _paragraph_over(style: Style, element: etree._Element) -> Style:
    outline = element.find(W + "outlineLvl")
    if outline is not None:
        style = replace(style, outline=whole(value(outline), 9))
    list_ = element.find(W + "numPr")
    if list_ is not None:
        list_id, level = list_.find(W + "numId"), list_.find(W + "ilvl")
        if list_id is not None:
            style = replace(style, list_id=value(list_id))
        style = replace(style, list_level=None if level is None else whole(value(level)))
    break_ = element.find(W + "pageBreakBefore")
    return style if break_ is None else replace(style, break_before=on(break_))


def _run_over(style: Style, element: etree._Element) -> Style:
    bold, hidden, size = element.find(W + "b"), element.find(W + "vanish"), element.find(W + "sz")
    return replace(
        style,
        bold=style.bold if bold is None else on(bold),
        hidden=style.hidden if hidden is None else on(hidden),
        size=style.size if size is None else whole(value(size)) or None,
    )
