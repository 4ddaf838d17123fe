"""Headers and footers: those that are printed, each once."""

from __future__ import annotations

from lxml import etree

from planlint.plan import Block, BlockKind
from planlint.readers.docx_notes import Flow
from planlint.readers.docx_package import number
from planlint.readers.docx_story import Book, Story
from planlint.readers.docx_xml import R, W, on
from planlint.readers.draft import Grid, flat

_KINDS: dict[str, BlockKind] = {W + "headerReference": "header", W + "footerReference": "footer"}


def headers_and_footers(book: Book, flow: Flow) -> list[Block]:
    """The blocks of all headers and footers that Word prints, in the order of the sections, each text once."""
    settings = book.related("settings")
    even = settings.root.find(W + "evenAndOddHeaders") if settings is not None else None
    both = even is not None and on(even)
    seen_parts: set[str] = set()
    seen_texts: set[tuple[str, str]] = set()
    blocks: list[Block] = []
    for section in book.main.root.iter(W + "sectPr"):
        for block in _section(book, section, both, seen_parts, flow):
            key = block.kind, " ".join(block.text.split())
            if key not in seen_texts:
                seen_texts.add(key)
                blocks.append(block)
    return blocks


def _section(book: Book, section: etree._Element, both: bool, seen: set[str], flow: Flow) -> list[Block]:
    title = section.find(W + "titlePg")
    first = title is not None and on(title)
    blocks: list[Block] = []
    for reference in section.iterchildren(*_KINDS):
        kind, when = _KINDS[reference.tag], reference.get(W + "type")
        relation = book.main.relations.get(reference.get(R + "id") or "")
        if relation is None or relation.external or relation.target in seen:
            continue
        if (when == "first" and not first) or (when == "even" and not both):
            continue
        seen.add(relation.target)
        part = book.part(relation.target, kind)
        if part is not None:
            story, found = Story(book, part, kind, True), list[Block | Grid]()
            story.fields.loose = part.loose
            flow(story, part.root, f"{kind}{number(part.name) or ''}", found)
            blocks += flat(found)
    return blocks
