"""Makes small Word files part by part, sound ones and broken ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from planlint.plan import Block
from planlint.readers.docx import draft
from planlint.readers.draft import Draft, Grid, GridCell

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{OFFICE}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'


def run(text: str, look: str = "") -> str:
    """A w:r with this text and these run properties."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*content: str, style: str = "", look: str = "") -> str:
    """A w:p; content that does not begin with a tag is text."""
    chosen = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{chosen}{look}</w:pPr>" if chosen or look else ""
    return f"<w:p>{properties}{''.join(c if c.startswith('<') else run(c) for c in content)}</w:p>"


def tc(*content: str, look: str = "") -> str:
    """A w:tc; content that does not begin with a tag is a paragraph."""
    inside = "".join(c if c.startswith("<") else p(c) for c in content) or "<w:p/>"
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str, look: str = "") -> str:
    """A w:tr; a cell that does not begin with a tag is its text."""
    return f"<w:tr><w:trPr>{look}</w:trPr>{''.join(c if c.startswith('<') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows: str) -> str:
    """A w:tbl."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def root(name: str, content: str) -> str:
    """The root element of a part."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:{name} {NAMESPACES}>{content}</w:{name}>'


def document(body: str) -> str:
    """The main part."""
    return root("document", f"<w:body>{body}</w:body>")


def relation(number: str, kind: str, target: str, extra: str = "") -> str:
    """One relation to a part."""
    return f'<Relationship Id="{number}" Type="{OFFICE}/{kind}" Target="{target}"{extra}/>'


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word(body: str, parts: Mapping[str, str] | None = None, kinds: Mapping[str, str] | None = None) -> bytes:
    """A Word file with this body. `parts`: further parts by their name below word/; each is related to as its name
    without number and ending (word/header2.xml as "header", with the id "header2"), or as `kinds` says."""
    parts, kinds = parts or {}, kinds or {}
    relations = ""
    for name in parts:
        stem = name.rsplit("/", 1)[-1].removesuffix(".xml")
        relations += relation(stem, kinds.get(name, stem.rstrip("0123456789")), name)
    return package(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELATIONS.format(relation("rId1", "officeDocument", "word/document.xml")),
            "word/document.xml": document(body),
            "word/_rels/document.xml.rels": RELATIONS.format(relations),
            **{f"word/{name}": content for name, content in parts.items()},
        }
    )


def read(body: str, parts: Mapping[str, str] | None = None, kinds: Mapping[str, str] | None = None) -> Draft:
    """The Draft of a Word file with this body."""
    return draft("plan.docx", word(body, parts, kinds))


def texts(found: Draft) -> list[str]:
    """The texts of the body, a table as its rows "a | b" (nested tables in brackets)."""
    return [line for element in found.elements for line in lines(element)]


def lines(element: Block | Grid) -> list[str]:
    """A block's text, or a table's rows."""
    if isinstance(element, Block):
        return [element.text]
    return [" | ".join(_cell(cell) for cell in row.cells) for row in element.rows]


def _cell(cell: GridCell) -> str:
    inside = [block.text for block in cell.blocks]
    inside += ["[" + "; ".join(lines(table)) + "]" for table in cell.tables]
    return " / ".join(inside)


def kinds(found: Draft) -> list[tuple[str, int, str, str]]:
    """Kind, level, marker and text of each block of the body."""
    return [(b.kind, b.level, b.marker, b.text) for b in found.elements if isinstance(b, Block)]
