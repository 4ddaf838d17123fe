"""What a paragraph's own properties and its style make of it."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from planlint.readers.docx_colour import fill
from planlint.readers.docx_numbering import LEVELS
from planlint.readers.docx_story import Book
from planlint.readers.docx_styles import PLAIN, Style
from planlint.readers.docx_xml import W, on, value, whole

_PROPERTIES = {
    W + "pStyle": "style", W + "numPr": "list", W + "outlineLvl": "outline", W + "shd": "fill", W + "rPr": "look",
    W + "pageBreakBefore": "break", W + "sectPr": "section", W + "pPrChange": "changed", W + "framePr": "frame",
}  # fmt: skip


@dataclass(slots=True)
class Format:
    """A paragraph's format.

    level:      of a heading, from 1; 0 for none. list_id, list_level: its list and the depth in it, from 0.
    colour:     the fill behind it. joined: its text runs on into the next paragraph (its end was deleted; a drop cap).
    break_before, break_after: a page ends there. changed: its format was changed under tracking.
    """

    style: Style = PLAIN
    style_id: str | None = None
    outline: int | None = None
    level: int = 0
    list_id: str | None = None
    list_level: int | None = None
    colour: str | None = None
    joined: bool = False
    break_before: bool = False
    break_after: bool = False
    changed: bool = False


def read_format(book: Book, properties: etree._Element | None) -> Format:
    """The format from a w:pPr (None for a paragraph without one) and the style it names."""
    found = Format(book.styles.paragraph)
    own_list = False
    for child in properties if properties is not None else ():
        what = _PROPERTIES.get(child.tag)
        if what == "style":
            found.style_id = value(child)
            found.style = book.styles[found.style_id]
        elif what == "list":
            own_list = _read_list(found, child)
        elif what == "outline":
            found.outline = whole(value(child), 9)
        elif what is not None:
            _read_rest(found, what, child)
    style = found.style
    found.break_before = found.break_before or style.break_before
    if found.outline is None:
        found.outline = style.outline
    found.level = found.outline + 1 if found.outline is not None and 0 <= found.outline < 9 else 0
    if not own_list:
        found.list_id = style.list_id
    if found.list_id == "0":
        found.list_id = None
    if found.list_id is not None:
        _settle_level(book, found)
    return found


def _read_list(found: Format, element: etree._Element) -> bool:
    """Take the list from a w:numPr; whether it names one (it may give the level alone)."""
    identity, level = element.find(W + "numId"), element.find(W + "ilvl")
    found.list_id = value(identity)
    found.list_level = None if level is None else whole(value(level))
    return identity is not None


def _settle_level(book: Book, found: Format) -> None:
    level = found.list_level
    if level is None:
        level = found.style.list_level
    if level is None:
        level = book.numbering.level(found.list_id or "", found.style_id)
    found.list_level = max(0, min(level, LEVELS - 1))


def _read_rest(found: Format, what: str, child: etree._Element) -> None:
    if what == "fill":
        found.colour = fill(child)
    elif what == "break":
        found.break_before = on(child)
    elif what == "look":
        found.joined = found.joined or child.find(W + "del") is not None
    elif what == "frame":
        found.joined = found.joined or child.get(W + "dropCap") in ("drop", "margin")
    elif what == "section":
        found.break_after = value(child.find(W + "type")) not in ("continuous", "nextColumn")
    elif what == "changed":
        found.changed = True
