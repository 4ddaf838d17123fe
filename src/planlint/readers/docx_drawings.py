"""Drawings: the words in diagrams and charts are read, what only a picture holds is named as unread."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from planlint.readers.docx_story import After, Line, Story
from planlint.readers.docx_xml import VML, A, R, W, whole

DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
CHART_EX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"
_PLACE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
EMU_PER_CM = 360_000
BIG = (8 * EMU_PER_CM, 4 * EMU_PER_CM)
"""Width and height from which a picture may hold words or a table: logos, icons and portraits are smaller."""
LABELS = 200
"""Lines of text taken from one chart or diagram: more are figures, not words."""
_POINTS = {"pt": 12_700, "in": 914_400, "cm": EMU_PER_CM, "mm": 36_000, "px": 9_525}
_LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(\d{1,6}(?:\.\d+)?)(pt|in|cm|mm|px)?")
_EMBEDDED = (
    ("excel", "an embedded spreadsheet"), ("word", "an embedded document"), ("powerpoint", "an embedded presentation"),
    ("chart", "a chart"), ("visio", "an embedded diagram"), ("acro", "an embedded PDF"), ("equation", ""), ("math", ""),
)  # fmt: skip


def measure(element: etree._Element, line: Line) -> None:
    """Note a w:drawing's size and its alternative text for the pictures in it."""
    extent = element.find(f"*/{_PLACE}extent")
    line.extent = (0, 0) if extent is None else (whole(extent.get("cx")), whole(extent.get("cy")))
    words = element.find(f"*/{_PLACE}docPr")
    line.alternative = " ".join((words.get("descr") or "").split())[:100] if words is not None else ""


def _picture(story: Story, element: etree._Element, line: Line) -> None:
    if line.extent[0] >= BIG[0] and line.extent[1] >= BIG[1]:
        _name(story, line, "a picture", line.alternative)


def _vml_picture(story: Story, element: etree._Element, line: Line) -> None:
    shape = element.getparent()
    style = shape.get("style") or "" if shape is not None else ""
    size = {what: float(n) * _POINTS[unit or "px"] for what, n, unit in _LENGTH.findall(style[:2000])}
    embedded = next(element.iterancestors(W + "object"), None) is not None
    if not embedded and size.get("width", 0) >= BIG[0] and size.get("height", 0) >= BIG[1]:
        _name(story, line, "a picture", " ".join((shape.get("alt") or "").split())[:100] if shape is not None else "")


def _embedded(story: Story, element: etree._Element, line: Line) -> None:
    program = (element.get("ProgID") or "").lower()
    what = next((what for word, what in _EMBEDDED if word in program), "an embedded file")
    if what:
        _name(story, line, what)


def _name(story: Story, line: Line, what: str, words: str = "") -> None:
    """Keep what cannot be read; logos and such in headers and footers are nothing to miss."""
    if story.kind not in ("header", "footer") and not story.fields.silent:
        line.unread.append(f"{what} (“{words}”)" if words else what)


def _word_art(story: Story, element: etree._Element, line: Line) -> None:
    words = element.get("string")
    if words:
        line.after.append(After("textpath", lines=(words,)))


def _free_text(story: Story, element: etree._Element, line: Line) -> None:
    """Text of a drawing canvas, which is not Word's own: one paragraph."""
    words = _words(element)
    if words.strip():
        line.after.append(After("p", lines=(words,)))


def _words(paragraph: etree._Element) -> str:
    return "".join("\n" if e.tag == A + "br" else e.text or "" for e in paragraph.iter(A + "t", A + "br"))


def _diagram(story: Story, element: etree._Element, line: Line) -> None:
    root = _part(story, element.get(R + "dm"), "SmartArt diagram")
    lines: list[str] = []
    for point in root.iter(DIAGRAM + "pt") if root is not None else ():
        if point.get("type", "node") in ("node", "asst"):
            lines += [_words(p) for p in point.iter(A + "p")]
    _keep(story, line, "diagram", lines, "" if any(text.strip() for text in lines) else "a SmartArt diagram")


def _chart(story: Story, element: etree._Element, line: Line) -> None:
    root = _part(story, element.get(R + "id"), "chart")
    lines: list[str] = []
    if root is not None:
        lines = [_words(p) for p in root.iter(A + "p")]
        titles = root.iter(CHART + "title")
        lines += [_untitled(title) for title in titles if title.find(CHART + "tx") is None]
        for name in ("tx", "cat"):
            for series in root.iter(CHART + name):
                lines += [v.text or "" for v in series.iter(CHART + "v")]
    _keep(story, line, "chart", lines, "a chart")


def _untitled(title: etree._Element) -> str:
    """What Office prints for a title without words."""
    above = title.getparent()
    return "Chart Title" if above is None or above.tag == CHART + "chart" else "Axis Title"


def _keep(story: Story, line: Line, kind: str, lines: list[str], unread: str) -> None:
    if not story.fields.silent:
        words = [text for text in dict.fromkeys(lines) if any(c.isalpha() for c in text)]
        line.after.append(After(kind, lines=tuple(words[:LABELS])))
    if unread:
        _name(story, line, unread)


def _part(story: Story, identity: str | None, what: str) -> etree._Element | None:
    relation = story.part.relations.get(identity or "")
    if relation is None or relation.external:
        return None
    part = story.book.part(relation.target, what)
    return None if part is None else part.root


DRAWING_ACTIONS: dict[object, Callable[[Story, etree._Element, Line], None]] = {
    PICTURE + "pic": _picture, VML + "imagedata": _vml_picture, VML + "textpath": _word_art,
    OFFICE + "OLEObject": _embedded, A + "p": _free_text, DIAGRAM + "relIds": _diagram, CHART + "chart": _chart,
    CHART_EX + "chart": _chart,
}  # fmt: skip
