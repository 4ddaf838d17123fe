"""Footnotes and endnotes, read at the place that refers to them, and comments, kept apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from planlint.plan import Block
from planlint.readers.docx_story import After, Book, Story
from planlint.readers.docx_xml import W
from planlint.readers.draft import Grid, flat

Flow = Callable[[Story, etree._Element, str, list[Block | Grid]], None]

OWN = "planlint"  # the author of the comments that planlint writes


def note(story: Story, thing: After, sink: list[Block | Grid], flow: Flow) -> None:
    """Read the footnote or endnote that is referred to here; each note is read once."""
    book, kind = story.book, thing.kind
    part = book.related(kind + "s")
    if part is None:
        return
    if kind not in book.note_elements:
        book.note_elements[kind] = {e.get(W + "id") or "": e for e in part.root.iterchildren(W + kind)}
    element = book.note_elements[kind].pop(thing.identity, None)
    if element is None:
        return
    inner, found = Story(book, part, "note", True), list[Block | Grid]()
    inner.fields.loose = part.loose
    page = book.pages.current
    flow(inner, element, f"{kind}s/{kind}[{thing.identity}]", found)
    book.pages.current = page
    blocks = flat(found)
    if blocks:
        sink.append(replace(blocks[0], marker=thing.mark))
        sink.extend(blocks[1:])


def comments(book: Book, flow: Flow) -> list[Block]:
    """Every comment as one block, at the place it hangs on, in the order of the places; those without one last.

    What planlint itself wrote into an annotated copy is not the plan's.
    """
    part = book.related("comments")
    if part is None:
        return []
    found: dict[str, Block] = {}
    for number, element in enumerate(part.root.iterchildren(W + "comment"), start=1):
        if element.get(W + "author") == OWN:
            continue
        story = Story(book, part, "comment", True)
        story.fields.loose = part.loose
        read: list[Block | Grid] = []
        identity = element.get(W + "id") or ""
        flow(story, element, f"comments/comment[{number}]", read)
        text = "\n".join(block.text for block in flat(read))
        if text.strip():
            place = book.anchors.get(identity) or replace(story.place(f"comments/comment[{number}]"), page=None)
            found.setdefault(identity, Block(text, place, "comment"))
    anchored = [found.pop(identity) for identity in book.anchors if identity in found]
    return anchored + list(found.values())
